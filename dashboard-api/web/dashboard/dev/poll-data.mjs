/** Votes of the polls of the mock server. */
import { noise } from './sample-data.mjs';

const now = () => Date.now();

/** History of a poll: an S-curve up to its current result. */
export function history(poll) {
  const points = Array.from({ length: 40 }, (_, i) => {
    const part = 1 / (1 + Math.exp(-(i - 16) / 5));
    return {
      at: now() - (40 - i) * 11 * 3_600_000,
      participants: Math.round(poll.participants * part),
      ballots: Object.fromEntries(
        poll.options.map(({ id, ballots }) => [
          id,
          Math.round(ballots * part * (0.94 + 0.06 * noise(id, i))),
        ]),
      ),
    };
  });
  return { points: poll.participants ? points : [] };
}

export function votes({ participants, options }) {
  const [first] = options;
  const begin = now() - 30 * 3_600_000;
  return {
    ledger: {
      received: participants + 12,
      ballots: participants,
      changes: 7,
      duplicates: 3,
      rejected: { closed: 2 },
    },
    networks: { since: begin, votes: 40, networks: 9, largest: 26 },
    minutes: participants
      ? [{ at: begin - (begin % 60_000), votes: 24, ballots: { [first.id]: 18 } }]
      : [],
    series: { minutes: 10, points: participants ? voteSeries(begin - (begin % 600_000)) : [] },
  };
}

/** Votes in parts of 10 minutes, with many at once in one of them. */
function voteSeries(burst) {
  return Array.from({ length: 150 }, (_, i) => {
    const votes = i === 60 ? 60 : Math.floor(4 * noise('votes', i));
    return { at: burst + (i - 60) * 600_000, votes, peak: i === 60 ? 24 : Math.ceil(votes / 3) };
  });
}
