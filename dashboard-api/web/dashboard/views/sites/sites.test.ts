import { describe, expect, it } from 'vitest';
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

const PORTAL = 'cong-thong-tin-dien-tu-tinh.vn';

describe('sites', () => {
  it('are listed with their state', async () => {
    serve();
    await show('sites', has('đã sáp nhập vào Sở Công Thương'));
    expect(need('sp-data-table a').getAttribute('href')).toMatch('/dashboard/sites/');
  });

  it('are registered with an id and origins that can be', async () => {
    const sent = serve();
    await show('sites?new=1', has('Đăng ký trang mới'));
    enter('#name', 'Sở Ngoại vụ');
    enter('#id', 'Sở Ngoại vụ');
    send('form');
    await until(has('Chỉ gồm chữ thường'));
    enter('#id', 'songoaivu.gov.vn');
    enter('#origins', 'https://songoaivu.gov.vn/\nhttps://www.songoaivu.gov.vn');
    send('form');
    await until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]?.body).toMatchObject({
      id: 'songoaivu.gov.vn',
      origins: ['https://songoaivu.gov.vn', 'https://www.songoaivu.gov.vn'],
      zone: 'Asia/Ho_Chi_Minh',
      group: null,
      baseline: null,
    });
  });

  it('show code, baseline and who entered it', async () => {
    serve();
    await show(`sites/${PORTAL}`, has('Người nhập: Nguyễn Hoài An'));
    expect(deepText()).toContain(`data-site="${PORTAL}"`);
  });

  it('say what the server finds wrong, beside the field', async () => {
    serve();
    await show(`sites/${PORTAL}`, has('Khai báo'));
    enter('#name', 'Trùng');
    send('form');
    await until(() => {
      expect(need('#name-fault').textContent).toBe('Không được để trống, dài nhất 200 ký tự.');
    });
  });

  it('are only looked at by viewers', async () => {
    serve({ administrator: false });
    await show(`sites/${PORTAL}`, has('không được sửa'));
    expect((need('fieldset.form') as HTMLFieldSetElement).disabled).toBe(true);
    expect(deepFind('#group')).toBeUndefined();
    expect(deepText()).not.toContain('Sáp nhập một trang vào đây');
  });

  it('take over others, after seeing what changes', async () => {
    const sent = serve();
    await show('sites/so-cong-thuong.vn', has('Sáp nhập một trang vào đây'));
    need('sp-site-merger div > button').click();
    await until(() => need('#predecessor'));
    enter('#predecessor', 'so-noi-vu.vn');
    await until(has('mọi số liệu của Sở Công Thương gồm cả Sở Nội vụ'));
    enter('#from', '2026-12-01');
    send('sp-site-merger form');
    await until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toEqual({
      method: 'PUT',
      path: 'sites/so-cong-thuong.vn/predecessors/so-noi-vu.vn',
      body: { from: '2026-12-01' },
      guard: expect.stringMatching(/^"/) as string,
    });
  });

  it('are merged on top of what somebody else has just changed, after seeing it', async () => {
    const sent = serve();
    await show('sites/so-cong-thuong.vn', has('Sáp nhập một trang vào đây'));
    need('sp-site-merger div > button').click();
    await until(() => need('#predecessor'));
    enter('#predecessor', 'so-noi-vu.vn');
    enter('#from', '2026-12-01');
    meanwhile('PUT', 'sites/so-cong-thuong.vn', { name: 'Sở Công Thương tỉnh' });
    send('sp-site-merger form');
    await until(has('Người khác vừa thay đổi mục này'));
    await until(has('Sáp nhập vào Sở Công Thương tỉnh'));
    expect((need('#predecessor') as HTMLSelectElement).value).toBe('so-noi-vu.vn');
    send('sp-site-merger form');
    await until(() => {
      expect(sent).toHaveLength(2);
    });
    await until(has('từ 01/12/2026'));
  });

  it('are parted after a question, which is asked anew if the merger is another one by now', async () => {
    serve();
    await show('sites/so-cong-thuong.vn', has('Ban Quản lý các khu công nghiệp'));
    const other = 'ban-quan-ly-cac-khu-cong-nghiep.vn';
    need('sp-site-merger li button').click();
    await until(has('lại đứng riêng'));
    meanwhile('PUT', `sites/so-cong-thuong.vn/predecessors/${other}`, { from: '2026-03-01' });
    need('sp-site-merger sp-dialog[open] button.danger').click();
    await until(has('Kể từ ngày: bây giờ là “01/03/2026”'));
    need('sp-site-merger sp-dialog[open] button.danger').click();
    await until(has('Trang này chưa nhận sáp nhập trang nào.'));
  });

  it('keep what was typed when somebody else was faster, and say what differs', async () => {
    const sent = serve();
    await show(`sites/${PORTAL}`, has('Khai báo'));
    enter('#name', 'Cổng tỉnh');
    meanwhile('PUT', `sites/${PORTAL}`, { name: 'Cổng mới', pageParameters: ['id'] });
    send('form');
    await until(has('Trong lúc bạn sửa, người khác đã thay đổi mục này.'));
    expect(deepText()).toContain('Tên đã đổi thành “Cổng mới” ; bạn nhập “Cổng tỉnh”');
    expect((need('#name') as HTMLInputElement).value).toBe('Cổng tỉnh');
    expect((need('#pageParameters') as HTMLTextAreaElement).value).toBe('id');
    send('form');
    await until(() => {
      expect(sent).toHaveLength(2);
    });
    expect(sent[1]?.guard).not.toBe(sent[0]?.guard);
    await until(() => {
      expect(deepText()).not.toContain('người khác đã thay đổi');
    });
  });

  it('may be taken as somebody else made them', async () => {
    serve();
    await show(`sites/${PORTAL}`, has('Khai báo'));
    enter('#name', 'Cổng tỉnh');
    meanwhile('PUT', `sites/${PORTAL}`, { name: 'Cổng mới' });
    send('form');
    await until(has('Bỏ nội dung tôi nhập'));
    expect(await faults()).toEqual([]);
    need('.problem button').click();
    await until(() => {
      expect((need('#name') as HTMLInputElement).value).toBe('Cổng mới');
    });
  });

  it('are put into groups that administrators make', async () => {
    const sent = serve();
    await show('sites?tab=groups', has('Khối Y tế'));
    expect(await faults()).toEqual([]);
    need('.actions button').click();
    await until(() => need('#position'));
    enter('#name', 'Khối thi đua số 1');
    send('form');
    await until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toEqual({
      method: 'PUT',
      path: 'groups/khoi-thi-dua-so-1',
      body: { name: 'Khối thi đua số 1', position: 5 },
      guard: '*',
    });
  });

  it('have groups that are not overwritten or deleted unseen', async () => {
    const sent = serve();
    await show('sites?tab=groups', has('Khối Y tế'));
    need('button[aria-label="Sửa Khối Y tế"]').click();
    await until(() => need('#position'));
    enter('#position', '9');
    meanwhile('PUT', 'groups/y-te', { name: 'Khối bệnh viện' });
    send('form');
    await until(has('Tên khối đã đổi thành “Khối bệnh viện”'));
    expect((need('#position') as HTMLInputElement).value).toBe('9');
    expect((need('#name') as HTMLInputElement).value).toBe('Khối bệnh viện');
    send('form');
    await until(() => {
      expect(sent[1]?.body).toEqual({ name: 'Khối bệnh viện', position: 9 });
    });
  });
});
