import type {
  DaySums,
  LiveFigures,
  Overview,
  OverviewSite,
  Pair,
  Standing,
} from '../../app/api/types.js';
import { add, changed, ZERO } from './sums.js';

/**
 * The overview without the sites that one may not see any more. The sums are of those that are left,
 * as far as that can be said here: targets of several sites are told when the overview is asked for
 * anew.
 */
export function withoutGone(
  overview: Overview,
  now: ReadonlyMap<string, LiveFigures> | undefined,
): Overview {
  const sites = overview.sites.filter(({ id }) => now === undefined || now.has(id));
  if (sites.length === overview.sites.length) {
    return overview;
  }
  const groups = overview.groups.map((group) => {
    const left = of(sites, group.id);
    return left.length === of(overview.sites, group.id).length
      ? group
      : { ...group, sites: left.length, ...sum(left) };
  });
  return { ...overview, sites, groups, all: sum(sites) };
}

/** Whether one may see other sites now than when the overview was made. */
export function isOther(
  { sites }: Overview,
  now: ReadonlyMap<string, LiveFigures> | undefined,
): boolean {
  return now !== undefined && (now.size !== sites.length || sites.some(({ id }) => !now.has(id)));
}

function of(sites: readonly OverviewSite[], group: string): readonly OverviewSite[] {
  return sites.filter((site) => site.group === group);
}

function sum(sites: readonly OverviewSite[]): Standing {
  return {
    online: sites.reduce((all, { online }) => all + online, 0),
    today: total(sites.map(({ today }) => today)),
    month: pair(sites.map(({ month }) => month)),
    year: pair(sites.map(({ year }) => year)),
    target: null,
    spark: sparks(sites),
  };
}

function total(list: readonly DaySums[]): DaySums {
  return list.reduce(add, ZERO);
}

function pair(pairs: readonly Pair[]): Pair {
  const before = pairs.flatMap((one) => (one.before ? [one.before] : []));
  return changed(total(pairs.map(({ now }) => now)), before.length > 0 ? total(before) : null);
}

function sparks(sites: readonly OverviewSite[]): readonly number[] | null {
  const known = sites.flatMap(({ spark }) => (spark ? [spark] : []));
  const [first, ...others] = known;
  return first
    ? others.reduce((all, one) => all.map((n, day) => n + (one[day] ?? 0)), first)
    : null;
}
