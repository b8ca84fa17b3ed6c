/**
 * `localStorage` if it is available, otherwise memory until the page is closed. Sandboxed frames
 * and strict privacy settings throw on access, a full storage throws on writing.
 */
let store: Record<string, string> = {};
try {
  store = window.localStorage || store;
} catch {
  // Memory is used instead.
}

/** Returns the text of a key, or an empty text. */
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

/** Returns the keys with a prefix. */
export function keys(prefix: string): string[] {
  return Object.keys(store).filter((key) => key.startsWith(prefix));
}
