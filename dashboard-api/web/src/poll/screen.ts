import type { State } from '../live/live';

/** `GET /api/polls/{poll}`, as far as it is shown. */
export interface Poll {
  question: string;
  /** `ballots` only where the results may be seen. */
  options: { id: string; label: string; ballots?: number }[];
  /** How many people voted; left out where that may not be seen. */
  participants?: number;
  phase: 'draft' | 'scheduled' | 'open' | 'closed';
  /** Milliseconds since 1970, as all times of the API; left out where there is none. */
  opens?: number;
  closes?: number;
  maxChoices: number;
  changeable: boolean;
  visibility: 'always' | 'after-voting' | 'after-closing' | 'managers';
  resultsVisible: boolean;
}

/** What this browser remembers of its vote. */
export interface Ballot {
  /** Option ids; none where it is only known that it voted. */
  choices: string[];
  /** Shows that somebody here voted, and opens the results to those who did. Names nobody. */
  receipt?: string;
}

/** What can be seen of a poll: one of these at a time. */
export type Screen =
  'loading' | 'unknown' | 'failed' | 'draft' | 'scheduled' | 'form' | 'voted' | 'closed';

/** What a screen depends on. */
export interface Known {
  /** How it stands with the connection; undefined before the first answer. */
  state: State | undefined;
  poll: Poll | undefined;
  ballot: Ballot | undefined;
  /** Whether the voter is about to change the ballot. */
  changing: boolean;
}

/**
 *     loading ──▶ unknown, failed
 *        │
 *        └──▶ draft ──▶ scheduled ──▶ form ──voted──▶ voted ──▶ closed
 *                                       ▲──change──────┘
 */
export function screenOf({ state, poll, ballot, changing }: Known): Screen {
  if (state === 'unknown') {
    return 'unknown';
  }
  if (!poll) {
    return state ? 'failed' : 'loading';
  }
  if (poll.phase !== 'open') {
    return poll.phase;
  }
  return ballot && !changing ? 'voted' : 'form';
}

/** Why there are no results to see. */
export type Why = 'afterVoting' | 'votersOnly' | 'afterClosing' | 'managers';

/** Why a poll shows no results on a screen, or undefined if it does, or has none to show yet. */
export function whyNoResults(poll: Poll, screen: Screen): Why | undefined {
  if (poll.resultsVisible || screen === 'draft' || screen === 'scheduled') {
    return undefined;
  }
  if (poll.visibility === 'after-voting') {
    return screen === 'form' ? 'afterVoting' : 'votersOnly';
  }
  return poll.visibility === 'after-closing' ? 'afterClosing' : 'managers';
}

/** When the poll opens or closes next, in milliseconds since 1970; NaN if it does not. */
export function turnsAt({ phase, opens, closes }: Poll): number {
  return (phase === 'scheduled' ? opens : phase === 'open' ? closes : 0) || NaN;
}
