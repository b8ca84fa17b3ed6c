import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RefusedEvents, RefusedEventsOrigin, SiteResponse } from '../../../../api/schema.js';
import { api } from '../../../app/api/client.js';
import { exports } from '../../../app/exports.js';
import { Fetching } from '../../../app/fetching.js';
import { number } from '../../../app/format.js';
import { showToast } from '../../../components/toast/show-toast.js';
import { mayEdit } from '../../../components/view/permissions.js';
import { SubmitController } from '../../../components/view/submit-controller.js';
import { messages } from '../messages.js';
import { asQuery, siteOf } from '../report-query.js';
import { ledgerStyles } from './ledger.styles.js';
import { ReportPanel } from './report-panel.js';

/**
 * Refused events by reason, and of a single site by origin. An editor can allow an origin.
 *
 * @fires sp-allowed - an origin was allowed
 */
export class RefusedPanel extends ReportPanel {
  static override styles: CSSResultGroup = [ReportPanel.styles, ledgerStyles];

  @property({ attribute: false }) refused: RefusedEvents | undefined;
  private readonly submission = new SubmitController(this);
  /** The site, once there is an origin that could be allowed. */
  private readonly site = new Fetching(
    this,
    () => {
      const id = this.reportQuery && siteOf(this.reportQuery);
      const some = this.refused?.origins.some((origin) => isAllowable(origin, id));
      return id !== undefined && some ? ([id] as [string]) : undefined;
    },
    (signal, id) => api.get<SiteResponse>(pathOf(id), { signal }),
  );

  protected override render(): unknown {
    const { refused, reportQuery } = this;
    if (!refused || !reportQuery || refused.total === 0) {
      return nothing;
    }
    const query = asQuery({ ...reportQuery, filters: [] });
    return html`<section class="panel">
      <header>
        <h2>${messages().refused} (${number(refused.total)})</h2>
        ${exports(messages().refused, 'reports/refused', query)}
      </header>
      <p class="muted small">${messages().refusedLead}</p>
      <dl>
        ${Object.entries(refused.reasons).map(
          ([reason, count]) =>
            html`<div>
              <dt>${reasonName(reason)}</dt>
              <dd>${number(count)}</dd>
            </div>`,
        )}
      </dl>
      ${siteOf(reportQuery) === undefined ? nothing : this.origins(refused)}
    </section>`;
  }

  private origins({ origins }: RefusedEvents): TemplateResult {
    return html`${this.submission.draw([])}
      <h3>${messages().refusedOrigins}</h3>
      <ul class="origins">
        ${origins.map(
          (origin) =>
            html`<li>
              <span class="origin"
                >${originName(origin.origin)}
                <span class="muted small">${reasonName(origin.reason)}</span></span
              >
              ${this.action(origin)} <span class="count">${number(origin.events)}</span>
            </li>`,
        )}
      </ul>`;
  }

  private action(origin: RefusedEventsOrigin): unknown {
    if (origin.reason === 'origin' && origin.allowed) {
      return html`<span class="muted small">${messages().allowedNow}</span>`;
    }
    const site = this.site.latest;
    if (!site || !mayEdit(site) || !isAllowable(origin, site.id)) {
      return nothing;
    }
    return html`<button
      type="button"
      ?disabled=${this.submission.busy}
      @click=${() => void this.allow(origin.origin)}
    >
      ${messages().allow}<span class="unseen"> ${origin.origin}</span>
    </button>`;
  }

  private async allow(origin: string): Promise<void> {
    const known = this.site.latest;
    if (!known) {
      return;
    }
    const saved = await this.submission.run(async () => {
      const { origins, revision } = await api.get<SiteResponse>(pathOf(known.id));
      await api.put(pathOf(known.id), { origins: [...origins, origin] }, { revision });
    });
    if (saved) {
      showToast(messages().allowed(origin));
      this.dispatchEvent(new Event('sp-allowed', { bubbles: true, composed: true }));
    }
  }
}

function isAllowable({ site, reason, origin, allowed }: RefusedEventsOrigin, id?: string): boolean {
  return site === id && reason === 'origin' && !allowed && /^https?:\/\//.test(origin);
}

function pathOf(site: string): string {
  return `sites/${encodeURIComponent(site)}`;
}

/** Name of the reason of a refused event. */
export function reasonName(reason: string): string {
  const names: Readonly<Record<string, string>> = messages().refusedReasons;
  return names[reason] ?? reason;
}

/** Name of an origin of refused events. */
export function originName(origin: string): string {
  return origin === '' ? messages().originNone : origin === '*' ? messages().originOther : origin;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-refused': RefusedPanel;
  }
}
