import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base, controls } from '../../app/styles/base.js';
import { onTheme } from '../../app/theme.js';
import { SpComponent } from '../element.js';
import { cell, type Kind } from '../format.js';
import { styles } from './chart.styles.js';
import { init, type EChartsType } from './echarts.js';
import { legend } from './legend.js';
import { describeMarks, marked, type Mark } from './marks.js';
import { option, type Colors, type Series } from './option.js';

/** Detail of `sp-point`: the index of the point, and its key if it has one. */
export interface Point {
  readonly index: number;
  readonly key: string | undefined;
}

/**
 * A line or bar chart with the same figures as a table for screen readers. Owns its ECharts
 * instance: creates it when the element is shown, resizes it with the element and disposes of it.
 *
 * @slot - below the chart
 * @fires sp-point - a point was clicked or chosen in the table, detail {@link Point}
 * @csspart base - the figure
 * @csspart canvas - the drawing
 * @csspart table - the figures as a table
 * @cssproperty --sp-chart-height - 17rem
 * @cssproperty --sp-accent - first series (others: --sp-series-2 to --sp-series-6, compared:
 *   --sp-compare)
 */
export class SpChart extends SpComponent {
  static override styles = [base, controls, styles];

  @property() kind: 'line' | 'bar' = 'line';
  /** Title of the chart, shown as its caption unless `silent`. */
  @property() heading = '';
  /** The heading is only for screen readers, because it is already visible above. */
  @property({ type: Boolean }) silent = false;
  @property({ attribute: false }) labels: readonly string[] = [];
  @property({ attribute: false }) series: readonly Series[] = [];
  /** Marked points. */
  @property({ attribute: false }) marks: readonly Mark[] = [];
  /** The marks are listed below the chart, and not in its legend. */
  @property({ type: Boolean }) listed = false;
  /** Format of the values. */
  @property() unit: Kind = 'count';
  /** Draws horizontal bars. */
  @property({ type: Boolean }) lying = false;
  /** Keys of the labels for `sp-point`. With keys, points can be chosen. */
  @property({ attribute: false }) keys: readonly string[] = [];

  @state() private asTable = false;
  @query('.canvas') private readonly place!: HTMLElement | null;

  private chart: EChartsType | undefined;
  private readonly sizes = new ResizeObserver(() => this.chart?.resize());
  private endTheme: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.endTheme = onTheme(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endTheme?.();
    this.end();
  }

  override updated(): void {
    if (this.asTable || !this.place) {
      this.end();
      return;
    }
    this.chart ??= this.start(this.place);
    this.chart.setOption(option(this.model()), { notMerge: true });
  }

  private start(place: HTMLElement): EChartsType {
    const chart = init(place, undefined, { devicePixelRatio: Math.max(2, devicePixelRatio) });
    // Clicks count anywhere in the column of a point, not only on the thin line.
    chart.getZr().on('click', ({ offsetX, offsetY }) => {
      const at = chart.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY]);
      const index = Math.round(at[this.lying ? 1 : 0] ?? -1);
      if (chart.containPixel({ gridIndex: 0 }, [offsetX, offsetY])) {
        this.choose(index);
      }
    });
    this.sizes.observe(place);
    return chart;
  }

  private end(): void {
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  private choose(index: number): void {
    if (index >= 0 && index < this.labels.length) {
      this.emit('sp-point', { index, key: this.keys[index] } satisfies Point);
    }
  }

  private model(): Parameters<typeof option>[0] {
    const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    return {
      kind: this.kind,
      labels: this.labels,
      series: this.series,
      marks: this.marks,
      unit: this.unit,
      lying: this.lying,
      colors: this.colors(),
      motion,
    };
  }

  private colors(): Colors {
    const style = getComputedStyle(this);
    const of = (name: string, otherwise: string): string =>
      style.getPropertyValue(name).trim() || otherwise;
    const more = ['#b3721b', '#6b5aa8', '#3f7d3a', '#a8436b', '#5b6670'];
    return {
      text: of('--sp-text', '#1b2125'),
      muted: of('--sp-muted', '#586169'),
      line: of('--sp-line', '#e1e2dd'),
      surface: of('--sp-surface', '#fff'),
      compare: of('--sp-compare', '#7c868d'),
      font: style.fontFamily || 'sans-serif',
      series: [
        of('--sp-accent', '#0b5f73'),
        ...more.map((color, index) => of(`--sp-series-${String(index + 2)}`, color)),
      ],
    };
  }

  override render(): TemplateResult {
    const { messages } = this;
    return html`<figure part="base">
      <div class="head">
        ${this.heading ? html`<figcaption class=${this.silent ? 'unseen' : ''}>${this.heading}</figcaption>` : nothing}
        <button
          class="quiet switch"
          type="button"
          aria-pressed=${this.asTable ? 'true' : 'false'}
          @click=${() => {
            this.asTable = !this.asTable;
          }}
        >
          ${messages.asTable}
        </button>
      </div>
      ${this.asTable ? nothing : this.drawLegend()}
      ${this.asTable ? this.drawTable() : html`<div part="canvas" class=${this.keys.length ? 'canvas clickable' : 'canvas'} role="img" aria-label=${this.summary()}></div>`}
      <slot></slot>
    </figure>`;
  }

  private drawLegend(): unknown {
    const marks = this.listed ? [] : this.marks;
    return this.series.length > 1 || marks.length > 0 ? legend(this.series, marks) : nothing;
  }

  /** Describes the chart with one sentence per series. */
  private summary(): string {
    const said = this.series.map(({ name, values }) => {
      const known = values.filter((value): value is number => value !== null);
      const at = (value: number): string => this.labels[values.indexOf(value)] ?? '';
      const [low, high] = [Math.min(...known), Math.max(...known)];
      return known.length === 0
        ? name
        : `${name}: ${this.messages.lowest(this.write(low), at(low))}, ${this.messages.highest(this.write(high), at(high))}`;
    });
    const marks = describeMarks(this.marks, this.labels);
    return [this.messages.chartOf(this.heading), ...said, ...marks].join('. ');
  }

  private write(value: number | null): string {
    return cell(value, this.unit);
  }

  private drawTable(): TemplateResult {
    return html`<div
      class="table"
      part="table"
      tabindex="0"
      role="region"
      aria-label=${this.heading || this.messages.asTable}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${this.messages.time}</th>
            ${this.series.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.labels.map(
            (label, index) =>
              html`<tr>
                <th scope="row">
                  ${
                    this.keys.length
                      ? html`<button
                          class="quiet"
                          type="button"
                          @click=${() => {
                            this.choose(index);
                          }}
                        >
                          ${marked(label, index, this.marks)}
                        </button>`
                      : marked(label, index, this.marks)
                  }
                </th>
                ${this.series.map(({ values }) => html`<td class="number">${this.write(values[index] ?? null)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
