import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Metric, OverviewLine } from '../../../api/schema.js';
import { number } from '../../app/format.js';
import { to } from '../../app/router.js';
import {
  comparedText,
  countText,
  goal,
  online,
  publicTotal,
  sampleBadge,
  siteName,
  spark,
} from './cells.js';
import type { Order, Section } from './overview-rows.js';
import type { OverviewFigures } from './sums.js';
import { messages } from './messages.js';

/** Settings of the table. */
export interface Shown {
  readonly metric: Metric;
  readonly order: Order;
  readonly ascending: boolean;
  readonly ranked: boolean;
  /** Only some sites are samples, so each of them is marked. */
  readonly mixed: boolean;
  /** All sites are shown, so that sums can follow. */
  readonly whole: boolean;
  readonly all: OverviewFigures;
  readonly sections: readonly Section[];
  /** True: all sites in one list, without groups. */
  readonly sites: readonly OverviewLine[];
  readonly sort: (order: Order) => void;
}

/** Sortable column headers, in order. */
const HEADS: readonly (readonly [
  Order,
  'site' | 'online' | 'today' | 'month' | 'change' | 'year' | 'total' | 'target',
])[] = [
  ['name', 'site'],
  ['online', 'online'],
  ['today', 'today'],
  ['month', 'month'],
  ['monthChange', 'change'],
  ['year', 'year'],
  ['yearChange', 'change'],
  ['total', 'total'],
  ['target', 'target'],
];

/** Draws the sites as a table, by group or ranked. */
export function table(shown: Shown): TemplateResult {
  return html`<div class="panel frame">
    <table aria-label=${messages().table}>
      <thead>
        <tr>
          ${shown.ranked ? html`<th class="rank" scope="col">${messages().rank}</th>` : nothing}
          ${HEADS.map(([order, word]) => head(shown, order, messages()[word]))}
          <th class="spark" scope="col">${messages().spark}</th>
        </tr>
      </thead>
      ${shown.ranked ? ranking(shown) : shown.sections.map((section) => group(shown, section))}
      ${
        shown.whole
          ? html`<tfoot>
              <tr>
                ${shown.ranked ? html`<td class="rank"></td>` : nothing}
                <th class="name" scope="row">${messages().totals}</th>
                ${figures(shown.all, messages().all, shown.metric)}
              </tr>
            </tfoot>`
          : nothing
      }
    </table>
  </div>`;
}

function head(shown: Shown, order: Order, text: string): TemplateResult {
  const mine = shown.order === order;
  const way = mine ? (shown.ascending ? 'ascending' : 'descending') : 'none';
  const kind = order === 'name' ? 'name' : order;
  return html`<th class=${kind} scope="col" aria-sort=${way}>
    <button
      type="button"
      @click=${() => {
        shown.sort(order);
      }}
    >
      ${text}<span class="turn" aria-hidden="true"
        >${mine ? (shown.ascending ? '↑' : '↓') : ''}</span
      >
    </button>
  </th>`;
}

function ranking({ sites, metric, mixed }: Shown): TemplateResult {
  return html`<tbody>
    ${repeat(
      sites,
      ({ id }) => id,
      (site, i) =>
        html`<tr class="site">
          <td class="rank">${number(i + 1)}</td>
          <th class="name" scope="row">${siteName(site, mixed)}</th>
          ${figures(site, site.name, metric)}
        </tr>`,
    )}
  </tbody>`;
}

function group(
  { metric, mixed }: Shown,
  { id, name, totals, sites, hidden }: Section,
): TemplateResult {
  const samples = sites.every(({ sample }) => sample);
  const count = html`<span class="count">${countText(sites.length, hidden)}</span>`;
  return html`<tbody>
    <tr class="group">
      <th class="name" scope="rowgroup" colspan=${totals ? 1 : 10}>
        ${id ? html`<a href=${to(`group/${encodeURIComponent(id)}`)}>${name}</a>` : name} ${count}
        ${mixed && samples ? sampleBadge() : nothing}
      </th>
      ${totals ? figures(totals, name, metric) : nothing}
    </tr>
    ${repeat(
      sites,
      (site) => site.id,
      (site) =>
        html`<tr class="site">
          <th class="name" scope="row">${siteName(site, mixed && !samples)}</th>
          ${figures(site, site.name, metric)}
        </tr>`,
    )}
  </tbody>`;
}

function figures(line: OverviewFigures, name: string, metric: Metric): TemplateResult {
  return html`<td class="online">${online(line)}</td>
    <td>${number(line.today[metric])}</td>
    <td>${number(line.month.now[metric])}</td>
    <td>${comparedText(line.month, metric)}</td>
    <td>${number(line.year.now[metric])}</td>
    <td>${comparedText(line.year, metric)}</td>
    <td>${publicTotal(line, metric)}</td>
    <td class="target">${goal(line.target)}</td>
    <td class="spark">${spark(line, name)}</td>`;
}
