// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { aPoll } from '../../test/poll';
import { screenOf, nextPhaseChange, hiddenReason, type Known } from './screen';

const known = (more: Partial<Known> = {}): Known => ({
  state: 'fresh',
  poll: aPoll(),
  ballot: undefined,
  changing: false,
  ...more,
});
const ballot = { choices: ['useful'] };

describe('the screen of a poll', () => {
  it('is "loading" before the first answer', () => {
    expect(screenOf(known({ state: undefined, poll: undefined }))).toBe('loading');
  });

  it('is "failed" without an answer', () => {
    expect(screenOf(known({ state: 'stale', poll: undefined }))).toBe('failed');
  });

  it('is "unknown" after a 404', () => {
    expect(screenOf(known({ state: 'unknown', poll: undefined }))).toBe('unknown');
    expect(screenOf(known({ state: 'unknown' }))).toBe('unknown');
  });

  it('is the form while it is open', () => {
    expect(screenOf(known())).toBe('form');
  });

  it('is still there while the connection is lost', () => {
    expect(screenOf(known({ state: 'stale' }))).toBe('form');
  });

  it('is the vote that was cast', () => {
    expect(screenOf(known({ ballot }))).toBe('voted');
  });

  it('is the form again while the vote is changed', () => {
    expect(screenOf(known({ ballot, changing: true }))).toBe('form');
  });

  it.each(['scheduled', 'closed'] as const)('is "%s" in that phase', (phase) => {
    expect(screenOf(known({ poll: aPoll({ phase }), ballot, changing: true }))).toBe(phase);
  });
});

describe('the reason for hidden results', () => {
  const hidden = (visibility: 'always' | 'after-voting' | 'after-closing' | 'managers') =>
    aPoll({ visibility, resultsVisible: false });

  it('is absent if results are visible', () => {
    expect(hiddenReason(aPoll(), 'form')).toBeUndefined();
  });

  it('is a missing vote', () => {
    expect(hiddenReason(hidden('after-voting'), 'form')).toBe('afterVoting');
    expect(hiddenReason(hidden('after-voting'), 'closed')).toBe('votersOnly');
  });

  it('is an open poll', () => {
    expect(hiddenReason(hidden('after-closing'), 'voted')).toBe('afterClosing');
  });

  it('is the visibility for managers', () => {
    expect(hiddenReason(hidden('managers'), 'closed')).toBe('managers');
  });

  it('is absent before the poll opens', () => {
    expect(hiddenReason(hidden('managers'), 'scheduled')).toBeUndefined();
  });
});

describe('the next change of phase', () => {
  const opens = Date.UTC(2026, 0, 1);
  const closes = Date.UTC(2026, 1, 1);

  it('is its opening then its closing then none', () => {
    expect(nextPhaseChange(aPoll({ phase: 'scheduled', opens, closes }))).toBe(opens);
    expect(nextPhaseChange(aPoll({ phase: 'open', opens, closes }))).toBe(closes);
    expect(nextPhaseChange(aPoll({ phase: 'closed', opens, closes }))).toBeNaN();
    expect(nextPhaseChange(aPoll({ phase: 'open' }))).toBeNaN();
  });
});
