import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../app/language.js';
import { match } from '../../app/router.js';
import { valueName } from './value-names.js';
import { label } from './panels/time-series.js';
import { partsOf } from './panels/ledger.js';
import { asQuery, canFilter, questionOf, siteOf, type ReportQuery } from './report-query.js';

const table = ['site/:id', 'group/:id', 'all'].map((path) => ({
  path,
  tag: 'x-y',
  load: () => Promise.resolve(),
  title: () => '',
}));

function reportQuery(path: string, search = ''): ReportQuery {
  const place = match(table, `/dashboard/${path}`, search);
  if (!place) {
    throw new Error(path);
  }
  return questionOf(place, '2026-11-22');
}

afterEach(() => {
  setLanguage('vi');
});

describe('the report query of an address', () => {
  it('is this month compared with the same month of last year by default', () => {
    expect(reportQuery('site/a.vn')).toEqual({
      scope: 'site:a.vn',
      period: '2026-11',
      compare: 'year',
      filters: [],
      metric: 'visits',
      day: undefined,
    });
    expect([reportQuery('group/g').scope, reportQuery('all').scope]).toEqual(['group:g', 'all']);
  });

  it('takes filters, also for unknown values, and leaves out invalid parameters', () => {
    const asked = reportQuery(
      'site/a.vn',
      '?period=2026-Q4&source=&page=%2Ftin&compare=x&day=2026-13-01',
    );
    expect(asked.filters).toEqual([
      { dimension: 'page', value: '/tin' },
      { dimension: 'source', value: '' },
    ]);
    expect([asked.compare, asked.day]).toEqual(['year', undefined]);
    expect(asQuery(asked)).toEqual({
      scope: 'site:a.vn',
      period: '2026-Q4',
      compare: 'year',
      page: ['/tin'],
      source: [''],
    });
    expect(reportQuery('group/g', '?page=%2F').filters).toEqual([]);
  });

  it('takes the tags of a campaign as filters', () => {
    const asked = reportQuery('site/a.vn', '?campaign=T%E1%BA%BFt&campaignSource=');
    expect(asked.filters).toEqual([
      { dimension: 'campaign', value: 'Tết' },
      { dimension: 'campaignSource', value: '' },
    ]);
    expect(asQuery(asked)).toMatchObject({ campaign: ['Tết'], campaignSource: [''] });
    expect([canFilter(asked, 'campaign'), canFilter(asked, 'campaignMedium')]).toEqual([
      false,
      true,
    ]);
  });

  it('uses another name for the language of visits, since files have a language too', () => {
    const asked = asQuery(reportQuery('site/a.vn', '?period=2026-Q4&language=en'));
    expect(asked['visitLanguage']).toEqual(['en']);
    expect(asked).not.toHaveProperty('language');
  });

  it('can be filtered once by each dimension, and only for a single site', () => {
    const asked = reportQuery('site/a.vn', '?source=zalo.me');
    expect([canFilter(asked, 'page'), canFilter(asked, 'source'), canFilter(asked, 'bot')]).toEqual(
      [true, false, false],
    );
    expect(canFilter(reportQuery('all'), 'page')).toBe(false);
    expect(siteOf(reportQuery('all'))).toBeUndefined();
  });
});

describe('values', () => {
  it('have readable names', () => {
    expect(valueName('device', 'Phone')).toBe('Điện thoại');
    expect(valueName('country', 'VN')).toBe('Việt Nam');
    expect(valueName('source', '')).toBe('Truy cập trực tiếp hoặc không rõ');
    expect(valueName('page', '(other)')).toBe('Các giá trị khác trong ngày');
    expect(valueName('browser', 'Unknown')).toBe('Không rõ');
    expect(valueName('campaign', 'Unknown')).toBe('Unknown');
    expect(valueName('campaignMedium', '')).toBe('Không thuộc chiến dịch');
    setLanguage('en');
    expect(valueName('language', 'vi')).toBe('Vietnamese');
    expect(valueName('country', '??')).toBe('??');
  });
});

describe('points of the time series', () => {
  const sums = { views: 1, visits: 1, visitors: 1, engagedMs: 1 };

  it('have their weekday, and the compared day if it differs', () => {
    expect(label({ at: '2026-11-22', ...sums, before: { at: '2025-11-22', ...sums } }, 'day')).toBe(
      'CN 22/11',
    );
    expect(label({ at: '2026-11-02', ...sums, before: { at: '2026-10-05', ...sums } }, 'day')).toBe(
      'T2 02/11 (05/10/2026)',
    );
    expect(label({ at: '2026-11-22T05:00', ...sums, before: null }, 'hour')).toBe('05:00');
    expect(label({ at: '2026-11', ...sums, before: null }, 'month')).toBe('11/2026');
  });
});

describe('the ledger', () => {
  it('has parts that add up to the received events', () => {
    const parts = partsOf({
      received: 21,
      views: 10,
      heartbeats: 5,
      duplicates: 3,
      bots: 1,
      rejected: { 'too-old': 1, unreadable: 1 },
      mergedVisits: 0,
    });
    expect(parts.reduce((all, { count }) => all + count, 0)).toBe(21);
  });
});
