import { html, type TemplateResult } from 'lit';
import { change, day, direction } from './format.js';
import { dictionary } from './language.js';

const messages = dictionary(
  {
    none: 'không có số liệu để so sánh',
    countedFrom: (day: string) => `được đếm từ ${day}, chưa đủ để so sánh`,
  },
  {
    none: 'nothing to compare with',
    countedFrom: (day: string) => `counted from ${day} on, too late to compare`,
  },
);

/** Says since when sites are counted that were not counted on all compared days. */
export function countedFromText(iso: string): string {
  return messages().countedFrom(day(iso));
}

/**
 * Draws a change with its sign, an arrow and a colour, so that none of them alone carries the
 * meaning. `why` says why there is none.
 */
export function changeText(
  value: number | null | undefined,
  why = messages().none,
): TemplateResult {
  if (value === null || value === undefined) {
    return html`<span class="change muted" title=${why}>–<span class="unseen">${why}</span></span>`;
  }
  const way = direction(value);
  const arrow = { up: '▲', down: '▼', same: '' }[way];
  return html`<span class="change number ${way}"
    ><span class="arrow" aria-hidden="true">${arrow}</span>${change(value)}</span
  >`;
}
