import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Ledger, RefusedEvents } from '../../../../api/schema.js';
import { api, type Query } from '../../../app/api/client.js';
import { cssVars } from '../../../app/css-vars.js';
import { exports } from '../../../app/exports.js';
import { Fetching } from '../../../app/fetching.js';
import { number } from '../../../app/format.js';
import { icon } from '../../../app/icons.js';
import { asQuery, type ReportQuery } from '../report-query.js';
import { messages } from '../messages.js';
import { ledgerStyles } from './ledger.styles.js';
import { ReportPanel } from './report-panel.js';

interface Part {
  readonly kind: 'views' | 'heartbeats' | 'duplicates' | 'bots' | 'rejected';
  readonly name: string;
  readonly count: number;
}

/** Event ledger: received events and their outcomes, whose sum must match. */
export class LedgerPanel extends ReportPanel {
  static override styles: CSSResultGroup = [ReportPanel.styles, ledgerStyles];

  @property({ attribute: false }) ledger: Ledger | undefined;
  /** The period has figures of an old counter. */
  @property({ attribute: false }) imported = false;
  private readonly refused = new Fetching<readonly [Query, number], RefusedEvents>(
    this,
    () => this.reportQuery && [asQuery({ ...this.reportQuery, filters: [] }), this.tick],
    (signal, query) => api.get<RefusedEvents>('reports/refused', { query, signal }),
  );

  protected override render(): unknown {
    const { ledger, reportQuery } = this;
    if (!ledger || !reportQuery) {
      return nothing;
    }
    const none = ledger.received === 0 && !this.imported;
    return html`${none ? nothing : this.drawLedger(ledger, reportQuery)}
      <sp-refused
        .reportQuery=${reportQuery}
        .refused=${this.refused.latest}
        @sp-allowed=${this.refused.reload}
      ></sp-refused>`;
  }

  private drawLedger(ledger: Ledger, reportQuery: ReportQuery): TemplateResult {
    return html`<section class="panel">
      <header>
        <h2>${messages().ledger}</h2>
        ${exports(messages().ledgerDays, 'reports/ledger', asQuery({ ...reportQuery, filters: [] }))}
      </header>
      <p class="muted small">
        ${messages().ledgerLead}
        ${reportQuery.filters.length > 0 ? messages().ledgerFiltered : nothing}
      </p>
      ${ledger.received > 0 ? this.sums(ledger) : html`<p class="muted">${messages().imported}</p>`}
    </section>`;
  }

  private sums(ledger: Ledger): TemplateResult {
    const parts = partsOf(ledger);
    const sum = parts.reduce((all, { count }) => all + count, 0);
    return html`<div class="bar" aria-hidden="true">
        ${parts.map(
          ({ kind, count }) =>
            html`<span
              class=${kind}
              ${cssVars({ '--part': String(count / ledger.received) })}
            ></span>`,
        )}
      </div>
      <dl>
        <div class="whole">
          <dt>${messages().received}</dt>
          <dd>${number(ledger.received)}</dd>
        </div>
        ${parts.map(
          ({ kind, name, count }) =>
            html`<div>
              <dt><span class="dot ${kind}" aria-hidden="true"></span>${name}</dt>
              <dd>${number(count)}</dd>
            </div>`,
        )}
      </dl>
      ${sum === ledger.received ? this.balance() : nothing}
      ${
        ledger.mergedVisits > 0
          ? html`<p class="muted small">${messages().merged(number(ledger.mergedVisits))}</p>`
          : nothing
      }`;
  }

  /** The balance is only told as proved if nothing was refused. */
  private balance(): TemplateResult {
    return this.refused.draw({
      waiting: () => html``,
      failed: () => html`<p class="muted small">${messages().refusedUnknown}</p>`,
      ready: ({ total }) =>
        total === 0
          ? html`<p class="balanced">${icon('check')} ${messages().balanced}</p>`
          : html`<p class="refused">
              ${icon('warn')} ${messages().balancedButRefused(number(total))}
            </p>`,
    });
  }
}

/** Parts of the ledger, which add up to the received events. */
export function partsOf(ledger: Ledger): readonly Part[] {
  const rejected = Object.values(ledger.rejected).reduce((all, count) => all + count, 0);
  return [
    { kind: 'views', name: messages().counted, count: ledger.views },
    { kind: 'heartbeats', name: messages().heartbeats, count: ledger.heartbeats },
    { kind: 'duplicates', name: messages().duplicates, count: ledger.duplicates },
    { kind: 'bots', name: messages().botEvents, count: ledger.bots },
    { kind: 'rejected', name: messages().rejected, count: rejected },
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-ledger': LedgerPanel;
  }
}
