import { guarded, on } from '../builtins';

/**
 * Calls back when the address of a single-page site may have changed (`pushState`, `replaceState`,
 * back, forward, a changed hash) and when a page returns from the back/forward cache.
 *
 * @param changed called after the change with the name of the function, or with the event
 * @param restored called when the page returns from the back/forward cache
 */
export function watchNavigation(
  changed: (how: string | Event) => void,
  restored: () => void,
): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name].bind(history);
    guarded(() => {
      history[name] = (...args) => {
        original(...args);
        guarded(changed)(name);
      };
    })();
  }
  for (const name of ['popstate', 'hashchange']) {
    on(window, name, changed);
  }
  on(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) {
      restored();
    }
  });
}
