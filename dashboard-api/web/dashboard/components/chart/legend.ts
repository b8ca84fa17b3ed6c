import { html, type TemplateResult } from 'lit';
import type { Mark } from './marks.js';
import type { Series } from './option.js';

/** Draws the legend of a chart outside its canvas, so that the text wraps with the page. */
export function legend(series: readonly Series[], marks: readonly Mark[]): TemplateResult {
  const names = [...new Set(marks.map(({ name }) => name))];
  return html`<ul class="legend" aria-hidden="true">
    ${series.map(
      ({ name, compared }, index) =>
        html`<li>
          <svg viewBox="0 0 20 6">
            <line
              class=${compared ? 'compared' : `s${String(index + 1)}`}
              x2="20"
              y1="3"
              y2="3"
            ></line>
          </svg>
          ${name}
        </li>`,
    )}
    ${names.map(
      (name) =>
        html`<li>
          <svg viewBox="0 0 20 6"><rect class="mark" width="20" height="6"></rect></svg>
          ${name}
        </li>`,
    )}
  </ul>`;
}
