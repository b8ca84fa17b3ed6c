import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PublicTotal } from '../../../../api/schema.js';
import { api } from '../../../app/api/client.js';
import { define, SpElement } from '../../../app/element.js';
import { Fetching } from '../../../app/fetching.js';
import { number, siteTime } from '../../../app/format.js';
import { dictionary } from '../../../app/language.js';
import { to } from '../../../app/router.js';
import { base } from '../../../app/styles/base.js';

const messages = dictionary(
  {
    label: 'Số công khai (tổng lượt truy cập)',
    sum: (baseline: string, days: string) => `= số ban đầu ${baseline} + các ngày ${days}`,
    equal: 'khớp',
    unequal: 'đang có chênh lệch',
    open: 'Xem và đếm lại',
    entered: (at: string, by: string, now: string) => `${at}: ${by} nhập số ban đầu ${now}`,
    corrected: (at: string, by: string, before: string, now: string) =>
      `${at}: ${by} sửa số ban đầu ${before} → ${now}`,
  },
  {
    label: 'Public total (visits)',
    sum: (baseline: string, days: string) => `= baseline ${baseline} + days ${days}`,
    equal: 'equal',
    unequal: 'there is a difference',
    open: 'See and recount',
    entered: (at: string, by: string, now: string) => `${at}: ${by} entered the baseline ${now}`,
    corrected: (at: string, by: string, before: string, now: string) =>
      `${at}: ${by} changed the baseline ${before} → ${now}`,
  },
);

/** One line about the public total of a site, with the way to its recount. */
export class PublicTotalLine extends SpElement {
  static override styles = [
    base,
    css`
      p {
        margin-top: 0.75rem;
        overflow-wrap: anywhere;
      }
      .correction {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) site = '';

  private readonly total = new Fetching(
    this,
    () => (this.site ? ([this.site] as [string]) : undefined),
    (signal, site) => api.get<PublicTotal>(`sites/${encodeURIComponent(site)}/total`, { signal }),
  );

  protected override render(): unknown {
    const none = (): TemplateResult => this.draw(nothing, nothing);
    return this.total.draw({
      waiting: none,
      failed: none,
      ready: (total) => this.draw(sumOf(total), correctionsOf(total)),
    });
  }

  private draw(text: unknown, corrections: unknown): TemplateResult {
    return html`<p class="small">
      <span class="muted">${messages().label}</span> ${text}
      <a href=${to(`total/${encodeURIComponent(this.site)}`)}>${messages().open}</a>
      ${corrections}
    </p>`;
  }
}

function sumOf({ shown, sites, proof }: PublicTotal): TemplateResult {
  const baseline = sites.reduce((sum, one) => sum + (one.baseline?.visits ?? 0), 0);
  const days = messages().sum(number(baseline), number(shown.visits - baseline));
  const result = proof === 'equal' ? messages().equal : messages().unequal;
  return html`<b>${number(shown.visits)}</b> ${days} · ${result} ·`;
}

/** Every entry and change of the baseline, each on a line. */
function correctionsOf({ sites, zone }: PublicTotal): unknown {
  return sites
    .flatMap(({ corrections }) => corrections)
    .map(({ at, by, before, after }) => {
      const now = number(after?.visits ?? 0);
      const text = before
        ? messages().corrected(siteTime(at, zone), by, number(before.visits), now)
        : messages().entered(siteTime(at, zone), by, now);
      return html`<span class="muted correction">${text}</span>`;
    });
}

define('sp-public-total', PublicTotalLine);

declare global {
  interface HTMLElementTagNameMap {
    'sp-public-total': PublicTotalLine;
  }
}
