/**
 * Functions of the browser, captured when the script starts, so that a page that replaces them
 * later has no effect here.
 */
const w = window;

/** Milliseconds since 1970 by the clock of the visitor. */
export const now: () => number = Date.now;
/** Milliseconds since the page was opened, from a monotonic clock. */
export const elapsed: () => number = performance.now.bind(performance);
export const later = w.setTimeout.bind(w);
export const cancel = w.clearTimeout.bind(w);
export const random: () => number = Math.random;
export const request: typeof fetch = w.fetch.bind(w);
export const Source: typeof EventSource | undefined = w.EventSource;
export const parse: (json: string) => unknown = JSON.parse;
export const stringify: (value: object) => string = JSON.stringify;

/**
 * Adds a listener to the window or the document. An exception of the listener is caught here.
 *
 * @returns removes the listener
 */
export function on(target: EventTarget, event: string, call: (event: Event) => void): () => void {
  const listener = guarded(call);
  target.addEventListener(event, listener, true);
  return () => {
    target.removeEventListener(event, listener, true);
  };
}

/** Wraps a function so that it never throws: a failure of the script must not break the page. */
export function guarded<A extends unknown[]>(call: (...args: A) => void): (...args: A) => void {
  return (...args) => {
    try {
      call(...args);
    } catch (fault) {
      debug('fault', fault);
    }
  };
}

let debugging = false;

/** Enables {@link debug}. */
export function startDebugging(): void {
  debugging = true;
}

/** Logs to the console if `data-debug` or `localStorage['sitepulse.debug'] = '1'` is set. */
export function debug(...messages: unknown[]): void {
  if (debugging) {
    // Browsers hide console.debug unless the reader asks for verbose messages.
    console.info('[sitepulse]', ...messages);
  }
}

/** Tells the maintainer of the page in the console that nothing is counted, and why. */
export function notCounted(...why: unknown[]): void {
  console.warn('[sitepulse] Không đếm / Not counted:', ...why);
}

/** Returns true if the page is visible, that is neither hidden nor prerendered. */
export function shown(): boolean {
  const { visibilityState, prerendering } = document as Document & { prerendering?: boolean };
  return visibilityState !== 'hidden' && !prerendering;
}

/** Returns a random UUID (version 4), also without `crypto.randomUUID` on pages without https. */
export function uuid(): string {
  return '00000000-0000-4000-a000-000000000000'.replace(/0/g, () =>
    ((crypto.getRandomValues(new Uint8Array(1))[0] as number) & 15).toString(16),
  );
}
