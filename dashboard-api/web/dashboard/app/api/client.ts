import { Problem } from './problem.js';

/** Query parameters. Empty values are left out. Lists are repeated, with their empty values. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;

export interface Options {
  readonly query?: Query;
  readonly signal?: AbortSignal | undefined;
  /** Revision of the object as it was read. The server answers 412 if it has changed since. */
  readonly revision?: string | undefined;
  /** Create only. The server answers 412 if the object exists. */
  readonly fresh?: boolean;
}

const ROOT = '/api/manage/';

/**
 * Client of the management API. Every call returns the body of a 2xx or throws a {@link Problem}.
 */
export class ApiClient {
  /** CSRF token of the session, sent with every unsafe request. */
  csrf: string | undefined;
  /** Called after a 401, except that of a sign-in. */
  onSignedOut: (() => void) | undefined;

  constructor(private readonly send: typeof fetch = (...args) => fetch(...args)) {}

  get<T>(path: string, options: Options = {}): Promise<T> {
    return this.call<T>('GET', path, undefined, options);
  }

  post<T = void>(path: string, body?: unknown, options: Options = {}): Promise<T> {
    return this.call<T>('POST', path, body, options);
  }

  put<T = void>(path: string, body: unknown, options: Options = {}): Promise<T> {
    return this.call<T>('PUT', path, body, options);
  }

  delete<T = void>(path: string, options: Options = {}): Promise<T> {
    return this.call<T>('DELETE', path, undefined, options);
  }

  private async call<T>(method: string, path: string, body: unknown, options: Options): Promise<T> {
    const { query, signal } = options;
    const answer = await this.ask(address(path, query), {
      method,
      headers: this.headers(method, body, options),
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    if (!answer.ok) {
      const problem = await Problem.read(answer);
      if (problem.status === 401 && problem.kind !== 'credentials') {
        this.onSignedOut?.();
      }
      throw problem;
    }
    const text = answer.status === 204 ? '' : await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  private headers(
    method: string,
    body: unknown,
    { revision, fresh }: Options,
  ): Record<string, string> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    if (method !== 'GET' && this.csrf) {
      headers['Sitepulse-CSRF'] = this.csrf;
    }
    if (revision !== undefined) {
      headers['If-Match'] = `"${revision}"`;
    }
    if (fresh) {
      headers['If-None-Match'] = '*';
    }
    return headers;
  }

  private async ask(url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.send(url, init);
    } catch (thrown) {
      if (init.signal?.aborted) {
        throw thrown;
      }
      throw new Problem(0, '', String(thrown));
    }
  }
}

/** Returns the URL of a resource, for `fetch`, a link or a download. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? (value as readonly string[]) : [value];
    values
      .filter((one) => one !== undefined && one !== null && (one !== '' || Array.isArray(value)))
      .forEach((one) => {
        search.append(name, String(one));
      });
  }
  const text = search.toString();
  return ROOT + path + (text ? `?${text}` : '');
}

/** Client of the page. */
export const api = new ApiClient();
