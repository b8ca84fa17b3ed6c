import { describe, expect, it } from 'vitest';
import { pass } from '../../test/clock';
import { go, last, sent, start, trackerTests, views } from './tracker-tester';

describe('the tracker on a single-page site', () => {
  trackerTests();

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
});
