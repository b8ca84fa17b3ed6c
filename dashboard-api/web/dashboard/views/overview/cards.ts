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
import type { Section } from './overview-rows.js';
import type { Shown } from './table.js';
import type { OverviewFigures } from './sums.js';
import { messages } from './messages.js';

/** Draws the sites as cards for narrow screens. */
export function cards(shown: Shown): TemplateResult {
  return html`<div class="cards">
    ${
      shown.ranked
        ? list(shown, shown.sites)
        : shown.sections.map((section) => group(shown, section))
    }
  </div>`;
}

function group(shown: Shown, { id, name, totals, sites, hidden }: Section): TemplateResult {
  const samples = sites.every(({ sample }) => sample);
  const link = id ? html`<a href=${to(`group/${encodeURIComponent(id)}`)}>${name}</a>` : name;
  const count = html`<span class="count">${countText(sites.length, hidden)}</span>`;
  return html`<section aria-label=${name}>
    <div class="card panel totals">
      <div class="top">
        <div>
          <h2>${link}</h2>
          ${count} ${shown.mixed && samples ? sampleBadge() : nothing}
        </div>
        ${totals ? spark(totals, name) : nothing}
      </div>
      ${totals && shown.whole ? figures(totals, shown.metric) : nothing}
    </div>
    ${list({ ...shown, mixed: shown.mixed && !samples }, sites)}
  </section>`;
}

function list({ metric, ranked, mixed }: Shown, sites: readonly OverviewLine[]): TemplateResult {
  return html`<ul>
    ${repeat(
      sites,
      ({ id }) => id,
      (site, i) =>
        html`<li class="card panel">
          <div class="top">
            ${name(html`${ranked ? html`<span class="count">${number(i + 1)}.</span> ` : nothing}${siteName(site, mixed)}`, ranked)}
            ${spark(site, site.name)}
          </div>
          ${figures(site, metric)}
        </li>`,
    )}
  </ul>`;
}

/** Draws sites with or without a group heading. */
function name(content: TemplateResult, ranked: boolean): TemplateResult {
  return ranked ? html`<h2>${content}</h2>` : html`<h3>${content}</h3>`;
}

function figures(line: OverviewFigures, metric: Metric): TemplateResult {
  const { month, year } = line;
  return html`<dl>
    <div>
      <dt>${messages().online}</dt>
      <dd>${online(line)}</dd>
    </div>
    <div>
      <dt>${messages().today}</dt>
      <dd>${number(line.today[metric])}</dd>
    </div>
    <div>
      <dt>${messages().month}</dt>
      <dd>${number(month.now[metric])} ${comparedText(month, metric)}</dd>
    </div>
    <div>
      <dt>${messages().year}</dt>
      <dd>${number(year.now[metric])} ${comparedText(year, metric)}</dd>
    </div>
    <div>
      <dt>${messages().total}</dt>
      <dd>${publicTotal(line, metric)}</dd>
    </div>
    ${
      line.target
        ? html`<div class="wide">
            <dt class="unseen">${messages().target}</dt>
            <dd class="wide">${goal(line.target, metric)}</dd>
          </div>`
        : nothing
    }
  </dl>`;
}
