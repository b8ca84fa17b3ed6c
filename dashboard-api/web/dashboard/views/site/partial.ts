import { html, nothing, type TemplateResult } from 'lit';
import type { Summary } from '../../../api/schema.js';
import { dictionary } from '../../app/language.js';
import { daysText } from './tiles.js';

const messages = dictionary(
  {
    partial: (hidden: number) =>
      `Số liệu không gồm ${String(hidden)} trang thông tin mà bạn không được xem.`,
    moved: (sites: number) =>
      `Số liệu không gồm ${String(sites)} trang thông tin đã sáp nhập vào trang của khối khác. Số liệu của trang đó được tính cho khối nhận; muốn xem riêng thì mở trang đó.`,
  },
  {
    partial: (hidden: number) =>
      hidden === 1
        ? 'The figures are without one site that you may not see.'
        : `The figures are without ${String(hidden)} sites that you may not see.`,
    moved: (sites: number) =>
      `The figures are without ${sites === 1 ? 'one site' : `${String(sites)} sites`} that a site of another group has taken over. They are part of that group; open the site itself to see its own.`,
  },
);

/** Draws the days of the figures. Says if they are those of some of the sites of the scope. */
export function drawDays(summary: Summary): TemplateResult {
  const { hiddenSites, movedSites } = summary;
  return html`<p class="muted days">${daysText(summary)}</p>
    ${
      hiddenSites > 0
        ? html`<p class="notice warn" role="status">${messages().partial(hiddenSites)}</p>`
        : nothing
    }
    ${
      movedSites > 0
        ? html`<p class="notice" role="status">${messages().moved(movedSites)}</p>`
        : nothing
    }`;
}
