import { backoff, retryAfter } from '../backoff';
import { cancel, debug, later, notCounted, now, on, random, request, stringify } from '../builtins';
import type { TrackedEvent } from './event';
import * as queue from './queue';

/**
 * Longest time for one request, in milliseconds. Afterwards another tab may send the same events.
 */
const TIMEOUT = 20_000;
const LEASE = 30_000;

/**
 * Sends the queued events, one batch at a time.
 *
 *     add ──▶ queue ──claim──▶ on its way ──2xx, 4xx──▶ removed
 *               ▲                  │
 *               └── backoff, Retry-After ── no network, 429, 5xx
 */
export interface Sender {
  send: (event: TrackedEvent) => void;
  /** Sends from a page that is being closed and cannot read the answer. */
  sendLast: (event: TrackedEvent) => void;
}

export function sender(url: string): Sender {
  let failures = 0;
  let blockedUntil = 0;
  let timer: number | undefined;
  let busy = false;
  let again = false;

  const flush = async (): Promise<void> => {
    again = true;
    if (busy) {
      return;
    }
    busy = true;
    try {
      while (again && now() >= blockedUntil) {
        again = false;
        const batch = await exclusively(() => queue.claim(now(), now() + LEASE));
        if (batch.length) {
          await deliver(batch);
          again = true;
        }
      }
    } catch (fault) {
      debug('fault', fault);
    }
    busy = false;
    plan();
  };

  const deliver = async (batch: queue.Waiting[]): Promise<void> => {
    const abort = new AbortController();
    const limit = later(() => {
      abort.abort();
    }, TIMEOUT);
    // Status 0 means that no answer came.
    let status = 0;
    let wait = 0;
    let why: string | undefined = '';
    try {
      // A text body needs no preflight.
      const answer = await request(url, {
        method: 'POST',
        body: body(batch),
        keepalive: true,
        credentials: 'omit',
        signal: abort.signal,
      });
      status = answer.status;
      wait = retryAfter(answer.headers.get('Retry-After') || '', now());
      // A problem's sentence is for people, Vietnamese first.
      why = ((await answer.json()) as { detail?: string }).detail;
    } catch {
      // Sent again later.
    }
    cancel(limit);
    debug('sent', batch, status);
    if (status && status !== 429 && status < 500) {
      failures = 0;
      batch.forEach(queue.remove);
      if (status !== 202) {
        notCounted(why, status, url);
      }
      return;
    }
    blockedUntil = now() + Math.max(backoff(++failures, random()), wait);
    // After a network failure any tab may retry at once. After a delay from the server all tabs
    // wait.
    queue.release(batch, status ? blockedUntil : 0);
  };

  const plan = (): void => {
    cancel(timer);
    const next = queue.nextAt(now());
    if (next < Infinity) {
      timer = later(() => void flush(), Math.max(50, next - now(), blockedUntil - now()));
    }
  };

  on(window, 'online', () => {
    blockedUntil = 0;
    void flush();
  });
  void flush();

  return {
    send(event) {
      queue.add(event, now());
      void flush();
    },
    sendLast(event) {
      const healthy = !failures && navigator.onLine !== false;
      if (!(healthy && navigator.sendBeacon && navigator.sendBeacon(url, stringify(event)))) {
        queue.add(event, now());
      }
    },
  };
}

/**
 * Events are joined by hand, because old libraries of a page define an `Array.prototype.toJSON`
 * that breaks arrays.
 */
export function body(batch: queue.Waiting[]): string {
  const time = now();
  const events = batch.map(({ at, event }) =>
    stringify({ ...event, ageMs: Math.max(0, time - at) }),
  );
  return `[${events.join()}]`;
}

/** Only one tab claims at a time. The lock is held while claiming, not while sending. */
async function exclusively<T>(claim: () => T): Promise<T> {
  try {
    return await navigator.locks.request('sitepulse', claim);
  } catch {
    // Old browsers and frames without an origin have no locks.
    return claim();
  }
}
