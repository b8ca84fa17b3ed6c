import { follow, open, type Listener, type Live, type Shared } from './live';

/**
 * Follows a resource over one connection for all widgets of the page. A new listener gets the last
 * value at once.
 */
export function join<T>(url: string, event: string, listener: Listener<T>): Live {
  const mine = listener as Listener<unknown>;
  const shared = open.get(url) || openShared(url, event);
  shared.listeners.add(mine);
  if (shared.state) {
    mine(shared.state, shared.value);
  }
  return {
    retry: shared.live.retry,
    close() {
      shared.listeners.delete(mine);
      if (!shared.listeners.size && open.delete(url)) {
        shared.live.close();
      }
    },
  };
}

function openShared(url: string, event: string): Shared {
  const listeners = new Set<Listener<unknown>>();
  const live = follow<unknown>(url, event, (state, value) => {
    shared.state = state;
    shared.value = state === 'stale' ? shared.value : value;
    listeners.forEach((listener) => {
      listener(state, shared.value);
    });
  });
  const shared: Shared = { live, listeners };
  open.set(url, shared);
  return shared;
}
