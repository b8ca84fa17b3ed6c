/** A mock of the management API, see manage.mjs. */
export interface Call {
  readonly mock: { readonly session?: { readonly edits: boolean } };
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body?: unknown;
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export declare function manage(managed?: 'empty' | number): (call: Call) => Answer | undefined;
