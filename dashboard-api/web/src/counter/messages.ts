import type { CountersResponse, Metric } from '../../api/schema';
import type { Language } from '../widget/language';

/** Figures a counter can show. */
export const FIGURES = [
  'online',
  'today',
  'yesterday',
  'week',
  'month',
  'year',
  'total',
] as const satisfies readonly (keyof CountersResponse)[];
export type Figure = (typeof FIGURES)[number];

export const METRICS: readonly Metric[] = ['visits', 'views', 'visitors'];

type Messages = Record<Exclude<Figure, 'total'> | Metric, string> & {
  /** Precedes the time of the last known numbers. */
  asOf: string;
  /** Replaces numbers that are unavailable. */
  none: string;
};

/**
 * Texts as usual on public portals. A sum of daily visitors is "khách-ngày" and never called
 * people.
 */
export const MESSAGES: Record<Language, Messages> = {
  vi: {
    online: 'Đang truy cập',
    today: 'Hôm nay',
    yesterday: 'Hôm qua',
    week: 'Tuần này',
    month: 'Tháng này',
    year: 'Năm nay',
    visits: 'Tổng lượt truy cập',
    views: 'Tổng lượt xem trang',
    visitors: 'Tổng khách-ngày',
    asOf: 'số liệu lúc',
    none: 'chưa có số liệu',
  },
  en: {
    online: 'Online now',
    today: 'Today',
    yesterday: 'Yesterday',
    week: 'This week',
    month: 'This month',
    year: 'This year',
    visits: 'Total visits',
    views: 'Total page views',
    visitors: 'Total visitor-days',
    asOf: 'figures of',
    none: 'no figures yet',
  },
};
