import { html, type LitElement } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../app/api/client.js';
import { Problem } from '../../app/api/problem.js';
import { end } from '../../app/session.js';
import { all, faults, find, mount, text } from '../../components/testing.js';
import { drawn } from '../test-stubs.js';
import '../invitation/index.js';
import '../setup/index.js';
import './index.js';

async function fill(view: LitElement, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    (find(view, `#${name}`) as HTMLInputElement).value = value;
  }
  find(view, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await drawn(view);
}

const PASSWORD = { password: 'a long sentence', repeat: 'a long sentence' };

afterEach(() => {
  vi.restoreAllMocks();
  end();
  history.replaceState(null, '', '/dashboard/');
});

describe('sp-password-view', () => {
  it('labels its fields and shows the rule', async () => {
    const view = await mount(html`<sp-password-view></sp-password-view>`);
    expect(all(view, 'input').map((input) => input.getAttribute('autocomplete'))).toEqual([
      'current-password',
      'new-password',
      'new-password',
    ]);
    expect(find(view, '#password').getAttribute('aria-describedby')).toBe('password-hint');
    expect(await faults()).toEqual([]);
  });

  it('sends no missing or short password', async () => {
    const post = vi.spyOn(api, 'post');
    const view = await mount<LitElement>(html`<sp-password-view></sp-password-view>`);
    await fill(view, { current: ' ', password: 'ngắn quá', repeat: 'ngắn quá' });
    expect(post).not.toHaveBeenCalled();
    expect(find(view, '#current-fault').textContent).toBe('Không được để trống.');
    expect(find(view, '#password-fault').textContent).toContain('cần ít nhất 12');
  });

  it("shows the server's error at the new password, which has another name there", async () => {
    const fault = { field: 'next', reason: 'invalid', code: 'length', detail: 'is too long' };
    const limits = { min: 12, max: 200 };
    vi.spyOn(api, 'post').mockRejectedValueOnce(
      new Problem(400, '/problems/invalid', '', [{ ...fault, limits }]),
    );
    const view = await mount<LitElement>(html`<sp-password-view></sp-password-view>`);
    await fill(view, { ...PASSWORD, current: 'the old one' });
    expect(find(view, '#password-fault').textContent).toBe('Phải có từ 12 đến 200 ký tự.');
  });

  it('says at the field that a password is easy to guess', async () => {
    const guessed = {
      field: 'next',
      reason: 'invalid',
      code: 'common-password',
      detail: '',
    } as const;
    vi.spyOn(api, 'post').mockRejectedValueOnce(
      new Problem(400, '/problems/invalid', '', [guessed]),
    );
    const view = await mount<LitElement>(html`<sp-password-view></sp-password-view>`);
    await fill(view, { ...PASSWORD, current: 'the old one' });
    expect(find(view, '#password-fault').textContent).toContain('Mật khẩu này dễ đoán');
  });

  it('says that passwords are switched off', async () => {
    vi.spyOn(api, 'post').mockRejectedValueOnce(new Problem(403, '/problems/passwords-off', ''));
    const view = await mount<LitElement>(html`<sp-password-view></sp-password-view>`);
    await fill(view, { ...PASSWORD, current: 'the old one' });
    expect(find(view, '[role=alert]').textContent).toContain('mật khẩu đã được tắt');
  });

  it('sends nothing while the two entries differ', async () => {
    const post = vi.spyOn(api, 'post');
    const view = await mount<LitElement>(html`<sp-password-view></sp-password-view>`);
    await fill(view, { ...PASSWORD, current: 'the old one', repeat: 'another' });
    expect(post).not.toHaveBeenCalled();
    expect(find(view, '#repeat-fault').textContent).toBe('Hai lần nhập không giống nhau.');
    expect(find(view, '#repeat').getAttribute('aria-invalid')).toBe('true');
    expect(await faults()).toEqual([]);
  });

  it('shows success, or that the current password is wrong', async () => {
    const post = vi
      .spyOn(api, 'post')
      .mockRejectedValueOnce(
        new Problem(400, '/problems/invalid', '', [
          { field: 'current', reason: 'invalid', code: 'wrong-password', detail: 'is not yours' },
        ]),
      );
    const view = await mount<LitElement>(html`<sp-password-view></sp-password-view>`);
    await fill(view, { ...PASSWORD, current: 'wrong' });
    expect(find(view, '#current-fault').textContent).toBe('Mật khẩu hiện tại không đúng.');
    post.mockResolvedValueOnce(undefined);
    const next = { account: { administrator: false }, csrf: 'of the new session' };
    vi.spyOn(api, 'get').mockResolvedValueOnce(next);
    await fill(view, { ...PASSWORD, current: 'right' });
    expect(post).toHaveBeenLastCalledWith('session/password', {
      current: 'right',
      next: 'a long sentence',
    });
    expect(find(view, '[role=status]').textContent).toBe('Đã đổi mật khẩu.');
    expect(api.csrf).toBe('of the new session');
  });
});

