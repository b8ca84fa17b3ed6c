import { describe, expect, it } from 'vitest';
import { addDays, today } from '../../app/period.js';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';

describe('tokens', () => {
  it('are listed with their expiry', async () => {
    await stage.open('tokens', 'đã hết hạn');
    expect(await faults()).toEqual([]);
  });

  it('say when they were used last', async () => {
    await stage.open('tokens', 'Dùng lần cuối');
    await stage.until(stage.has('20/11/2026'));
    await stage.until(stage.has('chưa dùng'));
  });

  it('are shown once when they are created', async () => {
    const sent = await stage.open('tokens', 'đã hết hạn');
    stage.need('button.primary').click();
    await stage.until(() => stage.need('#expires'));
    stage.enter('#name', 'Bảng điện tử');
    const suggested = (stage.need('#expires') as HTMLInputElement).value;
    expect(suggested).toBe(addDays(today(), 365));
    stage.enter('#expires', '');
    stage.send('form');
    await stage.until(stage.has('Authorization: Bearer sp_9XqVt2mLr8KcWb4ZhN6yTd'));
    expect(stage.text()).toContain('Khóa không có hạn, dùng được đến khi thu hồi.');
    expect(sent[0]?.body).toEqual({ name: 'Bảng điện tử', role: 'viewer', expires: null });
    stage.need('sp-dialog[open] [slot=actions] button').click();
    await stage.until(() => {
      expect(stage.find('sp-copy')).toBeUndefined();
    });
  });
});
