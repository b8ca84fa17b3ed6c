/** Checks the built scripts in a real Chromium against the mock. Exits 1 on a failure. */
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { WEB } from '../build/bundles.mjs';
import { launch } from './browser.mjs';
import { startMock } from './mock.mjs';
import { counters, poll, pollStates } from './states.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
mkdirSync(`${WEB}browser-checks/shots`, { recursive: true });
const browser = await launch();
const pause = (ms) => new Promise((go) => setTimeout(go, ms));
let failed = 0;

function check(what, right, seen = '') {
  console.log(right ? 'ok  ' : 'FAIL', what, right ? '' : JSON.stringify(seen));
  failed += right ? 0 : 1;
}

/** Starts a mock and a page of another origin that embeds the widgets. */
async function scene(body, { head = '', script = '', headers = {}, context = {}, before } = {}) {
  const mock = await startMock();
  const portal = await startMock();
  mock.counters.set('s', counters);
  mock.polls.set('p', poll('vi'));
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang</title>${head}
    <script async src="${mock.url}/sitepulse.js" data-site="s" ${script}></script></head><body><main><h1>Cổng</h1>${body}</main></body></html>`;
  const made = typeof headers === 'function' ? headers(mock.url) : headers;
  for (const path of ['/', '/two', '/three']) {
    portal.pages.set(path, { html, headers: made });
  }
  const visitor = await browser.newContext(context);
  const page = await visitor.newPage();
  const faults = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on(
    'console',
    (line) =>
      line.type() === 'error' && !/favicon/.test(line.location().url) && faults.push(line.text()),
  );
  if (before) {
    await page.addInitScript(before);
  }
  await page.goto(portal.url);
  await page.waitForTimeout(600);
  return {
    mock,
    portal,
    page,
    visitor,
    faults,
    async end() {
      await visitor.close();
      mock.close();
      portal.close();
    },
  };
}

const unique = (events) => new Set(events.map(({ id }) => id)).size;
const views = (mock) => mock.events.filter(({ kind }) => !kind).map(({ page }) => page);

async function voting() {
  const s = await scene('<sitepulse-poll poll="p"></sitepulse-poll>');
  s.mock.onVote = (id) => {
    const next = poll('vi', { participants: 460 });
    next.options[1].ballots = 98;
    s.mock.polls.set(id, next);
    s.mock.push(`/api/polls/${id}/live`, 'poll', next);
  };
  const text = () =>
    s.page.evaluate(() => document.querySelector('sitepulse-poll').shadowRoot.textContent);
  const focused = () =>
    s.page.evaluate(() => {
      const active = document.querySelector('sitepulse-poll').shadowRoot.activeElement;
      return active && (active.value || active.tagName + ':' + active.textContent);
    });
  await s.page.keyboard.press('Tab');
  await s.page.keyboard.press('Enter');
  await pause(100);
  check(
    'an empty ballot shows a message',
    (await text()).includes('Bạn chưa chọn phương án nào.'),
    await text(),
  );
  await s.page.keyboard.press('ArrowDown');
  await s.page.keyboard.press('Tab');
  await s.page.keyboard.press('Enter');
  await pause(300);
  check(
    'a vote by keyboard arrives',
    s.mock.votes.length === 1 && s.mock.votes[0].choices[0] === 'easy',
    s.mock.votes,
  );
  check('the focus is on the heading', (await focused())?.startsWith('H2'), await focused());
  check(
    'the vote is confirmed, and the number changes',
    /Cảm ơn bạn.*460 người/s.test(await text()),
    await text(),
  );
  await s.page.screenshot({ path: `${WEB}browser-checks/shots/voted.png` });
  await s.page.reload();
  await pause(600);
  check(
    'the vote is remembered after a reload',
    (await text()).includes('Bạn đã bình chọn.'),
    await text(),
  );
  await s.page.getByText('Đổi lựa chọn').click();
  check('a change starts at the last choice', (await focused()) === 'easy', await focused());
  await s.page.getByLabel('Phong phú').check();
  s.mock.refuseVotes = { status: 503 };
  await s.page.getByRole('button', { name: 'Bình chọn' }).click();
  await pause(5000);
  check('a busy server shows a message', (await text()).includes('Máy chủ đang bận'), await text());
  s.mock.refuseVotes = undefined;
  await s.page.getByRole('button', { name: 'Bình chọn' }).click();
  await pause(300);
  const ids = s.mock.votes.slice(1).map(({ id }) => id);
  check(
    'the same choices are sent with the same id',
    ids.length > 2 && new Set(ids).size === 1,
    s.mock.votes,
  );
  check('the same voter is sent', s.mock.votes.at(-1).voter === 'token', s.mock.votes);
  check(
    'no error reaches the page',
    s.faults.every((f) => f.includes('503')),
    s.faults,
  );
  await s.end();
}

async function afterVoting() {
  const s = await scene('<sitepulse-poll poll="p"></sitepulse-poll>');
  s.mock.polls.set('p', (receipt) =>
    poll('vi', { visibility: 'after-voting' }, receipt === 'receipt'),
  );
  await s.page.reload();
  await pause(600);
  const text = () =>
    s.page.evaluate(() => document.querySelector('sitepulse-poll').shadowRoot.textContent);
  check(
    'results are hidden before the vote',
    (await text()).includes('Kết quả hiện sau khi') && !(await text()).includes('301'),
    await text(),
  );
  await s.page.getByLabel('Hữu ích').check();
  await s.page.getByRole('button', { name: 'Bình chọn' }).click();
  await pause(500);
  check('results are visible after the vote', (await text()).includes('301'), await text());
  await s.end();
}

async function hostile() {
  const before = () => {
    Array.prototype.toJSON = function () {
      return 'broken';
    };
    Object.freeze(Array.prototype);
    Object.freeze(Object.prototype);
  };
  const s = await scene(
    '<sitepulse-counter></sitepulse-counter><sitepulse-poll poll="p"></sitepulse-poll>',
    {
      before,
      head: '<style nonce="abc">main *{display:none!important;visibility:hidden!important;opacity:0!important;color:red;font-size:0;text-transform:uppercase;letter-spacing:9px}</style>',
      headers: (host) => ({
        'Content-Security-Policy': `default-src 'none'; script-src ${host} 'nonce-x'; connect-src ${host}; style-src 'nonce-abc'; require-trusted-types-for 'script'; trusted-types sitepulse`,
      }),
    },
  );
  await s.page.evaluate(() => {
    window.fetch = () => {
      throw new Error('page');
    };
    window.setTimeout = () => 0;
    Date.now = () => 0;
    JSON.parse = () => 1;
  });
  await pause(400);
  check(
    'the counter is visible despite hostile styles',
    (await s.page.locator('sitepulse-counter').boundingBox())?.height > 50,
  );
  check(
    'the poll is visible despite hostile styles',
    (await s.page.locator('sitepulse-poll').boundingBox())?.height > 100,
  );
  await s.page.getByLabel('Hữu ích').check();
  await s.page.getByRole('button', { name: 'Bình chọn' }).click();
  await pause(400);
  check(
    'a vote works despite hostile styles',
    s.mock.votes[0]?.choices[0] === 'useful',
    s.mock.votes,
  );
  check(
    'the page view is counted despite hostile styles',
    views(s.mock).length === 1,
    s.mock.events,
  );
  check('no error under a strict policy with trusted types', s.faults.length === 0, s.faults);
  await s.page.screenshot({ path: `${WEB}browser-checks/shots/hostile.png` });
  await s.end();
}

async function tracking() {
  const s = await scene('<a href="#x">x</a>', { script: 'data-heartbeat="1"' });
  await s.page.evaluate(() => history.pushState({}, '', '/one?a=1'));
  await pause(300);
  await s.page.evaluate(() => history.replaceState({}, '', '/two'));
  await pause(300);
  await s.page.goBack();
  await pause(300);
  await s.page.evaluate(() => (location.hash = '#y'));
  await pause(300);
  check(
    'history changes are views, a hash is not',
    views(s.mock).join() === '/,/one?a=1,/two,/',
    views(s.mock),
  );
  const second = await s.page.evaluate(
    (host) =>
      new Promise((done) => {
        const script = document.createElement('script');
        script.src = host + '/sitepulse.js?again';
        script.dataset.site = 'other';
        script.onload = () => done(window.sitepulse.site);
        document.head.append(script);
      }),
    s.mock.url,
  );
  check('a second script is ignored', second === 's', second);
  await s.page.evaluate(() => window.sitepulse.view('/pdf/1', 'Tệp'));
  await pause(100);
  check(
    'view() counts another page',
    s.mock.events.some(({ page, title }) => page === '/pdf/1' && title === 'Tệp'),
  );
  await pause(1200);
  check(
    'heartbeats have engaged time',
    s.mock.events.filter(({ kind, engagedMs }) => kind && engagedMs > 0).length > 1,
    s.mock.events,
  );
  await s.page.evaluate(() => window.sitepulse.optOut(true));
  const before = s.mock.events.length;
  await s.page.reload();
  await pause(500);
  check(
    'nothing is counted after an opt-out',
    s.mock.events.length === before,
    s.mock.events.slice(before),
  );
  check('ids are unique', unique(s.mock.events) === s.mock.events.length);
  check('no cookie', (await s.visitor.cookies()).length === 0);
  check('no error', s.faults.length === 0, s.faults);
  await s.end();
}

async function offline() {
  const s = await scene('<sitepulse-counter></sitepulse-counter>');
  const note = () =>
    s.page.evaluate(() => {
      const p = document
        .querySelector('sitepulse-counter')
        .shadowRoot.querySelector('[part=stale]');
      return getComputedStyle(p).visibility + ' ' + p.textContent;
    });
  s.mock.broken = 0;
  s.mock.cut();
  await s.page.goto(`${s.portal.url}/two`);
  await pause(3500);
  await s.page.goto(`${s.portal.url}/three`);
  const other = await s.visitor.newPage();
  await other.goto(`${s.portal.url}/two`);
  await pause(2500);
  check(
    'a counter shows that the API is unavailable',
    /visible chưa có/.test(await note()),
    await note(),
  );
  s.mock.broken = undefined;
  await pause(9000);
  check(
    'every view of the outage arrives later',
    views(s.mock).sort().join() === '/,/three,/two,/two',
    views(s.mock),
  );
  check(
    'once, although from two tabs',
    unique(s.mock.events) === s.mock.events.length,
    s.mock.events,
  );
  check(
    'with its age',
    s.mock.events.some(({ ageMs }) => ageMs > 4000),
    s.mock.events,
  );
  check('the counter is live again', /^hidden/.test(await note()), await note());
  s.mock.cut();
  s.mock.broken = 503;
  for (let i = 0; i < 20 && !/^visible/.test(await note()); i++) {
    await pause(1000);
  }
  check(
    'last known numbers are marked',
    /visible số liệu lúc \d\d:\d\d/.test(await note()),
    await note(),
  );
  await s.end();
}

async function hidden() {
  const s = await scene(
    '<sitepulse-counter></sitepulse-counter><sitepulse-counter layout="badge"></sitepulse-counter>',
    {
      before: () => {
        window.visibility = sessionStorage.getItem('v') || 'visible';
        Object.defineProperty(document, 'visibilityState', { get: () => window.visibility });
        Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true });
        window.turn = (to) => {
          window.visibility = to;
          document.dispatchEvent(new Event('visibilitychange'));
        };
      },
    },
  );
  check('one stream for two counters', s.mock.streams.size === 1, s.mock.streams.size);
  check(
    'Global Privacy Control marks events as anonymous',
    s.mock.events[0]?.anonymous === true,
    s.mock.events,
  );
  await s.page.evaluate(() => window.turn('hidden'));
  await pause(300);
  check(
    'the stream is closed while the page is hidden',
    s.mock.streams.size === 0,
    s.mock.streams.size,
  );
  check(
    'the last heartbeat was sent',
    s.mock.events.length === 2 && s.mock.events[1].kind === 'heartbeat',
    s.mock.events,
  );
  await s.page.evaluate(() => window.turn('visible'));
  await pause(300);
  check('the stream is reopened', s.mock.streams.size === 1, s.mock.streams.size);
  await s.page.evaluate(() =>
    document.querySelectorAll('sitepulse-counter').forEach((c) => c.remove()),
  );
  await pause(300);
  check(
    'the stream is closed when the counter is removed',
    s.mock.streams.size === 0,
    s.mock.streams.size,
  );
  await s.page.evaluate(() => sessionStorage.setItem('v', 'hidden'));
  const before = s.mock.events.length;
  await s.page.goto(`${s.portal.url}/two`);
  await pause(500);
  check(
    'a hidden page is not counted',
    s.mock.events.slice(before).every(({ kind }) => kind),
    s.mock.events.slice(before),
  );
  await s.page.evaluate(() => window.turn('visible'));
  await pause(300);
  check('a page is counted once it is visible', views(s.mock).at(-1) === '/two', views(s.mock));
  await s.end();
}

async function still() {
  const s = await scene(
    '<p><sitepulse-counter></sitepulse-counter></p><p><sitepulse-counter layout="inline"></sitepulse-counter></p><p><sitepulse-counter layout="badge"></sitepulse-counter></p><p id="below">x</p>',
    { context: { viewport: { width: 240, height: 900 } } },
  );
  const top = () =>
    s.page.evaluate(() => document.querySelector('#below').getBoundingClientRect().top);
  const filled = await top();
  s.mock.broken = 503;
  s.mock.cut();
  await pause(3000);
  const stale = await top();
  await s.page.reload();
  await pause(300);
  const waiting = await top();
  check('numbers and their note do not move the page', filled === stale && filled === waiting, {
    waiting,
    filled,
    stale,
  });
  await s.end();
}

async function accessible() {
  for (const lang of ['vi', 'en']) {
    for (const colorScheme of ['light', 'dark']) {
      const states = pollStates(lang).slice(0);
      for (let from = 0; from < states.length; from += 4) {
        const some = states.slice(from, from + 4);
        const tags = some
          .map(([name]) => `<sitepulse-poll lang="${lang}" poll="${name}"></sitepulse-poll>`)
          .join('');
        const s = await scene(
          `<sitepulse-counter lang="${lang}"></sitepulse-counter><sitepulse-counter lang="${lang}" layout="inline"></sitepulse-counter><sitepulse-counter lang="${lang}" layout="badge"></sitepulse-counter>${tags}`,
          {
            head: '<meta name="color-scheme" content="light dark">',
            context: { colorScheme },
          },
        );
        for (const [name, made, ballot] of some) {
          s.mock.polls.set(name, made);
          if (ballot) {
            await s.page.evaluate(
              ([key, value]) => localStorage.setItem(key, value),
              ['sitepulse.voted.' + name, JSON.stringify(ballot)],
            );
          }
        }
        await s.page.reload();
        await pause(500);
        await s.page.addScriptTag({ path: axe });
        const { violations } = await s.page.evaluate(() => window.axe.run());
        check(
          `axe finds nothing: ${lang}, ${colorScheme}, ${some.map(([n]) => n)}`,
          violations.length === 0,
          violations.map((v) => [v.id, v.nodes.map((n) => n.html + n.failureSummary)]),
        );
        await s.end();
      }
    }
  }
}

const only = process.argv[2];
for (const act of [voting, afterVoting, hostile, tracking, offline, hidden, still, accessible]) {
  if (!only || act.name === only) {
    console.log(`-- ${act.name}`);
    await act();
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
