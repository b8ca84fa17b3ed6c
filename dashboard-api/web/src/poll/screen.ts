import type { Phase, PublicPollResponse } from '../../api/schema';
import type { State } from '../live/live';

/** The fields of a poll that are shown. The server answers 404 for a draft, but it is drawn all the same. */
export type Poll = Omit<PublicPollResponse, 'id' | 'site' | 'assurance' | 'voted' | 'phase'> & {
  readonly phase: Phase;
};

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
