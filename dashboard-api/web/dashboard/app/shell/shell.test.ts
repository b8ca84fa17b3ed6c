import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { all, faults, find, text } from '../../components/testing.js';
import { answer, drawn, silence, type Answers, type QuietSource } from '../../views/test-stubs.js';
import { define } from '../element.js';
import { setLanguage } from '../language.js';
import { api } from '../api/client.js';
import { watchForm } from '../unsaved.js';
import { navigate } from '../router.js';
import { routes } from '../routes.js';
import { end } from '../session.js';
import { Problem } from '../api/problem.js';
import { Shell } from './shell.js';

define('sp-app', Shell);

const session = (administrator: boolean): object => ({
  account: { id: 'an', login: 'an.nguyen', name: 'Nguyễn Hoài An', administrator, grants: [] },
  csrf: 'word',
  edits: administrator,
});

async function show(answers: Answers, address = '/dashboard/password'): Promise<Shell> {
  answer(answers);
  history.replaceState(null, '', address);
  const shell = new Shell();
  document.body.replaceChildren(shell);
  await drawn(shell);
  await vi.waitFor(() => {
    find(shell, 'main > :not(.waiting)');
  });
  return shell;
}

let sources: QuietSource[] = [];
beforeEach(() => {
  sources = silence();
});
afterEach(() => {
  vi.restoreAllMocks();
  end();
  document.body.replaceChildren();
  setLanguage('vi');
});

