import { describe, expect, it } from 'vitest';
import type { LiveTotals, Overview, OverviewLine, PeriodComparison } from '../../../api/schema.js';
import { sitesChanged, withoutLostSites } from './exclude-lost-sites.js';

const day = '2026-11-22';
const sums = (n: number): PeriodComparison['now'] => ({
  views: 3 * n,
  visits: n,
  visitors: n,
  engagedMs: n,
});
const pair = (now: number, before: number | null): PeriodComparison => ({
  now: sums(now),
  before: before === null ? null : sums(before),
  change: { views: null, visits: null, visitors: null, engagedMs: null },
});
const site = (id: string, group: string, n: number, before: number | null): OverviewLine => ({
  id,
  name: id,
  group,
  sample: false,
  archived: false,
  online: n,
  today: sums(n),
  month: pair(10 * n, before),
  year: pair(100 * n, null),
  spark: before === null ? null : [n, n],
  total: sums(1000 * n),
  baseline: sums(900 * n),
  predecessors: [],
  day,
});
const none = {
  online: 0,
  today: sums(0),
  month: pair(0, null),
  year: pair(0, null),
  spark: null,
  total: sums(0),
  baseline: sums(0),
};
const target = {
  id: 't',
  metric: 'visits',
  period: '2026',
  value: 1,
  actual: 1,
  share: 1,
  until: '2026-11-22',
} as const;
const overview: Overview = {
  asOf: 0,
  complete: true,
  sites: [site('a', 'g', 1, 5), site('b', 'g', 2, 10), site('c', 'h', 4, null)],
  groups: [
    { ...none, id: 'g', name: 'G', position: 1, sites: 2, hiddenSites: 0, target },
    { ...none, id: 'h', name: 'H', position: 2, sites: 1, hiddenSites: 0, target },
  ],
  all: { ...none, sites: 3, hiddenSites: 0, target },
  baselineChanges: ['a', 'c'].map((id) => ({ site: id, name: id, at: 0, by: 'x' })),
};
const now = (...ids: readonly string[]): ReadonlyMap<string, LiveTotals> =>
  new Map(ids.map((id) => [id, { online: 0, today: sums(0), day }]));

describe('an overview without lost sites', () => {
  it('is unchanged while all sites are visible or nothing is known', () => {
    expect(withoutLostSites(overview, now('a', 'b', 'c'))).toBe(overview);
    expect(withoutLostSites(overview, undefined)).toBe(overview);
  });

  it('has the sums of the remaining sites, without targets over more sites', () => {
    const left = withoutLostSites(overview, now('b', 'c'));
    expect(left.sites.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(left.all).toMatchObject({ online: 6, today: sums(6), spark: [2, 2] });
    expect(left.all.target).toBeUndefined();
    expect(left.all.month).toMatchObject({ now: sums(60), before: sums(10) });
    // Of the site that was counted in both.
    expect(left.all.month.change.visits).toBe(1);
    expect(left.all.year).toMatchObject({ now: sums(600), before: null });
    expect(left.groups[0]).toMatchObject({ sites: 1, online: 2 });
    expect(left.groups[0]?.target).toBeUndefined();
    expect(left.groups[1]).toBe(overview.groups[1]);
    expect(left.baselineChanges.map(({ site }) => site)).toEqual(['c']);
  });

  it('is loaded again when the set of sites changes, but not before it is known', () => {
    expect(sitesChanged(overview, undefined)).toBe(false);
    expect(sitesChanged(overview, now('a', 'b', 'c'))).toBe(false);
    expect(sitesChanged(overview, now('a', 'b'))).toBe(true);
    expect(sitesChanged(overview, now('a', 'b', 'd'))).toBe(true);
    expect(sitesChanged(overview, now('a', 'b', 'c', 'd'))).toBe(true);
  });
});
