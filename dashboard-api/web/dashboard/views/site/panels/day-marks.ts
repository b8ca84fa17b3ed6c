import { html, nothing, type TemplateResult } from 'lit';
import type { DayMark, TimeSeries, TimeSeriesPoint } from '../../../../api/schema.js';
import { day } from '../../../app/format.js';
import { dictionary } from '../../../app/language.js';
import type { Mark } from '../../../components/chart/marks.js';

const messages = dictionary({ title: 'Ngày lễ và ghi chú' }, { title: 'Holidays and notes' });

/** Days of a month that a holiday needs to be marked in a chart of months. */
const DAYS_OF_MONTH = 3;

/** Returns the marked points of a chart. Hours have none, because marks are about days. */
export function marksOf(days: readonly DayMark[], { unit, points }: TimeSeries): Mark[] {
  return days.flatMap((mark) => {
    const at = points.map((point, index) => (isIn(mark, point, unit) ? index : -1));
    const found = at.filter((index) => index >= 0);
    const [from, to] = [found[0], found.at(-1)];
    return from === undefined || to === undefined ? [] : [{ name: nameOf(mark), from, to }];
  });
}

function isIn(mark: DayMark, { at }: TimeSeriesPoint, unit: TimeSeries['unit']): boolean {
  switch (unit) {
    case 'hour':
      return false;
    case 'day':
      return mark.from <= at && at <= mark.to;
    case 'month':
      return mark.kind === 'note'
        ? mark.from.slice(0, 7) <= at && at <= mark.to.slice(0, 7)
        : daysIn(mark, at) >= DAYS_OF_MONTH;
  }
}

function daysIn({ from, to }: DayMark, month: string): number {
  let days = 0;
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    days += new Date(at).toISOString().startsWith(month) ? 1 : 0;
  }
  return days;
}

function nameOf({ text, scopeName }: DayMark): string {
  return scopeName ? `${scopeName}: ${text}` : text;
}

/** Draws the list of marked days below a chart. */
export function markList(days: readonly DayMark[]): TemplateResult | typeof nothing {
  return days.length === 0
    ? nothing
    : html`<section class="marks small" aria-label=${messages().title}>
        <ul>
          ${days.map(
            (mark) =>
              html`<li>
                <span class="muted"
                  >${mark.from === mark.to ? day(mark.from) : `${day(mark.from)} – ${day(mark.to)}`}</span
                >
                ${nameOf(mark)}
              </li>`,
          )}
        </ul>
      </section>`;
}
