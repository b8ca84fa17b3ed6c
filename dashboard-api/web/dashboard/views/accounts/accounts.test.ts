import { describe, expect, it } from 'vitest';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';

describe('accounts', () => {
  it('are listed with their rights', async () => {
    await stage.open('accounts', 'Khối Sở, ngành: xem và sửa');
    expect(stage.text()).toContain('và 1 quyền khác');
    expect(await faults()).toEqual([]);
  });

  it('are created with grants and a link that is shown once', async () => {
    const sent = await stage.open(
      'accounts?account=new',
      () => stage.has('Tài khoản mới')() && stage.has('Thêm quyền')(),
    );
    stage.send('form');
    await stage.until(stage.has('Hãy nhập họ và tên.'));
    stage.enter('#name', 'Võ Minh Khôi');
    stage.enter('#login', 'khoi.vo');
    stage.need('fieldset button:not([class])').click();
    await stage.until(() => stage.need('.grants select'));
    stage.enter('.grants select', 'group:y-te');
    stage.send('form');
    await stage.until(stage.has('/dashboard/invitation#MA-MOI-MOT-LAN-7f3k'));
    expect(stage.text()).toMatch(/dùng được một lần, đến ngày \d\d\/\d\d\/\d{4}/);
    expect(sent[0]?.body).toEqual({
      name: 'Võ Minh Khôi',
      login: 'khoi.vo',
      administrator: false,
      grants: [{ scope: 'group:y-te', role: 'viewer' }],
    });
  });

  it('are disabled, but not their own account', async () => {
    const sent = await stage.open('accounts?account=binh', 'Khóa tài khoản');
    const disabled = stage.need('#disabled') as HTMLInputElement;
    disabled.checked = true;
    disabled.dispatchEvent(new Event('change'));
    stage.send('form');
    await stage.until(() => {
      expect(sent[0]?.body).toMatchObject({ disabled: true });
    });
    await stage.show('accounts?account=an', stage.has('Đây là tài khoản của bạn'));
    expect(stage.text()).not.toContain('Khóa tài khoản');
  });

  it('lose their second factor once that is confirmed, but not their own', async () => {
    const sent = await stage.open('accounts?account=binh', 'Gỡ xác thực hai lớp');
    stage.need('button.second-factor').click();
    await stage.until(stage.has('mất điện thoại và hết mã dự phòng'));
    expect(await faults()).toEqual([]);
    expect(sent).toEqual([]);
    stage.need('button.danger.now').click();
    await stage.until(() => {
      expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
        'DELETE accounts/binh/second-factor',
      ]);
    });
    await stage.show('accounts?account=an', stage.has('Đây là tài khoản của bạn'));
    expect(stage.find('button.second-factor')).toBeUndefined();
  });

  it('are not overwritten by a second administrator, whose input stays', async () => {
    const sent = await stage.open('accounts?account=binh', 'Khóa tài khoản');
    stage.enter('#name', 'Trần Thị Bình');
    stage.meanwhile('PUT', 'accounts/binh', { grants: [{ scope: 'group:y-te', role: 'viewer' }] });
    stage.send('form');
    await stage.until(stage.has('Quyền theo trang và khối đã đổi thành “Khối Y tế: xem”'));
    expect((stage.need('.grants select') as HTMLSelectElement).value).toBe('group:y-te');
    expect(await faults()).toEqual([]);
    stage.send('form');
    await stage.until(() => {
      expect(sent[1]?.body).toMatchObject({
        name: 'Trần Thị Bình',
        grants: [{ scope: 'group:y-te', role: 'viewer' }],
      });
    });
  });

  it('lose their invitation links', async () => {
    const sent = await stage.open('accounts?account=binh', 'Thu hồi đường dẫn mời');
    stage.need('.more button:nth-of-type(2)').click();
    await stage.until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toMatchObject({ method: 'DELETE', path: 'accounts/binh/invitation' });
  });

  it('are deleted after a confirmation, but not their own account', async () => {
    const sent = await stage.open('accounts?account=binh', 'Đăng xuất khỏi mọi thiết bị');
    stage.need('.more button.danger').click();
    await stage.until(stage.has('Xóa tài khoản này?'));
    expect(sent).toHaveLength(0);
    expect(await faults()).toEqual([]);
    stage.need('sp-dialog[open] [slot=actions] button.danger').click();
    await stage.until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toMatchObject({ method: 'DELETE', path: 'accounts/binh' });
    await stage.show('accounts?account=an', stage.has('Đây là tài khoản của bạn'));
    expect(stage.find('.more button.danger')).toBeUndefined();
  });

  it('are signed out everywhere after a confirmation', async () => {
    const sent = await stage.open('accounts?account=binh', 'Đăng xuất khỏi mọi thiết bị');
    stage.need('.more button:nth-of-type(3)').click();
    await stage.until(stage.has('sẽ phải đăng nhập lại trên mọi thiết bị'));
    expect(sent).toHaveLength(0);
    expect(await faults()).toEqual([]);
    stage.need('.more button.now').click();
    await stage.until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toMatchObject({ method: 'DELETE', path: 'accounts/binh/sessions' });
  });
});
