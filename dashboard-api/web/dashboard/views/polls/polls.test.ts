import { describe, expect, it, vi } from 'vitest';
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

vi.mock('../../components/chart/echarts.js', () => import('../../components/chart/fake.js'));

describe('polls', () => {
  it('are listed for assistive technology too, open ones first', async () => {
    serve();
    await show('polls', has('Câu hỏi đang soạn'));
    expect(await faults()).toEqual([]);
    const text = deepText();
    expect(text.indexOf('Theo bạn thông tin')).toBeLessThan(
      text.indexOf('dịch vụ công trực tuyến'),
    );
    expect(need('a.primary').getAttribute('href')).toBe('/dashboard/polls?new=1');
  });

  it('are listed by phase', async () => {
    serve();
    await show('polls?phase=draft', has('Câu hỏi đang soạn'));
    expect(deepText()).not.toContain('Theo bạn thông tin');
  });

  it('say when there is none, and when they cannot be had', async () => {
    serve({ managed: 'empty' });
    await show('polls', has('Chưa có bình chọn nào'));
    serve({ managed: 503 });
    await show('polls', has('tạm thời không trả lời'));
  });

  it('are not changed by viewers', async () => {
    serve({ administrator: false });
    await show('polls/giao-dien', has('người đã tham gia bình chọn'));
    expect(deepText()).not.toContain('Đóng bình chọn');
  });

  it('show their result, rules and code', async () => {
    serve();
    await show('polls/giao-dien', has('người đã tham gia bình chọn'));
    for (const text of ['459', '56,2%', 'Được đổi phiếu', '<sitepulse-poll poll="giao-dien">']) {
      expect(deepText()).toContain(text);
    }
    expect(await faults()).toEqual([]);
  });

  it('are closed after a question', async () => {
    const sent = serve();
    await show('polls/giao-dien', has('người đã tham gia bình chọn'));
    need('.head button.danger').click();
    await until(() => {
      expect(need('sp-dialog').hasAttribute('open')).toBe(true);
    });
    need('sp-dialog button.danger').click();
    await until(has('Đã đóng'));
    expect(sent).toMatchObject([{ method: 'POST', path: 'polls/giao-dien/close' }]);
    expect(sent[0]?.guard).toBeDefined();
  });

  it('are not closed as they no longer are', async () => {
    serve();
    await show('polls/giao-dien', has('người đã tham gia bình chọn'));
    need('.head button.danger').click();
    meanwhile('PUT', 'polls/giao-dien', { question: 'Câu hỏi đã sửa?' });
    need('sp-dialog button.danger').click();
    await until(has('Người khác vừa thay đổi mục này.'));
    await until(has('Câu hỏi đã sửa?'));
    expect(deepText()).toContain('Đang mở');
  });

  it('keep what was typed when somebody else was faster', async () => {
    const sent = serve();
    await show('polls/nhap?edit=1', has('Sửa bình chọn'));
    enter('#question', 'Câu hỏi của tôi?');
    meanwhile('PUT', 'polls/nhap', { question: 'Câu hỏi của họ?', visibility: 'managers' });
    send('form', 'button[value=draft]');
    await until(has('bạn nhập “Câu hỏi của tôi?”'));
    expect((need('#visibility') as HTMLSelectElement).value).toBe('managers');
    expect(deepText()).not.toContain('Các lựa chọn đã đổi');
    send('form', 'button[value=draft]');
    await until(() => {
      expect(sent).toHaveLength(2);
    });
    expect(sent[1]?.body).toMatchObject({ question: 'Câu hỏi của tôi?', visibility: 'managers' });
  });

  it('keep options that have ballots', async () => {
    serve();
    await show('polls/giao-dien?edit=1', has('Đã có 258 phiếu'));
    expect((need('button[aria-label="Bỏ: Hữu ích"]') as HTMLButtonElement).disabled).toBe(true);
    expect(deepFind('button[value=draft]')).toBeUndefined();
  });

  it('are not sent with something missing', async () => {
    const sent = serve();
    await show('polls?new=1', has('Bình chọn mới'));
    send('form', 'button[value=publish]');
    await until(() => {
      expect(deepText()).toContain('Hãy nhập câu hỏi.');
    });
    expect(sent).toEqual([]);
  });

  it('are made with ids of their words and times of the site', async () => {
    const sent = serve();
    await show('polls?new=1', has('Bình chọn mới'));
    enter('#site', 'so-noi-vu.vn');
    enter('#question', 'Bạn hài lòng không?');
    enter('input[aria-label="Lựa chọn 1"]', 'Hài lòng');
    enter('input[aria-label="Lựa chọn 2"]', 'Chưa hài lòng');
    enter('#opens', '2026-12-01T08:00');
    send('form', 'button[value=draft]');
    await until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]?.body).toMatchObject({
      site: 'so-noi-vu.vn',
      options: [
        { id: 'hai-long', label: 'Hài lòng' },
        { id: 'chua-hai-long', label: 'Chưa hài lòng' },
      ],
      maxChoices: 1,
      opens: Date.parse('2026-12-01T01:00:00Z'),
      closes: null,
      draft: true,
    });
  });
});
