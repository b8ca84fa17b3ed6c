import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base, controls } from '../../app/styles/base.js';
import {
  parsePeriod,
  periodName,
  periodOf,
  step,
  today,
  type Comparison,
  type Period,
  type PeriodKind,
} from '../../app/period.js';
import { dayText, dayTyped } from '../../app/typed.js';
import { SpComponent } from '../element.js';
import { calendar } from '../field/calendar.js';
import { datedStyles } from '../field/field.styles.js';
import { offered } from './offered-periods.js';
import { styles } from './period-picker.styles.js';

const KINDS: readonly PeriodKind[] = [
  'day',
  'week',
  'month',
  'quarter',
  'half-year',
  'year',
  'free',
];
const COMPARISONS = [
  ['year', 'compareYear'],
  ['previous', 'comparePrevious'],
  ['none', 'compareNone'],
] as const;

/** Detail of `sp-period-change`. */
export interface PeriodChange {
  readonly period: string;
  readonly compare: Comparison;
}

/**
 * Picker for the period and the comparison of a report.
 *
 * @fires sp-period-change - its properties have changed, detail {@link PeriodChange}
 * @csspart base - all of it
 * @cssproperty --sp-line-strong - border of the fields
 */
export class SpPeriodPicker extends SpComponent {
  static override styles = [base, controls, datedStyles, styles];

  /** Text of the period. */
  @property() value = '';
  @property() compare: Comparison = 'year';
  /** Last day with figures, by default today. */
  @property() latest = '';
  /** Kinds of periods to choose from. */
  @property({ attribute: false }) kinds: readonly PeriodKind[] = KINDS;
  /** True if a comparison can be chosen. */
  @property({ attribute: false }) comparable = true;
  @state() private fault: 'backwards' | 'notADay' | undefined;

  private get chosen(): Period {
    return parsePeriod(this.value) ?? periodOf('month', this.last);
  }

  private get last(): string {
    return this.latest || today();
  }

  private choose(period: Period, compare = this.compare): void {
    this.fault = undefined;
    this.value = period.text;
    this.compare = compare;
    this.emit('sp-period-change', { period: period.text, compare } satisfies PeriodChange);
  }

  private chooseKind(kind: PeriodKind): void {
    const { from, to } = this.chosen;
    const end = to > this.last ? this.last : to;
    const free = parsePeriod(`${from > end ? end : from}..${end}`);
    this.choose(kind === 'free' && free ? free : periodOf(kind, end));
  }

  private chooseFree(from: string, to: string): void {
    const period = parsePeriod(`${from}..${to}`);
    this.fault = period ? undefined : 'backwards';
    if (period) {
      this.choose(period);
    }
  }

  override render(): TemplateResult {
    const { chosen, messages } = this;
    const later = step(chosen, 1).from > this.last;
    return html`<div part="base" class="row" role="group" aria-label=${messages.period}>
      ${this.kinds.length > 1 ? this.drawKinds(chosen) : nothing}
      <div class="steps">
        <button
          class="icon-button"
          type="button"
          aria-label=${messages.previousPeriod}
          title=${messages.previousPeriod}
          @click=${() => {
            this.choose(step(chosen, -1));
          }}
        >
          ‹
        </button>
        ${this.drawField(chosen)}
        <button
          class="icon-button"
          type="button"
          aria-label=${messages.nextPeriod}
          title=${messages.nextPeriod}
          ?disabled=${later}
          @click=${() => {
            this.choose(step(chosen, 1));
          }}
        >
          ›
        </button>
      </div>
      ${this.comparable ? this.drawComparison() : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${messages[this.fault]}</p>` : nothing}
    </div>`;
  }

  private drawKinds(chosen: Period): TemplateResult {
    return html`<div class="field">
      <label for="kind">${this.messages.kindOfPeriod}</label>
      <select
        id="kind"
        @change=${(event: Event) => {
          this.chooseKind(picked(event) as PeriodKind);
        }}
      >
        ${this.kinds.map((kind) => html`<option value=${kind} .selected=${kind === chosen.kind}>${this.messages[kind]}</option>`)}
      </select>
    </div>`;
  }

  private drawField(chosen: Period): TemplateResult {
    if (chosen.kind === 'free') {
      return this.drawFree(chosen);
    }
    return html`<div class="field">
      <label for="period">${this.messages.period}</label>
      ${
        chosen.kind === 'day'
          ? this.drawDay('period', this.messages.period, chosen.from, (iso) => {
              this.choose(parsePeriod(iso) ?? chosen);
            })
          : html`<select
              id="period"
              @change=${(event: Event) => {
                this.choose(parsePeriod(picked(event)) ?? chosen);
              }}
            >
              ${offered(chosen, this.last).map((period) => html`<option value=${period.text} .selected=${period.text === chosen.text}>${periodName(period)}</option>`)}
            </select>`
      }
    </div>`;
  }

  private drawFree({ from, to }: Period): TemplateResult {
    const { messages } = this;
    return html`<div class="free">
      <div class="field">
        <label for="from">${messages.from}</label>
        ${this.drawDay('from', messages.from, from, (iso) => {
          this.chooseFree(iso, to);
        })}
      </div>
      <div class="field">
        <label for="to">${messages.to}</label>
        ${this.drawDay('to', messages.to, to, (iso) => {
          this.chooseFree(from, iso);
        })}
      </div>
    </div>`;
  }

  /** Draws a day as it is typed in all forms, with a calendar. */
  private drawDay(
    id: string,
    label: string,
    iso: string,
    choose: (iso: string) => void,
  ): TemplateResult {
    const entered = (text: string): void => {
      const day = dayTyped(text);
      this.fault = day === undefined ? 'notADay' : undefined;
      if (day !== undefined) {
        choose(day);
      }
    };
    return html`<span class="dated"
      ><input
        id=${id}
        class="day"
        autocomplete="off"
        placeholder=${this.messages.dayForm}
        .value=${dayText(iso)}
        @change=${(event: Event) => {
          entered(picked(event));
        }}
      />${calendar({ type: 'day', label, value: dayText(iso), disabled: false, onInput: entered })}</span
    >`;
  }

  private drawComparison(): TemplateResult {
    return html`<div class="field">
      <label for="compare">${this.messages.compareWith}</label>
      <select
        id="compare"
        @change=${(event: Event) => {
          this.choose(this.chosen, picked(event) as Comparison);
        }}
      >
        ${COMPARISONS.map(([value, word]) => html`<option value=${value} .selected=${value === this.compare}>${this.messages[word]}</option>`)}
      </select>
    </div>`;
  }
}

function picked(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
