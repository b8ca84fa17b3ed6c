import { render } from 'lit';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Review } from '../../../api/schema.js';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';
import { drawDocument } from './document.js';
import { firstPeriod } from './first-period.js';

vi.mock(
  '../../components/chart/echarts.js',
  () => import('../../components/chart/echarts-stub.js'),
);

describe('the review', () => {
  it('is a document with headings, text, tables and charts', async () => {
    await stage.open('review?scope=group:so-nganh&period=2026-H1', 'BÁO CÁO 6 THÁNG ĐẦU NĂM 2026');
    expect(await faults()).toEqual([]);
    for (const text of ['tăng 12,3% so với cùng kỳ', '2.514.870', '+12,3%', '-1,6%']) {
      expect(stage.text()).toContain(text);
    }
  });

  it('tells when it was made by the clock of the office, wherever it is read', () => {
    const page = document.createElement('div');
    const made = Date.UTC(2026, 10, 30, 2, 53);
    const review = { title: '', subtitle: '', made, author: 'Trần Thị Lan', sections: [] };
    render(drawDocument(review as unknown as Review), page);
    expect(page.textContent).toContain('Lập lúc 09:53 30/11/2026, người lập: Trần Thị Lan');
  });

  it('has its targets as cards on a phone, where each cell needs its own label', () => {
    const page = document.createElement('div');
    const columns = [
      { id: 'site', label: 'Đơn vị', kind: 'text' },
      { id: 'value', label: 'Kế hoạch', kind: 'count' },
    ];
    const sheets = ['targets', 'sites'].map((id) => ({
      id,
      title: id,
      columns,
      rows: [['Sở Y tế', 12]],
    }));
    const section = { id: 'targets', heading: '', paragraphs: [], charts: [], sheets };
    const review = { title: '', subtitle: '', made: 0, author: '', sections: [section] };
    render(drawDocument(review as unknown as Review), page);
    const [targets, sites] = page.querySelectorAll('.sheet');
    expect(targets?.classList.contains('cards')).toBe(true);
    expect(sites?.classList.contains('cards')).toBe(false);
    const labels = [...(targets?.querySelectorAll('td') ?? [])].map(
      (cell) => cell.dataset['label'],
    );
    expect(labels).toEqual(['Đơn vị', 'Kế hoạch']);
  });

  it('is taken along as it is seen', async () => {
    await stage.open(
      'review?scope=group:so-nganh&period=2026-H1&compare=previous',
      '1. Kết quả chung',
    );
    await stage.until(() => stage.need('a[download]'));
    expect(stage.need('a[download]').getAttribute('href')).toBe(
      '/api/manage/review?scope=group%3Aso-nganh&period=2026-H1&compare=previous&format=pdf&language=vi',
    );
    expect(stage.need('a[href*="format=docx"]').textContent).toContain('Tải Word');
  });

  it('has the organisation that was entered, and remembers it', async () => {
    await stage.open('review?scope=group:so-nganh&period=2026-H1', '1. Kết quả chung');
    const field = stage.need('#organisation') as HTMLInputElement;
    field.value = ' UBND tỉnh ';
    field.dispatchEvent(new Event('change'));
    expect(location.search).toContain('organisation=UBND');
    await stage.open('review?scope=group:so-nganh&period=2026-H1', '1. Kết quả chung');
    expect(stage.need('a[download]').getAttribute('href')).toContain('organisation=UBND');
    localStorage.clear();
  });

  it('warns of an address whose period is none', async () => {
    await stage.open('review?scope=group:so-nganh&period=2026-13', 'Kỳ “2026-13” trong địa chỉ');
  });

  it('warns of an address whose group is none, and makes no review of another one', async () => {
    await stage.open(
      'review?scope=group:khong-co&period=2026-H1',
      'Đơn vị “khong-co” trong địa chỉ không có',
    );
    expect(stage.text()).not.toContain('1. Kết quả chung');
    expect(stage.find('a[download]')).toBeUndefined();
  });

  it('begins with the running half-year where the last one has no figures', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 5), toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const signal = new AbortController().signal;
    const none = { now: { views: 0 } };
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(none)));
    expect(await firstPeriod(signal, 'all')).toBe('2026-H2');
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ now: { views: 1 } })));
    expect(await firstPeriod(signal, 'all')).toBe('2026-H1');
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 503 })));
    expect(await firstPeriod(signal, 'all')).toBe('2026-H1');
    vi.unstubAllGlobals();
  });

  it('says when there is nothing to make it of', async () => {
    await stage.open('review', 'tạm thời gián đoạn', { managed: 503 });
    expect(stage.find('a[download]')).toBeUndefined();
  });
});
