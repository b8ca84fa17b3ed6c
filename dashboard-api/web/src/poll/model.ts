import type { Language } from '../widget/language';
import type { Known, Screen } from './screen';

/** State that the poll view shows. */
export interface Model extends Known {
  screen: Screen;
  language: Language;
  /** Time of the last answer about the poll and current time, in milliseconds since 1970. */
  heardAt: number;
  now: number;
  /** Ticked option ids of the form. */
  ticked: string[];
  /** Error of the last vote, empty for none. */
  fault: string;
  sending: boolean;
  justVoted: boolean;
  /** Heading level from 1 to 6. Other values mean 2. */
  headingLevel: number;
}

/** Actions of the visitor. */
export interface Actions {
  vote: () => void;
  /** An option is ticked or not any more. `over`: it was one too many and has been unticked. */
  choose: (over: boolean) => void;
  change: () => void;
  keep: () => void;
  retry: () => void;
}
