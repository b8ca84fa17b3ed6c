/**
 * Takes screenshots of every state in both languages and colour schemes, wide and 200 px narrow, in
 * browser-checks/shots.
 */
import { mkdirSync } from 'node:fs';
import { WEB } from '../build/bundles.mjs';
import { launch } from './browser.mjs';
import { startMock } from './mock.mjs';
import { counters, pollStates } from './states.mjs';

const shots = `${WEB}browser-checks/shots`;
mkdirSync(shots, { recursive: true });
const mock = await startMock();
mock.counters.set('so-tttt', counters);
const browser = await launch();

for (const language of ['vi', 'en']) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [300, 200]) {
      await picture(language, scheme, width);
    }
  }
}
await browser.close();
mock.close();

async function picture(language, scheme, width) {
  const states = pollStates(language);
  const remembered = {};
  for (const [name, poll, ballot] of states) {
    mock.polls.set(name, poll);
    if (ballot) {
      remembered[`sitepulse.voted.${name}`] = JSON.stringify(ballot);
    }
  }
  const polls = states.map(
    ([name]) => `<div><h2>${name}</h2><sitepulse-poll poll="${name}"></sitepulse-poll></div>`,
  );
  const layouts = ['list', 'inline', 'badge'].map(
    (layout) =>
      `<div><h2>${layout}</h2><sitepulse-counter layout="${layout}"></sitepulse-counter></div>`,
  );
  const everything = `<div><h2>all</h2><sitepulse-counter show="online,today,yesterday,week,month,year,total"></sitepulse-counter></div>`;
  mock.pages.set('/gallery', {
    html: `<!doctype html><html lang="${language}"><meta name="color-scheme" content="light dark"><title>x</title>
      <style>body{font:16px/1.4 sans-serif;display:flex;flex-wrap:wrap;gap:16px;align-items:start}body>div{width:${width}px}h2{font-size:12px;margin:0}</style>
      <script async src="/sitepulse.js" data-site="so-tttt"></script>${layouts.join('')}${everything}${polls.join('')}`,
  });
  const context = await browser.newContext({
    viewport: { width: width === 300 ? 1300 : 900, height: 600 },
    colorScheme: scheme,
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  page.on('pageerror', (fault) => console.error('page error', fault.message));
  await page.addInitScript((entries) => Object.assign(window.localStorage, entries), remembered);
  await page.goto(`${mock.url}/gallery`);
  await page.waitForTimeout(2500);
  await page.evaluate(() => {
    document
      .querySelector('sitepulse-poll[poll=several]')
      .shadowRoot.querySelector('button')
      .click();
  });
  mock.broken = 503;
  mock.cut();
  await page.waitForTimeout(2500);
  mock.broken = undefined;
  await page.screenshot({ path: `${shots}/${language}-${scheme}-${width}.png`, fullPage: true });
  await context.close();
}
