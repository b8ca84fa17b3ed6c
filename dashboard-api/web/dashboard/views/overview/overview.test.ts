import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../app/api/problem.js';
import { setLanguage } from '../../app/language.js';
import { begin, end } from '../../app/session.js';
import type { OverviewLine, PeriodComparison } from '../../../api/schema.js';
import { all, faults, find, mount, text } from '../../components/testing.js';
import { answer, drawn, placeOf, silence, type Answers, type QuietSource } from '../test-stubs.js';
import type { OverviewView } from './overview.js';
import './index.js';

const day = '2026-11-22';
const sums = (n: number): PeriodComparison['now'] => ({
  views: n,
  visits: n,
  visitors: n,
  engagedMs: 0,
});
const pair = (now: number, change: number | null): PeriodComparison => ({
  now: sums(now),
  before: null,
  change: { views: change, visits: change, visitors: change, engagedMs: null },
});
const line = {
  online: 7,
  today: sums(689),
  month: pair(9000, 0.123),
  year: pair(676_536, null),
  spark: [1, 2],
  total: sums(676_540),
  baseline: sums(675_828),
  predecessors: [],
  day,
};
const site = (id: string, name: string, more: Partial<OverviewLine> = {}): OverviewLine => ({
  id,
  name,
  group: 'y-te',
  sample: false,
  archived: false,
  ...line,
  ...more,
});
const target = {
  id: 't',
  metric: 'visits' as const,
  period: '2026',
  value: 100,
  actual: 121.4,
  share: 1.214,
  until: '2026-11-22',
};
const overview = {
  asOf: 0,
  complete: true,
  sites: [
    site('a.vn', 'Sở Y tế', { target }),
    site('b.vn', 'Bệnh viện', { year: pair(9, null), sample: true }),
  ],
  groups: [{ id: 'y-te', name: 'Khối Y tế', position: 1, sites: 2, hiddenSites: 0, ...line }],
  all: line,
  baselineChanges: [],
};

async function show(answers: Answers, search = ''): Promise<OverviewView> {
  answer(answers);
  const view = await mount<OverviewView>(
    html`<sp-overview-view .place=${placeOf('', search)}></sp-overview-view>`,
  );
  await drawn(view);
  return view;
}

let sources: QuietSource[] = [];
beforeEach(() => {
  sources = silence();
});
afterEach(() => {
  end();
  vi.restoreAllMocks();
});

