import { cancel, guarded, later, on } from '../builtins';

/** Delay after a change of the address, for a redirect within the site and the new title. */
const SETTLE = 100;

/**
 * Calls back when a single-page site shows another page (`pushState`, `replaceState`, back,
 * forward, a changed hash) and when a page returns from the back/forward cache.
 *
 * @param changed called when the address may have changed
 * @param restored called when the page returns from the back/forward cache
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
