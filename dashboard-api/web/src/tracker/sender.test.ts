import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeTime, pass, realTime } from '../../test/clock';
import type { TrackedEvent } from './event';
import type { Sender } from './sender';

type Sent = TrackedEvent & { ageMs: number };

const URL = 'https://pulse/api/events';
let answers: (Response | 'none')[] = [];
const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

const event = (id: string): TrackedEvent => ({ id, site: 's', page: '/' });
const answer = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers });
const bodies = (): Sent[][] =>
  fetched.mock.calls.map(([, init]) => JSON.parse(init.body as string) as Sent[]);
const ids = (): string[] => bodies().map((batch) => batch.map(({ id }) => id).join());

async function start(): Promise<Sender> {
  return (await import('./sender')).sender(URL);
}

describe('the sender', () => {
  beforeEach(() => {
    localStorage.clear();
    answers = [];
    fetched.mockReset();
    fetched.mockImplementation(() => {
      const next = answers.shift() ?? answer(202);
      return next === 'none' ? Promise.reject(new TypeError('network')) : Promise.resolve(next);
    });
    vi.stubGlobal('fetch', fetched);
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    fakeTime();
  });

  afterEach(realTime);

  it('sends without preflight and without cookies', async () => {
    (await start()).send(event('a'));
    await pass(10);
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe(URL);
    expect(init).toMatchObject({ method: 'POST', keepalive: true, credentials: 'omit' });
    expect(init?.headers).toBeUndefined();
    expect(localStorage.length).toBe(0);
  });

  it('tries again with the same id and its age when there is no network', async () => {
    answers = ['none', 'none'];
    (await start()).send(event('a'));
    await pass(10_000);
    expect(ids()).toEqual(['a', 'a', 'a']);
    expect(bodies().map(([one]) => one?.ageMs)).toEqual([0, 1000, 3000]);
    expect(localStorage.length).toBe(0);
  });

  it('waits as long as the server asks', async () => {
    answers = [answer(503, { 'Retry-After': '60' })];
    (await start()).send(event('a'));
    await pass(59_000);
    expect(ids()).toEqual(['a']);
    await pass(2000);
    expect(ids()).toEqual(['a', 'a']);
  });

  it('backs off after a 429', async () => {
    answers = [answer(429), answer(429)];
    (await start()).send(event('a'));
    await pass(5000);
    expect(ids()).toEqual(['a', 'a', 'a']);
  });

  it.each([400, 403, 404, 413])('drops events refused with %i', async (status) => {
    answers = [answer(status)];
    (await start()).send(event('a'));
    await pass(600_000);
    expect(ids()).toEqual(['a']);
    expect(localStorage.length).toBe(0);
  });

  it('sends events of an earlier page', async () => {
    const queue = await import('./queue');
    queue.add(event('old'), Date.now() - 3_600_000);
    await start();
    await pass(10);
    expect(bodies()[0]).toMatchObject([{ id: 'old', ageMs: 3_600_000 }]);
  });

  it('leaves events leased by another tab alone', async () => {
    const queue = await import('./queue');
    queue.add(event('theirs'), Date.now());
    queue.claim(Date.now(), Date.now() + 30_000);
    (await start()).send(event('mine'));
    await pass(10_000);
    expect(ids()).toEqual(['mine']);
    await pass(25_000);
    expect(ids()).toEqual(['mine', 'theirs']);
  });

  it('sends all in one batch after an outage', async () => {
    answers = ['none'];
    const sender = await start();
    sender.send(event('a'));
    await pass(10);
    sender.send(event('b'));
    sender.send(event('c'));
    await pass(5000);
    expect(ids()).toEqual(['a', 'a,b,c']);
  });

  it('sends at once when the network is back', async () => {
    answers = Array<'none'>(8).fill('none');
    (await start()).send(event('a'));
    await pass(120_000);
    answers = [];
    const before = ids().length;
    window.dispatchEvent(new Event('online'));
    await pass(10);
    expect(ids()).toHaveLength(before + 1);
    expect(localStorage.length).toBe(0);
  });

  it('gives up on an answer that does not come', async () => {
    fetched.mockImplementationOnce(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => {
            reject(new DOMException('aborted', 'AbortError'));
          });
        }),
    );
    (await start()).send(event('a'));
    await pass(25_000);
    expect(ids()).toEqual(['a', 'a']);
  });

  it('sends the last one by beacon', async () => {
    const beacon = vi.fn(() => true);
    vi.stubGlobal('navigator', Object.assign(navigator, { sendBeacon: beacon }));
    (await start()).sendLast(event('a'));
    expect(beacon).toHaveBeenCalledWith(URL, JSON.stringify(event('a')));
    expect(localStorage.length).toBe(0);
  });

  it('keeps the last one when the beacon fails', async () => {
    vi.stubGlobal('navigator', Object.assign(navigator, { sendBeacon: () => false }));
    (await start()).sendLast(event('a'));
    expect(localStorage.length).toBe(1);
  });

  it('keeps the last one during an outage', async () => {
    const beacon = vi.fn(() => true);
    vi.stubGlobal('navigator', Object.assign(navigator, { sendBeacon: beacon }));
    answers = [answer(503, { 'Retry-After': '60' })];
    const sender = await start();
    sender.send(event('a'));
    await pass(10);
    sender.sendLast(event('b'));
    expect(beacon).not.toHaveBeenCalled();
    expect(localStorage.length).toBe(2);
  });

  it('is not affected by Array.prototype.toJSON', async () => {
    const { body } = await import('./sender');
    Object.assign(Array.prototype, { toJSON: () => 'broken' });
    const text = body([{ at: Date.now() - 5, leased: 0, event: event('a') }]);
    Reflect.deleteProperty(Array.prototype, 'toJSON');
    expect(text).toBe('[{"id":"a","site":"s","page":"/","ageMs":5}]');
  });
});
