import type { Fault as KnownFault } from '../../../api/schema.js';

/** One field at fault. A newer server may send a reason, a code or a limit that this page does not know. */
export type Fault = Omit<KnownFault, 'reason' | 'code' | 'limits'> & {
  readonly reason: string;
  readonly code?: string;
  readonly limits?: Readonly<Record<string, unknown>>;
};

/** An error of the API: problem+json, or status 0 without an answer. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** HTTP status, 0 if the server was not reached. */
    readonly status: number,
    /** `/problems/…`, empty if the answer was not problem+json. */
    readonly type: string,
    readonly detail: string,
    readonly faults: readonly Fault[] = [],
    /** Seconds until a retry, if the server named them. */
    readonly retryAfter?: number,
  ) {
    super(`${String(status)} ${type} ${detail}`);
  }

  /** Last part of the type: `credentials`, `not-found`. */
  get kind(): string {
    return this.type.replace(/^.*\//, '');
  }

  /** Returns the fault of a field, if it has one. */
  fault(field: string): Fault | undefined {
    return this.faults.find((fault) => fault.field === field);
  }

  /** Converts anything thrown to a problem. */
  static of(this: void, thrown: unknown): Problem {
    return thrown instanceof Problem ? thrown : new Problem(0, '', String(thrown));
  }

  /** Reads the problem of a response that is not 2xx. */
  static async read(answer: Response): Promise<Problem> {
    const body = await readBody(answer);
    const wait = Number(answer.headers.get('Retry-After') ?? NaN);
    return new Problem(
      answer.status,
      text(body['type']),
      text(body['detail']) || text(body['title']),
      Array.isArray(body['errors']) ? (body['errors'] as Fault[]) : [],
      ...(Number.isFinite(wait) ? [wait] : []),
    );
  }
}

async function readBody(answer: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await answer.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