describe('sp-app', () => {
  it('has one main part, a named navigation, and a way past it', async () => {
    const shell = await show({ session: session(true) });
    expect(all(shell, 'main')).toHaveLength(1);
    expect(find(shell, 'nav').getAttribute('aria-label')).toBe('Các mục');
    find(shell, '.skip').click();
    expect(shell.shadowRoot?.activeElement?.localName).toBe('main');
    expect(await faults()).toEqual([]);
  });

  it('has an icon of its own for each entry', async () => {
    const shell = await show({ session: session(true) });
    // A menu of its own is drawn for phones.
    const entries = new Map(
      all(shell, 'nav li a, .account li a').map((entry) => [
        entry.getAttribute('href'),
        entry.querySelector('svg')?.innerHTML,
      ]),
    );
    expect(entries.size).toBeGreaterThan(12);
    expect(new Set(entries.values()).size).toBe(entries.size);
  });

  it('leads to the second factor if it must be set up first', async () => {
    const shell = await show({
      session: { ...session(true), secondFactorMissing: true },
      'second-factor': { recoveryCodes: 0, required: true, available: true },
    });
    expect(location.pathname).toBe('/dashboard/second-factor');
    await vi.waitFor(() => {
      expect(text(find(shell, 'sp-second-factor-view'))).toContain(
        'Quản trị viên phải bật xác thực hai lớp',
      );
    });
  });

  it('shows administration views to administrators only', async () => {
    const names = (shell: Shell): string[] =>
      all(shell, 'header nav a').map((link) => link.textContent.trim());
    const theirs = names(await show({ session: session(true) }));
    end();
    const others = names(await show({ session: session(false) }));
    expect(theirs).toContain('Tổng quan');
    expect(others).not.toContain('Tài khoản');
    expect(others).not.toContain('Nhật ký thay đổi');
  });

  it('leads to the sign-in without a session, with the requested address', async () => {
    await show({
      session: new Problem(401, '/problems/not-signed-in', ''),
      'sign-in': { local: true, setup: false },
    });
    expect(location.pathname + location.search).toBe(
      '/dashboard/sign-in?to=%2Fdashboard%2Fpassword',
    );
    expect(document.title).toBe('Đăng nhập · sitepulse');
  });

  it('has the guides for those who are not signed in too', async () => {
    const out = { session: new Problem(401, '/problems/not-signed-in', '') };
    const shell = await show({ ...out, 'sign-in': { local: true, setup: false } });
    expect(find(shell, '.corner .help').getAttribute('href')).toBe('/dashboard/help');
    end();
    const guides = await show(out, '/dashboard/help?topic=manager');
    expect(location.pathname).toBe('/dashboard/help');
    expect(text(find(guides, 'sp-help-view'))).toContain('Lập báo cáo để ký');
    expect(all(guides, 'nav[aria-label="Các mục"]')).toHaveLength(0);
    end();
    const inside = await show({ session: session(false) }, '/dashboard/help');
    expect(all(inside, 'nav[aria-label="Các mục"]')).not.toHaveLength(0);
  });

  it('shows at the sign-in that the session has ended, after a "signed-out" event', async () => {
    const ways = { 'sign-in': { local: true, setup: false } };
    await show({ ...ways, session: session(false) }, '/dashboard/');
    vi.restoreAllMocks();
    vi.spyOn(globalThis, 'fetch').mockImplementation((address) => {
      const path = address as string;
      return Promise.resolve(
        path.endsWith('/sign-in')
          ? Response.json(ways['sign-in'])
          : new Response('{"type":"/problems/not-signed-in","status":401}', { status: 401 }),
      );
    });
    sources.at(-1)?.say('signed-out', {});
    await vi.waitFor(() => {
      expect(location.pathname).toBe('/dashboard/sign-in');
    });
    const view = await vi.waitFor(() =>
      find(document.body.firstElementChild as Shell, 'sp-sign-in-view'),
    );
    await vi.waitFor(() => {
      expect(find(view, '[role=alert]').textContent).toContain('Phiên làm việc đã kết thúc');
    });
    expect(await faults()).toEqual([]);
  });

  it('asks before unsaved input is left, by a link or the back button', async () => {
    const shell = await show({ session: session(true) });
    const end = watchForm({ isDirty: () => true, kept: () => undefined });
    onTestFinished(end);
    const go = (): void => {
      find(shell, 'header nav a[href="/dashboard/"]').click();
    };
    const question = find(shell, 'sp-question');
    go();
    await drawn(shell);
    expect(text(question)).toContain('Rời khỏi mà không lưu?');
    expect(location.pathname).toBe('/dashboard/password');
    expect(await faults()).toEqual([]);
    find(question, '.primary').click();
    expect(find(question, 'dialog').hasAttribute('open')).toBe(false);
    history.replaceState(null, '', '/dashboard/review');
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(location.pathname).toBe('/dashboard/password');
    go();
    await drawn(shell);
    find(question, '.danger').click();
    expect(location.pathname).toBe('/dashboard/');
  });

  it('asks before all devices are signed out', async () => {
    const shell = await show({ session: session(true) });
    const ended = vi.spyOn(api, 'delete').mockResolvedValue(undefined);
    all(shell, '.side .account li button').at(1)?.click();
    await drawn(shell);
    const question = find(shell, 'sp-question');
    expect(text(question)).toContain('Đăng xuất mọi thiết bị?');
    expect(ended).not.toHaveBeenCalled();
    find(question, '.danger').click();
    expect(ended).toHaveBeenCalledWith('sessions');
  });

  it('switches the language at once and everywhere', async () => {
    const shell = await show({ session: session(true) });
    find(shell, 'header input[aria-label="English"]').dispatchEvent(new Event('change'));
    await drawn(shell);
    expect(document.documentElement.lang).toBe('en');
    expect(text(shell)).toContain('Overview');
    expect(find(shell, 'sp-password-view').shadowRoot?.textContent).toContain('Change password');
  });

  it('sets the title and focuses the new view', async () => {
    const shell = await show({ session: session(true) });
    navigate('/dashboard/');
    await vi.waitFor(() => {
      find(shell, 'sp-overview-view');
    });
    expect(document.title).toBe('Tổng quan · sitepulse');
    expect(shell.shadowRoot?.activeElement?.localName).toBe('main');
  });

  it('offers to load the page again when a release has taken the file of a view away', async () => {
    const shell = await show({ session: session(true) });
    const sessions = routes.find(({ path }) => path === 'sessions') ?? expect.fail();
    vi.spyOn(sessions, 'load').mockRejectedValue(new TypeError('Failed to fetch'));
    navigate('/dashboard/sessions');
    await vi.waitFor(() => {
      expect(find(shell, 'main').textContent).toContain('Không tải được phần này');
    });
    expect(find(shell, 'main button').textContent.trim()).toBe('Tải lại trang');
  });

  it('keeps the offer to load the page again when an earlier view arrives after it', async () => {
    const shell = await show({ session: session(true) });
    const view = (name: string): (typeof routes)[number] =>
      routes.find(({ path }) => path === name) ?? expect.fail();
    const arrival: { now: () => void } = { now: () => undefined };
    vi.spyOn(view('tokens'), 'load').mockReturnValue(
      new Promise<void>((arrived) => {
        arrival.now = arrived;
      }),
    );
    vi.spyOn(view('sessions'), 'load').mockRejectedValue(new TypeError('Failed to fetch'));
    navigate('/dashboard/tokens');
    navigate('/dashboard/sessions');
    await vi.waitFor(() => {
      expect(find(shell, 'main').textContent).toContain('Không tải được phần này');
    });
    arrival.now();
    await new Promise((later) => setTimeout(later));
    await drawn(shell);
    expect(find(shell, 'main button').textContent.trim()).toBe('Tải lại trang');
  });

  it('shows a message for an unknown address and for a server that does not answer', async () => {
    const lost = await show({ session: session(true) }, '/dashboard/nothing/here');
    expect(find(lost, 'h1').textContent).toBe('Không có trang này');
    end();
    const down = await show({ session: new Problem(0, '', '') });
    expect(find(down, '[role=alert]').textContent).toContain('Không kết nối được với máy chủ');
    expect(await faults()).toEqual([]);
  });
});
