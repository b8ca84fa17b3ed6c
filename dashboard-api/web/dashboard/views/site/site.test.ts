import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../app/api/problem.js';
import { all, faults, find, mount, next, text } from '../../components/testing.js';
import { answer, drawn, placeOf, silence, type Answers, type QuietSource } from '../test-stubs.js';
import type { BreakdownPanel } from './panels/breakdown.js';
import type { SiteView } from './site.js';

vi.mock('../../components/chart/chart.js', () => ({}));
await import('./index.js');

const sums = { views: 603_319, visits: 246_887, visitors: 202_080, engagedMs: 18_516_525_000 };
const summary = {
  scope: 'site:a.vn',
  name: 'Sở Y tế',
  sample: false,
  zone: 'Pacific/Kiritimati',
  period: { text: '2026-10', from: '2026-10-01', to: '2026-10-31' },
  begun: { text: '2026-10', from: '2026-10-01', to: '2026-10-31' },
  compared: { text: '2025-10', from: '2025-10-01', to: '2025-10-31' },
  ...{ hiddenSites: 0, movedSites: 0 },
  live: false,
  partOfDay: false,
  now: { ...sums, peakOnline: { count: 245, at: Date.parse('2026-10-03T02:41:00Z') } },
  before: { ...sums, peakOnline: null },
  change: { views: 0.123, visits: -0.05, visitors: 0, engagedMs: null },
  ledger: {
    received: 10,
    views: 6,
    heartbeats: 3,
    duplicates: 1,
    bots: 0,
    rejected: {},
    mergedVisits: 0,
  },
  predecessors: [{ site: 'old.vn', name: 'Sở cũ', from: '2026-07-01' }],
  target: {
    id: 't',
    metric: 'visits',
    period: '2026',
    value: 100,
    actual: 121,
    share: 1.214,
    until: '2026-06-30',
  },
};
const value = (name: string, visits: number): object => ({
  ...{ value: name, title: null, views: visits, visits, visitors: visits, engagedMs: 0 },
  ...{ share: visits / 30, before: { views: 10, visits: 10, visitors: 10 } },
});
const breakdown = {
  dimension: 'source',
  rows: 12,
  totals: { views: 30, visits: 30, visitors: 30, engagedMs: 0 },
  values: [value('zalo.me', 20), value('', 10)],
};

async function show(
  answers: Answers,
  path = 'site/a.vn',
  search = '?period=2026-10',
): Promise<SiteView> {
  answer(answers);
  const view = await mount<SiteView>(
    html`<sp-site-view .place=${placeOf(path, search)}></sp-site-view>`,
  );
  await drawn(view);
  return view;
}

