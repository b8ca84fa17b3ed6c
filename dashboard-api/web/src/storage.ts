/**
 * `localStorage` where the browser lets us, otherwise memory that lasts as long as the page:
 * sandboxed frames and strict privacy settings throw at the first touch.
 */
const memory = new Map<string, string>();

function local<T>(use: (storage: Storage) => T, otherwise: T): T {
  try {
    return use(window.localStorage);
  } catch {
    return otherwise;
  }
}

export function read(key: string): string {
  return memory.get(key) || local((storage) => storage.getItem(key), '') || '';
}

export function write(key: string, value: string): void {
  erase(key);
  memory.set(key, value);
  local((storage) => {
    storage.setItem(key, value);
    memory.delete(key);
  }, undefined);
}

export function erase(key: string): void {
  memory.delete(key);
  local((storage) => {
    storage.removeItem(key);
  }, undefined);
}

/** Every key that starts so. */
export function keys(prefix: string): string[] {
  return [...memory.keys(), ...local((storage) => Object.keys(storage), [])].filter((key) =>
    key.startsWith(prefix),
  );
}
