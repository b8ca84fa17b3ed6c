import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { dayLong } from '../../../app/format.js';
import { icon } from '../../../app/icons.js';
import { addDays, today } from '../../../app/period.js';
import { to } from '../../../app/router.js';
import { messages } from '../messages.js';
import { dayStyles } from './day-pages.styles.js';
import { ReportPanel } from './report-panel.js';
import './breakdown.define.js';

/** "Xem tin theo ngày": pages read on one day of the period. */
export class DayPagesPanel extends ReportPanel {
  static override styles: CSSResultGroup = [ReportPanel.styles, dayStyles];

  protected override render(): unknown {
    const { reportQuery } = this;
    const day = reportQuery?.day;
    if (!day) {
      return nothing;
    }
    const ofDay = { ...reportQuery, period: day, day: undefined };
    const path = reportQuery.scope === 'all' ? 'all' : reportQuery.scope.replace(':', '/');
    return html`<section class="panel day" aria-label=${messages().dayPages(dayLong(day))}>
      <header>
        <h2>${messages().dayPages(dayLong(day))}</h2>
        <span class="steps">
          ${this.step(addDays(day, -1), 'left', messages().previousDay, false)}
          ${this.step(addDays(day, 1), 'right', messages().nextDay, day >= today())}
        </span>
        <a class="whole" href=${to(path, { period: day, compare: reportQuery.compare })}
          >${messages().wholeDay}</a
        >
        <button
          type="button"
          class="quiet"
          @click=${() => {
            this.change({ day: undefined });
          }}
        >
          ${icon('close')}${messages().closeDay}
        </button>
      </header>
      <sp-breakdown bare .reportQuery=${ofDay} .dimensions=${['page']}></sp-breakdown>
    </section>`;
  }

  private step(
    day: string,
    sign: 'left' | 'right',
    name: string,
    disabled: boolean,
  ): TemplateResult {
    return html`<button
      type="button"
      class="quiet"
      title=${name}
      ?disabled=${disabled}
      @click=${() => {
        this.change({ day });
      }}
    >
      ${icon(sign)}<span class="unseen">${name}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-day-pages': DayPagesPanel;
  }
}
