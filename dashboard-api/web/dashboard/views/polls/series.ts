import type { ManagedPollResponse, PollHistoryResponse } from '../../../api/schema.js';
import { messages } from './messages.js';

/** Largest number of options in the chart, because more lines cannot be told apart. */
const MOST_LINES = 5;

type Point = PollHistoryResponse['points'][number];

/** Returns the lines of the chart: participants, and the options if they are few. */
export function seriesOf(
  poll: ManagedPollResponse,
  points: readonly Point[],
): { name: string; values: number[] }[] {
  const lines = poll.options.length > MOST_LINES ? [] : poll.options;
  return [
    { name: messages().participants, values: points.map(({ participants }) => participants) },
    ...lines.map(({ id, label }) => ({
      name: label,
      values: points.map(({ ballots }) => ballots[id] ?? 0),
    })),
  ];
}

/** Returns the rows of the result. An option whose label was changed after votes has both labels. */
export function rowsOf({ options }: ManagedPollResponse): {
  key: string;
  values: { label: string; ballots: number; share: number };
  part: number;
}[] {
  return options.map(({ id, label, former, ballots, share: part }) => ({
    key: id,
    values: {
      label: former ? messages().relabelled(label, former) : label,
      ballots,
      share: part,
    },
    part,
  }));
}