describe('sp-overview-view', () => {
  it('is a table whose headers mark the order', async () => {
    const view = await show({ overview });
    expect(find(view, 'table').getAttribute('aria-label')).toBe('Số liệu các trang');
    expect(all(view, 'th[aria-sort="descending"]').map((head) => head.textContent.trim())).toEqual([
      'Năm nay↓',
    ]);
    expect(await faults()).toEqual([]);
  });

  it('shows online, today, year and target', async () => {
    const said = text(await show({ overview }));
    expect(said).toContain('Sở Y tế 7 689 9.000');
    expect(said).toContain('▲+12,3%');
    expect(said).toContain('676.536');
    expect(said).toContain('đạt 121,4%');
  });

  it('says once that there is nothing to compare with', async () => {
    const tiles = all(await show({ overview }), 'sp-stat-tile').map(text);
    expect(tiles.slice(2).map((said) => said.includes('so với cùng kỳ năm trước'))).toEqual([
      true,
      false,
    ]);
    expect(tiles[3]).toContain('không có số liệu để so sánh');
  });

  it('counts one site in the singular', async () => {
    setLanguage('en');
    const groups = [{ id: 'y-te', name: 'Health', position: 1, sites: 1, hiddenSites: 0, ...line }];
    const said = text(
      await show({ overview: { ...overview, groups, sites: [site('a.vn', 'A')] } }),
    );
    setLanguage('vi');
    expect(said).toContain('1 site');
    expect(said).not.toContain('1 sites');
  });

  it('says of how many sites a viewer of some sees the figures', async () => {
    const groups = overview.groups.map((group) => ({ ...group, hiddenSites: 1 }));
    const sum = { ...line, sites: 2, hiddenSites: 3 };
    const said = text(await show({ overview: { ...overview, groups, all: sum } }));
    expect(said).toMatch(/xem 2 trong 5 trang thông tin.*2 trong 3 trang/);
  });

  it('ranks sites, and finds names without diacritics', async () => {
    const ranked = await show({ overview }, '?ranked=1&order=name');
    expect(all(ranked, 'tbody .site .name a').map((link) => link.textContent)).toEqual([
      'Bệnh viện',
      'Sở Y tế',
    ]);
    const foundOnly = await show({ overview }, '?search=so+y');
    expect(all(foundOnly, '.site')).toHaveLength(1);
    expect(foundOnly.shadowRoot?.querySelector('tfoot')).toBeNull();
  });

  it('marks samples, and explains visitors of several days', async () => {
    const view = await show({ overview }, '?metric=visitors');
    expect(all(view, '.badge').map((badge) => badge.textContent)).toEqual(['Dữ liệu mẫu']);
    expect(text(view)).toContain('Lượt khách theo ngày là tổng số khách');
  });

  it('shows the baseline in each total, and every change of a baseline', async () => {
    const after = {
      views: 9,
      visits: 675_828,
      visitors: 7,
      asOf: '2025-12-31',
      source: 'NukeViet',
      enteredBy: 'Bình',
    };
    const change = { site: 'a.vn', name: 'Sở Y tế', at: 0, by: 'Nguyễn Bình', after };
    const baselineChanges = [change, { ...change, before: after, after: { ...after, visits: 5 } }];
    const view = await show({ overview: { ...overview, baselineChanges } });
    expect(text(view)).toContain('676.540gồm ban đầu 675.828');
    const listed = all(view, '.baselines li').map((item) =>
      item.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(listed[0]).toContain('Nguyễn Bình · Sở Y tế: chưa có → 675.828 lượt truy cập');
    expect(listed[1]).toContain('675.828 → 5 lượt truy cập');
    expect(find(view, '.baselines').hasAttribute('open')).toBe(true);
    expect(await faults()).toEqual([]);
  });

  it('shows waiting, failure with retry, and empty', async () => {
    expect(find(await show({}), '[role=status]').textContent).toContain('Đang tải');
    const away = await show({ overview: new Problem(500, '', '') });
    expect(find(away, '[role=alert]').textContent).toContain('mã 500');
    expect(await faults()).toEqual([]);
    const none = await show({ overview: { ...overview, sites: [], groups: [] } });
    expect(text(none)).toContain('chưa được giao trang nào');
    expect(await faults()).toEqual([]);
  });

  it('leads an administrator from no site to the first view', async () => {
    const account = { id: 'an', login: 'an', name: 'An', administrator: true, grants: [] };
    begin({ account, csrf: 'x', edits: true, secondFactorMissing: false });
    const none = await show({ overview: { ...overview, sites: [], groups: [] } });
    expect(all(none, '.steps li')).toHaveLength(3);
    expect(find(none, '[aria-current=step] a').getAttribute('href')).toBe('/dashboard/sites?new=1');
    expect(await faults()).toEqual([]);

    const nothing = {
      ...line,
      online: 0,
      today: sums(0),
      month: pair(0, null),
      year: pair(0, null),
    };
    const young = { ...overview, sites: [site('moi.vn', 'Trang mới', nothing)] };
    const view = await show({ overview: young });
    expect(find(view, '[aria-current=step] a').getAttribute('href')).toBe(
      '/dashboard/sites/moi.vn',
    );
    expect(find(view, '.wait').textContent).toContain('Trang mới');
    expect(await faults()).toEqual([]);

    sources.at(-1)?.say('figures', now('moi.vn'));
    await drawn(view);
    expect(view.shadowRoot?.querySelector('.steps')).toBeNull();
    expect(text(view)).toContain('689');
  });

  it('shows that figures are missing while ClickHouse is unavailable', async () => {
    const view = await show({ overview: { ...overview, complete: false } });
    expect(text(view)).toContain('Hệ thống số liệu tạm thời gián đoạn');
  });

  const now = (...ids: readonly string[]): object => ({
    whole: true,
    sites: Object.fromEntries(ids.map((id) => [id, { online: 7, today: sums(689), day }])),
  });

  it('removes a site that is no longer visible from list and sums, and reloads', async () => {
    const view = await show({ overview });
    sources[0]?.say('figures', now('a.vn', 'b.vn'));
    await drawn(view);
    expect(all(view, '.site')).toHaveLength(2);

    const asked = answer({});
    sources[0]?.say('figures', now('b.vn'));
    await drawn(view);
    expect(asked).toEqual(['overview {"compare":"year"}']);
    expect(text(view)).not.toContain('Sở Y tế');
    expect(text(view)).not.toContain('676.536');
    expect(find(view, 'tfoot').textContent.replace(/\s+/g, ' ')).toContain(' 7 689 9.000 ');
    expect(find(view, '.group').textContent).toContain('1 trang');
  });

  it('is empty after the last site is lost', async () => {
    const view = await show({ overview });
    sources[0]?.say('figures', now());
    await drawn(view);
    expect(text(view)).toContain('chưa được giao trang nào');
    expect(text(view)).not.toContain('689');
  });

  it('reloads when a site is added', async () => {
    const view = await show({ overview });
    const asked = answer({
      overview: { ...overview, sites: [...overview.sites, site('c.vn', 'C')] },
    });
    sources[0]?.say('figures', now('a.vn', 'b.vn', 'c.vn'));
    await drawn(view);
    expect(asked).toHaveLength(1);
    expect(all(view, '.site')).toHaveLength(3);
  });
});
