import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api, type Query } from '../../app/api/client.js';
import type { Summary } from '../../../api/schema.js';
import { SpElement } from '../../app/element.js';
import { Fetching } from '../../app/fetching.js';
import { icon } from '../../app/icons.js';
import { Live } from '../../app/live.js';
import { periodName } from '../../app/period.js';
import { navigate, to, withQuery, type Place } from '../../app/router.js';
import { empty, failed, states, waiting } from '../../app/states.js';
import { base, controls } from '../../app/styles/base.js';
import { setTitle } from '../../app/title.js';
import type { PeriodChange } from '../../components/period-picker/period-picker.element.js';
import { drawBadPeriod } from '../../components/view/bad-period.js';
import { chips } from './filter-chips.js';
import { asQuery, CAMPAIGNS, questionOf, siteOf, type ReportQuery } from './report-query.js';
import { lostSite, mergerNotice } from './lost-site.js';
import { styles } from './site.styles.js';
import { drawDays } from './partial.js';
import { nothingText, tiles } from './tiles.js';
import { messages } from './messages.js';
import '../../components/period-picker/period-picker.js';

/** Interval to reload today's figures if there are new ones, in milliseconds. */
const RELOAD_MS = 15_000;

/**
 * Reports of a site, a group or all sites. The address holds the query, and each panel loads its
 * own part.
 *     address ──▶ question ──▶ picker, chips, parts
 *        ▲                              │
 *        └───────── sp-question ────────┘
 */
export class SiteView extends SpElement {
  static override styles = [base, controls, states, styles];

  @property({ attribute: false }) place: Place | undefined;
  @state() private tick = 0;
  private tickedAt = 0;
  private liveAt: number | undefined;
  private sites: string | undefined;
  private readonly live = new Live(this);
  private readonly summary = new Fetching<readonly [Query, number], Summary>(
    this,
    () => this.reportQuery && [asQuery(this.reportQuery), this.tick],
    (signal, query) => api.get<Summary>('reports/summary', { query, signal }),
  );

  private get reportQuery(): ReportQuery | undefined {
    return this.place && questionOf(this.place);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.followLive();
    this.followSites();
  }

  protected override updated(): void {
    const { reportQuery } = this;
    if (reportQuery) {
      setTitle(this.nameOf(reportQuery), periodName(reportQuery.period));
    }
  }

  /** Reloads today's figures after new events. */
  private followLive(): void {
    const { at } = this.live;
    const isNew = at !== this.liveAt;
    this.liveAt = at;
    if (isNew && this.summary.latest?.live && Date.now() > this.tickedAt + RELOAD_MS) {
      if (this.tickedAt > 0) {
        this.tick++;
      }
      this.tickedAt = Date.now();
    }
  }

  /** The set of visible sites has changed, which may concern this site or group. */
  private followSites(): void {
    const { sites } = this.live;
    const now = sites && [...sites.keys()].sort().join();
    if (this.sites !== undefined && now !== undefined && now !== this.sites) {
      this.tick++;
    }
    this.sites = now ?? this.sites;
  }

  protected override render(): unknown {
    const { reportQuery } = this;
    if (!reportQuery) {
      return nothing;
    }
    const around = (inside: unknown): TemplateResult =>
      html`${this.head(reportQuery, this.summary.latest)}
      ${drawBadPeriod(this.place, reportQuery.period)} ${this.picker(reportQuery)}
      ${chips(reportQuery, (changes) => {
        this.say(changes);
      })}
      ${inside}`;
    return this.summary.draw({
      waiting: () => around(html`${waiting(5, 'tiles')}${waiting(1, 'block')}`),
      failed: (problem, retry) =>
        problem.status === 404
          ? lostSite(reportQuery.scope, this.nameOf(reportQuery), problem, retry)
          : around(html`<div class="panel">${failed(problem, retry)}</div>`),
      ready: (summary, stale) => around(this.report(reportQuery, summary, stale)),
    });
  }

  private nameOf({ scope }: ReportQuery): string {
    const { latest } = this.summary;
    const name = latest?.scope === scope ? latest.name : scope.replace(/^\w+:/, '');
    return scope === 'all' ? messages().all : name;
  }

