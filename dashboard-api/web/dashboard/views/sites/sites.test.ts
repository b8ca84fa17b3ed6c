import { describe, expect, it } from 'vitest';
import { faults } from '../../components/testing.js';
import { keepUnsaved } from '../../app/unsaved.js';
import * as stage from '../../components/view/view-test-harness.js';

const PORTAL = 'cong-thong-tin-dien-tu-tinh.vn';

describe('sites', () => {
  it('are listed with their state', async () => {
    await stage.open('sites', 'đã sáp nhập vào Sở Công Thương');
    expect(stage.need('tbody a').getAttribute('href')).toMatch('/dashboard/sites/');
  });

  it('are registered with a valid id and origins', async () => {
    const sent = await stage.open('sites?new=1', 'Đăng ký trang thông tin');
    stage.enter('#name', 'Sở Ngoại vụ');
    stage.enter('#id', 'Sở Ngoại vụ');
    stage.send('form');
    await stage.until(stage.has('Chỉ gồm chữ thường'));
    stage.enter('#id', PORTAL);
    stage.send('form');
    await stage.until(stage.has(`Mã định danh “${PORTAL}” đã được dùng cho một trang khác.`));
    expect(stage.need('#id').getAttribute('aria-invalid')).toBe('true');
    sent.length = 0;
    stage.enter('#id', 'songoaivu.gov.vn');
    stage.enter('#origins', 'https://songoaivu.gov.vn/\nhttps://www.songoaivu.gov.vn');
    stage.send('form');
    await stage.until(() => {
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

  it('show code, baseline and its author', async () => {
    await stage.open(`sites/${PORTAL}`, 'Người nhập: Nguyễn Hoài An');
    expect(stage.text()).toContain(`data-site="${PORTAL}"`);
  });

  it('take the baseline as people write numbers and days', async () => {
    const sent = await stage.open(`sites/${PORTAL}`, () => stage.need('#visits'));
    stage.enter('#visits', '1.20');
    stage.enter('#asOf', '31/06/2026');
    stage.send('form');
    await stage.until(stage.has('“1.20” không phải là số nguyên.'));
    expect(stage.text()).toContain('Hãy nhập ngày có thật');
    stage.enter('#visits', '1.200.000');
    stage.enter('#views', '3 400 000');
    stage.enter('#asOf', '30/06/2026');
    stage.send('form');
    await stage.until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]?.body).toMatchObject({
      baseline: { visits: 1_200_000, views: 3_400_000, asOf: '2026-06-30' },
    });
  });

  it('choose their time zone from a list that begins with the usual one', async () => {
    const sent = await stage.open(`sites/${PORTAL}`, 'Khai báo');
    const zone = stage.need('#zone') as HTMLSelectElement;
    expect(zone.tagName).toBe('SELECT');
    expect(zone.value).toBe('Asia/Ho_Chi_Minh');
    expect(zone.options[0]?.value).toBe('Asia/Ho_Chi_Minh');
    expect(zone.options.length).toBeGreaterThan(300);
    stage.enter('#zone', 'Asia/Bangkok');
    stage.send('form');
    await stage.until(() => {
      expect(sent[0]?.body).toMatchObject({ zone: 'Asia/Bangkok' });
    });
  });

  it('say if the slash at the end makes another page', async () => {
    const sent = await stage.open(`sites/${PORTAL}`, 'dấu / ở cuối');
    const check = stage.need('#ignoreEndSlash') as HTMLInputElement;
    expect(check.checked).toBe(false);
    check.click();
    stage.send('form');
    await stage.until(() => {
      expect(sent[0]?.body).toMatchObject({ ignoreEndSlash: true });
    });
  });

  it('show a stored time zone that is to be corrected', async () => {
    const sent = await stage.open('sites', 'Cổng');
    const stored = { zone: 'Etc/GMT-7', storedZone: 'GMT+7' };
    stage.meanwhile('PUT', `sites/${PORTAL}`, stored);
    await stage.show('sites', stage.has('cần sửa múi giờ'));
    await stage.show(`sites/${PORTAL}`, stage.has('Múi giờ đã lưu “GMT+7”'));
    expect(stage.need('#zone option[value="Etc/GMT-7"]')).toBeTruthy();
    stage.send('form');
    await stage.until(() => {
      expect(sent[0]?.body).toMatchObject({ zone: 'Etc/GMT-7' });
    });
  });

  it('show errors of the server at the field', async () => {
    await stage.open(`sites/${PORTAL}`, 'Khai báo');
    stage.enter('#name', 'Trùng');
    stage.send('form');
    await stage.until(() => {
      expect(stage.need('#name-fault').textContent).toBe(
        'Không được để trống, dài nhất 200 ký tự.',
      );
    });
  });

  it('are read-only for viewers', async () => {
    await stage.open(`sites/${PORTAL}`, 'không được sửa', { administrator: false });
    expect((stage.need('fieldset.form') as HTMLFieldSetElement).disabled).toBe(true);
    expect(stage.find('#group')).toBeUndefined();
    expect(stage.text()).not.toContain('Sáp nhập một trang vào đây');
  });

  it('take over others after a preview', async () => {
    const sent = await stage.open('sites/so-cong-thuong.vn', 'Sáp nhập một trang vào đây');
    stage.need('sp-site-merger div > button').click();
    await stage.until(() => stage.need('#predecessor'));
    stage.enter('#predecessor', 'so-noi-vu.vn');
    await stage.until(stage.has('mọi số liệu của Sở Công Thương gồm cả Sở Nội vụ'));
    stage.enter('#from', '1/12/2026');
    stage.send('sp-site-merger form');
    await stage.until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toEqual({
      method: 'PUT',
      path: 'sites/so-cong-thuong.vn/predecessors/so-noi-vu.vn',
      body: { from: '2026-12-01' },
      guard: expect.stringMatching(/^"/) as string,
    });
  });

  it('are merged after another change only once it was seen', async () => {
    const sent = await stage.open('sites/so-cong-thuong.vn', 'Sáp nhập một trang vào đây');
    stage.need('sp-site-merger div > button').click();
    await stage.until(() => stage.need('#predecessor'));
    stage.enter('#predecessor', 'so-noi-vu.vn');
    stage.enter('#from', '2026-12-01');
    stage.meanwhile('PUT', 'sites/so-cong-thuong.vn', { name: 'Sở Công Thương tỉnh' });
    stage.send('sp-site-merger form');
    await stage.until(stage.has('Người khác vừa thay đổi mục này'));
    await stage.until(stage.has('Sáp nhập vào Sở Công Thương tỉnh'));
    expect((stage.need('#predecessor') as HTMLSelectElement).value).toBe('so-noi-vu.vn');
    stage.send('sp-site-merger form');
    await stage.until(() => {
      expect(sent).toHaveLength(2);
    });
    await stage.until(stage.has('từ 01/12/2026'));
  });

  it('undo a merger after a confirmation, which is repeated if the merger has changed', async () => {
    await stage.open('sites/so-cong-thuong.vn', 'Ban Quản lý các khu công nghiệp');
    const other = 'ban-quan-ly-cac-khu-cong-nghiep.vn';
    stage.need('sp-site-merger li button').click();
    await stage.until(stage.has('lại đứng riêng'));
    stage.meanwhile('PUT', `sites/so-cong-thuong.vn/predecessors/${other}`, { from: '2026-03-01' });
    stage.need('sp-site-merger sp-dialog[open] button.danger').click();
    await stage.until(stage.has('Kể từ ngày: bây giờ là “01/03/2026”'));
    stage.need('sp-site-merger sp-dialog[open] button.danger').click();
    await stage.until(stage.has('Trang này chưa nhận sáp nhập trang nào.'));
  });

  it('keep the input after another change, and show the differences', async () => {
    const sent = await stage.open(`sites/${PORTAL}`, 'Khai báo');
    stage.enter('#name', 'Cổng tỉnh');
    stage.meanwhile('PUT', `sites/${PORTAL}`, { name: 'Cổng mới', pageParameters: ['id'] });
    stage.send('form');
    await stage.until(stage.has('Trong lúc bạn sửa, người khác đã thay đổi mục này.'));
    expect(stage.text()).toContain('Tên đã đổi thành “Cổng mới” ; bạn nhập “Cổng tỉnh”');
    expect((stage.need('#name') as HTMLInputElement).value).toBe('Cổng tỉnh');
    expect((stage.need('#pageParameters') as HTMLTextAreaElement).value).toBe('id');
    stage.send('form');
    await stage.until(() => {
      expect(sent).toHaveLength(2);
    });
    expect(sent[1]?.guard).not.toBe(sent[0]?.guard);
    await stage.until(() => {
      expect(stage.text()).not.toContain('người khác đã thay đổi');
    });
  });

  it('have again what was typed when the session ended', async () => {
    await stage.open(`sites/${PORTAL}`, () => stage.need('#name'));
    stage.enter('#name', 'Cổng tỉnh');
    keepUnsaved('an');
    await stage.show(`sites/${PORTAL}`, stage.has('Những gì bạn đã nhập có lại dưới đây'));
    expect((stage.need('#name') as HTMLInputElement).value).toBe('Cổng tỉnh');
    expect(await faults()).toEqual([]);
    // It was shown once and is not kept any longer.
    await stage.show(`sites/${PORTAL}`, stage.has('Mã nhúng'));
    expect(stage.text()).not.toContain('Những gì bạn đã nhập có lại');
  });

  it('may be taken as another account changed them', async () => {
    await stage.open(`sites/${PORTAL}`, 'Khai báo');
    stage.enter('#name', 'Cổng tỉnh');
    stage.meanwhile('PUT', `sites/${PORTAL}`, { name: 'Cổng mới' });
    stage.send('form');
    await stage.until(stage.has('Bỏ nội dung tôi nhập'));
    expect(await faults()).toEqual([]);
    stage.need('.problem button').click();
    await stage.until(() => {
      expect((stage.need('#name') as HTMLInputElement).value).toBe('Cổng mới');
    });
  });

  it('are put into groups created by administrators', async () => {
    const sent = await stage.open('sites?tab=groups', 'Khối Y tế');
    expect(await faults()).toEqual([]);
    stage.need('.actions button').click();
    await stage.until(() => stage.need('#position'));
    stage.enter('#name', 'Khối thi đua số 1');
    stage.send('form');
    await stage.until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toEqual({
      method: 'PUT',
      path: 'groups/khoi-thi-dua-so-1',
      body: { name: 'Khối thi đua số 1', position: 5 },
      guard: '*',
    });
  });

  it('have groups whose newer changes are not overwritten or deleted unseen', async () => {
    const sent = await stage.open('sites?tab=groups', 'Khối Y tế');
    stage.need('button[aria-label="Sửa Khối Y tế"]').click();
    await stage.until(() => stage.need('#position'));
    stage.enter('#position', '9');
    stage.meanwhile('PUT', 'groups/y-te', { name: 'Khối bệnh viện' });
    stage.send('form');
    await stage.until(stage.has('Tên khối đã đổi thành “Khối bệnh viện”'));
    expect((stage.need('#position') as HTMLInputElement).value).toBe('9');
    expect((stage.need('#name') as HTMLInputElement).value).toBe('Khối bệnh viện');
    stage.send('form');
    await stage.until(() => {
      expect(sent[1]?.body).toEqual({ name: 'Khối bệnh viện', position: 9 });
    });
  });
});
