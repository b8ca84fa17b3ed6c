import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type {
  Baseline,
  TotalSums,
  PublicTotal,
  PublicTotalDays,
  PublicTotalMember,
} from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { exports, exportStyles } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { day, number, siteTime } from '../../app/format.js';
import { METRICS, metricNames } from '../../app/metric.js';
import { to } from '../../app/router.js';
import { waiting } from '../../app/states.js';
import { setTitle } from '../../app/title.js';
import { head, lost, SpView, type Back } from '../../components/view/view.js';
import { drawEventDays, drawUnequal } from './compared-days.js';
import { messages } from './messages.js';
import { totalStyles } from './total.styles.js';

/** The public total of a site, recounted as its baseline and its days. */
export class TotalView extends SpView {
  static override styles = [SpView.styles, exportStyles, totalStyles];

  @state() private withEvents = false;

  private readonly total = new Fetching(
    this,
    () => (this.site ? ([this.site, this.withEvents] as [string, boolean]) : undefined),
    (signal, site, events) =>
      api.get<PublicTotal>(totalPath(site), {
        signal,
        query: events ? { events: 'true' } : {},
      }),
  );

  private get site(): string {
    return this.place?.params['id'] ?? '';
  }

  protected override updated(): void {
    const { latest } = this.total;
    if (latest) {
      setTitle(messages().title(nameOf(latest)));
    }
  }

  protected override render(): TemplateResult {
    return this.total.draw({
      waiting: () => html`<div class="panel">${waiting(8)}</div>`,
      failed: (problem, retry) => lost(messages().lost(this.site), back(this.site), problem, retry),
      ready: (total, stale) => this.draw(total, stale),
    });
  }

  private draw(total: PublicTotal, stale: boolean): TemplateResult {
    const recount = html`<button
      class="primary"
      type="button"
      ?disabled=${stale}
      @click=${this.total.reload}
    >
      ${stale ? messages().recounting : messages().recount}
    </button>`;
    return html`${head(messages().title(nameOf(total)), messages().lead, recount, back(total.site))}
      <div class="stack">
        <section class="panel stack" aria-labelledby="parts">
          <div class="tools spread">
            <h2 id="parts">${messages().parts}</h2>
            ${exports(messages().parts, totalPath(total.site))}
          </div>
          ${drawProof(total)} ${drawParts(total)} ${drawUnequal(total)}
        </section>
        ${drawCorrections(total)} ${this.drawEvents(total, stale)}
      </div>`;
  }

  private drawEvents({ eventDays }: PublicTotal, stale: boolean): TemplateResult {
    return html`<section class="panel stack" aria-labelledby="events">
      <div>
        <h2 id="events">${messages().events}</h2>
        <p class="muted small">${messages().eventsLead}</p>
      </div>
      ${
        eventDays
          ? drawEventDays(eventDays)
          : html`<div>
              <button
                type="button"
                ?disabled=${stale}
                @click=${() => {
                  this.withEvents = true;
                }}
              >
                ${stale && this.withEvents ? messages().recounting : messages().recountEvents}
              </button>
            </div>`
      }
    </section>`;
  }
}

function totalPath(site: string): string {
  return `sites/${encodeURIComponent(site)}/total`;
}

function back(site: string): Back {
  return { href: to(`site/${encodeURIComponent(site)}`), text: messages().back };
}

function nameOf({ sites, site }: PublicTotal): string {
  return sites[0]?.name ?? site;
}

function drawProof({ proof, asOf, zone }: PublicTotal): TemplateResult {
  const text = {
    equal: () => messages().equal,
    'store-behind': () => messages().behind,
    unexplained: () => messages().unexplained,
  }[proof]();
  return html`<p class="notice ${proof === 'equal' ? '' : 'warn'}" role="status">
    ${text}
    <span class="under">${messages().recountedAt(siteTime(asOf, zone))}</span>
  </p>`;
}

function drawParts({ sites, difference, shown }: PublicTotal): TemplateResult {
  return html`<div class="frame" tabindex="0" role="group" aria-labelledby="parts">
    <table>
      <thead>
        <tr>
          <th scope="col">${messages().part}</th>
          ${METRICS.map((metric) => html`<th scope="col" class="number">${metricNames()[metric]}</th>`)}
        </tr>
      </thead>
      ${sites.map((member) => drawMember(member, sites.length > 1))}
      <tfoot>
        ${row(messages().difference, undefined, difference)}
        ${row(messages().shown, undefined, shown)}
      </tfoot>
    </table>
  </div>`;
}

function drawMember(member: PublicTotalMember, several: boolean): TemplateResult {
  const { baseline, imported, counted, today, name } = member;
  return html`<tbody>
    ${
      several
        ? html`<tr>
            <th class="site" scope="rowgroup" colspan="4">${name}</th>
          </tr>`
        : nothing
    }
    ${row(
      messages().baseline,
      baseline
        ? messages().asOf(day(baseline.asOf), baseline.source, baseline.enteredBy)
        : messages().noBaseline,
      baseline ?? { views: 0, visits: 0, visitors: 0 },
    )}
    ${imported.days > 0 ? row(messages().imported, rangeOf(imported), imported.sums) : nothing}
    ${row(messages().counted, rangeOf(counted), counted.sums)}
    ${row(messages().today, undefined, today)}
  </tbody>`;
}

function row(name: string, more: string | undefined, sums: TotalSums): TemplateResult {
  return html`<tr>
    <th scope="row">${name}${more ? html`<span class="under">${more}</span>` : nothing}</th>
    ${METRICS.map((metric) => html`<td class="number">${number(sums[metric])}</td>`)}
  </tr>`;
}

function rangeOf({ days, first, last }: PublicTotalDays): string {
  return first && last ? messages().range(number(days), day(first), day(last)) : messages().noDays;
}

function drawCorrections({ sites, zone }: PublicTotal): TemplateResult {
  const all = sites.flatMap(({ name, corrections }) =>
    corrections.map((correction) => ({ name, ...correction })),
  );
  return html`<section class="panel stack" aria-labelledby="corrections">
    <h2 id="corrections">${messages().corrections}</h2>
    ${
      all.length === 0
        ? html`<p class="muted">${messages().noCorrections}</p>`
        : html`<ol class="corrections">
            ${all.map(
              ({ name, at, by, before, after }) =>
                html`<li>
                  ${siteTime(at, zone)} · ${by}${sites.length > 1 ? html` · ${name}` : nothing}
                  <span class="under">${text(before)} → ${text(after)}</span>
                </li>`,
            )}
          </ol>`
    }
  </section>`;
}

function text(baseline: Baseline | undefined): string {
  return baseline
    ? METRICS.map((metric) => `${number(baseline[metric])} ${metricNames()[metric].toLowerCase()}`)
        .concat(day(baseline.asOf), baseline.source)
        .join(' · ')
    : messages().none;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-total-view': TotalView;
  }
}
