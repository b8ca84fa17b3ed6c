import { describe, expect, it, vi } from 'vitest';
import { faults } from '../../components/testing.js';
import {
  deepFind,
  deepText,
  has,
  need,
  serve,
  show,
  until,
} from '../../components/view/serving.js';

vi.mock('../../components/chart/echarts.js', () => import('../../components/chart/fake.js'));

describe('the review', () => {
  it('is a document with headings, text, tables and charts', async () => {
    serve();
    await show('review?scope=group:so-nganh&period=2026-H1', has('BÁO CÁO 6 THÁNG ĐẦU NĂM 2026'));
    expect(await faults()).toEqual([]);
    for (const text of ['tăng 12,3% so với cùng kỳ', '2.514.870', '+12,3%', '-1,6%']) {
      expect(deepText()).toContain(text);
    }
  });

  it('is taken along as it is seen', async () => {
    serve();
    await show(
      'review?scope=group:so-nganh&period=2026-H1&compare=previous',
      has('1. Kết quả chung'),
    );
    await until(() => need('a[download]'));
    expect(need('a[download]').getAttribute('href')).toBe(
      '/api/manage/review?scope=group%3Aso-nganh&period=2026-H1&compare=previous&language=vi&format=pdf',
    );
  });

  it('says when there is nothing to make it of', async () => {
    serve({ managed: 503 });
    await show('review', has('tạm thời không trả lời'));
    expect(deepFind('a[download]')).toBeUndefined();
  });
});
