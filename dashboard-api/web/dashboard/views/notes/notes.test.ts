import { describe, expect, it } from 'vitest';
import { today } from '../../app/period.js';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';

const YEAR = today().slice(0, 4);

describe('notes on days', () => {
  it('show days, text, scope and author', async () => {
    await stage.open('notes', 'Cúp điện cả ngày');
    expect(await faults()).toEqual([]);
    expect(stage.text()).toContain(`10/11/${YEAR}`);
    expect(stage.text()).toContain('Cổng thông tin điện tử tỉnh');
    expect(stage.text()).toContain('người nhập: Nguyễn Hoài An');
  });

  it('show when a year has none, and who writes them', async () => {
    await stage.open('notes?year=2023', 'Năm 2023 chưa có ghi chú nào.', { managed: 'empty' });
    await stage.until(stage.has('Nhấn Thêm ghi chú'));
  });

  it('are not changed by viewers', async () => {
    await stage.open('notes', 'Cúp điện cả ngày', { administrator: false });
    expect(stage.find('button.primary')).toBeUndefined();
    expect(stage.find('button[aria-label^="Xóa ghi chú"]')).toBeUndefined();
  });

  it('are added for a site and days as they are typed', async () => {
    const sent = await stage.open('notes', 'Thêm ghi chú');
    await stage.until(() => stage.need('button.primary'));
    stage.need('button.primary').click();
    await stage.until(() => stage.need('#text'));
    stage.enter('#to', '31/2/2026');
    stage.send('form');
    await stage.until(stage.has('Hãy nhập ngày'));
    await stage.until(stage.has('Hãy viết ghi chú.'));
    await stage.until(stage.has('Hãy chọn đơn vị.'));
    stage.enter('#scope', 'group:y-te');
    stage.enter('#from', '20/11/2026');
    stage.enter('#to', '');
    stage.enter('#text', 'Mất mạng');
    stage.send('form');
    await stage.until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      path: 'notes',
      body: {
        scope: 'group:y-te',
        from: '2026-11-20',
        to: null,
        text: 'Mất mạng',
      },
    });
  });

  it('are not overwritten from an older revision', async () => {
    const sent = await stage.open('notes', 'Cúp điện cả ngày');
    stage.need('button[aria-label="Sửa ghi chú Cúp điện cả ngày"]').click();
    await stage.until(() => stage.need('#text'));
    stage.enter('#to', `12/11/${YEAR}`);
    stage.meanwhile('PUT', 'notes/cup-dien', { text: 'Cúp điện buổi sáng' });
    stage.send('form');
    await stage.until(stage.has('Ghi chú đã đổi thành “Cúp điện buổi sáng”'));
    stage.send('form');
    await stage.until(() => {
      expect(sent[1]?.body).toMatchObject({ text: 'Cúp điện buổi sáng', to: `${YEAR}-11-12` });
    });
  });

  it('are deleted after a confirmation', async () => {
    const sent = await stage.open('notes', 'Cúp điện cả ngày');
    stage.need('button[aria-label="Xóa ghi chú Cúp điện cả ngày"]').click();
    await stage.until(stage.has('sẽ không còn trên biểu đồ'));
    expect(await faults()).toEqual([]);
    stage.need('sp-dialog button.danger').click();
    await stage.until(() => {
      expect(sent[0]?.method).toBe('DELETE');
    });
    await stage.until(() => {
      expect(stage.text()).not.toContain('Cúp điện cả ngày');
    });
  });
});
