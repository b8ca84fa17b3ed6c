import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeTime, pass, realTime, turn } from '../../test/clock';
import { FakeStream } from '../../test/stream';
import type { Live } from './live';

const URL = 'https://pulse/api/sites/s/counters';
const fetched = vi.fn<(url: string) => Promise<Response>>();
let heard: string[] = [];

async function start(url = URL): Promise<Live> {
  const { follow } = await import('./live');
  return follow<number>(url, 'counters', (state, value) => {
    heard.push(value === undefined ? state : `${state} ${value}`);
  });
}

const answers = (...statuses: number[]): void => {
  for (const status of statuses) {
    fetched.mockImplementationOnce(() =>
      status
        ? Promise.resolve(new Response(status === 200 ? '8' : '', { status }))
        : Promise.reject(new TypeError('network')),
    );
  }
};

describe('a live resource', () => {
  beforeEach(() => {
    heard = [];
    FakeStream.all = [];
    fetched.mockReset();
    fetched.mockRejectedValue(new TypeError('network'));
    vi.stubGlobal('EventSource', FakeStream);
    vi.stubGlobal('fetch', fetched);
    fakeTime();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
  });

  afterEach(realTime);

  it('is streamed', async () => {
    await start();
    const [stream] = FakeStream.all;
    expect(stream?.url).toBe(URL + '/live');
    stream?.say('counters', 7);
    expect(heard).toEqual(['fresh 7']);
    await pass(60_000);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('keeps its query behind the streams path', async () => {
    await start('https://pulse/api/polls/p?receipt=r');
    expect(FakeStream.all[0]?.url).toBe('https://pulse/api/polls/p/live?receipt=r');
  });

  it('is polled after a broken stream', async () => {
    answers(200, 200);
    await start();
    FakeStream.all[0]?.fail();
    await pass(1000);
    expect(heard).toEqual(['fresh 8']);
    expect(fetched).toHaveBeenCalledWith(URL, { credentials: 'omit' });
  });

  it('is polled if a proxy buffers the stream', async () => {
    answers(200);
    await start();
    await pass(6000);
    expect(FakeStream.open).toEqual([]);
    expect(heard).toEqual(['fresh 8']);
  });

  it('is polled without EventSource', async () => {
    vi.stubGlobal('EventSource', undefined);
    vi.resetModules();
    answers(200, 200);
    await start();
    await pass(11_000);
    expect(heard).toEqual(['fresh 8', 'fresh 8']);
  });

  it('is streamed again once that works', async () => {
    answers(200);
    await start();
    FakeStream.all[0]?.fail();
    await pass(12_000);
    expect(FakeStream.open).toHaveLength(1);
    FakeStream.open[0]?.say('counters', 9);
    expect(heard).toEqual(['fresh 8', 'fresh 9']);
  });

  it('retries a blocked stream less and less often', async () => {
    fetched.mockImplementation(() => Promise.resolve(new Response('8')));
    await start();
    for (let i = 0; i < 600; i++) {
      FakeStream.open.forEach((stream) => {
        stream.fail();
      });
      await pass(1000);
    }
    expect(FakeStream.all.length).toBeLessThan(10);
    expect(fetched.mock.calls.length).toBeGreaterThan(50);
  });

  it('is stale when nothing answers', async () => {
    await start();
    FakeStream.all[0]?.say('counters', 7);
    FakeStream.all[0]?.fail();
    await pass(1000);
    expect(heard).toEqual(['fresh 7', 'stale']);
  });

  it('is stale when the answer does not come', async () => {
    fetched.mockReturnValue(new Promise(() => undefined));
    await start();
    FakeStream.all[0]?.fail();
    await pass(21_000);
    expect(heard).toEqual(['stale']);
  });

  it('is unknown after a 404', async () => {
    answers(404);
    await start();
    FakeStream.all[0]?.fail();
    await pass(1000);
    expect(heard).toEqual(['unknown']);
  });

  it('is reopened after a silent stream', async () => {
    await start();
    FakeStream.all[0]?.say('counters', 7);
    await pass(91_000);
    expect(FakeStream.all).toHaveLength(2);
    expect(FakeStream.open).toHaveLength(1);
  });

  it('is closed while the page is hidden', async () => {
    await start();
    FakeStream.all[0]?.say('counters', 7);
    turn('hidden');
    expect(FakeStream.open).toEqual([]);
    await pass(600_000);
    expect(FakeStream.all).toHaveLength(1);
    expect(fetched).not.toHaveBeenCalled();
    turn('visible');
    expect(FakeStream.open).toHaveLength(1);
  });

  it('is read at once when the network is back', async () => {
    await start();
    FakeStream.all[0]?.fail();
    await pass(120_000);
    FakeStream.all = [];
    window.dispatchEvent(new Event('online'));
    expect(FakeStream.open).toHaveLength(1);
  });

  it('is silent once closed', async () => {
    answers(200, 200, 200);
    const live = await start();
    FakeStream.all[0]?.fail();
    live.close();
    await pass(60_000);
    turn('hidden');
    turn('visible');
    expect(heard).toEqual([]);
    expect(FakeStream.open).toEqual([]);
  });

  it('limits the streams of a page', async () => {
    fetched.mockImplementation(() => Promise.resolve(new Response('8')));
    for (let i = 0; i < 6; i++) {
      await start(`${URL}${i}`);
    }
    await pass(10);
    expect(FakeStream.open).toHaveLength(2);
    expect(heard).toEqual(['fresh 8', 'fresh 8', 'fresh 8', 'fresh 8']);
  });
});

describe('a shared resource', () => {
  beforeEach(() => {
    FakeStream.all = [];
    heard = [];
    vi.stubGlobal('EventSource', FakeStream);
    vi.stubGlobal('fetch', fetched);
    fetched.mockReset();
    fetched.mockRejectedValue(new TypeError('network'));
    fakeTime();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
  });

  afterEach(realTime);

  it('has one connection and gives new listeners the last value', async () => {
    const { join } = await import('./shared-connection');
    const first = join<number>(URL, 'counters', () => undefined);
    FakeStream.all[0]?.say('counters', 7);
    const second = join<number>(URL, 'counters', (state, value) => {
      heard.push(`${state} ${value ?? ''}`);
    });
    expect(FakeStream.all).toHaveLength(1);
    expect(heard).toEqual(['fresh 7']);
    first.close();
    FakeStream.all[0]?.fail();
    await pass(600);
    expect(heard).toEqual(['fresh 7', 'stale 7']);
    second.close();
    await pass(60_000);
    expect(FakeStream.open).toEqual([]);
  });
});
