import type { DaySums, LiveTotals, Overview, OverviewLine } from '../../../api/schema.js';
import { add, type OverviewFigures, summed, ZERO } from './sums.js';

/**
 * Returns the overview without sites that are no longer visible. The sums cover the remaining
 * sites. Targets over several sites are only known after the overview is loaded again.
 */
export function withoutLostSites(
  overview: Overview,
  now: ReadonlyMap<string, LiveTotals> | undefined,
): Overview {
  const sites = overview.sites.filter(({ id }) => now === undefined || now.has(id));
  if (sites.length === overview.sites.length) {
    return overview;
  }
  const groups = overview.groups.map((group) => {
    const { id, name, position, hiddenSites } = group;
    const left = of(sites, id);
    return left.length === of(overview.sites, id).length
      ? group
      : { id, name, position, hiddenSites, sites: left.length, ...sum(left) };
  });
  const known = new Set(sites.flatMap(({ id, predecessors }) => [id, ...predecessors]));
  const baselineChanges = overview.baselineChanges.filter(({ site }) => known.has(site));
  const { hiddenSites } = overview.all;
  const all = { hiddenSites, sites: sites.length, ...sum(sites) };
  return { ...overview, sites, groups, all, baselineChanges };
}

/** Returns true if the set of visible sites has changed since the overview was loaded. */
export function sitesChanged(
  { sites }: Overview,
  now: ReadonlyMap<string, LiveTotals> | undefined,
): boolean {
  return now !== undefined && (now.size !== sites.length || sites.some(({ id }) => !now.has(id)));
}

function of(sites: readonly OverviewLine[], group: string): readonly OverviewLine[] {
  return sites.filter((site) => site.group === group);
}

function sum(sites: readonly OverviewLine[]): OverviewFigures {
  return {
    online: sites.reduce((all, { online }) => all + online, 0),
    today: total(sites.map(({ today }) => today)),
    month: summed(sites.map(({ month }) => month)),
    year: summed(sites.map(({ year }) => year)),
    spark: sparks(sites),
    total: total(sites.map((site) => site.total)),
    baseline: total(sites.map(({ baseline }) => baseline)),
  };
}

function total(list: readonly DaySums[]): DaySums {
  return list.reduce(add, ZERO);
}

function sparks(sites: readonly OverviewLine[]): readonly number[] | null {
  const known = sites.flatMap(({ spark }) => (spark ? [spark] : []));
  const [first, ...others] = known;
  return first
    ? others.reduce((all, one) => all.map((n, day) => n + (one[day] ?? 0)), first)
    : null;
}
