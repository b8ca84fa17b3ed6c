import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Ledger } from '../../../../api/schema.js';
import { cssVars } from '../../../app/css-vars.js';
import { exports } from '../../../app/exports.js';
import { number } from '../../../app/format.js';
import { icon } from '../../../app/icons.js';
import { asQuery } from '../report-query.js';
import { words } from '../messages.js';
import { ledgerStyles } from './ledger.styles.js';
import { ReportPart } from './report-panel.js';

interface Part {
  readonly kind: 'views' | 'heartbeats' | 'duplicates' | 'bots' | 'rejected';
  readonly name: string;
  readonly count: number;
}

/** What became of every event received: the sum that must hold. */
export class LedgerPart extends ReportPart {
  static override styles: CSSResultGroup = [ReportPart.styles, ledgerStyles];

  @property({ attribute: false }) ledger: Ledger | undefined;

  protected override render(): unknown {
    const { ledger, question } = this;
    if (!ledger || !question) {
      return nothing;
    }
    return html`<section class="panel">
      <header>
        <h2>${words().ledger}</h2>
        ${exports(words().ledgerDays, 'reports/ledger', asQuery({ ...question, filters: [] }))}
      </header>
      <p class="muted small">
        ${words().ledgerLead} ${question.filters.length > 0 ? words().ledgerFiltered : nothing}
      </p>
      ${ledger.received > 0 ? this.sums(ledger) : html`<p class="muted">${words().imported}</p>`}
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
          <dt>${words().received}</dt>
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
      ${
        sum === ledger.received
          ? html`<p class="balanced">${icon('check')} ${words().balanced}</p>`
          : nothing
      }
      ${
        ledger.mergedVisits > 0
          ? html`<p class="muted small">${words().merged(number(ledger.mergedVisits))}</p>`
          : nothing
      }`;
  }
}

/** The parts that together are what was received. */
export function partsOf(ledger: Ledger): readonly Part[] {
  const rejected = Object.values(ledger.rejected).reduce((all, count) => all + count, 0);
  return [
    { kind: 'views', name: words().counted, count: ledger.views },
    { kind: 'heartbeats', name: words().heartbeats, count: ledger.heartbeats },
    { kind: 'duplicates', name: words().duplicates, count: ledger.duplicates },
    { kind: 'bots', name: words().botEvents, count: ledger.bots },
    { kind: 'rejected', name: words().rejected, count: rejected },
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-ledger': LedgerPart;
  }
}
