import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { api } from './api/client.js';
import type { LiveMessage, LiveTotals } from '../../api/schema.js';

/** State of the stream. `lost`: the figures are not live, and the stream is being reopened. */
export type LiveState = 'waiting' | 'live' | 'lost';

const ADDRESS = '/api/manage/live';
const AGAIN_MS = 5_000;
/**
 * Time without a stream before `lost` is shown. The server ends every stream after some minutes,
 * and browsers reconnect sooner than this.
 */
const LOST_MS = 8_000;
/** Time a page may be hidden before its stream is closed. */
const HIDDEN_MS = 30_000;

/**
 * Live figures of all visible sites, over one stream for the whole page. The stream is open while
 * there is a listener and the page is visible.
 *
 *     first listener ──▶ waiting ──figures──▶ live ──broken──▶ lost ──figures──▶ live
 *     last listener gone, or hidden for 30 s ──▶ closed (the figures stay)
 *     signed-out, or refused ──▶ lost, and it is asked who is signed in
 */
export class LiveStore {
  readonly figures = new Map<string, LiveTotals>();
  state: LiveState = 'waiting';
  /** Time of the last figures in milliseconds. */
  at: number | undefined;
  private readonly listeners = new Set<() => void>();
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lostTimer: ReturnType<typeof setTimeout> | undefined;

  private whole = false;

  constructor(
    private readonly open: (address: string) => EventSource,
    /** Checks the session. Without one the page leads to the sign-in. */
    private readonly checkSession: () => void,
  ) {}

  /** Visible sites, once they are known. */
  get sites(): ReadonlyMap<string, LiveTotals> | undefined {
    return this.whole ? this.figures : undefined;
  }

  /** Calls back at every change. The result unsubscribes. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      document.addEventListener('visibilitychange', this.onVisibility);
      this.connect();
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        document.removeEventListener('visibilitychange', this.onVisibility);
        this.close();
      }
    };
  }

  /** Clears everything after another account has signed in. */
  reset(): void {
    this.figures.clear();
    this.whole = false;
    this.state = 'waiting';
    this.at = undefined;
    if (this.source) {
      this.connect();
    }
  }

  private readonly onVisibility = (): void => {
    clearTimeout(this.timer);
    if (!document.hidden) {
      if (!this.source) {
        this.connect();
      }
    } else {
      this.timer = setTimeout(() => {
        this.close();
      }, HIDDEN_MS);
    }
  };

  private connect(): void {
    this.close();
    const source = this.open(ADDRESS);
    this.source = source;
    this.whole = false;
    source.addEventListener('figures', (event) => {
      this.receive(event as MessageEvent<string>);
    });
    source.addEventListener('error', () => {
      this.onError(source);
    });
    source.addEventListener('signed-out', () => {
      this.onRefused();
    });
  }

  private close(): void {
    clearTimeout(this.timer);
    this.cancelLost();
    this.source?.close();
    this.source = undefined;
  }

  /** Cancels the timer that reports the stream as lost. */
  private cancelLost(): void {
    clearTimeout(this.lostTimer);
    this.lostTimer = undefined;
  }

  private receive(event: MessageEvent<string>): void {
    const { whole, sites } = JSON.parse(event.data) as LiveMessage;
    if (whole) {
      this.figures.clear();
      this.whole = true;
    }
    for (const [site, figures] of Object.entries(sites)) {
      this.figures.set(site, figures);
    }
    this.cancelLost();
    this.state = 'live';
    this.at = Date.now();
    this.notify();
  }

  private onError(source: EventSource): void {
    if (source !== this.source) {
      return;
    }
    // A browser reconnects by itself unless the request was refused.
    if (source.readyState === 2) {
      this.onRefused();
    } else {
      this.lostTimer ??= setTimeout(() => {
        this.lose();
      }, LOST_MS);
    }
  }

  private onRefused(): void {
    this.close();
    this.lose();
    this.timer = setTimeout(() => {
      this.connect();
    }, AGAIN_MS);
    this.checkSession();
  }

  private lose(): void {
    this.state = 'lost';
    this.notify();
  }

  private notify(): void {
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}

/** Live figures of the page. */
export const live = new LiveStore(
  (address) => new EventSource(address),
  () => {
    // After a 401 the client notifies the shell. Other errors also show at the stream itself.
    api.get('session').catch(() => undefined);
  },
);

/** Redraws an element whenever the live figures change. */
export class Live implements ReactiveController {
  private end: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.end = live.listen(() => {
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.end?.();
  }

  get state(): LiveState {
    return live.state;
  }

  get at(): number | undefined {
    return live.at;
  }

  /** Visible sites, once they are known. */
  get sites(): ReadonlyMap<string, LiveTotals> | undefined {
    return live.sites;
  }

  /** Live figures of a site, if known. */
  of(site: string): LiveTotals | undefined {
    return live.figures.get(site);
  }
}
