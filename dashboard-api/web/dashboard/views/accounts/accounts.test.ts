import { describe, expect, it } from 'vitest';
import { faults } from '../../components/testing.js';
import {
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

describe('accounts', () => {
  it('are listed with what they may do', async () => {
    serve();
    await show('accounts', has('Khối Sở, ngành: xem và sửa'));
    expect(deepText()).toContain('và 1 quyền khác');
    expect(await faults()).toEqual([]);
  });

  it('are made with grants, and a link shown once', async () => {
    const sent = serve();
    await show('accounts?account=new', () => has('Tài khoản mới')() && has('Thêm quyền')());
    send('form');
    await until(has('Hãy nhập họ và tên.'));
    enter('#name', 'Võ Minh Khôi');
    enter('#login', 'khoi.vo');
    need('fieldset button:not([class])').click();
    await until(() => need('.grants select'));
    enter('.grants select', 'group:y-te');
    send('form');
    await until(has('/dashboard/invitation#MA-MOI-MOT-LAN-7f3k'));
    expect(sent[0]?.body).toEqual({
      name: 'Võ Minh Khôi',
      login: 'khoi.vo',
      administrator: false,
      grants: [{ scope: 'group:y-te', role: 'viewer' }],
    });
  });

  it('are disabled, but not by themselves', async () => {
    const sent = serve();
    await show('accounts?account=binh', has('Khóa tài khoản'));
    const disabled = need('#disabled') as HTMLInputElement;
    disabled.checked = true;
    disabled.dispatchEvent(new Event('change'));
    send('form');
    await until(() => {
      expect(sent[0]?.body).toMatchObject({ disabled: true });
    });
    await show('accounts?account=an', has('Đây là tài khoản của bạn'));
    expect(deepText()).not.toContain('Khóa tài khoản');
  });

  it('are not overwritten by a second administrator, who keeps what they typed', async () => {
    const sent = serve();
    await show('accounts?account=binh', has('Khóa tài khoản'));
    enter('#name', 'Trần Thị Bình');
    meanwhile('PUT', 'accounts/binh', { grants: [{ scope: 'group:y-te', role: 'viewer' }] });
    send('form');
    await until(has('Quyền theo trang và khối đã đổi thành “Khối Y tế: xem”'));
    expect((need('.grants select') as HTMLSelectElement).value).toBe('group:y-te');
    expect(await faults()).toEqual([]);
    send('form');
    await until(() => {
      expect(sent[1]?.body).toMatchObject({
        name: 'Trần Thị Bình',
        grants: [{ scope: 'group:y-te', role: 'viewer' }],
      });
    });
  });

  it('are signed out everywhere', async () => {
    const sent = serve();
    await show('accounts?account=binh', has('Đăng xuất khỏi mọi thiết bị'));
    need('.more button:last-child').click();
    await until(() => {
      expect(sent).toHaveLength(1);
    });
    expect(sent[0]).toMatchObject({ method: 'DELETE', path: 'accounts/binh/sessions' });
  });
});
