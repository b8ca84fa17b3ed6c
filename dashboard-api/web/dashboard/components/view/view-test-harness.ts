import { html, type LitElement } from 'lit';
import { onTestFinished, vi } from 'vitest';
import { begin } from '../../app/session.js';
import { match } from '../../app/router.js';
import { routes } from '../../app/routes.js';
import { manage, type Answer } from '../../dev/manage.mjs';
import { mount } from '../testing.js';

/** A request that the tested view sent. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Precondition of the change: the revision that was read, or `*` for a new object. */
  readonly guard: string | undefined;
}

/** Mock server of the running test. */
let server: (method: string, path: string, body?: unknown, headers?: Headers) => Answer;

/** Rights of the reader and contents of the mock: its definitions, none, or an error status. */
interface Scene {
  readonly managed?: 'empty' | number;
  readonly administrator?: boolean;
}

/** Creates the mock server of a scene. */
function serverOf({ managed, administrator = true }: Scene): typeof server {
  const route = managed === undefined ? manage() : manage(managed);
  return (method, address, body, headers = new Headers()) => {
    const url = new URL(address, 'http://test/api/manage/');
    const call = {
      mock: { session: { edits: administrator } },
      method,
      path: url.pathname.replace('/api/manage/', ''),
      query: url.searchParams,
      headers: Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value])),
      body,
    };
    return route(call) ?? { status: 404, body: {} };
  };
}

/** Serves a scene to the page and records the changes it sends. */
function serve(scene: Scene): Sent[] {
  const sent: Sent[] = [];
  const { administrator = true } = scene;
  server = serverOf(scene);
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const method = init.method ?? 'GET';
    const asked = new Headers(init.headers);
    if (method !== 'GET') {
      const guard = asked.get('If-Match') ?? asked.get('If-None-Match') ?? undefined;
      sent.push({ method, path: address.replace('/api/manage/', ''), body, guard });
    }
    const { status, body: answer, headers } = server(method, address, body, asked);
    return Promise.resolve(
      new Response(answer === undefined ? null : JSON.stringify(answer), {
        status,
        headers: headers ?? {},
      }),
    );
  });
  onTestFinished(() => {
    document.body.replaceChildren(); // What is still there would ask a server that is not.
    vi.unstubAllGlobals();
  });
  begin({
    account: { id: 'an', login: 'an.nguyen', name: 'Nguyễn Hoài An', administrator, grants: [] },
    csrf: 'x',
    edits: administrator,
    secondFactorMissing: false,
  });
  return sent;
}

/** Changes made by another account while the page is open. */
export function meanwhile(method: 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): void {
  const { status } = server(method, path, body);
  if (status >= 300) {
    throw new Error(`${method} ${path} was answered ${String(status)}`);
  }
}

/**
 * Opens a dashboard address over the mock and waits for a text. Returns the changes sent from then
 * on.
 */
export async function open(
  address: string,
  text: string | (() => unknown),
  scene: Scene = {},
): Promise<Sent[]> {
  const sent = serve(scene);
  await show(address, typeof text === 'string' ? has(text) : text);
  return sent;
}

/** Waits until a check neither throws nor returns false. */
export async function until(check: () => unknown): Promise<void> {
  await vi.waitFor(
    () => {
      if (check() === false) {
        throw new Error(`still waiting: ${text()}`);
      }
    },
    { timeout: 4_000, interval: 20 },
  );
}

/** Shows the view of a dashboard address and waits for some of its content. */
export async function show(address: string, shown: () => unknown): Promise<LitElement> {
  const [path = '', search = ''] = address.split('?');
  const place = match(routes, `/dashboard/${path}`, search);
  if (!place) {
    throw new Error(`no view at ${address}`);
  }
  await place.route.load();
  const view: object = Object.assign(document.createElement(place.route.tag), { place });
  const host = await mount<LitElement>(html`${view}`);
  await until(shown);
  return host;
}

/** Returns a check for a text on the page, to wait for. */
export function has(wanted: string): () => boolean {
  return () => text().includes(wanted);
}

/** Returns the text of the page, including shadow roots. */
export function text(node: Node = document.body): string {
  const inside = node instanceof Element && node.shadowRoot ? text(node.shadowRoot) : '';
  const children = [...node.childNodes].map((child) =>
    child.nodeType === Node.TEXT_NODE
      ? (child.textContent ?? '')
      : child instanceof Element && child.localName !== 'style'
        ? text(child)
        : '',
  );
  return `${inside} ${children.join(' ')}`.replace(/\s+/g, ' ');
}

/** Returns the first matching element of the page, including shadow roots. */
export function find(
  selector: string,
  within: ParentNode = document.body,
): HTMLElement | undefined {
  const here = within.querySelector<HTMLElement>(selector);
  if (here) {
    return here;
  }
  for (const element of within.querySelectorAll('*')) {
    const found = element.shadowRoot ? find(selector, element.shadowRoot) : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Like {@link find}, but fails if there is no match. */
export function need(selector: string): HTMLElement {
  const found = find(selector);
  if (!found) {
    throw new Error(`no ${selector} in: ${text()}`);
  }
  return found;
}

/** Enters a value into a field or a select. */
export function enter(selector: string, value: string): void {
  const field = need(selector) as HTMLInputElement | HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(
    new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
  );
}

/** Submits a form with one of its buttons. */
export function send(selector: string, button?: string): void {
  const event = new Event('submit', { cancelable: true, bubbles: true });
  Object.defineProperty(event, 'submitter', { value: button === undefined ? null : need(button) });
  need(selector).dispatchEvent(event);
}
