import { describe, expect, it } from 'vitest';
import { today } from '../../app/period.js';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';

/** The target of the departments, of this year. */
const PLAN = `targets/group-so-nganh-${today().slice(0, 4)}`;

describe('targets', () => {
  it('show their progress', async () => {
    await stage.open('targets', 'đạt 121,4% kế hoạch');
    expect(await faults()).toEqual([]);
    expect(stage.text()).toContain('6 tháng cuối năm');
  });

  it('show when a year has none', async () => {
    await stage.open('targets?year=2023', 'Năm 2023 chưa có chỉ tiêu nào.', { managed: 'empty' });
    await stage.until(stage.has('Nhấn Giao chỉ tiêu, chọn trang hoặc khối'));
  });

  it('show viewers who sets them', async () => {
    await stage.open('targets?year=2023', 'Người có quyền sửa trang mới giao được chỉ tiêu.', {
      managed: 'empty',
      administrator: false,
    });
    expect(stage.text()).not.toContain('Nhấn Giao chỉ tiêu');
  });

  it('are not changed by viewers', async () => {
    await stage.open('targets', 'đạt 121,4% kế hoạch', { administrator: false });
    expect(stage.find('button.primary')).toBeUndefined();
    expect(stage.find('button[aria-label^="Xóa chỉ tiêu"]')).toBeUndefined();
  });

  it('are created for a site and a period', async () => {
    const sent = await stage.open('targets?year=2026', 'Giao chỉ tiêu');
    await stage.until(() => stage.need('button.primary'));
    stage.need('button.primary').click();
    await stage.until(() => stage.need('#value'));
    stage.send('form');
    await stage.until(stage.has('Hãy nhập một số nguyên'));
    await stage.until(stage.has('Hãy chọn đơn vị.'));
    stage.enter('#scope', 'group:y-te');
    stage.enter('#kind', 'half-year');
    stage.enter('#value', '1,5');
    stage.send('form');
    await stage.until(stage.has('“1,5” không phải là số nguyên'));
    stage.enter('#value', '1.200.000');
    stage.send('form');
    await stage.until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      path: 'targets',
      body: {
        scope: 'group:y-te',
        metric: 'visits',
        period: '2026-H1',
        value: 1_200_000,
        source: null,
      },
    });
  });

  it('are not overwritten from an older revision', async () => {
    const sent = await stage.open('targets', 'đạt 121,4% kế hoạch');
    stage.need('button[aria-label="Sửa chỉ tiêu của Khối Sở, ngành"]').click();
    await stage.until(() => stage.need('#value'));
    stage.enter('#source', 'Kế hoạch 99');
    stage.meanwhile('PUT', PLAN, { value: 7_000_000 });
    stage.send('form');
    await stage.until(stage.has('Kế hoạch đã đổi thành “7.000.000”'));
    expect((stage.need('#value') as HTMLInputElement).value).toBe('7.000.000');
    stage.send('form');
    await stage.until(() => {
      expect(sent[1]?.body).toMatchObject({ value: 7_000_000, source: 'Kế hoạch 99' });
    });
  });

  it('show a message in an open form after they were deleted', async () => {
    await stage.open('targets', 'đạt 121,4% kế hoạch');
    stage.need('button[aria-label="Sửa chỉ tiêu của Khối Sở, ngành"]').click();
    await stage.until(() => stage.need('#value'));
    stage.enter('#value', '5');
    stage.meanwhile('DELETE', PLAN);
    stage.send('form');
    await stage.until(stage.has('người khác đã xóa mục này'));
    expect((stage.need('#value') as HTMLInputElement).value).toBe('5');
  });

  it('are deleted as shown: the confirmation is repeated if they have changed', async () => {
    const sent = await stage.open('targets', 'đạt 121,4% kế hoạch');
    stage.need('button[aria-label="Xóa chỉ tiêu của Khối Sở, ngành"]').click();
    await stage.until(stage.has('sẽ không còn trong các báo cáo'));
    stage.meanwhile('PUT', PLAN, { value: 7_000_000 });
    stage.need('sp-dialog button.danger').click();
    await stage.until(stage.has('Kế hoạch: bây giờ là “7.000.000”'));
    expect(await faults()).toEqual([]);
    stage.need('sp-dialog button.danger').click();
    await stage.until(() => {
      expect(stage.text()).not.toContain('121,4%');
    });
    expect(sent.map(({ guard }) => guard)).toHaveLength(2);
  });

  it('move the focus to the heading after a deletion', async () => {
    await stage.open('targets', 'đạt 121,4% kế hoạch');
    stage.need('button[aria-label="Xóa chỉ tiêu của Khối Sở, ngành"]').click();
    await stage.until(stage.has('sẽ không còn trong các báo cáo'));
    stage.need('sp-dialog button.danger').click();
    await stage.until(() => {
      expect(stage.need('sp-targets-view').shadowRoot?.activeElement?.localName).toBe('h1');
    });
  });

  it('that were already deleted disappear without an error', async () => {
    await stage.open('targets', 'đạt 121,4% kế hoạch');
    stage.need('button[aria-label="Xóa chỉ tiêu của Khối Sở, ngành"]').click();
    stage.meanwhile('DELETE', PLAN);
    stage.need('sp-dialog button.danger').click();
    await stage.until(() => {
      expect(stage.text()).not.toContain('121,4%');
    });
    expect(stage.need('sp-dialog').hasAttribute('open')).toBe(false);
  });

  it('are deleted after a confirmation', async () => {
    const sent = await stage.open('targets', 'đạt 121,4% kế hoạch');
    stage.need('button[aria-label="Xóa chỉ tiêu của Khối Sở, ngành"]').click();
    await stage.until(stage.has('sẽ không còn trong các báo cáo'));
    stage.need('sp-dialog button.danger').click();
    await stage.until(() => {
      expect(sent[0]?.method).toBe('DELETE');
    });
    await stage.until(() => {
      expect(stage.text()).not.toContain('121,4%');
    });
  });
});
