import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { dayLong } from '../../../app/format.js';
import { icon } from '../../../app/icons.js';
import { addDays, today } from '../../../app/period.js';
import { to } from '../../../app/router.js';
import { words } from '../messages.js';
import { dayStyles } from './day-pages.styles.js';
import { ReportPart } from './report-panel.js';
import './breakdown.define.js';

/** "Xem tin theo ngày": what was read on one day of the period. */
export class DayPagesPart extends ReportPart {
  static override styles: CSSResultGroup = [ReportPart.styles, dayStyles];

  protected override render(): unknown {
    const { question } = this;
    const day = question?.day;
    if (!day) {
      return nothing;
    }
    const ofDay = { ...question, period: day, day: undefined };
    const path = question.scope === 'all' ? 'all' : question.scope.replace(':', '/');
    return html`<section class="panel day" aria-label=${words().dayPages(dayLong(day))}>
      <header>
        <h2>${words().dayPages(dayLong(day))}</h2>
        <span class="steps">
          ${this.step(addDays(day, -1), 'left', words().previousDay, false)}
          ${this.step(addDays(day, 1), 'right', words().nextDay, day >= today())}
        </span>
        <a class="whole" href=${to(path, { period: day, compare: question.compare })}
          >${words().wholeDay}</a
        >
        <button
          type="button"
          class="quiet"
          @click=${() => {
            this.change({ day: undefined });
          }}
        >
          ${icon('close')}${words().closeDay}
        </button>
      </header>
      <sp-breakdown bare .question=${ofDay} .dimensions=${['page']}></sp-breakdown>
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
    'sp-day-pages': DayPagesPart;
  }
}
