import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeTime, pass, realTime } from '../../test/clock';
import { FakeStream } from '../../test/stream';
import { chosen } from './counter';

const figures = {
  online: 7,
  today: { views: 1520, visits: 689, visitors: 655 },
  total: { views: 5_100_200, visits: 2_756_838, visitors: 2_410_332 },
};

async function show(...tags: string[]): Promise<ShadowRoot[]> {
  const { defineCounter } = await import('./define');
  // A name can be defined once in a page: each test has its own.
  const name = `sitepulse-counter-${Math.random().toString(36).slice(2)}`;
  const define = customElements.define.bind(customElements);
  vi.spyOn(customElements, 'get').mockReturnValue(undefined);
  vi.spyOn(customElements, 'define').mockImplementation((_, made) => {
    define(name, made);
  });
  defineCounter({ host: 'https://pulse', site: 's', nonce: '' });
  document.body.innerHTML = tags
    .map((tag) => tag.replace('<c', `<${name}`) + `</${name}>`)
    .join('');
  return [...document.body.children].map(({ shadowRoot }) => shadowRoot as ShadowRoot);
}

const text = (root: ShadowRoot | undefined): string =>
  root?.querySelector('dl')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const say = (value: unknown): void => {
  FakeStream.open[0]?.say('counters', value);
};

describe('<sitepulse-counter>', () => {
  beforeEach(() => {
    FakeStream.all = [];
    vi.stubGlobal('EventSource', FakeStream);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    fakeTime();
  });

  afterEach(() => {
    document.body.replaceChildren();
    realTime();
  });

  it('is a list of terms and numbers with a polite announcement', async () => {
    const [root] = await show('<c>');
    expect(root?.querySelectorAll('dl > div > dt')).toHaveLength(3);
    expect(root?.querySelectorAll('dl > div > dd')).toHaveLength(3);
    expect(root?.querySelector('[aria-live]')?.getAttribute('aria-live')).toBe('polite');
  });

  it('shows the default figures', async () => {
    const [root] = await show('<c>');
    expect(text(root)).toBe('Đang truy cập – Hôm nay – Tổng lượt truy cập –');
    say(figures);
    expect(text(root)).toBe('Đang truy cập 7 Hôm nay 689 Tổng lượt truy cập 2.756.838');
  });

  it('shows the figures of its attributes', async () => {
    const [root] = await show(
      '<c lang="en" show="total, online" metric="visitors" label-online="Here">',
    );
    say(figures);
    expect(text(root)).toBe('Total visitor-days 2,410,332 Here 7');
  });

  it('follows its attributes', async () => {
    const [root] = await show('<c>');
    say(figures);
    document.body.firstElementChild?.setAttribute('show', 'today');
    expect(text(root)).toBe('Hôm nay 689');
    document.body.firstElementChild?.setAttribute('site', 'other');
    expect(FakeStream.open.map(({ url }) => url)).toEqual([
      'https://pulse/api/sites/other/counters/live',
    ]);
    expect(text(root)).toBe('Hôm nay –');
  });

  it('shares one connection per site', async () => {
    const roots = await show('<c>', '<c layout="badge">', '<c site="t">');
    expect(FakeStream.open).toHaveLength(2);
    say(figures);
    expect(roots.map(text).filter((t) => t.includes('689'))).toHaveLength(2);
  });

  it('marks the last known numbers', async () => {
    const [root] = await show('<c>');
    const note = root?.querySelector<HTMLElement>('[part=stale]');
    say(figures);
    expect(note?.style.visibility).toBe('hidden');
    FakeStream.open[0]?.fail();
    await pass(2000);
    expect(note?.style.visibility).toBe('visible');
    expect(note?.textContent).toMatch(/^số liệu lúc \d\d:\d\d$/);
    expect(text(root)).toContain('689');
  });

  it('tells that a site is unknown, and does not ask again for ten minutes', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url);
      return Promise.resolve(new Response(null, { status: 404 }));
    });
    vi.resetModules();
    const [root] = await show('<c site="sai">');
    FakeStream.open[0]?.fail();
    await pass(2000);
    const note = root?.querySelector<HTMLElement>('[part=stale]');
    expect(note?.textContent).toBe('không có trang này');
    expect(note?.style.visibility).toBe('visible');
    await pass(590_000);
    expect(asked).toHaveLength(1);
  });

  it('announces at most each half minute', async () => {
    const [root] = await show('<c>');
    const announced: string[] = [];
    for (let n = 0; n < 65; n++) {
      say({ ...figures, online: n });
      announced.push(root?.querySelector('[aria-live]')?.textContent ?? '');
      await pass(1000);
    }
    expect(new Set(announced.filter(Boolean)).size).toBe(2);
    expect(announced.slice(0, 30).join('')).toBe('');
  });

  it('keeps its connection when moved and closes it when removed', async () => {
    await show('<c>');
    const counter = document.body.firstElementChild as Element;
    const box = document.createElement('p');
    document.body.append(box);
    box.append(counter);
    await pass(1);
    expect(FakeStream.all).toHaveLength(1);
    expect(FakeStream.open).toHaveLength(1);
    counter.remove();
    await pass(1);
    expect(FakeStream.open).toHaveLength(0);
    document.body.append(counter);
    expect(FakeStream.open).toHaveLength(1);
  });
});

describe('the figures of a counter', () => {
  it('are known ones in the given order', () => {
    expect(chosen('total,online  week,nonsense,total')).toEqual(['total', 'online', 'week']);
    expect(chosen(null)).toEqual(['online', 'today', 'total']);
  });
});
