import { describe, expect, it, vi } from 'vitest';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';

vi.mock(
  '../../components/chart/echarts.js',
  () => import('../../components/chart/echarts-stub.js'),
);

describe('issued reviews', () => {
  it('are listed with number, scope and issuer', async () => {
    await stage.open('issued', '1/2026');
    expect(stage.text()).toContain('Báo cáo tình hình truy cập 6 tháng đầu năm 2026');
    expect(stage.text()).toContain('Nguyễn Hoài An');
    // The name at the time of issue, not the present one, "Khối Sở, ngành".
    expect(stage.text()).toContain('Khối Sở, ban, ngành (Văn phòng Ủy ban)');
    await stage.until(stage.has('Khối Sở, ngành (tên hiện nay)'));
    expect(await faults()).toEqual([]);
  });

  it('say so when there are none', async () => {
    await stage.open('issued', 'Chưa ban hành báo cáo nào', { managed: 'empty' });
  });

  it('open as they were, with what is different now and why', async () => {
    await stage.open('issued/2026-1', 'Báo cáo số 1/2026');
    await stage.until(stage.has('2.514.900'));
    for (const text of ['2.514.870', 'Vì sao khác', 'Trang mới trong phạm vi: Sở Mới.']) {
      expect(stage.text()).toContain(text);
    }
    expect(stage.need('a[download]').getAttribute('href')).toBe(
      '/api/manage/issued-reviews/2026-1?format=pdf&language=vi',
    );
    expect(await faults()).toEqual([]);
  });

  it('say when nothing is different', async () => {
    await stage.open('issued/2026-2', 'vẫn được đúng các số liệu này');
  });

  it('lead back when there is none of this number', async () => {
    await stage.open('issued/2026-99', 'Báo cáo đã ban hành');
    await stage.until(() => stage.need('a.back'));
  });
});

describe('a review', () => {
  it('is issued after a confirmation, and opened under its number', async () => {
    const sent = await stage.open(
      'review?scope=group:so-nganh&period=2026-H1',
      'BÁO CÁO 6 THÁNG ĐẦU NĂM 2026',
    );
    await stage.until(stage.has('Ban hành báo cáo'));
    stage.need('sp-issue-review').shadowRoot?.querySelector('button')?.click();
    await stage.until(stage.has('Báo cáo đã ban hành không sửa và không xóa được'));
    expect(sent).toEqual([]);
    stage.need('sp-dialog [slot="actions"] .danger').click();
    await stage.until(() => location.pathname.endsWith('/issued/2026-3'));
    expect(sent).toEqual([
      {
        method: 'POST',
        path: 'issued-reviews',
        body: {
          scope: 'group:so-nganh',
          period: '2026-H1',
          compare: 'year',
          organisation: '',
          language: 'vi',
        },
        guard: undefined,
      },
    ]);
  });

  it('is not issued by those who may only read', async () => {
    await stage.open('review?scope=group:so-nganh&period=2026-H1', '1. Kết quả chung', {
      administrator: false,
    });
    expect(stage.text()).not.toContain('Ban hành báo cáo');
  });
});
