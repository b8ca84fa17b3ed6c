import { describe, expect, it } from 'vitest';
import type { SiteState } from '../../../api/schema.js';
import { type Signals, verdictOf } from './installation.js';

const site = { id: 'a', origins: ['https://a.vn'] };

/** `refused` and `unknown`: events by origin, and by id of pages of https://a.vn. */
function signals(
  views: number,
  refused: Record<string, number> = {},
  unknown: Record<string, number> = {},
): Signals {
  const state: SiteState = {
    site: 'a',
    name: 'A',
    state: 'never',
    refused: 0,
    refusedOrigins: Object.entries(refused).map(([origin, events]) => ({ origin, events })),
    scripts: [],
  };
  return {
    views,
    states: {
      asOf: 0,
      script: '1.0.0',
      sites: [state],
      unknownSites: Object.entries(unknown).map(([id, events]) => ({
        site: id,
        origin: 'https://a.vn',
        events,
      })),
      untrustedProxies: [],
    },
  };
}

describe('check of the installation', () => {
  it('says that nothing came', () => {
    const before = signals(5, { 'https://b.vn': 2 }, { x: 1 });
    expect(verdictOf(site, before, before)).toBeUndefined();
  });

  it('says that a view was counted', () => {
    expect(verdictOf(site, signals(5), signals(6))).toEqual({ kind: 'counted' });
  });

  it('says which origin was refused, also one that was refused before', () => {
    const verdict = { kind: 'origin', origin: 'https://b.vn' };
    expect(verdictOf(site, signals(5), signals(5, { 'https://b.vn': 1 }))).toEqual(verdict);
    expect(
      verdictOf(site, signals(5, { 'https://b.vn': 1 }), signals(5, { 'https://b.vn': 2 })),
    ).toEqual(verdict);
  });

  it('says that a declared origin sent something that is not valid', () => {
    expect(verdictOf(site, signals(5), signals(5, { 'https://a.vn': 1 }))).toEqual({
      kind: 'invalid',
      origin: 'https://a.vn',
    });
  });

  it('says that a page of the site has a mistyped id', () => {
    expect(verdictOf(site, signals(5), signals(5, {}, { aa: 1 }))).toEqual({
      kind: 'unknown',
      origin: 'https://a.vn',
      id: 'aa',
    });
    const other = { id: 'a', origins: ['https://c.vn'] };
    expect(verdictOf(other, signals(5), signals(5, {}, { aa: 1 }))).toBeUndefined();
  });
});
