import type { Metric } from '../../api/schema.js';
import { dictionary } from './language.js';

/** Names of the metrics. Visitors of several days or sites are never called people. */
export const metricNames = dictionary<Record<Metric, string>>(
  { visits: 'Lượt truy cập', views: 'Lượt xem trang', visitors: 'Lượt khách theo ngày' },
  { visits: 'Visits', views: 'Page views', visitors: 'Visitor-days' },
);

export const METRICS: readonly Metric[] = ['visits', 'views', 'visitors'];

/** Reads a metric from an address. Default: visits. */
export function metricOf(text: string | null | undefined): Metric {
  return METRICS.find((metric) => metric === text) ?? 'visits';
}
