import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Breakdown, BreakdownValue, Dimension, Metric } from '../../../../api/schema.js';
import { changeText } from '../../../app/change.js';
import { cssVars } from '../../../app/css-vars.js';
import { exports } from '../../../app/exports.js';
import { Fetching } from '../../../app/fetching.js';
import { number, share } from '../../../app/format.js';
import { metricNames } from '../../../app/metric.js';
import { to } from '../../../app/router.js';
import { empty, failed, waiting } from '../../../app/states.js';
import { OTHER_VALUES, valueName } from '../value-names.js';
import { asQuery, canFilter } from '../report-query.js';
import { campaignMessages } from '../campaign-messages.js';
import { messages } from '../messages.js';
import { barStyles } from './breakdown.styles.js';
import { breakdownMessages } from './breakdown-messages.js';
import { ReportPanel } from './report-panel.js';
import './all-values.define.js';

const SHOWN = 8;

/**
 * Figures by the top values of a dimension, each with a bar. Several dimensions are tabs of one
 * panel. Choosing a row filters the whole report.
 */
export class BreakdownPanel extends ReportPanel {
  static override styles: CSSResultGroup = [ReportPanel.styles, barStyles];

  /** Dimensions. The first one is shown initially. */
  @property({ attribute: false }) dimensions: readonly Dimension[] = [];
  /** Introduction below the heading. */
  @property() lead = '';
  /** Without frame and heading, for use inside another panel. */
  @property({ type: Boolean, reflect: true }) bare = false;
  @state() private chosen: Dimension | undefined;
  @state() private whole = false;
  private readonly values = new Fetching(
    this,
    () => this.reportQuery && [asQuery(this.reportQuery), this.dimension, this.metric],
    (signal, _question, dimension, sort) =>
      this.ask<Breakdown>('breakdown', signal, { dimension, sort, limit: SHOWN }),
  );

  private get dimension(): Dimension {
    const { chosen, dimensions } = this;
    return (chosen && dimensions.includes(chosen) ? chosen : dimensions[0]) ?? 'page';
  }

  /** Bots have page views, but no visits and visitors. */
  private get metric(): Metric {
    return this.dimension === 'bot' ? 'views' : (this.reportQuery?.metric ?? 'visits');
  }

  protected override render(): TemplateResult {
    const name = messages().byDimension[this.dimension];
    const query = this.reportQuery && { ...asQuery(this.reportQuery), dimension: this.dimension };
    return html`<section class="panel">
      <header>
        ${this.dimensions.length > 1 ? this.tabs() : this.bare ? nothing : html`<h2>${name}</h2>`}
        ${query ? exports(name, 'reports/breakdown', { ...query, sort: this.metric }) : nothing}
      </header>
      ${this.lead ? html`<p class="muted small">${this.lead}</p>` : nothing}
      <div role=${this.dimensions.length > 1 ? 'tabpanel' : nothing} aria-label=${name}>
        ${this.values.draw({
          waiting: () => waiting(6),
          failed,
          ready: (answer, stale) =>
            // While another tab is loading, the last answer is not drawn under its name.
            answer.dimension === this.dimension ? this.list(answer, stale) : waiting(6),
        })}
      </div>
    </section>`;
  }

  private tabs(): TemplateResult {
    return html`<div class="tabs" role="tablist" @keydown=${this.turn}>
      ${this.dimensions.map(
        (dimension) =>
          html`<button
            type="button"
            role="tab"
            aria-selected=${dimension === this.dimension ? 'true' : 'false'}
            tabindex=${dimension === this.dimension ? 0 : -1}
            @click=${() => {
              this.chosen = dimension;
            }}
          >
            ${messages().byDimension[dimension]}
          </button>`,
      )}
    </div>`;
  }

  private readonly turn = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) {
      event.preventDefault();
      const count = this.dimensions.length;
      const at = this.dimensions.indexOf(this.dimension);
      this.chosen = this.dimensions[(at + by + count) % count];
      void this.updateComplete.then(() => {
        this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
      });
    }
  };

  private list({ rows, values }: Breakdown, stale: boolean): TemplateResult {
    if (values.length === 0) {
      return empty(
        this.dimension.startsWith('campaign')
          ? campaignMessages().empty
          : this.dimension === 'bot'
            ? breakdownMessages().emptyBots
            : messages().empty,
      );
    }
    const most = Math.max(1, ...values.map((value) => value[this.metric]));
    const compared = values.some(
      ({ before }) => before && before.countedFrom === undefined && before.views > 0,
    );
    return html`<div class="frame">
        <table class=${stale ? 'stale' : ''}>
          <thead>
            <tr>
              <th scope="col"><span class="unseen">${messages().name}</span></th>
              <th scope="col">${metricNames()[this.metric]}</th>
              <th scope="col">${messages().share}</th>
              ${compared ? html`<th class="changed" scope="col">${messages().change}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${values.map((value) => this.line(value, most, compared))}
          </tbody>
        </table>
      </div>
      ${
        this.dimension === 'country' && values.every(({ value }) => value === '')
          ? html`<p class="muted small">${breakdownMessages().noCountries}</p>`
          : nothing
      }
      ${rows > values.length ? this.more(rows) : nothing}`;
  }

  private line(value: BreakdownValue, most: number, compared: boolean): TemplateResult {
    const figure = value[this.metric];
    const before = value.before?.countedFrom ? undefined : value.before?.[this.metric];
    const bar = cssVars({ '--part': `${((100 * figure) / most).toFixed(1)}%` });
    return html`<tr>
      <th scope="row" ${bar}>${this.name(value)}</th>
      <td>${number(figure)}</td>
      <td class="muted">${share(value.share)}</td>
      ${
        compared
          ? html`<td class="changed">${changeText(before ? figure / before - 1 : null)}</td>`
          : nothing
      }
    </tr>`;
  }

  private name({ value, title }: BreakdownValue): TemplateResult {
    const { dimension, reportQuery } = this;
    const text = title ?? valueName(dimension, value);
    const content = html`<span class="text">${text}</span>
      ${title && dimension !== 'site' ? html`<span class="path">${value}</span>` : nothing}`;
    if (dimension === 'site' && reportQuery) {
      const { period, compare } = reportQuery;
      return html`<a href=${to(`site/${encodeURIComponent(value)}`, { period, compare })}
        >${content}</a
      >`;
    }
    return reportQuery && value !== OTHER_VALUES && canFilter(reportQuery, dimension)
      ? html`<button
          type="button"
          title=${messages().filterBy(text)}
          @click=${() => {
            this.change({ [dimension]: value, day: undefined });
          }}
        >
          ${content}
        </button>`
      : html`<span class="plain">${content}</span>`;
  }

  private more(rows: number): TemplateResult {
    return html`<button
        type="button"
        class="quiet more"
        @click=${() => {
          this.whole = true;
        }}
      >
        ${messages().showAll(number(rows))}
      </button>
      ${
        this.whole
          ? html`<sp-all-values
              .reportQuery=${this.reportQuery}
              .dimension=${this.dimension}
              @sp-close=${() => {
                this.whole = false;
              }}
            ></sp-all-values>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-breakdown': BreakdownPanel;
  }
}
