import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from '../../components/testing.js';
import {
  deepFind,
  deepText,
  enter,
  need,
  send,
  serve,
  show,
  until,
} from '../../components/view/serving.js';

const has = (text: string) => (): boolean => deepText().includes(text);

describe('targets', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('say how much of the plan is reached', async () => {
    serve();
    await show('targets', has('đạt 121,4% kế hoạch'));
    expect(await faults()).toEqual([]);
    expect(deepText()).toContain('6 tháng cuối năm');
  });

  it('say when a year has none', async () => {
    serve({ managed: 'empty' });
    await show('targets?year=2023', has('Năm 2023 chưa có chỉ tiêu nào.'));
  });

  it('are not changed by viewers', async () => {
    serve({ administrator: false });
    await show('targets', has('đạt 121,4% kế hoạch'));
    expect(deepFind('button.primary')).toBeUndefined();
    expect(deepFind('button[aria-label^="Xóa chỉ tiêu"]')).toBeUndefined();
  });

  it('are set for a site and a period', async () => {
    const sent = serve();
    await show('targets?year=2026', has('Giao chỉ tiêu'));
    await until(() => need('button.primary'));
    need('button.primary').click();
    await until(() => need('#value'));
    send('form');
    await until(has('Hãy nhập một số nguyên'));
    enter('#scope', 'group:y-te');
    enter('#kind', 'half-year');
    enter('#value', '1200000');
    send('form');
    await until(() => {
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

  it('are deleted after a question', async () => {
    const sent = serve();
    await show('targets', has('đạt 121,4% kế hoạch'));
    need('button[aria-label="Xóa chỉ tiêu của Khối Sở, ngành"]').click();
    await until(has('sẽ không còn trong các báo cáo'));
    need('sp-dialog button.danger').click();
    await until(() => {
      expect(sent[0]?.method).toBe('DELETE');
    });
    await until(() => {
      expect(deepText()).not.toContain('121,4%');
    });
  });
});
