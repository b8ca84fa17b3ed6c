import { html, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../../app/styles/base.js';
import { SpComponent } from '../element.js';
import { styles } from './spark-line.styles.js';

const WIDTH = 100;
const HEIGHT = 28;

/**
 * A small line chart beside a number, without axes, starting at zero.
 *
 * @csspart base - the drawing
 * @cssproperty --sp-spark-width - 6.5rem
 * @cssproperty --sp-spark-height - 1.75rem
 * @cssproperty --sp-accent - colour of the line
 */
export class SpSparkLine extends SpComponent {
  static override styles = [base, styles];

  /** Values, oldest first, null if unknown. */
  @property({ attribute: false }) values: readonly (number | null)[] = [];
  /** Text alternative. Without it the line is decorative and hidden from screen readers. */
  @property() label = '';

  override render(): TemplateResult {
    const points = this.points();
    const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
    const last = points.at(-1);
    const named = this.label !== '';
    return html`<svg
      part="base"
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      preserveAspectRatio="none"
      role=${named ? 'img' : nothing}
      aria-label=${named ? this.label : nothing}
      aria-hidden=${named ? nothing : 'true'}
    >
      ${
        last
          ? svg`<polygon class="area" points="0,${HEIGHT} ${path} ${WIDTH},${HEIGHT}"></polygon>
            <polyline class="line" points=${path}></polyline>
            <line class="last" x1=${last[0]} y1=${last[1]} x2=${last[0]} y2=${last[1]}></line>`
          : nothing
      }
    </svg>`;
  }

  private points(): (readonly [number, number])[] {
    const most = Math.max(1, ...this.values.map((value) => value ?? 0));
    const step = WIDTH / Math.max(1, this.values.length - 1);
    return this.values.map(
      (value, index) => [index * step, HEIGHT - 2 - (HEIGHT - 5) * ((value ?? 0) / most)] as const,
    );
  }
}
