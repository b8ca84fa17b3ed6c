import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeTime, pass, realTime, turn } from '../../test/clock';
import type { TrackedEvent } from './event';
import type { Tracking, View } from './tracker';

const pushState = history.pushState.bind(history);
const replaceState = history.replaceState.bind(history);
let sent: TrackedEvent[] = [];
let last: TrackedEvent[] = [];

async function start(more: Partial<Tracking> = {}): Promise<View> {
  vi.doMock('./sender', () => ({
    sender: () => ({
      send: (event: TrackedEvent) => sent.push(event),
      sendLast: (event: TrackedEvent) => last.push(event),
    }),
  }));
  const { track } = await import('./tracker');
  return track({
    host: 'https://h',
    site: 's',
    heartbeat: 60_000,
    hash: false,
    manual: false,
    ...more,
  });
}

const views = (): string[] => sent.filter(({ kind }) => !kind).map(({ page }) => page);
const beats = (): (number | undefined)[] =>
  sent.filter(({ kind }) => kind).map(({ engagedMs }) => engagedMs);

/** Navigates within a single-page site. */
async function go(how: 'pushState' | 'replaceState', url: string): Promise<void> {
  history[how]({}, '', url);
  await pass(1500);
}

describe('the tracker', () => {
  beforeEach(() => {
    localStorage.clear();
    sent = [];
    last = [];
    Object.assign(history, { pushState, replaceState });
    history.replaceState({}, '', '/tin?x=1#a');
    document.title = 'Tin';
    fakeTime();
  });

  afterEach(realTime);

  it('counts a visible page', async () => {
    await start();
    expect(sent).toMatchObject([{ site: 's', page: '/tin?x=1', title: 'Tin', language: 'en-US' }]);
    expect(sent[0]).not.toHaveProperty('anonymous');
  });

  it('waits until a hidden page is visible', async () => {
    turn('hidden');
    await start();
    await pass(300_000);
    expect(sent).toEqual([]);
    turn('visible');
    expect(views()).toEqual(['/tin?x=1']);
  });

  it('counts the pages of a single page site', async () => {
    await start();
    await go('pushState', '/tin/2');
    await go('replaceState', '/tin/3');
    expect(views()).toEqual(['/tin?x=1', '/tin/2', '/tin/3']);
    expect(sent.at(-1)?.referrer).toBe(`${location.origin}/tin/2`);
  });

  it('counts a redirect within the site once', async () => {
    await start();
    history.pushState({}, '', '/cu');
    await pass(300);
    history.replaceState({}, '', '/moi');
    await pass(1500);
    expect(views()).toEqual(['/tin?x=1', '/moi']);
  });

  it('counts nothing if the address stays the same', async () => {
    await start();
    await go('replaceState', '/tin?x=1');
    await go('pushState', '/tin?x=1#b');
    window.dispatchEvent(new Event('hashchange'));
    await pass(3000);
    expect(views()).toHaveLength(1);
  });

  it.each([
    ['a campaign away', '/tin'],
    ['a click id away', '/tin?x=1&gclid=2'],
    ['a state into the query', '/tin?x=1&tab=2'],
    ['an empty query', '/tin?'],
    ['a value', '/tin?x=2'],
    ['an anchor and the query', '/tin#b'],
  ])('counts no view when the query is replaced: %s', async (_, url) => {
    await start();
    await go('replaceState', url);
    await go('replaceState', url + '#c');
    window.dispatchEvent(new Event('pagehide'));
    expect(views()).toHaveLength(1);
    expect(last.filter(({ kind }) => !kind)).toEqual([]);
  });

  it.each([['pushState', 2] as const, ['replaceState', 1] as const])(
    'counts typing in a filter box by %s as one view',
    async (how, expected) => {
      await start();
      for (const text of ['n', 'ng', 'ngh', 'nghi', 'nghị', 'nghị q']) {
        history[how]({}, '', '/tin?q=' + encodeURIComponent(text));
        await pass(1200);
      }
      await pass(5000);
      expect(views()).toHaveLength(expected);
      expect(views().slice(1)).toEqual(how === 'pushState' ? ['/tin?q=ngh%E1%BB%8B%20q'] : []);
    },
  );

  it('counts both pages if the visitor goes on at once', async () => {
    await start();
    history.pushState({}, '', '/tin/2');
    await pass(300);
    await go('pushState', '/tin/3');
    expect(views()).toEqual(['/tin?x=1', '/tin/2', '/tin/3']);
    expect(sent.at(-1)?.referrer).toBe(`${location.origin}/tin/2`);
  });

  it('counts nothing if the visitor goes back at once', async () => {
    await start();
    history.pushState({}, '', '/tin/2?a=1');
    history.replaceState({}, '', '/tin?x=1');
    await pass(3000);
    expect(views()).toHaveLength(1);
  });

  it.each([0, 50, 400, 900, 1400])('sends a title that comes after %i ms', async (ms) => {
    await start();
    history.pushState({}, '', '/tin/2');
    await pass(ms);
    document.title = 'Tin 2';
    await pass(1500 - ms);
    expect(sent.at(-1)).toMatchObject({ page: '/tin/2', title: 'Tin 2' });
  });

  it('waits for the title of a page whose head is still being read', async () => {
    document.title = '';
    await start();
    document.title = 'Đã đọc';
    await pass(1500);
    expect(sent).toMatchObject([{ title: 'Đã đọc' }]);
  });

  it('counts hashes if the site routes by hash', async () => {
    await start({ hash: true });
    await go('pushState', '#/tin/2');
    await go('pushState', '#!tin/3');
    expect(views()).toEqual(['/tin?x=1', '/tin/tin/2', '/tin/tin/3']);
  });

  it.each(['#b', '#muc-3', '#', '#top', '#Đầu', '#a=1'])(
    'counts no anchor, with or without hash routes: %s',
    async (anchor) => {
      await start({ hash: anchor.length % 2 === 0 });
      history.pushState({}, '', anchor);
      window.dispatchEvent(new Event('hashchange'));
      await pass(3000);
      expect(views()).toHaveLength(1);
    },
  );

  it('stays at a hash route when an anchor is followed', async () => {
    await start({ hash: true });
    await go('pushState', '#/tin/2');
    await go('pushState', '#muc-3');
    expect(views()).toEqual(['/tin?x=1', '/tin/tin/2']);
  });

  it('sends campaigns and click ids with the page', async () => {
    history.replaceState({}, '', '/tin?utm_source=zalo&gclid=1');
    await start();
    expect(views()).toEqual(['/tin?utm_source=zalo&gclid=1']);
  });

  it('counts a page that comes out of the back forward cache', async () => {
    await start();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(views()).toHaveLength(2);
  });

  it('leaves the history alone in manual mode', async () => {
    const view = await start({ manual: true });
    await go('pushState', '/tin/2');
    expect(sent).toEqual([]);
    view('/rieng', 'Riêng');
    expect(sent).toMatchObject([{ page: '/rieng', title: 'Riêng' }]);
  });

  it('sends a heartbeat each minute with the engaged time', async () => {
    await start();
    await pass(61_000);
    document.dispatchEvent(new Event('keydown'));
    await pass(60_000);
    expect(beats()).toEqual([30_000, 30_000]);
    expect(sent[1]).toMatchObject({ kind: 'heartbeat', view: sent[0]?.id, page: '/tin?x=1' });
  });

  it('sends the last one when the page is hidden', async () => {
    await start();
    await pass(5000);
    turn('hidden');
    window.dispatchEvent(new Event('pagehide'));
    expect(last).toMatchObject([{ kind: 'heartbeat', engagedMs: 5000, view: sent[0]?.id }]);
    await pass(600_000);
    expect(beats()).toEqual([]);
  });

  it.each(['pagehide', 'hidden'])('counts a page that is left at once: %s', async (how) => {
    await start();
    await pass(5000);
    history.pushState({}, '', '/tin/2');
    if (how === 'hidden') {
      turn('hidden');
    }
    window.dispatchEvent(new Event('pagehide'));
    expect(last).toMatchObject([
      { kind: 'heartbeat', page: '/tin?x=1', engagedMs: 5000 },
      { page: '/tin/2' },
    ]);
    await pass(600_000);
    turn('visible');
    expect(views()).toEqual(['/tin?x=1']);
  });

  it('does not count a page that was left before it was visible', async () => {
    turn('hidden');
    await start();
    history.pushState({}, '', '/tin/2');
    window.dispatchEvent(new Event('pagehide'));
    expect([...sent, ...last]).toEqual([]);
  });

  it('sends a heartbeat at once when the page becomes visible after a while', async () => {
    await start();
    turn('hidden');
    await pass(600_000);
    turn('visible');
    expect(beats()).toEqual([0]);
  });

  it('gives a view its engaged time before the next one', async () => {
    await start();
    await pass(7000);
    await go('pushState', '/tin/2');
    expect(sent.map(({ kind, page }) => (kind ? 'beat ' : '') + page)).toEqual([
      '/tin?x=1',
      'beat /tin?x=1',
      '/tin/2',
    ]);
  });

  it('is anonymous under global privacy control', async () => {
    vi.stubGlobal('navigator', { language: 'vi', globalPrivacyControl: true });
    await start();
    expect(sent).toMatchObject([{ anonymous: true }]);
  });

  it('sends nothing after an opt-out', async () => {
    const { optOut } = await import('./tracker');
    optOut(true);
    const view = await start();
    view();
    await pass(120_000);
    expect(sent).toEqual([]);
    optOut(false);
    view();
    expect(sent.length).toBeGreaterThan(0);
  });
});
