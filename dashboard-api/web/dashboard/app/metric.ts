import type { Metric } from '../../api/schema.js';
import { dictionary } from './language.js';

/** What is counted, in words. Visitors of several days or sites are never called people. */
export const metricNames = dictionary<Record<Metric, string>>(
  { visits: 'Lượt truy cập', views: 'Lượt xem trang', visitors: 'Khách-ngày' },
  { visits: 'Visits', views: 'Page views', visitors: 'Visitor-days' },
);

export const METRICS: readonly Metric[] = ['visits', 'views', 'visitors'];

/** A metric as an address says it; visits if it says none. */
export function metricOf(text: string | null | undefined): Metric {
  return METRICS.find((metric) => metric === text) ?? 'visits';
}
