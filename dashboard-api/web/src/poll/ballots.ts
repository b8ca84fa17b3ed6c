import { parse, stringify } from '../natives';
import { shared } from '../shared';
import type { Ballot } from './screen';

const { read, write } = shared;

const PREFIX = 'sitepulse.voted.';

interface Kept {
  choices: string;
  receipt?: string;
}

/** What this browser voted in a poll, or undefined. */
export function remembered(poll: string): Ballot | undefined {
  try {
    const { choices, receipt } = parse(read(PREFIX + poll)) as Kept;
    return { choices: choices.split(' '), ...(receipt ? { receipt } : {}) };
  } catch {
    return undefined;
  }
}

export function remember(poll: string, { choices, receipt }: Ballot): void {
  write(PREFIX + poll, stringify({ choices: choices.join(' '), receipt }));
}
