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

function each<N>(value: (key: Additive) => N): Record<Additive, N> {
  return {
    views: value('views'),
    visits: value('visits'),
    visitors: value('visitors'),
    engagedMs: value('engagedMs'),
  };
}
