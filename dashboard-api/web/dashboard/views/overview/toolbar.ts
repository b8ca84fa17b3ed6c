import { html, nothing, type TemplateResult } from 'lit';
import { exports } from '../../app/exports.js';
import { metricNames, METRICS } from '../../app/metric.js';
import { segments } from '../../app/segments.js';
import { ORDERS, type Order } from './overview-rows.js';
import type { Shown } from './table.js';
import { messages } from './messages.js';

type Say = (changes: Readonly<Record<string, string | undefined>>) => void;

/** Draws metric, layout, search and export of the table. */
export function toolbar(shown: Shown, search: string, narrow: boolean, say: Say): TemplateResult {
  return html`<div class="tools">
    ${segments(
      messages().metric,
      'metric',
      METRICS.map((value) => ({ value, text: metricNames()[value] })),
      shown.metric,
      (metric) => {
        say({ metric: metric === 'visits' ? undefined : metric });
      },
    )}
    ${segments(
      messages().layout,
      'layout',
      [
        { value: 'group', text: messages().byGroup },
        { value: 'rank', text: messages().ranked },
      ],
      shown.ranked ? 'rank' : 'group',
      (layout) => {
        say({ ranked: layout === 'rank' ? '1' : undefined });
      },
    )}
    <input
      class="search"
      type="search"
      aria-label=${messages().search}
      placeholder=${messages().search}
      .value=${search}
      @input=${(event: Event) => {
        say({ search: (event.target as HTMLInputElement).value || undefined });
      }}
    />
    ${narrow ? ordering(shown) : nothing}
    ${exports(messages().table, 'overview', { compare: 'year' })}
  </div>`;
}

/** Cards have no headers, so there is a select for the order. */
function ordering({ order, ascending, sort }: Shown): TemplateResult {
  const text: Record<Order, string> = {
    name: messages().site,
    online: messages().online,
    today: messages().today,
    month: messages().month,
    monthChange: `${messages().month}: ${messages().change}`,
    year: messages().year,
    yearChange: `${messages().year}: ${messages().change}`,
    total: messages().total,
    target: messages().target,
  };
  return html`<div class="order">
    <label for="order">${messages().sort}</label>
    <select
      id="order"
      @change=${(event: Event) => {
        sort((event.target as HTMLSelectElement).value as Order);
      }}
    >
      ${ORDERS.map(
        (one) => html`<option value=${one} .selected=${one === order}>${text[one]}</option>`,
      )}
    </select>
    <button
      type="button"
      title=${messages().turn}
      @click=${() => {
        sort(order);
      }}
    >
      <span aria-hidden="true">${ascending ? '↑' : '↓'}</span>
      <span class="unseen">${messages().turn}</span>
    </button>
  </div>`;
}
