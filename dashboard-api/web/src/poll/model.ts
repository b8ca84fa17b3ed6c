import type { Language } from '../widget/language';
import type { Known, Screen } from './screen';

/** Everything that is to be seen of a poll. */
export interface Model extends Known {
  screen: Screen;
  language: Language;
  /** When the poll was last heard of, and the time now; milliseconds since 1970. */
  heardAt: number;
  now: number;
  /** Option ids that are ticked in the form. */
  ticked: string[];
  /** What went wrong with the vote; empty: nothing. */
  fault: string;
  sending: boolean;
  justVoted: boolean;
  /** 1 to 6; anything else is 2. */
  headingLevel: number;
}

/** What a visitor can do. */
export interface Actions {
  vote: () => void;
  /** Another option is ticked: what was wrong before is not any more. */
  choose: () => void;
  change: () => void;
  keep: () => void;
  retry: () => void;
}