let sources: QuietSource[] = [];
beforeEach(() => {
  sources = silence();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('sp-site-view', () => {
  it('has the site as heading, site and period as title, and no axe violations', async () => {
    const view = await show({ 'reports/summary': summary });
    expect(find(view, 'h1').textContent.trim()).toBe('Sở Y tế');
    expect(document.title).toBe('Sở Y tế · Tháng 10/2026 · sitepulse');
    expect(await faults()).toEqual([]);
  });

  it('shows figures with changes and the compared days', async () => {
    const view = await show({ 'reports/summary': summary });
    const tiles = all(view, 'sp-stat-tile').map((tile) => tile.getAttribute('label'));
    expect(tiles).toEqual([
      'Lượt truy cập',
      'Lượt xem trang',
      'Lượt khách theo ngày',
      'Thời gian xem mỗi lượt',
      'Số truy cập đồng thời cao nhất',
    ]);
    expect(text(view)).toContain('so với 01/10 – 31/10/2025');
    expect(text(view)).toContain('Chỉ tiêu năm 2026');
    const peak = all(view, 'sp-stat-tile').at(-1)?.getAttribute('note');
    expect(peak).toBe('lúc 16:41 03/10/2026 (Pacific/Kiritimati)'); // the site's clock
  });

  it('shows a merged site', async () => {
    const view = await show({ 'reports/summary': summary });
    expect(find(view, '.notice').textContent).toContain('Từ ngày 01/07/2026, số liệu gồm cả Sở cũ');
  });

  it('shows removable filters', async () => {
    const view = await show(
      { 'reports/summary': summary },
      'site/a.vn',
      '?source=zalo.me&device=Phone',
    );
    expect(all(view, '.chip').map((chip) => chip.title)).toEqual([
      'Bỏ lọc Nguồn: zalo.me',
      'Bỏ lọc Thiết bị: Điện thoại',
    ]);
    expect(await faults()).toEqual([]);
  });

  it('shows messages for a future period, an empty one, and an unknown site', async () => {
    const zero = { views: 0, visits: 0, visitors: 0, engagedMs: 0, peakOnline: null };
    const future = await show({ 'reports/summary': { ...summary, begun: null, now: zero } });
    expect(text(future)).toContain('Kỳ này chưa bắt đầu.');
    const nobody = await show({ 'reports/summary': { ...summary, now: zero } });
    expect(text(nobody)).toContain('Chưa có lượt truy cập nào trong kỳ này.');
    const unknown = await show({ 'reports/summary': new Problem(404, '/problems/not-found', '') });
    expect(find(unknown, '[role=alert]').textContent).toContain('Không tìm thấy');
    expect(await faults()).toEqual([]);
  });

  it('removes a site that is no longer visible', async () => {
    const view = await show({ 'reports/summary': summary });
    const today = { views: 1, visits: 1, visitors: 1, engagedMs: 0 };
    const sites = { 'a.vn': { online: 1, today }, 'b.vn': { online: 1, today } };
    sources[0]?.say('figures', { whole: true, sites });
    await drawn(view);
    answer({ 'reports/summary': new Problem(404, '/problems/not-found', '') });
    sources[0]?.say('figures', { whole: true, sites: { 'b.vn': sites['b.vn'] } });
    await drawn(view);
    expect(find(view, '[role=alert]').textContent).toContain('Không tìm thấy');
    expect(all(view, 'sp-stat-tile, sp-breakdown')).toHaveLength(0);
  });

  it('shows a group with its sites, without filters', async () => {
    const view = await show(
      { 'reports/summary': { ...summary, scope: 'group:y-te', predecessors: [] } },
      'group/y-te',
    );
    const first = all(view, 'sp-breakdown')[0] as BreakdownPanel;
    expect(first.dimensions).toEqual(['site']);
    expect(first.reportQuery?.scope).toBe('group:y-te');
  });
});

describe('sp-breakdown', () => {
  async function list(): Promise<BreakdownPanel> {
    answer({ 'reports/breakdown': breakdown });
    const reportQuery = {
      scope: 'site:a.vn',
      period: '2026-10',
      compare: 'year',
      filters: [],
      metric: 'visits',
    };
    const part = await mount<BreakdownPanel>(
      html`<sp-breakdown
        .reportQuery=${reportQuery}
        .dimensions=${['source', 'device']}
      ></sp-breakdown>`,
    );
    await drawn(part);
    return part;
  }

  it('is a list of tabs over a table', async () => {
    const part = await list();
    expect(all(part, '[role=tab]').map((tab) => tab.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
    ]);
    expect(await faults()).toEqual([]);
  });

  it('shows share and change of each value, and the number of further values', async () => {
    const said = text(await list());
    expect(said).toContain('zalo.me 20 66,7% ▲+100,0%');
    expect(said).toContain('Xem tất cả 12 dòng');
  });

  it('counts bots by page views, since they have no visits', async () => {
    const asked = answer({ 'reports/breakdown': { ...breakdown, dimension: 'bot' } });
    const reportQuery = {
      scope: 'all',
      period: '2026',
      compare: 'none',
      filters: [],
      metric: 'visits',
    };
    const part = await mount<BreakdownPanel>(
      html`<sp-breakdown .reportQuery=${reportQuery} .dimensions=${['bot']}></sp-breakdown>`,
    );
    await drawn(part);
    expect(asked[0]).toContain('"sort":"views"');
    expect(text(part)).toContain('Lượt xem trang');
  });

  it('shows campaigns with their parts as tabs, and how a link gets tags while there are none', async () => {
    answer({
      'reports/summary': summary,
      'reports/breakdown': { ...breakdown, rows: 0, values: [] },
    });
    const view = await mount<SiteView>(
      html`<sp-site-view .place=${placeOf('site/a.vn', '?period=2026-10')}></sp-site-view>`,
    );
    await drawn(view);
    const part = (all(view, 'sp-breakdown') as unknown as BreakdownPanel[]).find(
      ({ dimensions }) => dimensions[0] === 'campaign',
    );
    if (!part) {
      throw new Error('no campaigns');
    }
    answer({ 'reports/breakdown': { ...breakdown, dimension: 'campaign', rows: 0, values: [] } });
    part.reportQuery = { ...part.reportQuery, period: '2026-09' } as typeof part.reportQuery;
    await drawn(part);
    expect(all(part, '[role=tab]').map((tab) => tab.textContent.trim())).toEqual([
      'Chiến dịch',
      'Nơi đăng',
      'Phương tiện',
      'Nội dung',
      'Từ khóa',
    ]);
    expect(text(part)).toContain('?utm_source=zalo&utm_campaign=…');
    expect(await faults()).toEqual([]);
  });

  it('filters by a chosen value, also by an unknown one', async () => {
    const part = await list();
    const told = next(part, 'sp-question');
    find(part, 'tbody tr:nth-child(2) button').click();
    expect(await told).toEqual({ source: '', day: undefined });
  });

  it('moves between tabs with the arrow keys', async () => {
    const part = await list();
    find(part, '[role=tablist]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    await part.updateComplete;
    expect(find(part, '[aria-selected="true"]').textContent.trim()).toBe('Thiết bị');
  });
});
