import type { Query } from '../../app/api/client.js';
import type { Dimension, Metric } from '../../../api/schema.js';
import { metricOf } from '../../app/metric.js';
import { parsePeriod, periodOf, today, type Comparison } from '../../app/period.js';
import type { Place } from '../../app/router.js';

/** Dimensions of campaigns, the name first. */
export const CAMPAIGNS = [
  'campaign',
  'campaignSource',
  'campaignMedium',
  'campaignContent',
  'campaignTerm',
] as const satisfies readonly Dimension[];

/** Dimensions that can filter the reports of a single site. */
export const FILTERS = [
  'page',
  'entry',
  'source',
  ...CAMPAIGNS,
  'device',
  'browser',
  'system',
  'country',
  'language',
] as const satisfies readonly Dimension[];

export interface Filter {
  readonly dimension: Dimension;
  /** Empty: unknown. */
  readonly value: string;
}

/** Query of the reports. The address contains all of it. */
export interface ReportQuery {
  /** `site:ID`, `group:ID` or `all`. */
  readonly scope: string;
  readonly period: string;
  readonly compare: Comparison;
  readonly filters: readonly Filter[];
  /** Metric of charts and lists. */
  readonly metric: Metric;
  /** Day whose pages are shown. */
  readonly day: string | undefined;
}

/** Reads the query of an address. Default: this month compared with the year before. */
export function questionOf({ route, params, query }: Place, now: string = today()): ReportQuery {
  const id = params['id'] ?? '';
  const scope = route.path.startsWith('site') ? `site:${id}` : `group:${id}`;
  const compare = query.get('compare');
  const day = query.get('day');
  return {
    scope: id ? scope : 'all',
    period: (parsePeriod(query.get('period')) ?? periodOf('month', now)).text,
    compare: compare === 'previous' || compare === 'none' ? compare : 'year',
    filters: id && scope.startsWith('site') ? filtersOf(query) : [],
    metric: metricOf(query.get('metric')),
    day: parsePeriod(day)?.kind === 'day' ? (day ?? undefined) : undefined,
  };
}

/** Returns the query for the API, where `language` is the language of files. */
export function asQuery({ scope, period, compare, filters }: ReportQuery): Query {
  const narrowed = Object.fromEntries(
    filters.map(
      ({ dimension, value }) =>
        [dimension === 'language' ? 'visitLanguage' : dimension, [value]] as const,
    ),
  );
  return { scope, period, compare, ...narrowed };
}

/** Id of the only site of the query, undefined for several sites. */
export function siteOf({ scope }: ReportQuery): string | undefined {
  return scope.startsWith('site:') ? scope.slice('site:'.length) : undefined;
}

/** Returns true if the query can be filtered by a dimension and is not yet. */
export function canFilter(reportQuery: ReportQuery, dimension: Dimension): boolean {
  return (
    siteOf(reportQuery) !== undefined &&
    (FILTERS as readonly Dimension[]).includes(dimension) &&
    !reportQuery.filters.some((filter) => filter.dimension === dimension)
  );
}

function filtersOf(query: URLSearchParams): Filter[] {
  return FILTERS.flatMap((dimension) => {
    const value = query.get(dimension);
    return value === null ? [] : [{ dimension, value }];
  });
}
