import { backoff } from '../backoff';
import {
  cancel,
  guarded,
  later,
  now,
  on,
  parse,
  random,
  request,
  shown,
  Source,
} from '../builtins';

/**
 * Largest number of streams per page. Other widgets poll. Without HTTP/2 a browser has six
 * connections to a host for all windows, and events and votes need some too.
 */
const STREAMS = 2;
/** Interval of polling without a stream, in milliseconds. */
const POLL_EVERY = 10_000;
/**
 * Time until the first message of a stream, in milliseconds. A proxy that buffers longer makes the
 * stream useless.
 */
const FIRST_WITHIN = 5000;
/** Timeout of a request, in milliseconds. */
const ANSWER_WITHIN = 20_000;
/** Time after which a silent stream is reopened, because the network may have lost it. */
const SILENCE = 90_000;

/** Time until an unknown resource is asked for again, in milliseconds. */
const UNKNOWN = 600_000;

/** A resource that the page follows. */
export interface Shared {
  live: Live;
  listeners: Set<Listener<unknown>>;
  state?: State;
  value?: unknown;
}

let streams = 0;

/**
 * The resources that the page follows by URL. `shut` tells if another window reads a resource for this one. Set by
 * `sitepulse-share.js`.
 */
export const open: Map<string, Shared> & { shut?: (url: string) => unknown } = new Map();

/**
 * State of a live resource. `fresh`: its newest value is known. `stale`: it cannot be read now, and
 * the last value, if any, is shown. `unknown`: it does not exist.
 */
export type State = 'fresh' | 'stale' | 'unknown';

/** Listener of a live resource. */
export type Listener<T> = (state: State, value?: T) => void;

/** A subscription to a live resource. */
export interface Live {
  /** Reads the resource at once. */
  retry: () => void;
  close: () => void;
}

/**
 * Reads and follows a resource while the page is visible:
 *
 *     stream ──breaks, silent──▶ poll ──200──▶ fresh, again in 10 s (stream first, if it is due)
 *        ▲                        └── fails ─▶ stale, again after a backoff
 *        └──────── in sight again, online again, stream due
 *
 * @param url serves JSON. With `/live` inserted before its query it serves the same JSON as
 * server-sent events
 * @param event name of these events
 */
export function follow<T>(url: string, event: string, listener: Listener<T>): Live {
  let stream: EventSource | undefined;
  let timer: number | undefined;
  let streamFailures = 0;
  let pollFailures = 0;
  let streamDue = 0;
  let closed = false;

  const wait = (ms: number, then: () => void): void => {
    cancel(timer);
    timer = later(guarded(then), ms);
  };

  const stop = (): void => {
    cancel(timer);
    if (stream) {
      stream.close();
      streams--;
    }
    stream = undefined;
  };

  const start = (): void => {
    stop();
    if (closed || !shown() || (open.shut && open.shut(url))) {
      return;
    }
    if (!Source || streams === STREAMS || now() < streamDue) {
      void poll();
      return;
    }
    const opened = new Source(url.replace(/(\?|$)/, '/live$1'));
    stream = opened;
    streams++;
    wait(FIRST_WITHIN, broken);
    opened.onerror = guarded(broken);
    opened.addEventListener(
      event,
      guarded((message: MessageEvent<string>) => {
        if (stream === opened) {
          streamFailures = 0;
          wait(SILENCE, start);
          heard(parse(message.data) as T);
        }
      }),
    );
  };

  const broken = (): void => {
    stop();
    streamDue = now() + backoff(++streamFailures, random(), 4000);
    // Many clients lose their stream at the same moment. They must not all reconnect together.
    wait(random() * 1000, () => void poll());
  };

  const poll = async (): Promise<void> => {
    wait(ANSWER_WITHIN, () => {
      failed(0);
    });
    let status = 0;
    let value: T | undefined;
    try {
      const answer = await request(url, { credentials: 'omit' });
      status = answer.ok ? 0 : answer.status;
      value = answer.ok ? ((await answer.json()) as T) : undefined;
    } catch {
      // No readable answer.
    }
    if (closed || stream || !shown()) {
      return;
    }
    if (value) {
      wait(POLL_EVERY * (0.8 + 0.4 * random()), start);
      heard(value);
    } else {
      failed(status);
    }
  };

  const failed = (status: number): void => {
    // What is mistyped stays so until the page is changed.
    wait(status === 404 ? UNKNOWN : backoff(++pollFailures, random(), 1000, 60_000), start);
    listener(status === 404 ? 'unknown' : 'stale');
  };

  const heard = (value: T): void => {
    pollFailures = 0;
    listener('fresh', value);
  };

  const retry = (): void => {
    streamDue = 0;
    start();
  };

  const off = [on(document, 'visibilitychange', start), on(window, 'online', retry)];
  start();

  return {
    retry,
    close() {
      closed = true;
      stop();
      off.forEach((remove) => {
        remove();
      });
    },
  };
}
