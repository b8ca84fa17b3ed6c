import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, controls } from '../../app/styles/base.js';
import { SpComponent } from '../element.js';
import { TOAST_EVENT } from './show-toast.js';
import { styles } from './toast.styles.js';

/** Time a message stays, unless the pointer or the focus is on it. */
const STAYS_MS = 7_000;

/**
 * Toast messages of the page, such as "Đã lưu", announced politely. One per page. Other code calls
 * `showToast`.
 *
 * @csspart toast - one line
 * @cssproperty --sp-text - background (text: --sp-surface)
 */
export class SpToast extends SpComponent {
  static override styles = [base, controls, styles];

  @state() private lines: readonly { readonly id: number; readonly text: string }[] = [];
  private last = 0;

  private readonly onTold = (event: Event): void => {
    const id = ++this.last;
    this.lines = [...this.lines.slice(-2), { id, text: (event as CustomEvent<string>).detail }];
    this.later(id);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(TOAST_EVENT, this.onTold);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(TOAST_EVENT, this.onTold);
  }

  private later(id: number): void {
    setTimeout(() => {
      if (this.matches(':hover, :focus-within')) {
        this.later(id);
      } else {
        this.drop(id);
      }
    }, STAYS_MS);
  }

  private drop(id: number): void {
    this.lines = this.lines.filter((line) => line.id !== id);
  }

  override render(): TemplateResult {
    return html`<div role="status" aria-live="polite">
      ${repeat(
        this.lines,
        ({ id }) => id,
        ({ id, text }) =>
          html`<p class="toast" part="toast">
            ${text}
            <button
              type="button"
              aria-label=${this.messages.dismiss}
              @click=${() => {
                this.drop(id);
              }}
            >
              ×
            </button>
          </p>`,
      )}
    </div>`;
  }
}
