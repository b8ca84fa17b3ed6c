/**
 * `localStorage` where the browser lets us, otherwise memory that lasts as long as the page: sandboxed
 * frames and strict privacy settings throw at the first touch, a full one when it is written to.
 */
let store: Record<string, string> = {};
try {
  store = window.localStorage || store;
} catch {
  // Memory it is.
}

/** The text under a key, or an empty one. */
export function read(key: string): string {
  return store[key] || '';
}

export function write(key: string, value: string): void {
  try {
    store[key] = value;
  } catch {
    store = { ...store, [key]: value };
  }
}

export function erase(key: string): void {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- Storage is made of such keys.
  delete store[key];
}

/** Every key that starts so. */
export function keys(prefix: string): string[] {
  return Object.keys(store).filter((key) => key.startsWith(prefix));
}
