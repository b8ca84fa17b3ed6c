import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { Overview, OverviewLine } from '../../../api/schema.js';
import { SpElement } from '../../app/element.js';
import { exportStyles } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { clock, number } from '../../app/format.js';
import { Live } from '../../app/live.js';
import { metricNames, metricOf } from '../../app/metric.js';
import { NarrowLayout } from '../../app/narrow-layout.js';
import { navigate, withQuery, type Place } from '../../app/router.js';
import { segmentStyles } from '../../app/segments.js';
import { isAdministrator } from '../../app/session.js';
import { empty, failed, states, waiting } from '../../app/states.js';
import { base, controls } from '../../app/styles/base.js';
import { baselines, baselineStyles } from './baselines.js';
import { cards } from './cards.js';
import { comparedTile } from './compared-tile.js';
import { cardStyles } from './cards.styles.js';
import { styles } from './overview.styles.js';
import { sitesChanged, withoutLostSites } from './exclude-lost-sites.js';
import { firstSteps, waitingSite } from './first-steps.js';
import { firstStepStyles } from './first-steps.styles.js';
import { matching, isPast, ORDERS, sections, sorted, withLive } from './overview-rows.js';
import { table, type Shown } from './table.js';
import { tableStyles } from './table.styles.js';
import { toolbar } from './toolbar.js';
import { messages } from './messages.js';
import { showToast } from '../../components/toast/show-toast.js';
import '../../components/spark-line/spark-line.js';

/** Longest time until a reload: the compared days end at the time at which they were loaded. */
const OLD_MS = 600_000;

/** Shortest time between two reloads, so that a slow clock does not cause constant requests. */
const RELOAD_MS = 15_000;

/**
 * All visible sites by group or ranked, with live figures. Sort order and search are in the
 * address: `?metric=views&order=year&ranked=1&search=y+te`.
 */
export class OverviewView extends SpElement {
  static override styles = [
    base,
    controls,
    states,
    segmentStyles,
    exportStyles,
    styles,
    tableStyles,
    cardStyles,
    firstStepStyles,
    baselineStyles,
  ];

  @property({ attribute: false }) place: Place | undefined;
  private readonly live = new Live(this);
  private readonly narrow = new NarrowLayout(this, 960);
  private askedAnew = 0;
  private loaded: { readonly overview: Overview; readonly at: number } | undefined;
  /** Site whose first view was awaited when the view was drawn last. */
  private awaited: OverviewLine | undefined;
  private readonly overview = new Fetching(
    this,
    () => [],
    (signal) => api.get<Overview>('overview', { query: { compare: 'year' }, signal }),
  );

  protected override render(): TemplateResult {
    return html`<header class="head">
        <h1>${messages().title} ${this.badge()}</h1>
        ${this.liveText()}
      </header>
      ${this.overview.draw({
        waiting: () => html`${waiting(4, 'tiles')}${waiting(10)}`,
        failed: (problem, retry) => html`<div class="panel">${failed(problem, retry)}</div>`,
        ready: (overview) => this.ready(overview),
      })}`;
  }

  /** All sites are samples, so one notice replaces the badges. */
  private badge(): unknown {
    const sites = this.overview.latest?.sites ?? [];
    return sites.length > 0 && sites.every(({ sample }) => sample)
      ? html`<span class="badge">${messages().sample}</span>`
      : nothing;
  }

  private liveText(): TemplateResult {
    const { state, at } = this.live;
    const text = {
      waiting: () => messages().waitingLive,
      live: () => messages().live(clock(at ?? 0)),
      lost: () => messages().lost,
    }[state]();
    return html`<span class="live ${state === 'live' ? 'on' : state}">${text}</span>`;
  }

  private ready(asked: Overview): TemplateResult {
    this.reloadIfOutdated(asked);
    const left = withoutLostSites(asked, this.live.sites);
    if (left.sites.length === 0) {
      return this.none();
    }
    const overview = withLive(left, (site) => this.live.of(site));
    const shown = this.shown(overview);
    const nothingFound = shown.sections.length === 0;
    return html`${this.begin(overview)} ${this.tiles(overview)}
    ${toolbar(shown, this.queryValue('search'), this.narrow.now, (changes) => {
      this.say(changes);
    })}
    ${
      nothingFound
        ? html`<div class="panel">
            ${empty(messages().noMatch(this.queryValue('search')), undefined, 'search')}
          </div>`
        : this.narrow.now
          ? cards(shown)
          : table(shown)
    }
    ${baselines(overview.baselineChanges, shown.metric)} ${this.notes(overview)}`;
  }

