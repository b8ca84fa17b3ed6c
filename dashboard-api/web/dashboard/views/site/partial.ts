import { html, nothing, type TemplateResult } from 'lit';
import type { Summary } from '../../../api/schema.js';
import { dictionary } from '../../app/language.js';
import { daysText } from './tiles.js';

const messages = dictionary(
  {
    partial: (hidden: number) =>
      `Số liệu không gồm ${String(hidden)} trang thông tin mà bạn không được xem.`,
  },
  {
    partial: (hidden: number) =>
      hidden === 1
        ? 'The figures are without one site that you may not see.'
        : `The figures are without ${String(hidden)} sites that you may not see.`,
  },
);

/** Draws the days of the figures. Says if they are those of some of the sites of the scope. */
export function drawDays(summary: Summary): TemplateResult {
  const { hiddenSites } = summary;
  return html`<p class="muted days">${daysText(summary)}</p>
    ${
      hiddenSites > 0
        ? html`<p class="notice warn" role="status">${messages().partial(hiddenSites)}</p>`
        : nothing
    }`;
}
