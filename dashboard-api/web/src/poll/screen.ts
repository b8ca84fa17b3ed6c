import type { PublicPollResponse } from '../../api/schema';
import type { State } from '../live/live';

/** Fields of a poll that are shown. The server answers 404 for a draft. */
export type Poll = Omit<PublicPollResponse, 'id' | 'site' | 'assurance' | 'voted' | 'setAside'>;

/** Vote that this browser remembers. */
export interface Ballot {
  /** Option ids, empty if it is only known that this browser voted. */
  choices: string[];
  /** Proof of the vote, which opens the results to voters. It does not identify the voter. */
  receipt?: string;
}

/** Screens of a poll. One of them is shown at a time. */
export type Screen = 'loading' | 'unknown' | 'failed' | 'scheduled' | 'form' | 'voted' | 'closed';

/** Values that determine the screen. */
export interface Known {
  /** State of the connection, undefined before the first answer. */
  state: State | undefined;
  poll: Poll | undefined;
  ballot: Ballot | undefined;
  /** True while the voter changes the ballot. */
  changing: boolean;
}

/**
 *     loading ──▶ unknown, failed
 *        │
 *        └──▶ scheduled ──▶ form ──voted──▶ voted ──▶ closed
 *                             ▲──change──────┘
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

/** Reasons for hidden results. */
export type HiddenReason = 'afterVoting' | 'votersOnly' | 'afterClosing' | 'managers';

/**
 * Returns the reason why a screen hides the results, or undefined if it shows them or has none yet.
 */
export function hiddenReason(poll: Poll, screen: Screen): HiddenReason | undefined {
  if (poll.resultsVisible || screen === 'scheduled') {
    return undefined;
  }
  if (poll.visibility === 'after-voting') {
    return screen === 'form' ? 'afterVoting' : 'votersOnly';
  }
  return poll.visibility === 'after-closing' ? 'afterClosing' : 'managers';
}

/** Time of the next opening or closing in milliseconds since 1970, NaN if there is none. */
export function nextPhaseChange({ phase, opens, closes }: Poll): number {
  return (phase === 'scheduled' ? opens : phase === 'open' ? closes : 0) || NaN;
}
