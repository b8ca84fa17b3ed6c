import { describe, expect, it } from 'vitest';
import type { LiveTotals, Overview, OverviewLine, PeriodComparison } from '../../../api/schema.js';
import { matching, isPast, sections, sorted, withLive } from './overview-rows.js';

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
  change: {
    views: null,
    visits: before ? now / before - 1 : null,
    visitors: null,
    engagedMs: null,
  },
});
const ungrouped = (id: string): OverviewLine => ({
  id,
  name: id,
  sample: false,
  archived: false,
  online: 1,
  today: sums(10),
  month: pair(100, 50),
  year: pair(1000, null),
  spark: null,
  total: sums(7000),
  baseline: sums(5000),
  predecessors: [],
  day,
});
const site = (id: string, more: Partial<OverviewLine> = {}): OverviewLine => ({
  ...ungrouped(id),
  group: 'g',
  ...more,
});
const total = {
  online: 2,
  today: sums(20),
  month: pair(200, 100),
  year: pair(2000, null),
  spark: null,
  total: sums(14_000),
  baseline: sums(10_000),
};
const overview: Overview = {
  asOf: 0,
  complete: true,
  sites: [site('a'), ungrouped('b')],
  groups: [
    {
      id: 'g',
      name: 'G',
      position: 1,
      sites: 1,
      hiddenSites: 0,
      ...total,
      online: 1,
      month: pair(100, 50),
    },
  ],
  all: { sites: 2, hiddenSites: 0, ...total },
  baselineChanges: [],
};
const live =
  (figures: Record<string, LiveTotals>) =>
  (id: string): LiveTotals | undefined =>
    figures[id];

describe('live figures in the overview', () => {
  it('are added to month, year, group and total', () => {
    const moved = withLive(overview, live({ a: { online: 4, today: sums(15), day } }));
    expect(moved.sites[0]).toMatchObject({ online: 4, today: sums(15) });
    expect(moved.sites[0]?.month.now.visits).toBe(105);
    expect(moved.sites[0]?.month.change.visits).toBeCloseTo(1.1);
    expect(moved.groups[0]?.month.now.visits).toBe(105);
    expect(moved.groups[0]?.online).toBe(4);
    expect(moved.all).toMatchObject({ online: 5, today: sums(25) });
    expect(moved.all.year.now.visits).toBe(2005);
    expect(moved.sites[0]?.total.visits).toBe(7005);
    expect(moved.all.total.visits).toBe(14_005);
    expect(moved.all.baseline.visits).toBe(10_000);
    expect(moved.sites[1]).toEqual(overview.sites[1]);
  });

  it('leave a site without a change that was not counted in both periods', () => {
    const young = site('b', {
      year: { ...pair(1000, null), before: sums(90), countedFrom: '2025-10-01' },
    });
    const old = site('a', { year: pair(120, 100) });
    const sites = [old, young];
    const moved = withLive(
      { ...overview, sites },
      live({
        a: { online: 1, today: sums(15), day },
        b: { online: 1, today: sums(20), day },
      }),
    );
    expect(moved.sites[1]?.year).toMatchObject({ now: sums(1010), countedFrom: '2025-10-01' });
    expect(moved.sites[1]?.year.change.visits).toBeNull();
    expect(moved.all.year).toMatchObject({ now: sums(1135), before: sums(190) });
    expect(moved.all.year.change.visits).toBeCloseTo(0.25);
  });

  it('do not reduce the month after the end of a day, and report it', () => {
    const next = live({ a: { online: 0, today: sums(0), day } });
    expect(isPast(overview, next)).toBe(true);
    expect(withLive(overview, next).sites[0]?.month.now.visits).toBe(100);
    expect(isPast(overview, live({}))).toBe(false);
    const busier = { online: 0, today: sums(700) };
    expect(isPast(overview, live({ a: { ...busier, day } }))).toBe(false);
    expect(isPast(overview, live({ a: { ...busier, day: '2026-11-23' } }))).toBe(true);
  });
});

describe('order', () => {
  const sites = [
    site('c', { online: 5 }),
    site('đ', { online: 9, year: pair(10, 5) }),
    site('e', { online: 7, year: pair(10, 20) }),
  ];

  it('works for any column in both directions', () => {
    expect(sorted(sites, 'online', 'visits', false).map(({ id }) => id)).toEqual(['đ', 'e', 'c']);
    expect(sorted(sites, 'name', 'visits', true).map(({ id }) => id)).toEqual(['c', 'đ', 'e']);
  });

  it('has rows without a value last in both directions', () => {
    expect(sorted(sites, 'yearChange', 'visits', false).map(({ id }) => id)).toEqual([
      'đ',
      'e',
      'c',
    ]);
    expect(sorted(sites, 'yearChange', 'visits', true).map(({ id }) => id)).toEqual([
      'e',
      'đ',
      'c',
    ]);
  });
});

describe('searching and grouping', () => {
  it('finds names without diacritics', () => {
    const sites = [site('x', { name: 'Bệnh viện Đa khoa tỉnh' }), site('y', { name: 'Sở Y tế' })];
    expect(matching(sites, 'da khoa benh').map(({ id }) => id)).toEqual(['x']);
    expect(matching(sites, '')).toHaveLength(2);
  });

  it('has groups by position, and sites without a group last', () => {
    expect(
      sections(overview, overview.sites, 'Chưa xếp').map(({ name, sites }) => [name, sites.length]),
    ).toEqual([
      ['G', 1],
      ['Chưa xếp', 1],
    ]);
  });
});
