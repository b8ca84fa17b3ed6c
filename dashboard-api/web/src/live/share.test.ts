import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeTime, pass, realTime, turn } from '../../test/clock';
import type { Listener, Shared } from './live';
import { shareConnections } from './share';

const COUNTERS = 'https://pulse/api/sites/s/counters';
const POLL = 'https://pulse/api/polls/p';

/** Locks of all windows, by name: the first of each queue has it. */
let queue: { grant: () => void; mine: object }[] = [];

interface Options {
  ifAvailable?: boolean;
  signal?: AbortSignal;
}
type Held = (lock: object | null) => unknown;

/** As the browser does it: the next waits until the promise of the holder ends. */
const locks = {
  request(_name: string, { ifAvailable, signal }: Options, held: Held): Promise<unknown> {
    if (ifAvailable && queue.length) {
      return Promise.resolve(held(null));
    }
    return new Promise((done, refuse) => {
      const mine = {
        mine: {},
        grant() {
          void Promise.resolve(held({})).then((value) => {
            queue = queue.filter((one) => one !== mine);
            done(value);
            queue[0]?.grant();
          });
        },
      };
      signal?.addEventListener('abort', () => {
        queue = queue.filter((one) => one !== mine);
        refuse(new DOMException('aborted', 'AbortError'));
      });
      queue.push(mine);
      if (queue.length === 1) {
        mine.grant();
      }
    });
  },
};

class FakeChannel {
  static all: FakeChannel[] = [];
  onmessage: ((event: { data: unknown }) => void) | undefined;
  constructor() {
    FakeChannel.all.push(this);
  }
  postMessage(data: unknown): void {
    const others = FakeChannel.all.filter((one) => one !== this);
    void Promise.resolve().then(() => {
      others.forEach((one) => one.onmessage?.({ data }));
    });
  }
  close(): void {
    FakeChannel.all = FakeChannel.all.filter((one) => one !== this);
  }
}

/** A window with its resources. All windows have one document here, so all are hidden together. */
class Window {
  readonly open: Map<string, Shared> & { shut?: (url: string) => unknown } = new Map();
  readonly heard: string[] = [];
  /** Resources that are connected. */
  readonly reads = new Set<string>();

  readonly join = <T>(url: string, _event: string, listener: Listener<T>) => {
    const mine = listener as Listener<unknown>;
    const entry = this.open.get(url) ?? this.add(url);
    entry.listeners.add(mine);
    if (entry.state) {
      mine(entry.state, entry.value);
    }
    return {
      retry: entry.live.retry,
      close: () => {
        entry.listeners.delete(mine);
        if (!entry.listeners.size) {
          this.open.delete(url);
          this.reads.delete(url);
        }
      },
    };
  };

  constructor(...urls: string[]) {
    urls.forEach((url) => {
      this.join(url, '', (state, value) => {
        this.heard.push(`${url.slice(-1)} ${state} ${String(value)}`);
      });
    });
    shareConnections(this.open, this.join);
  }

  private add(url: string): Shared {
    const retry = (): void => {
      this.reads.delete(url);
      if (document.visibilityState !== 'hidden' && !this.open.shut?.(url)) {
        this.reads.add(url);
      }
    };
    const entry: Shared = { live: { retry, close: retry }, listeners: new Set() };
    this.open.set(url, entry);
    retry();
    return entry;
  }

  /** The server has told a value over a connection of this window. */
  says(url: string, value: unknown): void {
    const entry = this.open.get(url);
    if (entry && this.reads.has(url)) {
      Object.assign(entry, { state: 'fresh', value });
      entry.listeners.forEach((listener) => {
        listener('fresh', value);
      });
    }
  }
}

describe('windows of one origin', () => {
  beforeEach(() => {
    queue = [];
    FakeChannel.all = [];
    fakeTime();
    vi.stubGlobal('BroadcastChannel', FakeChannel);
    vi.stubGlobal('navigator', { locks });
  });

  afterEach(realTime);

  it('read each resource once, and tell each other', async () => {
    const first = new Window(COUNTERS);
    await pass(1);
    const second = new Window(COUNTERS, POLL);
    await pass(1);
    expect([...first.reads].sort()).toEqual([POLL, COUNTERS]);
    expect([...second.reads]).toEqual([]);
    first.says(COUNTERS, 7);
    first.says(POLL, 8);
    await pass(1);
    expect(second.heard).toEqual(['s fresh 7', 'p fresh 8']);
  });

  it('tell a new window what they know', async () => {
    const first = new Window(POLL);
    await pass(1);
    first.says(POLL, 8);
    const second = new Window(POLL);
    await pass(1);
    expect(second.heard).toEqual(['p fresh 8']);
  });

  it('ask for what comes later', async () => {
    const first = new Window(COUNTERS);
    await pass(1);
    const second = new Window(COUNTERS);
    await pass(1);
    second.join(POLL, 'poll', () => undefined);
    await pass(1);
    expect(first.reads.has(POLL)).toBe(true);
  });

  it('do not read on what no window wants any more', async () => {
    const first = new Window(COUNTERS);
    await pass(1);
    const second = new Window(COUNTERS);
    const live = second.join(POLL, 'poll', () => undefined);
    await pass(1);
    live.close();
    await pass(80_000);
    expect([...first.reads]).toEqual([COUNTERS]);
  });

  it('are led by the next one after the first has gone', async () => {
    const first = new Window(COUNTERS);
    await pass(1);
    const second = new Window(COUNTERS);
    await pass(1);
    expect(second.reads.size).toBe(0);
    // A closed window has no channel and no lock.
    FakeChannel.all.shift();
    queue.shift();
    queue[0]?.grant();
    await pass(1);
    expect([...second.reads]).toEqual([COUNTERS]);
    expect(first.reads.size).toBe(1);
  });

  it('read by themselves if the leader says nothing', async () => {
    new Window(COUNTERS);
    await pass(1);
    const second = new Window(COUNTERS);
    await pass(1);
    FakeChannel.all[0]?.close();
    await pass(80_000);
    expect([...second.reads]).toEqual([COUNTERS]);
  });

  it('give the lock and the channel back while they are hidden', async () => {
    const only = new Window(COUNTERS);
    await pass(1);
    turn('hidden');
    await pass(1);
    expect(queue).toEqual([]);
    expect(FakeChannel.all).toEqual([]);
    turn('visible');
    await pass(1);
    expect([...only.reads]).toEqual([COUNTERS]);
  });

  it('read by themselves where locks are refused', async () => {
    vi.stubGlobal('navigator', {
      locks: { request: () => Promise.reject(new DOMException('no origin', 'SecurityError')) },
    });
    const only = new Window(COUNTERS);
    await pass(1);
    expect([...only.reads]).toEqual([COUNTERS]);
    expect(only.open.shut?.(COUNTERS)).toBe(false);
    expect(FakeChannel.all).toEqual([]);
  });
});
