import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeTime, pass, realTime } from '../test/clock';

const posted: string[] = [];
let status = 202;
let body: string | null = null;

/** Runs the script in a page with this markup. */
async function run(head: string, running?: string): Promise<string[]> {
  document.head.innerHTML = head;
  document.title = 'Tin';
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(
    running ? document.querySelector<HTMLScriptElement>(running) : null,
  );
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  await import('./sitepulse');
  await pass(100);
  return warned.mock.calls.map((call) => call.join(' '));
}

const NAMED = 'src="https://h.vn/sitepulse.js"';

describe('the script', () => {
  beforeEach(() => {
    vi.stubGlobal('fetch', (url: string) => {
      posted.push(url);
      return Promise.resolve(new Response(body, { status }));
    });
    localStorage.clear();
    posted.length = 0;
    status = 202;
    body = null;
    vi.resetModules();
    delete window.sitepulse;
    fakeTime();
  });

  afterEach(realTime);

  it.each([
    ['as pasted', `<script ${NAMED} data-site="s"></script>`, 'script'],
    [
      'a module, which has no current script',
      `<script type="module" ${NAMED} data-site="s"></script>`,
    ],
    ['written by document.write', `<script ${NAMED} data-site="s"></script>`, 'script'],
    ['delayed by a loader', `<script type="x-text/javascript" ${NAMED} data-site="s"></script>`],
    ['with a version', '<script src="https://h.vn/sitepulse.js?v=3" data-site="s"></script>'],
    ['under another name', '<script src="https://h.vn/a/9f.js" data-site="s"></script>', 'script'],
    [
      'copied to the portal',
      '<script src="/js/sitepulse.js" data-site="s" data-host="https://h.vn/"></script>',
      'script',
    ],
    [
      'copied under another name as a module',
      '<script type="module" src="/js/9f.js" data-site="s" data-host="https://h.vn"></script>',
    ],
    ['inlined', '<script data-site="s" data-host="https://h.vn"></script>', 'script'],
    [
      'joined with others',
      '<script src="/all.js"></script><meta name="sitepulse" data-site="s" data-host="https://h.vn">',
      'script',
    ],
    [
      'beside a script of another counter',
      `<script src="https://c.vn/c.js" data-site="C"></script><script ${NAMED} data-site="s"></script>`,
    ],
  ])('finds its site and server: %s', async (_, head, running?: string) => {
    expect(await run(head, running)).toEqual([]);
    expect(window.sitepulse?.site).toBe('s');
    expect(posted).toEqual(['https://h.vn/api/events?v=test']);
  });

  it.each([
    ['inlined without a server', '<script data-site="s"></script>', 'script'],
    ['joined with others', '<script src="https://p.vn/all.js"></script>', 'script'],
    ['no tag at all', ''],
    ['a server without scheme', '<script data-site="s" data-host="h.vn"></script>', 'script'],
    ['renamed module', '<script type="module" src="/js/9f.js" data-site="s"></script>'],
    ['a local file', '<script src="file:///sitepulse.js" data-site="s"></script>', 'script'],
  ])('tells what is missing: %s', async (_, head, running?: string) => {
    expect((await run(head, running)).join()).toMatch(/Không đếm.*Not counted.*data-host/);
    expect(window.sitepulse).toBeUndefined();
    expect(posted).toEqual([]);
  });

  it.each([200, 204, 403, 404, 405])('tells that the server takes no events: %i', async (code) => {
    status = code;
    expect((await run(`<script ${NAMED} data-site="s"></script>`, 'script')).join()).toContain(
      `Không đếm / Not counted:  ${code} https://h.vn/api/events?v=test`,
    );
  });

  it("tells the server's sentence first, without the rest of its answer", async () => {
    status = 403;
    body =
      '{"type":"/problems/origin","detail":"Tên miền chưa được khai báo.","errors":[{"at":"0"}]}';
    const said = await run(`<script ${NAMED} data-site="s"></script>`, 'script');
    expect(said.join()).toMatch(/Not counted: Tên miền chưa được khai báo\. 403 https:[^{]*$/);
  });

  it('tells that a second script names another site, and counts for the first', async () => {
    await run(`<script ${NAMED} data-site="s"></script>`, 'script');
    vi.resetModules();
    const said = await run(`<script ${NAMED} data-site="t"></script>`, 'script');
    expect(said.join()).toMatch(/Không đếm.*Not counted: t/);
    expect(window.sitepulse?.site).toBe('s');
    expect(posted).toHaveLength(1);
  });

  it('ignores a second script of the same site silently', async () => {
    await run(`<script ${NAMED} data-site="s"></script>`, 'script');
    vi.resetModules();
    expect(await run(`<script ${NAMED} data-site="s"></script>`, 'script')).toEqual([]);
    expect(posted).toHaveLength(1);
  });

  it('shows with data-debug where consoles show it that this browser is excluded', async () => {
    const shown = vi.spyOn(console, 'info').mockReturnValue();
    localStorage.setItem('sitepulse.optOut', '1');
    await run(`<script ${NAMED} data-site="s" data-debug></script>`, 'script');
    expect(shown.mock.calls.map((call) => call.join(' ')).join()).toContain('sitepulse.optOut');
    expect(posted).toEqual([]);
  });

  it('shows elements without a site and says nothing', async () => {
    expect(await run(`<script ${NAMED}></script>`, 'script')).toEqual([]);
    expect(window.sitepulse?.site).toBe('');
  });
});
