import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { base, controls } from '../../app/styles/base.js';
import { SpComponent } from '../element.js';
import { styles } from './dialog.styles.js';

/**
 * A modal dialog. It uses the browser's `<dialog>`, which keeps the focus inside, closes with
 * Escape and restores the focus.
 *
 * @slot - content
 * @slot actions - one element with the buttons, the main action last
 * @fires sp-close - closed by Escape or its cross, with `open` already false
 * @csspart base - the dialog
 * @cssproperty --sp-dialog-width - 34rem, at most the width of the screen
 */
export class SpDialog extends SpComponent {
  static override styles = [base, controls, styles];

  @property({ type: Boolean, reflect: true }) open = false;
  @property() heading = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  override updated(changes: PropertyValues<this>): void {
    if (!changes.has('open') || !this.dialog) {
      return;
    }
    if (this.open && !this.dialog.open) {
      this.dialog.showModal();
      // The content is drawn a little later. The focus goes to its first field.
      requestAnimationFrame(() => {
        firstField(this)?.focus();
      });
    } else if (!this.open && this.dialog.open) {
      this.dialog.close();
    }
  }

  private readonly onClose = (): void => {
    if (this.open) {
      this.open = false;
      this.emit('sp-close');
    }
  };

  override render(): TemplateResult {
    return html`<dialog part="base" aria-labelledby="heading" @close=${this.onClose}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button
          class="quiet close"
          type="button"
          aria-label=${this.messages.close}
          @click=${() => {
            this.dialog?.close();
          }}
        >
          ×
        </button>
      </header>
      <div class="body"><slot></slot></div>
      <slot name="actions"></slot>
    </dialog>`;
  }
}

const FIELDS = 'input:enabled, select:enabled, textarea:enabled';

/** Returns the first field of the slotted content or inside it. */
function firstField(within: Element): HTMLElement | undefined {
  for (const child of within.children) {
    const found = child.matches(FIELDS)
      ? (child as HTMLElement)
      : (child.shadowRoot?.querySelector<HTMLElement>(FIELDS) ?? firstField(child));
    if (found) {
      return found;
    }
  }
  return undefined;
}
