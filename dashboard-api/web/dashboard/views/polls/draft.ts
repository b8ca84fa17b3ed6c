import type { ManagedPollResponse, Visibility } from '../../../api/schema.js';
import { momentText, momentTyped, numberTyped } from '../../app/typed.js';
import type { LabelledText } from '../../components/view/differences.js';
import { slug } from '../../components/view/slug.js';
import { toInstant, toLocal } from '../../components/view/zone-time.js';
import { messages } from './messages.js';

/** An option in the form. An existing id is kept. */
export interface OptionDraft {
  readonly key: number;
  readonly id: string | undefined;
  readonly label: string;
  readonly ballots: number;
  /** The poll has ballots, so the option cannot be removed. */
  readonly kept: boolean;
}

/** Draft of a poll. Times are local times of the site. */
export interface PollDraft {
  readonly site: string;
  readonly question: string;
  readonly options: readonly OptionDraft[];
  readonly several: boolean;
  readonly most: string;
  readonly changeable: boolean;
  readonly opens: string;
  readonly closes: string;
  readonly visibility: Visibility;
  /** Votes of one network within 10 minutes. Absent in drafts that an earlier version has kept. */
  readonly perNetwork?: string;
}

/** Highest limit of votes of a network. */
const MOST_PER_NETWORK = 100_000;

/** People of an office or school who may vote from one network at once. */
const OFFICE = 400;

/** Starts above the keys of a draft that an earlier page has kept. */
let lastKey = Date.now();

/** A new option. */
export function newOption(label = ''): OptionDraft {
  return { key: ++lastKey, id: undefined, label, ballots: 0, kept: false };
}

/** Returns an empty draft. */
export function blank(site: string): PollDraft {
  return {
    site,
    question: '',
    options: [newOption(), newOption()],
    several: false,
    most: '2',
    changeable: true,
    opens: '',
    closes: '',
    visibility: 'always',
    perNetwork: '',
  };
}

/** Returns the draft of an existing poll. */
export function draftOf(poll: ManagedPollResponse, zone: string): PollDraft {
  return {
    site: poll.site,
    question: poll.question,
    options: poll.options.map(({ id, label, ballots }) => ({
      key: ++lastKey,
      id,
      label,
      ballots,
      kept: poll.participants > 0,
    })),
    several: poll.maxChoices > 1,
    most: String(Math.max(2, poll.maxChoices)),
    changeable: poll.changeable,
    opens: poll.opens ? momentText(toLocal(poll.opens, zone)) : '',
    closes: poll.closes ? momentText(toLocal(poll.closes, zone)) : '',
    visibility: poll.visibility,
    perNetwork: poll.votesPerNetwork === undefined ? '' : String(poll.votesPerNetwork),
  };
}

/** Describes a draft by labelled texts. */
export function describeDraft(draft: PollDraft): LabelledText[] {
  const options = draft.options.map(({ label }) => label).join('; ');
  return [
    { label: messages().question, text: draft.question },
    { label: messages().options, text: options },
    { label: messages().most, text: draft.several ? draft.most : '1' },
    {
      label: messages().changeable,
      text: draft.changeable ? messages().canChange : messages().cannotChange,
    },
    { label: messages().opens, text: draft.opens },
    { label: messages().closes, text: draft.closes },
    { label: messages().visibility, text: messages().visible[draft.visibility] },
    { label: messages().perNetwork, text: draft.perNetwork ?? '' },
  ];
}

/**
 * Returns the errors of a draft by field.
 *
 * @param least current maximum of choices, which cannot fall once there are votes
 */
export function faultsOf(draft: PollDraft, least: number): Record<string, string | undefined> {
  const labels = draft.options.map(({ label }) => label.trim().toLowerCase());
  const options = Object.fromEntries(
    draft.options.map(({ key }, index) => {
      const label = labels[index] ?? '';
      const twice = labels.indexOf(label) !== index;
      return [
        `option-${String(key)}`,
        label === '' ? messages().faultOption : twice ? messages().faultTwice : undefined,
      ];
    }),
  );
  const most = numberTyped(draft.most) ?? 0;
  const right = most >= Math.max(2, least) && most <= draft.options.length;
  const [opens, closes] = [momentTyped(draft.opens), momentTyped(draft.closes)];
  return {
    site: draft.site ? undefined : messages().faultSite,
    question: draft.question.trim() === '' ? messages().faultQuestion : undefined,
    ...options,
    maxChoices: draft.several && !right ? messages().faultMost : undefined,
    votesPerNetwork:
      draft.perNetwork?.trim() && !limitTyped(draft) ? messages().faultPerNetwork : undefined,
    opens: draft.opens.trim() && !opens ? messages().faultMoment : undefined,
    closes:
      draft.closes.trim() && !closes
        ? messages().faultMoment
        : opens && closes && opens >= closes
          ? messages().faultOrder
          : undefined,
  };
}

/** Returns the request body. Options without an id get one. */
export function bodyOf(draft: PollDraft, zone: string, asDraft: boolean): object {
  const taken = draft.options.flatMap(({ id }) => id ?? []);
  const options = draft.options.map(({ id, label }) => {
    const known = id ?? slug(label, taken, 32);
    taken.push(known);
    return { id: known, label: label.trim() };
  });
  return {
    question: draft.question.trim(),
    options,
    maxChoices: draft.several ? (numberTyped(draft.most) ?? 1) : 1,
    changeable: draft.changeable,
    opens: instantTyped(draft.opens, zone),
    closes: instantTyped(draft.closes, zone),
    visibility: draft.visibility,
    votesPerNetwork: limitTyped(draft) ?? null,
    draft: asDraft,
  };
}

/** Returns the limit of votes of a network, undefined for none or one that is not valid. */
function limitTyped({ perNetwork = '' }: PollDraft): number | undefined {
  const limit = numberTyped(perNetwork);
  return limit !== undefined && limit >= 1 && limit <= MOST_PER_NETWORK ? limit : undefined;
}

/** Tells whether a limit may refuse people of an office that share one network. */
export function refusesOffice(draft: PollDraft): boolean {
  return (limitTyped(draft) ?? OFFICE) < OFFICE;
}

function instantTyped(text: string, zone: string): number | null {
  return toInstant(momentTyped(text) ?? '', zone) ?? null;
}
