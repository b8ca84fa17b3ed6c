import type {
  DaySums,
  Metric,
  PeriodComparison,
  RelativeChange,
  OverviewLine,
} from '../../../api/schema.js';

/** Figures that a site, a group and the total have in common. */
export type OverviewFigures = Pick<
  OverviewLine,
  'online' | 'today' | 'month' | 'year' | 'target' | 'spark' | 'total' | 'baseline'
>;

type Additive = Metric | 'engagedMs';

export const ADDITIVE: readonly Additive[] = ['views', 'visits', 'visitors', 'engagedMs'];
export const ZERO: DaySums = { views: 0, visits: 0, visitors: 0, engagedMs: 0 };

export function add(a: DaySums, b: DaySums): DaySums {
  return each((key) => a[key] + b[key]);
}

export function minus(a: DaySums, b: DaySums): DaySums {
  return each((key) => a[key] - b[key]);
}

/** Compares sums with earlier ones. The change is null if there was nothing before. */
export function changed(now: DaySums, before: DaySums | null): PeriodComparison {
  const change = (key: Additive): number | null =>
    before && before[key] > 0 ? now[key] / before[key] - 1 : null;
  const changes: RelativeChange = each(change);
  return { now, before, change: changes };
}

/** Returns the comparison of a site after more visits. Without a change it stays without one. */
export function grown(one: PeriodComparison, by: DaySums): PeriodComparison {
  const now = add(one.now, by);
  return one.countedFrom === undefined ? changed(now, one.before) : { ...one, now };
}

/** Adds comparisons of sites up. The change is that of the sites that were counted throughout. */
export function summed(sites: readonly PeriodComparison[]): PeriodComparison {
  const same = sites.filter(isCovered);
  const froms = sites.flatMap(({ countedFrom }) => countedFrom ?? []).sort();
  const sum = {
    now: sites.map(({ now }) => now).reduce(add, ZERO),
    before: earlier(sites),
    change: changed(same.map(({ now }) => now).reduce(add, ZERO), earlier(same)).change,
  };
  return same.length === 0 && froms[0] !== undefined ? { ...sum, countedFrom: froms[0] } : sum;
}

/** Returns true if a site was counted on all compared days. */
export function isCovered({ before, countedFrom }: PeriodComparison): boolean {
  return before !== null && countedFrom === undefined;
}

function earlier(sites: readonly PeriodComparison[]): DaySums | null {
  const known = sites.flatMap(({ before }) => (before ? [before] : []));
  return known.length > 0 ? known.reduce(add) : null;
}

function each<N>(value: (key: Additive) => N): Record<Additive, N> {
  return {
    views: value('views'),
    visits: value('visits'),
    visitors: value('visitors'),
    engagedMs: value('engagedMs'),
  };
}