  private head(reportQuery: ReportQuery, summary: Summary | undefined): TemplateResult {
    const { scope, period, compare } = reportQuery;
    const site = siteOf(reportQuery);
    return html`<header class="head">
      <div>
        <a class="back" href=${to()}>${icon('left')}${messages().overview}</a>
        <h1>
          ${this.nameOf(reportQuery)}
          ${summary?.sample ? html`<span class="badge">${messages().sample}</span>` : nothing}
        </h1>
        ${summary ? drawDays(summary) : nothing}
      </div>
      <div class="actions">
        ${
          site
            ? html`<a class="button quiet" href=${to(`sites/${encodeURIComponent(site)}`)}
                >${icon('info')}${messages().manage}</a
              >`
            : nothing
        }
        <a class="button" href=${to('review', { scope, period, compare })}
          >${icon('review')}${messages().review}</a
        >
      </div>
    </header>`;
  }

  private picker({ period, compare }: ReportQuery): TemplateResult {
    return html`<sp-period-picker
      class="picker"
      value=${period}
      compare=${compare}
      @sp-period-change=${({ detail }: CustomEvent<PeriodChange>) => {
        this.say({ period: detail.period, compare: detail.compare, day: undefined });
      }}
    ></sp-period-picker>`;
  }

  private report(reportQuery: ReportQuery, summary: Summary, stale: boolean): TemplateResult {
    const { begun, now, predecessors, successor } = summary;
    const site = siteOf(reportQuery);
    const nothingYet = now.views === 0 && now.visits === 0;
    return html`${successor ? mergerNotice(successor, messages().successor) : nothing}
      ${predecessors.map((one) => mergerNotice(one, messages().predecessor))}
      <div class=${stale ? 'stale' : ''}>
        ${begun ? tiles(summary, site === undefined ? undefined : this.live.of(site)) : nothing}
      </div>
      ${
        begun && !nothingYet
          ? this.parts(reportQuery, summary)
          : html`<div class="panel">
                ${empty(nothingText(reportQuery, summary), undefined, 'chart')}
              </div>
              ${begun ? this.ledger(reportQuery, summary) : nothing}`
      }`;
  }

  private parts(reportQuery: ReportQuery, summary: Summary): TemplateResult {
    const several = siteOf(reportQuery) === undefined || summary.predecessors.length > 0;
    return html`<div
      class="parts"
      @sp-question=${({ detail }: CustomEvent<Readonly<Record<string, string | undefined>>>) => {
        this.say(detail);
      }}
    >
      <sp-site-course class="wide" .reportQuery=${reportQuery} .tick=${this.tick}></sp-site-course>
      ${
        reportQuery.day
          ? html`<sp-day-pages class="wide" .reportQuery=${reportQuery}></sp-day-pages>`
          : nothing
      }
      ${
        several
          ? html`<sp-breakdown
              class="wide"
              .reportQuery=${reportQuery}
              .dimensions=${['site']}
            ></sp-breakdown>`
          : nothing
      }
      <sp-breakdown
        class="wide"
        .reportQuery=${reportQuery}
        .dimensions=${['page', 'entry']}
      ></sp-breakdown>
      <sp-breakdown .reportQuery=${reportQuery} .dimensions=${['source']}></sp-breakdown>
      <sp-breakdown .reportQuery=${reportQuery} .dimensions=${CAMPAIGNS}></sp-breakdown>
      <sp-breakdown
        .reportQuery=${reportQuery}
        .dimensions=${['device', 'browser', 'system']}
      ></sp-breakdown>
      <sp-breakdown
        .reportQuery=${reportQuery}
        .dimensions=${['country', 'language']}
      ></sp-breakdown>
      <sp-site-hours class="wide" .reportQuery=${reportQuery}></sp-site-hours>
      <sp-breakdown
        class="wide"
        .reportQuery=${{ ...reportQuery, filters: [] }}
        .dimensions=${['bot']}
        lead=${messages().botsLead}
      ></sp-breakdown>
      ${this.ledger(reportQuery, summary)}
    </div>`;
  }

  private ledger(reportQuery: ReportQuery, { ledger, now }: Summary): TemplateResult {
    return html`<sp-ledger
      class="wide"
      .reportQuery=${reportQuery}
      .ledger=${ledger}
      .imported=${now.views > ledger.views}
      .tick=${this.tick}
    ></sp-ledger>`;
  }

  private say(changes: Readonly<Record<string, string | undefined>>): void {
    if (this.place) {
      navigate(withQuery(this.place, changes));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-view': SiteView;
  }
}
