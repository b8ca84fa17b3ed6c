import { html, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { share as percent } from '../../app/format.js';
import { base } from '../../app/styles/base.js';
import { SpComponent } from '../element.js';
import { styles } from './attainment.styles.js';

/**
 * Progress of a target: "đạt 121,4% kế hoạch" over a bar. The part above 100% is drawn beyond a
 * mark.
 *
 * @csspart base - text and bar
 * @cssproperty --sp-bar - remaining part
 * @cssproperty --sp-accent - reached part, or --sp-good once the target is reached
 */
export class SpAttainment extends SpComponent {
  static override styles = [base, styles];

  /** Fraction of the target, null if unknown. */
  @property({ attribute: false }) share: number | null = null;

  override render(): TemplateResult {
    const { share: part, messages } = this;
    if (part === null) {
      return html`<span class="muted">${messages.unknownShare}</span>`;
    }
    const whole = Math.max(1, part);
    const x = String((100 * 1) / whole);
    return html`<div class="row ${part >= 1 ? 'reached' : ''}" part="base">
      <span class="said">${messages.attained(percent(part))}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="8"></rect>
        <rect class="fill" width=${String((100 * part) / whole)} height="8"></rect>
        ${part > 1 ? svg`<line class="plan" x1=${x} x2=${x} y1="0" y2="8"></line>` : nothing}
      </svg>
    </div>`;
  }
}