describe('sp-setup-view', () => {
  it('uses the code of the link and starts the session', async () => {
    history.replaceState(null, '', '/dashboard/setup#CODE');
    const post = vi
      .spyOn(api, 'post')
      .mockResolvedValue({ account: { administrator: true }, csrf: 'w' });
    const view = await mount<LitElement>(html`<sp-setup-view></sp-setup-view>`);
    expect(await faults()).toEqual([]);
    await fill(view, { ...PASSWORD, login: 'an.nguyen', name: 'Nguyễn Hoài An' });
    expect(post).toHaveBeenCalledWith('setup', {
      code: 'CODE',
      login: 'an.nguyen',
      name: 'Nguyễn Hoài An',
      password: 'a long sentence',
    });
    expect(api.csrf).toBe('w');
    expect(location.hash).toBe('');
  });

  it('shows all errors at once, a wrong login too', async () => {
    const post = vi.spyOn(api, 'post');
    const view = await mount<LitElement>(html`<sp-setup-view></sp-setup-view>`);
    await fill(view, { code: 'C', login: 'An Nguyễn', name: '', password: 'ngắn', repeat: 'khác' });
    expect(post).not.toHaveBeenCalled();
    const said = ['login', 'name', 'password', 'repeat'].map(
      (name) => find(view, `#${name}-fault`).textContent,
    );
    expect(new Set(said).size).toBe(4);
    expect(said).not.toContain(find(view, '#login-hint').textContent);
  });

  it('shows errors at the fields that the server names', async () => {
    const fault = { field: 'login', reason: 'invalid', detail: 'is taken' };
    vi.spyOn(api, 'post').mockRejectedValue(new Problem(400, '/problems/invalid', '', [fault]));
    const view = await mount<LitElement>(html`<sp-setup-view></sp-setup-view>`);
    await fill(view, { ...PASSWORD, code: 'C', login: 'an', name: 'An' });
    expect(find(view, '#login-fault').textContent).toBe('is taken');
  });
});

describe('sp-invitation-view', () => {
  it('shows that a link without a code is incomplete', async () => {
    const view = await mount(html`<sp-invitation-view></sp-invitation-view>`);
    expect(text(view)).toContain('Đường dẫn mời không đầy đủ');
    expect(await faults()).toEqual([]);
  });

  it('shows at once that a link was used already, without a field to type in', async () => {
    history.replaceState(null, '', '/dashboard/invitation#CODE');
    const post = vi
      .spyOn(api, 'post')
      .mockRejectedValue(new Problem(410, '/problems/code', 'The link is no longer valid'));
    const view = await mount<LitElement>(html`<sp-invitation-view></sp-invitation-view>`);
    await drawn(view);
    expect(post.mock.calls[0]?.slice(0, 2)).toEqual(['invitation/check', { code: 'CODE' }]);
    expect(text(view)).toContain('Đường dẫn mời không đúng, đã được dùng hoặc đã hết hạn.');
    expect(text(view)).not.toMatch(/\bmã\b/i);
    expect(all(view, 'input')).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  it('shows the form if the link cannot be checked now, and that it ended meanwhile', async () => {
    history.replaceState(null, '', '/dashboard/invitation#CODE');
    vi.spyOn(api, 'post')
      .mockRejectedValueOnce(new Problem(503, '/problems/unavailable', ''))
      .mockRejectedValueOnce(new Problem(410, '/problems/code', ''));
    const view = await mount<LitElement>(html`<sp-invitation-view></sp-invitation-view>`);
    await drawn(view);
    await fill(view, PASSWORD);
    expect(text(view)).toContain('Đường dẫn mời không đúng, đã được dùng hoặc đã hết hạn.');
  });
});
