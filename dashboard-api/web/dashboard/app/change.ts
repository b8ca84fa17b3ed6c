import { html, type TemplateResult } from 'lit';
import { change, direction } from './format.js';
import { dictionary } from './language.js';

const messages = dictionary(
  { none: 'không có số liệu để so sánh' },
  { none: 'nothing to compare with' },
);

/**
 * Draws a change with its sign, an arrow and a colour, so that none of them alone carries the
 * meaning.
 */
export function changeText(value: number | null | undefined): TemplateResult {
  if (value === null || value === undefined) {
    return html`<span class="change muted" title=${messages().none}
      >–<span class="unseen">${messages().none}</span></span
    >`;
  }
  const way = direction(value);
  const arrow = { up: '▲', down: '▼', same: '' }[way];
  return html`<span class="change number ${way}"
    ><span class="arrow" aria-hidden="true">${arrow}</span>${change(value)}</span
  >`;
}
