import type { Metric } from '../../api/schema';
import type { Language } from '../widget/language';

/** A figure that a counter can show. */
export type Figure = 'online' | 'today' | 'yesterday' | 'week' | 'month' | 'year' | 'total';

type Messages = Record<Exclude<Figure, 'total'> | Metric, string> & {
  /** Precedes the time of the last known numbers. */
  asOf: string;
  /** Replaces numbers that are unavailable. */
  stale: string;
  /** Replaces the numbers of a site that is not registered. */
  unknown: string;
};

/**
 * Texts as usual on public portals. A sum of daily visitors is "lượt khách theo ngày" and never called
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
    visitors: 'Tổng lượt khách theo ngày',
    asOf: 'số liệu lúc',
    stale: 'chưa có số liệu',
    unknown: 'không có trang này',
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
    stale: 'no figures yet',
    unknown: 'unknown site',
  },
};

/** Figures that a counter can show: the first messages, and the total, which has one for each metric. */
export const FIGURES = Object.keys(MESSAGES.vi).slice(0, 6).concat('total') as Figure[];
