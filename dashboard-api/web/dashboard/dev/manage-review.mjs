/** The mock's review. */
import { noise, sites } from './sample-data.mjs';

/** Returns a review. */
export function review(query) {
  const en = query.get('language') === 'en';
  const t = (vi, english) => (en ? english : vi);
  const months = ['01/2026', '02/2026', '03/2026', '04/2026', '05/2026', '06/2026'];
  const values = (base) =>
    months.map((month, i) => Math.round(base * (0.8 + 0.4 * noise(month, base) + i * 0.04)));
  return {
    title: t('BÁO CÁO 6 THÁNG ĐẦU NĂM 2026', 'Review of the first half of 2026'),
    subtitle: t('Số liệu truy cập Khối Sở, ngành', 'Visits of the departments'),
    author: 'Nguyễn Hoài An',
    made: Date.now(),
    scope: query.get('scope'),
    period: query.get('period'),
    sections: [
      {
        id: 'summary',
        heading: t('1. Kết quả chung', '1. Overall'),
        paragraphs: [
          t(
            'Trong 6 tháng đầu năm 2026 (01/01/2026 – 30/06/2026), 10 trang của Khối Sở, ngành có 2.514.870 lượt truy cập, tăng 12,3% so với cùng kỳ năm 2025 (2.239.421 lượt); đạt 59,9% kế hoạch năm.',
            'From 1 Jan to 30 Jun 2026 the 10 sites had 2,514,870 visits, 12.3% more than in the same days of 2025 (2,239,421); 59.9% of the year’s plan.',
          ),
          t(
            'Lượt khách theo ngày là tổng số khách của từng ngày, không phải số người.',
            'Visitor-days are sums of daily visitors, not people.',
          ),
        ],
        charts: [
          {
            id: 'course',
            kind: 'line',
            title: t('Lượt truy cập theo tháng', 'Visits by month'),
            labels: months,
            series: [
              { name: t('6 tháng đầu năm 2026', 'First half of 2026'), values: values(420000) },
              { name: t('Cùng kỳ năm 2025', 'Same days of 2025'), values: values(370000) },
            ],
          },
        ],
        sheets: [
          {
            id: 'figures',
            title: t('Các chỉ số chính', 'Main figures'),
            columns: [
              { id: 'metric', label: t('Chỉ số', 'Metric'), kind: 'text' },
              { id: 'now', label: t('Kỳ này', 'This period'), kind: 'count' },
              { id: 'before', label: t('Cùng kỳ', 'Before'), kind: 'count' },
              { id: 'change', label: t('Thay đổi', 'Change'), kind: 'change' },
            ],
            rows: [
              [t('Lượt truy cập', 'Visits'), 2514870, 2239421, 0.123],
              [t('Lượt xem trang', 'Page views'), 6120334, 5733201, 0.0675],
              [t('Lượt khách theo ngày', 'Visitor-days'), 1980221, 2011934, -0.0158],
            ],
          },
        ],
      },
      {
        id: 'sites',
        heading: t('2. Xếp hạng các trang', '2. Sites by rank'),
        paragraphs: [
          t(
            'Sở Nội vụ dẫn đầu; Thanh tra tỉnh giảm nhiều nhất.',
            'The Department of Home Affairs leads.',
          ),
        ],
        charts: [
          {
            id: 'rank',
            kind: 'bar',
            title: t('Lượt truy cập theo trang', 'Visits by site'),
            labels: sites.slice(5, 13).map(({ name }) => name),
            series: [
              {
                name: t('Lượt truy cập', 'Visits'),
                values: sites
                  .slice(5, 13)
                  .map(({ base }) => base * 181)
                  .sort((a, b) => b - a),
              },
            ],
          },
        ],
        sheets: [
          {
            id: 'ranks',
            title: t('Các trang trong khối', 'Sites of the group'),
            columns: [
              { id: 'site', label: t('Trang', 'Site'), kind: 'text' },
              { id: 'visits', label: t('Lượt truy cập', 'Visits'), kind: 'count' },
              { id: 'change', label: t('So cùng kỳ', 'Change'), kind: 'change' },
              { id: 'share', label: t('Mức đạt kế hoạch', 'Of plan'), kind: 'share' },
            ],
            rows: sites
              .slice(5, 15)
              .map(({ name, base }, i) => [
                name,
                base * 181,
                i === 3 ? null : noise(name) - 0.4,
                i % 3 ? null : 0.4 + noise('t', name),
              ]),
          },
        ],
      },
    ],
  };
}

/** Returns the list of issued reviews, one of them, what is different now, or a new one. */
export function issuedReviews({ method, query, body }, [id, part], managed) {
  const all = managed === 'empty' ? [] : [issued(2), issued(1)];
  if (method === 'POST') {
    return { ...issued(3), ...body };
  }
  const one = all.find((review) => review.id === id);
  if (id === undefined) {
    return all;
  }
  if (part === 'changes') {
    return one && changes(one);
  }
  return one && { ...one, intact: true, review: review(query) };
}

function issued(number) {
  return {
    ...{ id: `2026-${number}`, year: 2026, number, at: Date.parse('2026-07-02T02:00:00Z') },
    ...{
      by: 'Nguyễn Hoài An',
      scope: 'group:so-nganh',
      // The first one is of before names were kept. The second one was issued in another name.
      ...(number === 1 ? {} : { scopeName: 'Khối Sở, ban, ngành' }),
      organisation: number === 2 ? 'Văn phòng Ủy ban' : '',
      period: '2026-H1',
      compare: 'year',
    },
    ...{ language: 'vi', hiddenSites: 0, hash: '0123456789abcdef'.repeat(4) },
    title: 'Báo cáo tình hình truy cập 6 tháng đầu năm 2026',
  };
}

function changes({ number }) {
  const at = Date.parse('2026-11-21T05:00:00Z');
  if (number === 2) {
    return { at, total: 0, figures: [], sentences: [], reasons: [] };
  }
  const section = '1. Kết quả chung';
  const place = { section, table: 'Các chỉ số chính', row: 'Lượt truy cập', column: 'Kỳ này' };
  return {
    at,
    total: 1,
    figures: [{ ...place, then: '2.514.870', now: '2.514.900' }],
    sentences: [
      { section, then: ['Có 2.514.870 lượt truy cập.'], now: ['Có 2.514.900 lượt truy cập.'] },
    ],
    reasons: ['Trang mới trong phạm vi: Sở Mới.'],
  };
}
