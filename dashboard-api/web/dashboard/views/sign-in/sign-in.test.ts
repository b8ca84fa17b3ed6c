import { html } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../app/api/client.js';
import { Problem } from '../../app/api/problem.js';
import { setLanguage } from '../../app/language.js';
import { end, session } from '../../app/session.js';
import { faults, find, mount, text } from '../../components/testing.js';
import type { SignInCode } from '../../components/view/sign-in-code.js';
import { answer, drawn, placeOf } from '../test-stubs.js';
import type { SignInView } from './sign-in.js';
import './index.js';

async function show(ways: object, search = ''): Promise<SignInView> {
  answer({ 'sign-in': ways });
  const view = await mount<SignInView>(
    html`<sp-sign-in-view .place=${placeOf('sign-in', search)}></sp-sign-in-view>`,
  );
  await drawn(view);
  return view;
}

async function submit(view: SignInView): Promise<void> {
  (find(view, '#login') as HTMLInputElement).value = 'an';
  (find(view, '#password') as HTMLInputElement).value = 'a long sentence';
  find(view, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
  await drawn(view);
}

function secondStep(view: SignInView): SignInCode {
  const step = view.shadowRoot?.querySelector('sp-sign-in-code');
  if (!step) {
    throw new Error('no second step');
  }
  return step;
}

afterEach(() => {
  vi.restoreAllMocks();
  end();
  history.replaceState(null, '', '/dashboard/');
});

describe('sp-sign-in-view', () => {
  it('labels its fields, and names them for password managers', async () => {
    const view = await show({ local: true, setup: false });
    expect(find(view, '#password').getAttribute('autocomplete')).toBe('current-password');
    expect(await faults()).toEqual([]);
  });

  it('offers the identity provider with the return address', async () => {
    const view = await show(
      { local: true, setup: false, oidc: { name: 'Công chức số' } },
      '?to=/dashboard/polls',
    );
    expect(find(view, 'a.button').getAttribute('href')).toBe(
      '/api/manage/oidc/start?to=%2Fdashboard%2Fpolls',
    );
    expect(text(view)).toContain('Đăng nhập bằng Công chức số');
  });

  it.each([
    ['throttled&retry=12', 'Hãy thử lại sau 12 giây'],
    ['throttled', 'quá nhiều lần đăng nhập không thành công'],
    ['throttled', 'Hãy thử lại sau 60 giây'],
    ['away', 'không trả lời'],
    ['unknown', 'chưa có tài khoản ở đây'],
    ['refused', 'không chấp nhận'],
    ['other', 'không thành công'],
  ])('says what became of a sign-in through the provider: %s', async (reason, sentence) => {
    const view = await show(
      { local: true, setup: false, oidc: { name: 'Công chức số' } },
      `?oidc=${reason}`,
    );
    expect(find(view, '[role=alert]').textContent).toContain(sentence);
  });

  it('says in English when to try again', async () => {
    setLanguage('en');
    try {
      const view = await show({ local: true, setup: false }, '?oidc=throttled&retry=12');
      expect(find(view, '[role=alert]').textContent).toMatch(
        /Too many sign-ins .*Try again in 12 seconds/s,
      );
    } finally {
      setLanguage('vi');
    }
  });

  it('has no form if passwords are switched off', async () => {
    const view = await show({ local: false, setup: false, oidc: { name: 'Công chức số' } });
    expect(view.shadowRoot?.querySelector('form')).toBeNull();
    expect(find(view, 'a.button.primary').textContent).toContain('Công chức số');
    expect(await faults()).toEqual([]);
  });

  it('says in the language of the page what is missing', async () => {
    const view = await show({ local: true, setup: false });
    const sent = vi.spyOn(api, 'post');
    find(view, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
    await drawn(view);
    expect(find(view, 'form').hasAttribute('novalidate')).toBe(true);
    expect(find(view, '#login-fault').textContent).toBe('Không được để trống.');
    expect(find(view, '#password-fault').textContent).toBe('Không được để trống.');
    expect(sent).not.toHaveBeenCalled();
    expect(await faults()).toEqual([]);
  });

  it('shows a message for a wrong password', async () => {
    const view = await show({ local: true, setup: false });
    vi.spyOn(api, 'post').mockRejectedValue(new Problem(401, '/problems/credentials', ''));
    await submit(view);
    expect(find(view, '[role=alert]').textContent).toContain(
      'Tên đăng nhập hoặc mật khẩu không đúng.',
    );
    expect(await faults()).toEqual([]);
  });

  it('asks for the code of the second factor, and goes where one wanted', async () => {
    const view = await show({ local: true, setup: false }, '?to=/dashboard/polls');
    const sent = vi.spyOn(api, 'post').mockResolvedValueOnce({ pending: 'PENDING' });
    await submit(view);
    expect(session()).toBeUndefined();
    const step = secondStep(view);
    expect(find(step, '#code').getAttribute('autocomplete')).toBe('one-time-code');
    expect(await faults()).toEqual([]);
    const enter = async (code: string): Promise<void> => {
      (find(step, '#code') as HTMLInputElement).value = code;
      find(step, 'form').dispatchEvent(new Event('submit', { cancelable: true }));
      await drawn(step);
    };
    sent.mockRejectedValueOnce(new Problem(401, '/problems/second-factor', ''));
    await enter('000000');
    expect(find(step, '[role=alert]').textContent).toContain('Mã không đúng');
    sent.mockResolvedValueOnce({ account: { administrator: false }, csrf: 'word', edits: false });
    await enter(' 123456 ');
    expect(sent).toHaveBeenLastCalledWith('session/code', { pending: 'PENDING', code: '123456' });
    expect(session()?.csrf).toBe('word');
    expect(location.pathname).toBe('/dashboard/polls');
  });

  it('goes back to login and password', async () => {
    const view = await show({ local: true, setup: false });
    vi.spyOn(api, 'post').mockResolvedValueOnce({ pending: 'PENDING' });
    await submit(view);
    find(secondStep(view), 'button.quiet').click();
    await drawn(view);
    expect(find(view, '#password')).toBeTruthy();
  });

  it.each([
    ['?to=/dashboard/polls', '/dashboard/polls'],
    ['?to=https://elsewhere.example/', '/dashboard/'],
    ['?to=//elsewhere.example/dashboard/', '/dashboard/'],
  ])('goes where one wanted, within the dashboard only: %s', async (search, where) => {
    const view = await show({ local: true, setup: false }, search);
    vi.spyOn(api, 'post').mockResolvedValue({
      account: { administrator: false },
      csrf: 'word',
      edits: false,
    });
    await submit(view);
    expect(session()?.csrf).toBe('word');
    expect(location.pathname).toBe(where);
  });

  it('explains the setup if there is no administrator', async () => {
    expect(text(await show({ local: true, setup: true }))).toContain(
      'Hệ thống chưa có quản trị viên.',
    );
  });
});
