/**
 * Takes screenshots of every view and state and runs axe over each: `npm run dashboard-screenshots
 * [name …]`. They are written to `shots/`. Exits 1 on an axe violation or a console error.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { launch } from '../../browser-checks/browser.mjs';
import { startMock } from './mock.mjs';
import { scenes } from './scenes.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = fileURLToPath(new URL('shots', import.meta.url));
const SIZES = { phone: [360, 740], tablet: [768, 1024], wide: [1440, 900] };
const LOOKS = [
  ['vi', 'light', 'wide'],
  ['vi', 'dark', 'wide'],
  ['en', 'light', 'phone'],
  ['vi', 'light', 'phone'],
  ['en', 'dark', 'tablet'],
];
mkdirSync(SHOTS, { recursive: true });
const wanted = process.argv.slice(2);
const browser = await launch();
let faults = 0;

for (const [name, scene] of Object.entries(scenes)) {
  if (wanted.length === 0 || wanted.some((word) => name.startsWith(word))) {
    for (const look of scene.looks ?? LOOKS) {
      await shoot(name, scene, look);
    }
  }
}
await browser.close();
console.log(faults === 0 ? 'no fault' : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

async function shoot(name, scene, [language, theme, size]) {
  const mock = await startMock(scene.mock ?? {});
  const [width, height] = SIZES[size];
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: 'light',
    bypassCSP: false,
  });
  const page = await context.newPage();
  const title = `${name}-${language}-${theme}-${size}`;
  const told = new Set();
  const fault = (text) => {
    const short = text.replace(/\('sha256-[^)]*\)/g, '');
    if (told.has(short)) {
      return;
    }
    told.add(short);
    faults++;
    console.log('FAIL', title, text);
  };
  page.on('pageerror', (error) => fault(error.stack));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of (4|5)\d\d/.test(line.text())) {
      fault(line.text());
    }
  });
  await page.addInitScript(
    ([l, t]) => {
      localStorage.setItem('sitepulse.dashboard.language', l);
      localStorage.setItem('sitepulse.dashboard.theme', t);
    },
    [language, theme],
  );
  await page.goto(mock.url + scene.path);
  await page.waitForSelector('sp-app main > *');
  page.setDefaultTimeout(8_000);
  await (scene.then ?? settle)(page, mock).catch((error) => fault(error.message));
  const width2 = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width2 > width) {
    fault(`scrolls sideways: ${width2} > ${width}`);
  }
  await page.screenshot({ path: `${SHOTS}/${title}.png`, fullPage: scene.full ?? true });
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    window.axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  for (const { id, help, nodes } of violations) {
    fault(
      `axe ${id}: ${help}\n${nodes
        .slice(0, 4)
        .map((node) => `     ${node.target.flat().join(' > ')}\n     ${node.any[0]?.message ?? ''}`)
        .join('\n')}`,
    );
  }
  await context.close();
  mock.close();
}

async function settle(page) {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(500);
}
