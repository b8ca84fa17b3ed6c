import { parse, stringify } from '../natives';
import { shared } from '../shared';
import type { Ballot } from './screen';

const { read, write } = shared;

const PREFIX = 'sitepulse.voted.';

/** What this browser voted in a poll, or undefined. */
export function remembered(poll: string): Ballot | undefined {
  try {
    const { choices, key } = parse(read(PREFIX + poll)) as { choices: string; key?: string };
    return { choices: choices.split(' '), ...(key ? { key } : {}) };
  } catch {
    return undefined;
  }
}

export function remember(poll: string, { choices, key }: Ballot): void {
  write(PREFIX + poll, stringify({ choices: choices.join(' '), key }));
}
