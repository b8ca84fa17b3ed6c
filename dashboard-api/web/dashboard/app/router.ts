import { hasUnsaved, leave } from './unsaved.js';

/** A location in the dashboard: its view, path parameters and query. */
export interface Place {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The path with its query. */
  readonly address: string;
}

/** A view of the dashboard with its own address. */
export interface Route {
  /** Path below the base: `sites/:id`. */
  readonly path: string;
  /** Tag of the view's element, which gets the {@link Place} as its property `place`. */
  readonly tag: string;
  /** Loads the module that registers the element. */
  readonly load: () => Promise<unknown>;
  /** Name of the view, for the page's title. */
  readonly title: () => string;
  /** Accessible without signing in. Such a view has no navigation, unless it is `framed`. */
  readonly open?: boolean;
  /** Has the navigation for those who are signed in. */
  readonly framed?: boolean;
  /** Accessible to administrators only. */
  readonly administrator?: boolean;
}

/** An element that shows a view. */
export interface ViewElement extends HTMLElement {
  place: Place;
}

export const BASE = '/dashboard/';

const listeners = new Set<(place: Place | undefined) => void>();
let routes: readonly Route[] = [];
let previousPath = '';
/** Address of the view that is shown. */
let current = '';

/** True for the same view with the same parts of the address. */
export function sameParams(a: Place | undefined, b: Place | undefined): boolean {
  return a?.route === b?.route && JSON.stringify(a?.params) === JSON.stringify(b?.params);
}

/** Finds the view of an address, undefined if there is none. */
export function match(table: readonly Route[], path: string, search: string): Place | undefined {
  if (!`${path}/`.startsWith(BASE)) {
    return undefined;
  }
  const parts = split(path.slice(BASE.length - 1));
  for (const route of table) {
    const params = bind(split(route.path), parts);
    if (params) {
      return { route, params, query: new URLSearchParams(search), address: path + search };
    }
  }
  return undefined;
}

/**
 * Follows the address. Calls back with the current place and after every change. The result
 * unsubscribes.
 */
export function startRouter(
  table: readonly Route[],
  listener: (place: Place | undefined) => void,
): () => void {
  routes = table;
  listeners.add(listener);
  window.addEventListener('popstate', onBack);
  document.addEventListener('click', onClick);
  notify();
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', onBack);
    document.removeEventListener('click', onClick);
  };
}

/** Navigates to an address of the dashboard. `replace`: replaces the history entry. */
export function navigate(address: string, { replace = false } = {}): void {
  if (address === location.pathname + location.search) {
    return;
  }
  if (replace) {
    history.replaceState(null, '', address);
  } else {
    history.pushState(null, '', address);
  }
  notify();
}

/** Returns the address of a view: `to('site/a.vn', { period: '2026-Q4' })`. */
export function to(
  path = '',
  query: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    (typeof value === 'string' ? [value] : (value ?? [])).forEach((one) => {
      search.append(name, one);
    });
  }
  const text = search.toString();
  return BASE + path + (text ? `?${text}` : '');
}

/** Returns the current address with a changed query. undefined removes a key. */
export function withQuery(
  place: Place,
  changes: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const search = new URLSearchParams(place.query);
  for (const [name, value] of Object.entries(changes)) {
    search.delete(name);
    (typeof value === 'string' ? [value] : (value ?? [])).forEach((one) => {
      search.append(name, one);
    });
  }
  const text = search.toString();
  return place.address.replace(/\?.*$/, '') + (text ? `?${text}` : '');
}

function notify(): void {
  const path = location.pathname;
  const place = match(routes, path, location.search);
  if (path !== previousPath && previousPath) {
    window.scrollTo(0, 0);
  }
  previousPath = path;
  current = path + location.search;
  listeners.forEach((listener) => {
    listener(place);
  });
}

/** Follows the browser's buttons. With unsaved input the address stays until the reader agrees. */
function onBack(): void {
  const wanted = location.pathname + location.search;
  if (wanted !== current && hasUnsaved()) {
    history.pushState(null, '', current);
    leave(() => {
      navigate(wanted);
    });
  } else {
    notify();
  }
}

/** Follows links within the dashboard without reloading the page. */
function onClick(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return;
  }
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && !!node.href);
  if (!link || link.target || link.hasAttribute('download')) {
    return;
  }
  const url = new URL(link.href);
  if (url.origin === location.origin && `${url.pathname}/`.startsWith(BASE) && !url.hash) {
    event.preventDefault();
    const wanted = url.pathname + url.search;
    if (wanted !== current) {
      leave(() => {
        navigate(wanted);
      });
    }
  }
}

function split(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function bind(
  pattern: readonly string[],
  parts: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== parts.length) {
    return undefined;
  }
  const params: Record<string, string> = {};
  for (const [i, part] of parts.entries()) {
    const wanted = pattern[i] ?? '';
    if (wanted.startsWith(':')) {
      params[wanted.slice(1)] = decode(part);
    } else if (wanted !== part) {
      return undefined;
    }
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
