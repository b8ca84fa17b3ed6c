// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { aPoll } from '../../test/poll';
import { screenOf, turnsAt, whyNoResults, type Known } from './screen';

const known = (more: Partial<Known> = {}): Known => ({
  state: 'fresh',
  poll: aPoll(),
  ballot: undefined,
  changing: false,
  ...more,
});
const ballot = { choices: ['useful'] };

describe('what is to be seen of a poll', () => {
  it('isThatItLoads', () => {
    expect(screenOf(known({ state: undefined, poll: undefined }))).toBe('loading');
  });

  it('isThatItCouldNotBeLoaded', () => {
    expect(screenOf(known({ state: 'stale', poll: undefined }))).toBe('failed');
  });

  it('isThatItIsUnknown', () => {
    expect(screenOf(known({ state: 'unknown', poll: undefined }))).toBe('unknown');
    expect(screenOf(known({ state: 'unknown' }))).toBe('unknown');
  });

  it('isTheFormWhileItIsOpen', () => {
    expect(screenOf(known())).toBe('form');
  });

  it('isStillThereWhileTheConnectionIsLost', () => {
    expect(screenOf(known({ state: 'stale' }))).toBe('form');
  });

  it('isTheVoteThatWasCast', () => {
    expect(screenOf(known({ ballot }))).toBe('voted');
  });

  it('isTheFormAgainWhileTheVoteIsChanged', () => {
    expect(screenOf(known({ ballot, changing: true }))).toBe('form');
  });

  it.each(['draft', 'scheduled', 'closed'] as const)('isThatItIs_%s', (phase) => {
    expect(screenOf(known({ poll: aPoll({ phase }), ballot, changing: true }))).toBe(phase);
  });
});

describe('why there are no results', () => {
  const hidden = (visibility: 'always' | 'after-voting' | 'after-closing' | 'managers') =>
    aPoll({ visibility, resultsVisible: false });

  it('isNotAskedWhereThereAreResults', () => {
    expect(whyNoResults(aPoll(), 'form')).toBeUndefined();
  });

  it('isThatTheVoterHasNotVotedYet', () => {
    expect(whyNoResults(hidden('after-voting'), 'form')).toBe('afterVoting');
    expect(whyNoResults(hidden('after-voting'), 'closed')).toBe('votersOnly');
  });

  it('isThatThePollHasNotClosedYet', () => {
    expect(whyNoResults(hidden('after-closing'), 'voted')).toBe('afterClosing');
  });

  it('isThatOnlyManagersSeeThem', () => {
    expect(whyNoResults(hidden('managers'), 'closed')).toBe('managers');
  });

  it('isNotSaidBeforeItOpens', () => {
    expect(whyNoResults(hidden('managers'), 'scheduled')).toBeUndefined();
  });
});

describe('the next turn of a poll', () => {
  const opens = Date.UTC(2026, 0, 1);
  const closes = Date.UTC(2026, 1, 1);

  it('isItsOpeningThenItsClosingThenNone', () => {
    expect(turnsAt(aPoll({ phase: 'scheduled', opens, closes }))).toBe(opens);
    expect(turnsAt(aPoll({ phase: 'open', opens, closes }))).toBe(closes);
    expect(turnsAt(aPoll({ phase: 'closed', opens, closes }))).toBeNaN();
    expect(turnsAt(aPoll({ phase: 'open' }))).toBeNaN();
  });
});