  /**
   * Reloads when the day of a site has ended, the set of visible sites has changed, or the compared
   * days end too early.
   */
  private reloadIfOutdated(overview: Overview): void {
    if (this.loaded?.overview !== overview) {
      this.loaded = { overview, at: Date.now() };
    }
    const old =
      Date.now() > this.loaded.at + OLD_MS ||
      isPast(overview, (site) => this.live.of(site)) ||
      sitesChanged(overview, this.live.sites);
    if (old && !this.overview.isLoading && Date.now() > this.askedAnew + RELOAD_MS) {
      this.askedAnew = Date.now();
      queueMicrotask(this.overview.reload);
    }
  }

  private none(): TemplateResult {
    return isAdministrator()
      ? firstSteps(undefined)
      : html`<div class="panel">${empty(messages().noneViewer, undefined, 'sites')}</div>`;
  }

  /** Draws the first steps until the first view has arrived, and tells of its arrival. */
  private begin(overview: Overview): unknown {
    const waiting = isAdministrator() ? waitingSite(overview) : undefined;
    const arrived = waiting === undefined ? this.awaited : undefined;
    this.awaited = waiting;
    if (arrived && overview.sites.some(({ id, today }) => id === arrived.id && today.views > 0)) {
      queueMicrotask(() => {
        showToast(messages().firstArrived(arrived.name));
      });
    }
    return waiting ? firstSteps(waiting) : nothing;
  }

  private tiles(overview: Overview): TemplateResult {
    const { all } = overview;
    const metric = metricOf(this.queryValue('metric'));
    const named = (word: string): string => `${word} · ${metricNames()[metric].toLowerCase()}`;
    return html`${partial(all)}
      <div class="tiles">
        <sp-stat-tile label=${messages().online} value=${number(all.online)}></sp-stat-tile>
        <sp-stat-tile
          label=${named(messages().today)}
          value=${number(all.today[metric])}
        ></sp-stat-tile>
        ${comparedTile(named(messages().month), 'month', overview, metric)}
        ${comparedTile(named(messages().year), 'year', overview, metric)}
      </div>`;
  }

  private notes({ sites, complete, gap }: Overview): TemplateResult {
    const visitors = metricOf(this.queryValue('metric')) === 'visitors';
    return html`<div class="notes">
      ${complete ? nothing : html`<p class="notice warn" role="status">${gap === 'busy' ? messages().busy : messages().incomplete}</p>`}
      ${visitors ? html`<p class="muted">${messages().visitorsNotice}</p>` : nothing}
      ${
        sites.some(({ sample }) => sample)
          ? html`<p class="muted">${messages().sampleNotice}</p>`
          : nothing
      }
    </div>`;
  }

  private shown(overview: Overview): Shown {
    const metric = metricOf(this.queryValue('metric'));
    const order = ORDERS.find((one) => one === this.queryValue('order')) ?? 'year';
    const ascending = (this.queryValue('way') || (order === 'name' ? 'up' : 'down')) === 'up';
    const list = sorted(
      matching(overview.sites, this.queryValue('search')),
      order,
      metric,
      ascending,
    );
    return {
      metric,
      order,
      ascending,
      ranked: this.queryValue('ranked') === '1',
      mixed: overview.sites.some(({ sample }) => !sample),
      whole: list.length === overview.sites.length,
      all: overview.all,
      sites: list,
      sections: sections(overview, list, messages().ungrouped),
      sort: (wanted) => {
        const first = wanted === 'name' ? 'up' : 'down';
        const other = (ascending ? 'down' : 'up') as string;
        this.say({ order: wanted, way: wanted === order ? other : first });
      },
    };
  }

  private queryValue(name: string): string {
    return this.place?.query.get(name) ?? '';
  }

  private say(changes: Readonly<Record<string, string | undefined>>): void {
    if (this.place) {
      navigate(withQuery(this.place, changes), { replace: true });
    }
  }
}

/** Tells that the account may not see all sites. */
function partial({ sites, hiddenSites }: Overview['all']): unknown {
  return hiddenSites > 0
    ? html`<p class="notice warn" role="status">
        ${messages().partial(number(sites), number(sites + hiddenSites))}
      </p>`
    : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-overview-view': OverviewView;
  }
}
