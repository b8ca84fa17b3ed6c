import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { api } from './api/client.js';
import type { LiveMessage, LiveTotals } from '../../api/schema.js';

/** `lost`: what is shown is not live any more, and it is being tried again. */
export type LiveState = 'waiting' | 'live' | 'lost';

const ADDRESS = '/api/manage/live';
const AGAIN_MS = 5_000;
/** The server ends every stream after some minutes; a browser is back before anybody need be told. */
const LOST_MS = 8_000;
/** The page may be hidden for a moment (another tab) without the stream being opened anew. */
const HIDDEN_MS = 30_000;

/**
 * The figures of now of all sites one may see, over one stream for the whole page. It is open while
 * somebody listens and the page is seen.
 *
 *     first listener ──▶ waiting ──figures──▶ live ──broken──▶ lost ──figures──▶ live
 *     last listener gone, or hidden for 30 s ──▶ closed (the figures stay)
 *     signed-out, or refused ──▶ lost, and it is asked who is signed in
 */
export class LiveStore {
  readonly figures = new Map<string, LiveTotals>();
  state: LiveState = 'waiting';
  /** When the last figures came, ms. */
  at: number | undefined;
  private readonly listeners = new Set<() => void>();
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private losing: ReturnType<typeof setTimeout> | undefined;

  private whole = false;

  constructor(
    private readonly open: (address: string) => EventSource,
    /** Asks who is signed in, which leads to the sign-in if it is nobody. */
    private readonly whoIsIt: () => void,
  ) {}

  /** The sites one may see, once that is known. */
  get sites(): ReadonlyMap<string, LiveTotals> | undefined {
    return this.whole ? this.figures : undefined;
  }

  /** Calls back at every change; the answer ends it. */
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

  /** Forgets everything: somebody else has signed in. */
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
      this.take(event as MessageEvent<string>);
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
    this.keep();
    this.source?.close();
    this.source = undefined;
  }

  /** It is not lost after all. */
  private keep(): void {
    clearTimeout(this.losing);
    this.losing = undefined;
  }

  private take(event: MessageEvent<string>): void {
    const { whole, sites } = JSON.parse(event.data) as LiveMessage;
    if (whole) {
      this.figures.clear();
      this.whole = true;
    }
    for (const [site, figures] of Object.entries(sites)) {
      this.figures.set(site, figures);
    }
    this.keep();
    this.state = 'live';
    this.at = Date.now();
    this.tell();
  }

  private onError(source: EventSource): void {
    if (source !== this.source) {
      return;
    }
    // A browser tries again by itself, unless the answer was a refusal.
    if (source.readyState === 2) {
      this.onRefused();
    } else {
      this.losing ??= setTimeout(() => {
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
    this.whoIsIt();
  }

  private lose(): void {
    this.state = 'lost';
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}

/** The one store of the page. */
export const live = new LiveStore(
  (address) => new EventSource(address),
  () => {
    // Nobody: the client says so to the shell. Any other fault is one of the stream's too.
    api.get('session').catch(() => undefined);
  },
);

/** Draws an element anew whenever the figures of now have changed. */
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

  /** The sites one may see, once that is known. */
  get sites(): ReadonlyMap<string, LiveTotals> | undefined {
    return live.sites;
  }

  /** The figures of a site, if they have come. */
  of(site: string): LiveTotals | undefined {
    return live.figures.get(site);
  }
}
