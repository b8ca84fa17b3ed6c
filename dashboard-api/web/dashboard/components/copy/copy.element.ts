import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base, controls } from '../../app/styles/base.js';
import { SpComponent } from '../element.js';
import { styles } from './copy.styles.js';

/**
 * A text with a button that copies it, such as embedding code.
 *
 * @csspart base - the text
 * @cssproperty --sp-sunken - background
 */
export class SpCopy extends SpComponent {
  static override styles = [base, controls, styles];

  /** Label of the text. */
  @property() label = '';
  @property() text = '';

  @state() private said: 'copied' | 'copyFailed' | undefined;

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.said = 'copied';
    } catch {
      this.said = 'copyFailed';
    }
  }

  override render(): TemplateResult {
    return html`<div class="head">
        <span class="label" id="label">${this.label}</span>
        <button type="button" aria-describedby="label" @click=${() => void this.copy()}>
          ${this.messages.copy}
        </button>
      </div>
      <pre part="base" tabindex="0" role="region" aria-labelledby="label">${this.text}</pre>
      <p class="said" role="status">${this.said ? this.messages[this.said] : ''}</p>`;
  }
}
