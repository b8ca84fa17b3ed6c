import { css, html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { define, SpElement } from '../element.js';
import { onQuestion, type Question } from '../question.js';
import { base, controls } from '../styles/base.js';

/** Dialog for the questions of the page. Escape means no. */
export class QuestionElement extends SpElement {
  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: min(100vw - 1.5rem, 28rem);
        padding: 1.1rem;
        border: 1px solid var(--sp-line);
        border-radius: var(--sp-radius);
        background: var(--sp-surface);
        color: var(--sp-text);
        box-shadow: var(--sp-shadow);
      }
      dialog::backdrop {
        background: rgb(10 16 20 / 45%);
      }
      p {
        margin: 0.75rem 0 1.25rem;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        justify-content: flex-end;
      }
    `,
  ];

  @state() private question: Question | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  private endAsking: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.endAsking = onQuestion((question) => {
      void this.open(question);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endAsking?.();
  }

  private async open(question: Question): Promise<void> {
    this.question = question;
    await this.updateComplete;
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
  }

  private readonly close = (): void => {
    this.dialog.close();
  };

  private readonly act = (): void => {
    const { question } = this;
    this.dialog.close();
    question?.go();
  };

  protected override render(): TemplateResult {
    const { question } = this;
    return html`<dialog aria-labelledby="heading" aria-describedby="text">
      <h2 id="heading">${question?.heading}</h2>
      <p id="text">${question?.text}</p>
      <div class="buttons">
        <button type="button" class="primary" @click=${this.close}>${question?.cancel}</button>
        <button type="button" class="danger" @click=${this.act}>${question?.act}</button>
      </div>
    </dialog>`;
  }
}

define('sp-question', QuestionElement);

declare global {
  interface HTMLElementTagNameMap {
    'sp-question': QuestionElement;
  }
}
