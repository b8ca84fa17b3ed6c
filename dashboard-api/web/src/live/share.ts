import type { join as Join } from './shared-connection';
import type { Live, Shared, State } from './live';

/** Interval in which windows renew what they want, in milliseconds. */
const RENEW_EVERY = 20_000;
/** Time after which a wish that was not renewed ends, and after which a silent leader is given up. */
const VALID_FOR = 50_000;
const NAME = 'sitepulse.live';

type Open = Map<string, Shared> & { shut?: (url: string) => unknown };

/** Message among the windows of an origin: wishes, a new leader, or what the leader has heard. */
interface Message {
  want?: readonly string[];
  led?: boolean;
  url?: string;
  state?: State;
  value?: unknown;
}

function eventOf(url: string): string {
  return url.includes('/api/polls/') ? 'poll' : 'counters';
}

/** Hands what another window has heard to the widgets of this one. */
function pass(entry: Shared, state: State, value: unknown): void {
  entry.state = state;
  entry.value = state === 'stale' ? entry.value : value;
  entry.listeners.forEach((listener) => {
    listener(state, entry.value);
  });
}

/**
 * Shares the connections of all visible windows of an origin. One window, which holds a lock, reads
 * what all of them want, and tells the others. Without HTTP/2 a browser has only six connections to
 * a host.
 *
 *     visible ──lock is free──▶ leads: reads, also for others, and tells them
 *        │                        ▲
 *        └──lock is taken──▶ waits for the lock, wants, hears ──nothing for 50 s──▶ reads by itself
 *
 * A hidden window gives the lock back, as does one that is closed or crashes.
 *
 * @param open what this window follows
 * @param join follows one more resource
 */
export function shareConnections(open: Open, join: typeof Join): void {
  const { locks } = navigator;
  if (!locks || !window.BroadcastChannel) {
    return;
  }
  let channel: BroadcastChannel | undefined;
  let leading = false;
  /** True while another window reads for this one. */
  let shut = false;
  let release: (() => void) | undefined;
  let waiting: AbortController | undefined;
  let renewal: number | undefined;
  let request: number | undefined;
  let heardAt = 0;
  /** What other windows want: its connection, and the time until which they want it. */
  const wanted = new Map<string, { live: Live; until: number }>();

  const post = (message: Message): void => {
    if (channel) {
      channel.postMessage(message);
    }
  };

  /** Lets every resource connect, or end its connection, as `shut` says. */
  const turn = (closed: boolean): void => {
    shut = closed;
    [...open.values()].forEach(({ live }) => {
      live.retry();
    });
  };

  const want = (): void => {
    if (open.size && !leading) {
      post({ want: [...open.keys()] });
    }
  };

  const wantSoon = (): void => {
    clearTimeout(request);
    request = window.setTimeout(want);
  };

  const tell = (url: string, state?: State, value?: unknown): void => {
    if (leading && state) {
      post({ url, state, value });
    }
  };

  const serve = (url: string): void => {
    const until = Date.now() + VALID_FOR;
    const known = wanted.get(url);
    if (known) {
      known.until = until;
      const { state, value } = open.get(url) || {};
      tell(url, state, value);
      return;
    }
    const live = join<unknown>(url, eventOf(url), (state, value) => {
      tell(url, state, value);
    });
    wanted.set(url, { live, until });
  };

  const drop = (before: number): void => {
    wanted.forEach(({ live, until }, url) => {
      if (until < before) {
        wanted.delete(url);
        live.close();
      }
    });
  };

  const hear = ({ url = '', state, value }: Message): void => {
    const entry = open.get(url);
    if (entry && state) {
      heardAt = Date.now();
      pass(entry, state, value);
      if (!shut) {
        turn(true);
      }
    }
  };

  const renew = (): void => {
    drop(Date.now());
    if (!leading && shut && open.size && Date.now() > heardAt + VALID_FOR) {
      turn(false);
    }
    want();
  };

  const lead = (): Promise<void> => {
    leading = true;
    turn(false);
    post({ led: true });
    return new Promise((free) => {
      release = free;
    });
  };

  const start = async (): Promise<void> => {
    const mine = new AbortController();
    waiting = mine;
    channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (leading) {
        (data.want || []).forEach(serve);
      } else if (data.led) {
        want();
      } else {
        hear(data);
      }
    };
    renewal = window.setInterval(renew, RENEW_EVERY);
    try {
      const led = await locks.request(NAME, { ifAvailable: true }, (lock) =>
        // The page may have been hidden meanwhile.
        lock && !mine.signal.aborted ? lead().then(() => true) : false,
      );
      if (!led && !mine.signal.aborted) {
        heardAt = Date.now();
        turn(true);
        wantSoon();
        await locks.request(NAME, { signal: mine.signal }, lead);
      }
    } catch {
      // Without a lock, as in frames without an origin, each window reads by itself.
      if (!mine.signal.aborted) {
        stop();
        document.removeEventListener('visibilitychange', look, true);
        turn(false);
      }
    }
  };

  const stop = (): void => {
    leading = false;
    // Nothing is read until it is known who leads.
    shut = true;
    clearInterval(renewal);
    if (waiting) {
      waiting.abort();
    }
    if (release) {
      release();
    }
    release = undefined;
    drop(Infinity);
    if (channel) {
      channel.close();
    }
    channel = undefined;
  };

  const look = (): void => {
    stop();
    if (document.visibilityState !== 'hidden') {
      void start();
    }
  };

  open.shut = () => {
    if (shut) {
      wantSoon();
    }
    return shut;
  };
  document.addEventListener('visibilitychange', look, true);
  look();
}
