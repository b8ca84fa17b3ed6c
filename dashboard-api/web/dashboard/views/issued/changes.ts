import { html, nothing, type TemplateResult } from 'lit';
import type { ReviewChangesResponse } from '../../../api/schema.js';
import { number, time } from '../../app/format.js';
import { messages } from './messages.js';

/** Draws what the same review says otherwise now, and why. */
export function drawChanges(changes: ReviewChangesResponse): TemplateResult {
  const { at, total, figures, sentences, reasons } = changes;
  // Sites that have another name since are told, and make no difference.
  if (total === 0 && sentences.length === 0) {
    return html`<p>${messages().same(time(at))}</p>
      ${reasons.map((reason) => html`<p>${reason}</p>`)}`;
  }
  return html`<p><strong>${messages().differ(number(total))}</strong></p>
    <h3>${messages().why}</h3>
    <ul>
      ${reasons.map((reason) => html`<li>${reason}</li>`)}
    </ul>
    ${figures.length > 0 ? drawFigures(changes) : nothing}
    ${
      sentences.length > 0
        ? html`<details>
            <summary>${messages().sentences}</summary>
            ${sentences.map(
              ({ section, then, now }) =>
                html`<h4>${section}</h4>
                  ${then.map((text) => html`<p class="was">${messages().then}: ${text}</p>`)}
                  ${now.map((text) => html`<p>${messages().now}: ${text}</p>`)}`,
            )}
          </details>`
        : nothing
    }`;
}

function drawFigures({ total, figures }: ReviewChangesResponse): TemplateResult {
  return html`<figure class="sheet" tabindex="0" role="region" aria-label=${messages().changes}>
      <table>
        <thead>
          <tr>
            <th scope="col">${messages().place}</th>
            <th scope="col" class="right">${messages().then}</th>
            <th scope="col" class="right">${messages().now}</th>
          </tr>
        </thead>
        <tbody>
          ${figures.map(
            ({ table, row, column, then, now }) =>
              html`<tr>
                <td>${[table, row, column].filter((text) => text).join(' · ')}</td>
                <td class="right">${then ?? messages().absent}</td>
                <td class="right">${now ?? messages().absent}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </figure>
    ${
      total > figures.length
        ? html`<p class="muted small">${messages().more(number(figures.length))}</p>`
        : nothing
    }`;
}
