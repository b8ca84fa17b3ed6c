import { cancel, debug, elapsed, guarded, later, on, shown, uuid } from '../builtins';
import { erase, read, write } from '../storage';
import { pageAt, pathOf } from './address';
import { engaged } from './engaged';
import type { TrackedEvent } from './event';
import { watchNavigation } from './navigation';
import * as queue from './queue';
import { sender } from './sender';

/** Least engaged time worth a heartbeat of its own, in milliseconds. */
const LEAST = 100;
/**
 * Time in milliseconds for which an address must not change before it is a view. Meanwhile the page
 * sets its title, or redirects, and the visitor types on in a filter box.
 */
const SETTLE = 1500;
const OPT_OUT = 'sitepulse.optOut';

/** Settings of the script tag. */
export interface Tracking {
  /** Origin of the script, which receives the events. */
  host: string;
  site: string;
  /** Interval of heartbeats, in milliseconds. A shorter one than SETTLE counts as SETTLE. */
  heartbeat: number;
  /** True if the site routes by hash. */
  hash: boolean;
  /** True if only `sitepulse.view()` counts views. */
  manual: boolean;
}

/** Counts a view of the given page, or of the page's address. */
export type View = (page?: string, title?: string) => void;

/** Excludes this browser from the counts of this origin, or includes it again. */
export function optOut(out: boolean): void {
  if (out) {
    write(OPT_OUT, '1');
    queue.clear();
  } else {
    erase(OPT_OUT);
  }
}

/**
 * Tracks a page of a site.
 *
 *     view() ──▶ due ──really shown, with its title──▶ sent ──▶ heartbeats while visible ──hidden, next view──▶ last one
 */
export function track(tracking: Tracking): View {
  const { site, heartbeat, hash, manual } = tracking;
  const { send, sendLast } = sender(tracking.host + '/api/events?v=' + __VERSION__);
  const time = engaged(elapsed());
  let due: { page: string; title: string | undefined } | undefined;
  let view: { id: string; page: string } | undefined;
  let referrer = document.referrer;
  let here = pageAt(location, hash);
  let beatAt = 0;
  /** True if the page was visible at the last check, and still true while it is being hidden. */
  let seen = false;
  let leaving = false;
  /** Page that has not yet been there for long enough, and the timer of this time. */
  let next: string | undefined;
  let timer: number | undefined;

  const where = (): string => pageAt(location, hash, here);

  const emit = (event: Partial<TrackedEvent>): string => {
    const id = uuid();
    if (read(OPT_OUT)) {
      debug(OPT_OUT);
    } else {
      const privately = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
      (leaving ? sendLast : send)({
        id,
        site,
        page: here,
        ...event,
        ...(privately && { anonymous: true }),
      });
    }
    return id;
  };

  const beat = (least: number): void => {
    const engagedMs = time.take(elapsed());
    if (view && engagedMs >= least) {
      emit({ kind: 'heartbeat', page: view.page, view: view.id, engagedMs });
    }
    beatAt = elapsed();
  };

  const show = (): void => {
    if (!due || !seen) {
      return;
    }
    const { page, title = document.title } = due;
    // A script in the head may run before the title is read.
    if (!title && !leaving && elapsed() < SETTLE) {
      return;
    }
    due = undefined;
    view = {
      page,
      id: emit({
        page,
        title: title.slice(0, 300),
        // The query of a referrer may be private, and no report needs it.
        referrer: pathOf(referrer),
        language: navigator.language,
      }),
    };
    // The address may already be that of the next page.
    referrer = new URL(page, location.href).href;
    beatAt = elapsed();
  };

  const start = (page: string, title?: string): void => {
    beat(LEAST);
    time.used(elapsed());
    view = undefined;
    due = { page, title };
    show();
  };

  /**
   * Notes a change of the address:
   *
   *     another page ──stays, left──▶ view
   *          │  └──another path, not replaced──▶ view, and the next page waits
   *          └──another query, or replaced──▶ waits again
   *
   * A replaced query alone is no view.
   */
  const changed = (how: string | Event): void => {
    const replaced = how === 'replaceState';
    const page = where();
    if (manual || page === (next || here)) {
      return;
    }
    if (next && !replaced && pathOf(page) !== pathOf(next)) {
      arrive();
    }
    if (!next && replaced && pathOf(page) === pathOf(here)) {
      here = page;
      return;
    }
    next = page;
    cancel(timer);
    timer = later(guarded(arrive), SETTLE);
  };

  const arrive = (): void => {
    cancel(timer);
    if (next && next !== here) {
      here = next;
      start(here);
    }
    next = undefined;
  };

  /** Last chance to send, also for a page that was visible only briefly. */
  const leave = (): void => {
    leaving = true;
    changed('replaceState');
    arrive();
    show();
    beat(LEAST);
    leaving = false;
  };

  const look = (): void => {
    if (seen && !shown()) {
      leave();
    }
    seen = shown();
    time.visible(seen, elapsed());
    show();
    // The visitor returns after a while and counts as online again at once.
    if (seen && elapsed() - beatAt >= heartbeat) {
      beat(0);
    }
  };

  const tick = guarded(() => {
    later(tick, SETTLE);
    look();
  });

  for (const input of ['pointerdown', 'pointermove', 'keydown', 'scroll']) {
    on(document, input, () => {
      time.used(elapsed());
    });
  }
  on(document, 'visibilitychange', look);
  on(document, 'prerenderingchange', look);
  on(window, 'pagehide', leave);

  if (!manual) {
    due = { page: here, title: undefined };
    watchNavigation(changed, () => {
      start(here);
    });
  }
  tick();

  return (page, title) => {
    start(page || (here = where()), title);
  };
}
