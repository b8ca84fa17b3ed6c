import { html, nothing, type TemplateResult } from 'lit';
import type { ManagedPollResponse, PollVotesResponse } from '../../../api/schema.js';
import { number, time } from '../../app/format.js';
import type { Mark } from '../../components/chart/marks.js';
import { messages } from './votes-messages.js';

type VoteSeries = PollVotesResponse['series'];

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** Draws the votes of a poll by minute, with the times that are set aside. */
export function votesChart(
  { setAside }: ManagedPollResponse,
  series: VoteSeries,
  zone: string | undefined,
): TemplateResult | typeof nothing {
  const { minutes, points } = series;
  if (points.length < 2) {
    return nothing;
  }
  const labels = points.map(({ at }) => time(at, zone));
  const values = points.map(({ peak }) => peak);
  const name = minutes === 1 ? messages().byMinute : messages().peaks;
  return html`<sp-chart
      kind="bar"
      heading=${messages().byMinute}
      .labels=${labels}
      .series=${[{ name, values }]}
      .marks=${marksOf(setAside, series)}
    ></sp-chart>
    ${minutes === 1 ? nothing : html`<p class="muted small">${messages().peaksNote(spanOf(minutes))}</p>`}`;
}

/** Returns the parts of a series that a time which is set aside touches. */
export function marksOf(times: ManagedPollResponse['setAside'], series: VoteSeries): Mark[] {
  const length = series.minutes * MINUTE_MS;
  return times.flatMap(({ from, to }) => {
    const touched = series.points.flatMap(({ at }, index) =>
      at < to && at + length > from ? [index] : [],
    );
    const [first, last] = [touched[0], touched.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ name: messages().marked, from: first, to: last }];
  });
}

function spanOf(minutes: number): string {
  if (minutes % DAY_MINUTES === 0) {
    return messages().days(number(minutes / DAY_MINUTES));
  }
  return minutes % HOUR_MINUTES === 0
    ? messages().hours(number(minutes / HOUR_MINUTES))
    : messages().spanMinutes(number(minutes));
}
