import type { VoteResponse } from '../../api/schema';
import { backoff, retryAfter } from '../backoff';
import { later, now, parse, random, request, stringify, uuid } from '../builtins';
import { shared } from '../shared';

const { read, write } = shared;

const VOTER = 'sitepulse.voter';
const ATTEMPTS = 3;
/**
 * Longest time to wait before a retry, in milliseconds. After that the voter is asked to send
 * again.
 */
const LONGEST_WAIT = 5000;

/** Reasons why a vote was refused. */
export type Refusal =
  'closedNow' | 'notOpen' | 'alreadyVoted' | 'choices' | 'origin' | 'offline' | 'busy';

/** Result of sending a vote. */
export interface Outcome {
  taken: boolean;
  receipt?: string | undefined;
  refusal?: Refusal | undefined;
  /** HTTP status of the last answer, 0 without an answer. */
  status: number;
}

const REFUSALS: Record<string, Refusal | undefined> = {
  closed: 'closedNow',
  'not-open': 'notOpen',
  'already-voted': 'alreadyVoted',
  'number-of-choices': 'choices',
  'unknown-option': 'choices',
  origin: 'origin',
};

/** Response to a vote, or a problem, which may also have a top-level reason. */
type Answer = Partial<VoteResponse> & {
  readonly reason?: string;
  readonly errors?: readonly { readonly reason?: string }[];
};

/**
 * Sends a vote, and retries it without an answer or if the server is busy. The id stays the same
 * for the same choices, so that they are one ballot.
 *
 * @param url `…/votes`
 * @param id UUID of these choices
 */
export async function vote(url: string, id: string, choices: string[]): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    const { status, wait, answer } = await post(url, body(id, choices));
    if (status >= 200 && status < 300) {
      if (answer.voter) {
        write(VOTER, answer.voter);
      }
      return { taken: true, receipt: answer.receipt, status };
    }
    const again = !status || status === 429 || status >= 500;
    const pause = Math.max(wait, backoff(attempt, random()));
    if (!again || attempt === ATTEMPTS || pause > LONGEST_WAIT) {
      const reason = answer.reason || ((answer.errors || [])[0] || {}).reason || '';
      const refusal = again ? (status ? 'busy' : 'offline') : REFUSALS[reason];
      return { taken: false, status, refusal };
    }
    await new Promise((go) => later(go, pause));
  }
}

/**
 * Builds the request body. A voter without a token sends a UUID that was stored before, so that the
 * voter stays the same after a lost answer and a reload, even with another choice.
 *
 * Choices are joined by hand, because old libraries of a page define an `Array.prototype.toJSON`
 * that breaks arrays.
 */
function body(id: string, choices: string[]): string {
  const voter = read(VOTER) || uuid();
  write(VOTER, voter);
  return `{"choices":["${choices.join('","')}"],${stringify({ id, voter }).slice(1)}`;
}

async function post(
  url: string,
  text: string,
): Promise<{ status: number; wait: number; answer: Answer }> {
  let status = 0;
  try {
    const response = await request(url, {
      method: 'POST',
      body: text,
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
    });
    status = response.status;
    const wait = retryAfter(response.headers.get('Retry-After') || '', now());
    const said = await response.text();
    return { status, wait, answer: (said.startsWith('{') ? parse(said) : {}) as Answer };
  } catch {
    return { status, wait: 0, answer: {} };
  }
}
