import { html, nothing, type TemplateResult } from 'lit';
import type { PublicTotal, TotalSums } from '../../../api/schema.js';
import { day, number } from '../../app/format.js';
import { METRICS, metricNames } from '../../app/metric.js';
import { messages } from './messages.js';

interface ComparedDay {
  readonly day: string;
  readonly name: string;
  readonly sums: readonly [TotalSums, TotalSums];
}

/** Draws the days for which the store differs from the live counters. */
export function drawUnequal({ unequalDays, sites }: PublicTotal): unknown {
  return unequalDays.length === 0
    ? nothing
    : html`<h3>${messages().unequal}</h3>
        ${drawDays(
          [messages().live, messages().stored],
          unequalDays.map((one) => ({
            day: one.day,
            name: sites.length > 1 ? one.site : '',
            sums: [one.live, one.stored],
          })),
        )}`;
}

/** Draws days beside their recount from events. */
export function drawEventDays(days: NonNullable<PublicTotal['eventDays']>): TemplateResult {
  const unequal = days.filter(({ counted, events }) =>
    METRICS.some((metric) => counted[metric] !== events[metric]),
  ).length;
  const several = new Set(days.map(({ site }) => site)).size > 1;
  const text =
    days.length === 0
      ? messages().eventsNone
      : unequal === 0
        ? messages().eventsEqual
        : messages().eventsUnequal(number(unequal));
  return html`<p class="notice ${unequal === 0 ? '' : 'warn'}" role="status">${text}</p>
    ${
      days.length === 0
        ? nothing
        : drawDays(
            [messages().fromDays, messages().fromEvents],
            days.map((one) => ({
              day: one.day,
              name: several ? one.site : '',
              sums: [one.counted, one.events],
            })),
          )
    }`;
}

/** Draws days with two sums of visits and of views each. */
function drawDays(names: readonly [string, string], days: readonly ComparedDay[]): TemplateResult {
  const heads = (['visits', 'views'] as const).flatMap((metric) =>
    names.map(
      (name) => html`<th scope="col" class="number">${metricNames()[metric]}: ${name}</th>`,
    ),
  );
  return html`<div class="frame" tabindex="0" role="group" aria-label=${names.join(', ')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${messages().day}</th>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${days.map(
          ({ day: date, name, sums: [one, other] }) =>
            html`<tr>
              <th scope="row">
                ${day(date)}${name ? html`<span class="under">${name}</span>` : nothing}
              </th>
              ${[one.visits, other.visits, one.views, other.views].map(
                (sum) => html`<td class="number">${number(sum)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
