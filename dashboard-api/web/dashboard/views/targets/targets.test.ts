import { describe, expect, it } from 'vitest';
import { today } from '../../app/period.js';
import { faults } from '../../components/testing.js';
import {
  deepFind,
  deepText,
  enter,
  has,
  meanwhile,
  need,
  send,
  serve,
  show,
  until,
} from '../../components/view/serving.js';

/** The target of the departments, of this year. */
const PLAN = `targets/group-so-nganh-${today().slice(0, 4)}`;

describe('targets', () => {
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

  it('are not overwritten by who has an older one before them', async () => {
    const sent = serve();
    await show('targets', has('đạt 121,4% kế hoạch'));
    need('button[aria-label="Sửa chỉ tiêu của Khối Sở, ngành"]').click();
    await until(() => need('#value'));
    enter('#source', 'Kế hoạch 99');
    meanwhile('PUT', PLAN, { value: 7_000_000 });
    send('form');
    await until(has('Kế hoạch đã đổi thành “7.000.000”'));
    expect((need('#value') as HTMLInputElement).value).toBe('7000000');
    send('form');
    await until(() => {
      expect(sent[1]?.body).toMatchObject({ value: 7_000_000, source: 'Kế hoạch 99' });
    });
  });

  it('are told to be gone to who is still editing them', async () => {
    serve();
    await show('targets', has('đạt 121,4% kế hoạch'));
    need('button[aria-label="Sửa chỉ tiêu của Khối Sở, ngành"]').click();
    await until(() => need('#value'));
    enter('#value', '5');
    meanwhile('DELETE', PLAN);
    send('form');
    await until(has('người khác đã xóa mục này'));
    expect((need('#value') as HTMLInputElement).value).toBe('5');
  });

  it('are deleted as they are seen: the question is asked anew if they have changed', async () => {
    const sent = serve();
    await show('targets', has('đạt 121,4% kế hoạch'));
    need('button[aria-label="Xóa chỉ tiêu của Khối Sở, ngành"]').click();
    await until(has('sẽ không còn trong các báo cáo'));
    meanwhile('PUT', PLAN, { value: 7_000_000 });
    need('sp-dialog button.danger').click();
    await until(has('Kế hoạch: bây giờ là “7.000.000”'));
    expect(await faults()).toEqual([]);
    need('sp-dialog button.danger').click();
    await until(() => {
      expect(deepText()).not.toContain('121,4%');
    });
    expect(sent.map(({ guard }) => guard)).toHaveLength(2);
  });

  it('that somebody else has deleted are gone, without a fault', async () => {
    serve();
    await show('targets', has('đạt 121,4% kế hoạch'));
    need('button[aria-label="Xóa chỉ tiêu của Khối Sở, ngành"]').click();
    meanwhile('DELETE', PLAN);
    need('sp-dialog button.danger').click();
    await until(() => {
      expect(deepText()).not.toContain('121,4%');
    });
    expect(need('sp-dialog').hasAttribute('open')).toBe(false);
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
