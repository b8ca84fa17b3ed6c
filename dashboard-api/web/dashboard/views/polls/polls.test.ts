import { describe, expect, it, vi } from 'vitest';
import { faults } from '../../components/testing.js';
import { beginOf } from './load-poll.js';
import * as stage from '../../components/view/view-test-harness.js';

vi.mock(
  '../../components/chart/echarts.js',
  () => import('../../components/chart/echarts-stub.js'),
);

describe('polls', () => {
  it('are listed for assistive technology too, open ones first', async () => {
    await stage.open('polls', 'Câu hỏi đang soạn');
    expect(await faults()).toEqual([]);
    const text = stage.text();
    expect(text.indexOf('Theo bạn thông tin')).toBeLessThan(
      text.indexOf('dịch vụ công trực tuyến'),
    );
    expect(stage.need('a.primary').getAttribute('href')).toBe('/dashboard/polls?new=1');
  });

  it('are listed by phase', async () => {
    await stage.open('polls?phase=draft', 'Câu hỏi đang soạn');
    expect(stage.text()).not.toContain('Theo bạn thông tin');
  });

  it('say when there is none, and when they cannot be had', async () => {
    await stage.open('polls', 'Chưa có bình chọn nào', { managed: 'empty' });
    await stage.open('polls', 'tạm thời gián đoạn', { managed: 503 });
  });

  it('are not changed by viewers', async () => {
    await stage.open('polls/giao-dien', 'người đã tham gia bình chọn', { administrator: false });
    expect(stage.text()).not.toContain('Đóng bình chọn');
  });

  it('show their result, rules and code', async () => {
    await stage.open('polls/giao-dien', 'người đã tham gia bình chọn');
    for (const text of ['459', '56,2%', 'Được đổi phiếu', '<sitepulse-poll poll="giao-dien">']) {
      expect(stage.text()).toContain(text);
    }
    expect(await faults()).toEqual([]);
  });

  it('and sites that are unknown have a heading and a way back', async () => {
    await stage.open('sites/khong-co', 'Không mở được trang “khong-co”');
    expect(stage.need('a.back').getAttribute('href')).toBe('/dashboard/sites');
    await stage.open('polls/khong-co', 'Không mở được bình chọn này');
    expect(stage.need('a.back').getAttribute('href')).toBe('/dashboard/polls');
  });

  it('are closed after a question', async () => {
    const sent = await stage.open('polls/giao-dien', 'người đã tham gia bình chọn');
    stage.need('.head button.danger').click();
    await stage.until(() => {
      expect(stage.need('sp-dialog').hasAttribute('open')).toBe(true);
    });
    stage.need('sp-dialog button.danger').click();
    await stage.until(stage.has('Đã đóng'));
    expect(sent).toMatchObject([{ method: 'POST', path: 'polls/giao-dien/close' }]);
    expect(sent[0]?.guard).toBeDefined();
  });

  it('tell how their votes came', async () => {
    await stage.open('polls/giao-dien', 'Những phút nhiều phiếu nhất');
    for (const text of ['471 lượt', '40 lượt từ 9 mạng', 'chiếm 65,0%', '(75,0%)']) {
      expect(stage.text()).toContain(text);
    }
    expect(await faults()).toEqual([]);
  });

  it('have the votes of a time set aside by administrators, with a reason', async () => {
    const sent = await stage.open('polls/giao-dien', 'người đã tham gia bình chọn');
    stage.need('#add').click();
    await stage.until(() => stage.find('sp-dialog[open]') !== undefined);
    expect(await faults()).toEqual([]);
    stage.send('#set-aside-form');
    await stage.until(stage.has('Hãy nhập lý do.'));
    stage.enter('#from', '05/01/2026 08:00');
    stage.enter('#to', '05/01/2026 09:00');
    stage.enter('#reason', 'Bình chọn hàng loạt');
    stage.send('#set-aside-form');
    await stage.until(stage.has('12 người không còn phiếu được tính'));
    expect(sent[0]).toMatchObject({
      method: 'POST',
      path: 'polls/giao-dien/set-aside',
      body: { from: 1767574800000, to: 1767578400000, reason: 'Bình chọn hàng loạt' },
    });
    stage.need('button.again').click();
    await stage.until(() => stage.find('sp-dialog[open]') !== undefined);
    stage.need('sp-dialog[open] button.danger').click();
    await stage.until(() => {
      expect(stage.text()).not.toContain('không còn phiếu được tính');
    });
    expect(sent[1]).toMatchObject({ method: 'DELETE', path: 'polls/giao-dien/set-aside/t1' });
  });

  it('are not closed as they no longer are', async () => {
    await stage.open('polls/giao-dien', 'người đã tham gia bình chọn');
    stage.need('.head button.danger').click();
    stage.meanwhile('PUT', 'polls/giao-dien', { question: 'Câu hỏi đã sửa?' });
    stage.need('sp-dialog button.danger').click();
    await stage.until(stage.has('Người khác vừa thay đổi mục này.'));
    await stage.until(stage.has('Câu hỏi đã sửa?'));
    expect(stage.text()).toContain('Đang mở');
  });

  it('keep what was typed when somebody else was faster', async () => {
    const sent = await stage.open('polls/nhap?edit=1', 'Sửa bình chọn');
    stage.enter('#question', 'Câu hỏi của tôi?');
    stage.meanwhile('PUT', 'polls/nhap', { question: 'Câu hỏi của họ?', visibility: 'managers' });
    stage.send('form', 'button[value=draft]');
    await stage.until(stage.has('bạn nhập “Câu hỏi của tôi?”'));
    expect((stage.need('#visibility') as HTMLSelectElement).value).toBe('managers');
    expect(stage.text()).not.toContain('Các phương án đã đổi');
    stage.send('form', 'button[value=draft]');
    await stage.until(() => {
      expect(sent).toHaveLength(2);
    });
    expect(sent[1]?.body).toMatchObject({ question: 'Câu hỏi của tôi?', visibility: 'managers' });
  });

  it('keep options that have ballots', async () => {
    await stage.open('polls/giao-dien?edit=1', 'Đã có 258 phiếu');
    expect((stage.need('button[aria-label="Bỏ: Hữu ích"]') as HTMLButtonElement).disabled).toBe(
      true,
    );
    expect(stage.find('button[value=draft]')).toBeUndefined();
  });

  it('are not sent with something missing', async () => {
    const sent = await stage.open('polls?new=1', 'Bình chọn mới');
    stage.send('form', 'button[value=publish]');
    await stage.until(() => {
      expect(stage.text()).toContain('Hãy nhập câu hỏi.');
    });
    expect((stage.need('#site') as HTMLSelectElement).value).toBe('');
    expect(stage.text()).toContain('Hãy chọn trang sẽ đặt bình chọn này.');
    expect(sent).toEqual([]);
  });

  it('may limit the votes of a network, with a warning for offices', async () => {
    const sent = await stage.open('polls/nhap?edit=1', 'Sửa bình chọn');
    expect((stage.need('#votesPerNetwork') as HTMLInputElement).value).toBe('');
    stage.enter('#votesPerNetwork', 'vài');
    stage.send('form', 'button[value=draft]');
    await stage.until(stage.has('Phải là số từ 1 đến 100.000'));
    stage.enter('#votesPerNetwork', '1.000');
    await stage.until(() => {
      expect(stage.text()).not.toContain('có thể chặn người của một cơ quan');
    });
    stage.enter('#votesPerNetwork', '50');
    await stage.until(stage.has('có thể chặn người của một cơ quan'));
    expect(await faults()).toEqual([]);
    stage.send('form', 'button[value=draft]');
    await stage.until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]?.body).toMatchObject({ votesPerNetwork: 50 });
    await stage.until(stage.has('Số phiếu tối đa của một mạng trong 10 phút'));
  });

  it('are made with ids of their words and times of the site', async () => {
    const sent = await stage.open('polls?new=1', 'Bình chọn mới');
    stage.enter('#site', 'so-noi-vu.vn');
    stage.enter('#question', 'Bạn hài lòng không?');
    stage.enter('input[aria-label="Phương án 1"]', 'Hài lòng');
    stage.enter('input[aria-label="Phương án 2"]', 'Chưa hài lòng');
    stage.enter('#opens', '31/11/2026 08:00');
    stage.send('form', 'button[value=draft]');
    await stage.until(stage.has('Hãy nhập ngày và giờ có thật'));
    stage.enter('#opens', '1/12/2026 8:00');
    stage.send('form', 'button[value=draft]');
    await stage.until(() => {
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
      votesPerNetwork: null,
      draft: true,
    });
  });
});

describe('the chart of a poll', () => {
  const hour = 3_600_000;
  const known = [{ at: 10 * hour, participants: 1, ballots: {} }];

  it('starts when the poll opened, or with the hour of the first vote', () => {
    expect(beginOf({ opens: 10 * hour - 600_000 }, known)).toBe(10 * hour - 600_000);
    expect(beginOf({ opens: hour }, known)).toBe(9 * hour);
    expect(beginOf({}, known)).toBe(9 * hour);
    const running = [{ at: 10 * hour + 600_000, participants: 1, ballots: {} }];
    expect(beginOf({}, running)).toBe(10 * hour);
  });
});
