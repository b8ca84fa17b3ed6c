import { html, nothing, type TemplateResult } from 'lit';
import type { Chart, ExportTable, Review } from '../../../api/schema.js';
import { direction, time } from '../../app/format.js';
import { cell } from '../../components/format.js';
import { messages } from './messages.js';

/** Draws the review as it is printed: title, text, tables, charts. */
export function drawDocument(review: Review): TemplateResult {
  return html`<header class="title">
      <h2>${review.title}</h2>
      <p>${review.subtitle}</p>
      <p class="muted small">${messages().made(time(review.made), review.author)}</p>
    </header>
    ${review.sections.map(
      ({ id, heading, paragraphs, sheets, charts }) =>
        html`<section id="section-${id}">
          <h3>${heading}</h3>
          ${paragraphs.map((text) => html`<p>${text}</p>`)} ${charts.map(drawChart)}
          ${sheets.map(drawSheet)}
        </section>`,
    )}`;
}

function drawChart({ kind, title, labels, series }: Chart): TemplateResult {
  // The second of two lines is the compared one.
  const lines = series.map((one, index) => ({
    ...one,
    compared: series.length === 2 && index === 1,
  }));
  const lying = kind === 'bar' && labels.some((label) => label.length > 12);
  return html`<sp-chart
    class=${lying ? 'lying' : ''}
    kind=${kind}
    heading=${title}
    ?lying=${lying}
    .labels=${labels}
    .series=${lines}
  ></sp-chart>`;
}

/** Tables with few rows and many columns. On a phone each row is a card. */
const CARDS: readonly string[] = ['targets'];

function drawSheet({ id, title, columns, rows }: ExportTable): TemplateResult {
  const side = (kind: string): string => (kind === 'text' || kind === 'day' ? '' : 'right');
  const tone = (kind: string, value: unknown): string =>
    kind === 'change' && typeof value === 'number' ? `change ${direction(value)}` : '';
  return html`<figure
    class="sheet ${CARDS.includes(id) ? 'cards' : ''}"
    tabindex="0"
    role="region"
    aria-label=${title}
  >
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ label, kind }) => html`<th scope="col" class=${side(kind)}>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map(({ label, kind }, index) => {
                const value = row[index] ?? null;
                return html`<td class="${side(kind)} ${tone(kind, value)}" data-label=${label}>
                  ${cell(value, kind)}
                </td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
    ${rows.length === 0 ? html`<p class="muted small">${messages().emptySheet}</p>` : nothing}
  </figure>`;
}
