import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WeekHeatMapCell } from '../../../api/schema.js';
import { number, weekday } from '../../app/format.js';
import { base } from '../../app/styles/base.js';
import { SpComponent } from '../element.js';
import { styles } from './heat-map.styles.js';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Heat map of hours and weekdays as a table. Darker cells have higher values. It is one tab stop,
 * and the arrow keys move between cells.
 *
 * @fires sp-hour - a cell was clicked or chosen with Enter, detail {@link WeekHeatMapCell}
 * @csspart table - the map
 * @csspart legend - scale from low to high
 * @cssproperty --sp-heat-0 - colour of zero
 * @cssproperty --sp-heat-1 - colour of the maximum
 */
export class SpHeatMap extends SpComponent {
  static override styles = [base, styles];

  @property({ attribute: false }) cells: readonly WeekHeatMapCell[] = [];
  @property() metric: 'visits' | 'views' = 'visits';
  /** Title for screen readers. */
  @property() heading = '';

  /** Cell with the tab stop: weekday and hour. The pointer does not move it. */
  @state() private at: readonly [number, number] = [1, 8];
  /** Cell that is told below the map, focused or under the pointer. */
  @state() private told?: readonly [number, number];

  private cell(weekday: number, hour: number): WeekHeatMapCell {
    return (
      this.cells.find((cell) => cell.weekday === weekday && cell.hour === hour) ?? {
        weekday,
        hour,
        views: 0,
        visits: 0,
      }
    );
  }

  private say(day: number, hour: number): string {
    const { messages, metric } = this;
    const figure = `${number(this.cell(day, hour)[metric])} ${messages[metric]}`;
    return messages.cellOf(weekday(day), `${String(hour)}–${String(hour + 1)}`, figure);
  }

  private tellOf(weekday: number, hour: number): void {
    this.at = [weekday, hour];
    this.told = this.at;
  }

  private readonly move = (event: KeyboardEvent): void => {
    const [weekday, hour] = this.at;
    const step = MOVES[event.key];
    if (event.key === 'Enter') {
      this.emit('sp-hour', this.cell(weekday, hour));
    }
    if (!step) {
      return;
    }
    event.preventDefault();
    this.tellOf(((weekday + 6 + step[0]) % 7) + 1, (hour + 24 + step[1]) % 24);
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    });
  };

  override render(): TemplateResult {
    const most = Math.max(1, ...this.cells.map((cell) => cell[this.metric]));
    const { messages } = this;
    return html`<table
        part="table"
        @keydown=${this.move}
        aria-label=${this.heading || messages.hour}
        aria-describedby="hint"
      >
        <thead>
          <tr>
            <th class="corner" scope="col"><span class="unseen">${messages.hour}</span></th>
            ${HOURS.map((hour) => html`<th scope="col" class=${hour % 6 === 0 ? 'sixth' : ''}><span>${hour}</span></th>`)}
          </tr>
        </thead>
        <tbody>
          ${DAYS.map(
            (day) =>
              html`<tr>
                <th scope="row">${weekday(day, 'short')}</th>
                ${HOURS.map((hour) => this.drawCell(day, hour, most))}
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="unseen" id="hint">${messages.heatHint}</p>
      <div class="foot">
        <span class="said" aria-hidden="true"
          >${this.told ? this.say(this.told[0], this.told[1]) : ''}</span
        >
        <span class="legend" part="legend" aria-hidden="true"
          >${messages.less}<span class="ramp"></span>${messages.more}</span
        >
      </div>`;
  }

  private drawCell(day: number, hour: number, most: number): TemplateResult {
    const level = Math.round((10 * this.cell(day, hour)[this.metric]) / most);
    const here = this.at[0] === day && this.at[1] === hour;
    return html`<td
      class=${`l${String(level)}`}
      tabindex=${here ? 0 : -1}
      title=${this.say(day, hour)}
      @focus=${() => {
        this.tellOf(day, hour);
      }}
      @pointerenter=${() => {
        this.told = [day, hour];
      }}
      @click=${() => {
        this.emit('sp-hour', this.cell(day, hour));
      }}
    >
      <span class="unseen">${number(this.cell(day, hour)[this.metric])}</span>
    </td>`;
  }
}
