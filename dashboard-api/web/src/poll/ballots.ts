import { parse, stringify } from '../builtins';
import { shared } from '../shared';
import type { Ballot } from './screen';

const { read, write } = shared;

const PREFIX = 'sitepulse.voted.';
const SENT = 'sitepulse.sent.';

interface Kept {
  choices: string;
  receipt?: string;
}

/** Returns the vote of this browser in a poll, or undefined. */
export function remembered(poll: string): Ballot | undefined {
  try {
    const { choices, receipt } = parse(read(PREFIX + poll)) as Kept;
    return { choices: choices.split(' '), ...(receipt ? { receipt } : {}) };
  } catch {
    return undefined;
  }
}

/** Listeners of the other elements of this page. A storage event tells other windows only. */
const listeners = new Set<() => void>();

/** Stores the vote of this browser in a poll, and tells all elements of this browser. */
export function remember(poll: string, { choices, receipt }: Ballot): void {
  write(PREFIX + poll, stringify({ choices: choices.join(' '), receipt }));
  listeners.forEach((listener) => {
    listener();
  });
}

/**
 * Calls a listener after a vote in any element or window of this browser.
 *
 * @returns removes the listener
 */
export function onRemembered(listener: () => void): () => void {
  addEventListener('storage', listener);
  listeners.add(listener);
  return () => {
    removeEventListener('storage', listener);
    listeners.delete(listener);
  };
}

/** A vote without an answer: its option ids and its UUID. */
export interface Sent {
  choices?: string;
  id: string;
}

/** Returns the vote of this browser without an answer, also from before a reload. */
export function unanswered(poll: string): Sent {
  try {
    return parse(read(SENT + poll)) as Sent;
  } catch {
    return { id: '' };
  }
}

/** Stores a vote until its answer arrives. */
export function keepUnanswered(poll: string, sent?: Sent): void {
  write(SENT + poll, sent ? stringify(sent) : '');
}
