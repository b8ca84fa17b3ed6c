import { html, nothing } from 'lit';
import { icon } from '../../app/icons.js';
import { valueName } from './value-names.js';
import type { ReportQuery } from './report-query.js';
import { messages } from './messages.js';

/** Draws the active filters. Each can be removed. */
export function chips(
  { filters }: ReportQuery,
  say: (changes: Readonly<Record<string, undefined>>) => void,
): unknown {
  if (filters.length === 0) {
    return nothing;
  }
  return html`<div class="chips" role="group" aria-label=${messages().filters}>
    <span class="muted">${icon('filter')} ${messages().filters}:</span>
    ${filters.map(({ dimension, value }) => {
      const text = `${messages().chip[dimension]}: ${valueName(dimension, value)}`;
      return html`<button
        type="button"
        class="chip"
        title=${messages().unfilter(text)}
        @click=${() => {
          say({ [dimension]: undefined });
        }}
      >
        <span>${text}</span>${icon('close')}<span class="unseen">${messages().unfilter('')}</span>
      </button>`;
    })}
    ${
      filters.length > 1
        ? html`<button
            type="button"
            class="quiet"
            @click=${() => {
              say(Object.fromEntries(filters.map(({ dimension }) => [dimension, undefined])));
            }}
          >
            ${messages().unfilterAll}
          </button>`
        : nothing
    }
  </div>`;
}
