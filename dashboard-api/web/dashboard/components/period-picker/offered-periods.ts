import { periodOf, step, type Period, type PeriodKind } from '../../app/period.js';

/** Number of periods offered per kind, counted back from the latest. */
const OFFERED: Record<PeriodKind, number> = {
  day: 1,
  week: 105,
  month: 48,
  quarter: 20,
  'half-year': 12,
  year: 10,
  free: 1,
};

/** Returns the periods to choose from, latest first. The chosen one is always included. */
export function offered(chosen: Period, latest: string): Period[] {
  const list: Period[] = [];
  let at = periodOf(chosen.kind, latest > chosen.to ? latest : chosen.to);
  while (list.length < OFFERED[chosen.kind] || at.to >= chosen.from) {
    list.push(at);
    at = step(at, -1);
  }
  return list;
}
