import { describe, expect, it, vi } from 'vitest';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';

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

  it('is taken along as it is seen', async () => {
    await stage.open(
      'review?scope=group:so-nganh&period=2026-H1&compare=previous',
      '1. Kết quả chung',
    );
    await stage.until(() => stage.need('a[download]'));
    expect(stage.need('a[download]').getAttribute('href')).toBe(
      '/api/manage/review?scope=group%3Aso-nganh&period=2026-H1&compare=previous&format=pdf&language=vi',
    );
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

  it('says when there is nothing to make it of', async () => {
    await stage.open('review', 'tạm thời gián đoạn', { managed: 503 });
    expect(stage.find('a[download]')).toBeUndefined();
  });
});
