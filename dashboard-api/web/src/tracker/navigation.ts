import { cancel, guarded, later, on } from '../builtins';

/** Long enough for a redirect within the site and for the new title. */
const SETTLE = 100;

/**
 * Calls back when a single-page site shows another page (`pushState`, `replaceState`, back,
 * forward, a changed hash) and when a page returns from the back/forward cache.
 *
 * @param changed the address may be another one
 * @param restored the whole page is shown again as it was left
 */
export function watchNavigation(changed: () => void, restored: () => void): void {
  let timer: number | undefined;
  const soon = (): void => {
    cancel(timer);
    timer = later(guarded(changed), SETTLE);
  };
  wrap('pushState', soon);
  wrap('replaceState', soon);
  on(window, 'popstate', soon);
  on(window, 'hashchange', soon);
  on(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) {
      restored();
    }
  });
}

function wrap(name: 'pushState' | 'replaceState', then: () => void): void {
  const original = history[name].bind(history);
  guarded(() => {
    history[name] = (...args) => {
      original(...args);
      then();
    };
  })();
}
