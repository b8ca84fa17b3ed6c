import type { DaySums, LiveTotals, Metric, Overview, OverviewLine } from '../../../api/schema.js';
import { compare, plain } from '../../app/format.js';
import { add, ADDITIVE, grown, minus, type OverviewFigures, summed, ZERO } from './sums.js';

/** Sort keys of the table. */
export type Order =
  | 'name'
  | 'online'
  | 'today'
  | 'month'
  | 'monthChange'
  | 'year'
  | 'yearChange'
  | 'total'
  | 'target';

export const ORDERS: readonly Order[] = [
  'name',
  'online',
  'today',
  'month',
  'monthChange',
  'year',
  'yearChange',
  'total',
  'target',
];

/** Sites of a group with their totals. */
export interface Section {
  /** Id of the group, empty for sites without a group. */
  readonly id: string;
  readonly name: string;
  readonly totals: OverviewFigures | undefined;
  /** Number of further sites of the group, which the account may not see. */
  readonly hidden: number;
  readonly sites: readonly OverviewLine[];
}

/**
 * Adds the live figures to the overview. The increase of today since the overview was loaded also
 * counts for the month, the year and the public total, for the group and for the total.
 */
export function withLive(
  overview: Overview,
  live: (site: string) => LiveTotals | undefined,
): Overview {
  const sites = overview.sites.map((site) => shifted(site, difference(site, live(site.id))));
  const withSites = <L extends OverviewFigures>(
    total: L,
    list: (site: OverviewLine) => boolean,
  ): L => {
    const by = overview.sites.reduce((all, site, i) => {
      const now = sites[i];
      return list(site) && now ? plus(all, now, site) : all;
    }, NONE);
    const now = shifted(total, by);
    return now === total ? total : { ...now, ...comparisons(sites.filter(list)) };
  };
  return {
    ...overview,
    sites,
    groups: overview.groups.map((group) => withSites(group, (site) => site.group === group.id)),
    all: withSites(overview.all, () => true),
  };
}

function comparisons(sites: readonly OverviewLine[]): Pick<OverviewFigures, 'month' | 'year'> {
  return {
    month: summed(sites.map(({ month }) => month)),
    year: summed(sites.map(({ year }) => year)),
  };
}

/**
 * Returns true if the day of a site has ended since the overview was loaded, so that it must be
 * loaded again.
 */
export function isPast(
  overview: Overview,
  live: (site: string) => LiveTotals | undefined,
): boolean {
  return overview.sites.some((site) => {
    const now = live(site.id);
    return now !== undefined && hasEnded(site, now);
  });
}

function hasEnded(site: OverviewLine, live: LiveTotals): boolean {
  return live.day !== site.day || live.today.views < site.today.views;
}

/** Returns the value to sort a row by. undefined comes last. */
export function valueOf(
  line: OverviewFigures & { readonly name?: string },
  order: Order,
  metric: Metric,
): number | string | undefined {
  const values: Record<Order, () => number | string | null | undefined> = {
    name: () => line.name,
    online: () => line.online,
    today: () => line.today[metric],
    month: () => line.month.now[metric],
    monthChange: () => line.month.change[metric],
    year: () => line.year.now[metric],
    yearChange: () => line.year.change[metric],
    total: () => line.total[metric],
    target: () => line.target?.share,
  };
  return values[order]() ?? undefined;
}

/** Sorts rows. Rows without a value come last in both directions, equal rows are sorted by name. */
export function sorted<L extends OverviewFigures & { readonly name: string }>(
  lines: readonly L[],
  order: Order,
  metric: Metric,
  ascending: boolean,
): L[] {
  const sign = ascending ? 1 : -1;
  return [...lines].sort((a, b) => {
    const [x, y] = [valueOf(a, order, metric), valueOf(b, order, metric)];
    if (x === undefined || y === undefined) {
      return Number(x === undefined) - Number(y === undefined) || compare(a.name, b.name);
    }
    const by =
      typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y));
    return sign * by || compare(a.name, b.name);
  });
}

/** Returns the sites whose name or id contains all searched words, ignoring diacritics. */
export function matching(sites: readonly OverviewLine[], text: string): readonly OverviewLine[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  return sites.filter(({ id, name }) => {
    const said = plain(`${name} ${id}`);
    return wanted.every((word) => said.includes(word));
  });
}

/** Returns the sites by group, in the order of the groups. Sites without a group come last. */
export function sections(
  overview: Overview,
  sites: readonly OverviewLine[],
  ungrouped: string,
): Section[] {
  const known = new Set(overview.groups.map(({ id }) => id));
  const list: Section[] = [...overview.groups]
    .sort((a, b) => a.position - b.position || compare(a.name, b.name))
    .map((group) => ({
      id: group.id,
      name: group.name,
      totals: group,
      hidden: group.hiddenSites,
      sites: sites.filter((site) => site.group === group.id),
    }));
  const rest = sites.filter(({ group }) => !group || !known.has(group));
  return [...list, { id: '', name: ungrouped, totals: undefined, hidden: 0, sites: rest }].filter(
    (section) => section.sites.length > 0,
  );
}

interface Difference {
  readonly online: number;
  readonly today: DaySums;
}

const NONE: Difference = { online: 0, today: ZERO };

function difference(site: OverviewLine, live: LiveTotals | undefined): Difference {
  // A day that has ended is not subtracted from the month, because the overview is loaded again.
  if (!live || hasEnded(site, live)) {
    return live ? { ...NONE, online: live.online - site.online } : NONE;
  }
  return { online: live.online - site.online, today: minus(live.today, site.today) };
}

function plus(all: Difference, now: OverviewFigures, then: OverviewFigures): Difference {
  return {
    online: all.online + now.online - then.online,
    today: add(all.today, minus(now.today, then.today)),
  };
}

function shifted<L extends OverviewFigures>(line: L, by: Difference): L {
  if (by.online === 0 && ADDITIVE.every((key) => by.today[key] === 0)) {
    return line;
  }
  return {
    ...line,
    online: line.online + by.online,
    today: add(line.today, by.today),
    month: grown(line.month, by.today),
    year: grown(line.year, by.today),
    total: add(line.total, by.today),
  };
}
