import { vi } from 'vitest';
import { api } from '../app/api/client.js';
import { Problem } from '../app/api/problem.js';
import { match, type Place } from '../app/router.js';
import { routes } from '../app/routes.js';

/** Answers of the API in a test: a body by path, a problem, or no answer. */
export type Answers = Readonly<Record<string, unknown>>;

/** Makes the API client return these answers. Returns the requests as `path?query`. */
export function answer(answers: Answers): string[] {
  const asked: string[] = [];
  vi.spyOn(api, 'get').mockImplementation((path, options) => {
    asked.push(`${path} ${JSON.stringify(options?.query ?? {})}`);
    const body = answers[path];
    if (body === undefined) {
      return new Promise(() => undefined);
    }
    return body instanceof Problem ? Promise.reject(body) : Promise.resolve(body as never);
  });
  return asked;
}

/** Returns the place of an address. */
export function placeOf(path: string, search = ''): Place {
  const place = match(routes, `/dashboard/${path}`, search);
  if (!place) {
    throw new Error(`no view at ${path}`);
  }
  return place;
}

/** Waits until answers have arrived and were drawn. */
export async function drawn(element: { readonly updateComplete: Promise<boolean> }): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await new Promise((go) => setTimeout(go));
    await element.updateComplete;
  }
}

/** An event source that sends nothing by itself. */
export class QuietSource extends EventTarget {
  readyState = 1;

  close(): void {
    this.readyState = 2;
  }

  /** Dispatches an event as the server sends it. */
  say(event: string, data: object): void {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }
}

/**
 * Replaces the event sources of the page by silent ones. The result collects them as they are
 * opened.
 */
export function silence(): QuietSource[] {
  const sources: QuietSource[] = [];
  vi.stubGlobal(
    'EventSource',
    class extends QuietSource {
      constructor() {
        super();
        sources.push(this);
      }
    },
  );
  return sources;
}
