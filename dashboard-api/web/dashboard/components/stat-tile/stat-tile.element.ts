import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { change, direction } from '../../app/format.js';
import { base } from '../../app/styles/base.js';
import { SpComponent } from '../element.js';
import { styles } from './stat-tile.styles.js';

/**
 * A figure with its label, change and a note.
 *
 * @slot - below the figure, e.g. a spark line
 * @slot note - the remark, instead of the attribute
 * @csspart base - the tile
 * @csspart value - the figure
 * @cssproperty --sp-good - colour of an increase
 * @cssproperty --sp-bad - colour of a decrease
 */
export class SpStatTile extends SpComponent {
  static override styles = [base, styles];

  @property() label = '';
  /** Formatted value. */
  @property() value = '';
  /** Relative change: 0.123 is +12,3%. Null: nothing to compare with. Undefined: no comparison. */
  @property({ attribute: false }) change: number | null | undefined;
  /** Compared period or another remark. */
  @property() note = '';

  override render(): TemplateResult {
    return html`<div class="tile" part="base" role="group" aria-label=${this.label}>
      <span class="label">${this.label}</span>
      <span class="value" part="value">${this.value}</span>
      ${this.change === undefined ? nothing : this.drawChange(this.change)}
      <slot name="note">${this.note ? html`<span class="note">${this.note}</span>` : nothing}</slot>
      <slot></slot>
    </div>`;
  }

  private drawChange(by: number | null): TemplateResult {
    if (by === null) {
      return html`<span class="change">${this.messages.noChange}</span>`;
    }
    const way = direction(by);
    const sign = { up: '▲', down: '▼', same: '=' }[way];
    return html`<span class="change number ${way}"
      ><span aria-hidden="true">${sign}</span> ${change(by)}</span
    >`;
  }
}
