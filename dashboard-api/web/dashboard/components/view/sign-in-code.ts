import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { PendingSignInResponse, SessionResponse } from '../../../api/schema.js';
import { define, SpElement } from '../../app/element.js';
import { begin } from '../../app/session.js';
import { base, controls } from '../../app/styles/base.js';
import { messages } from '../../messages/sign-in.js';
import { textField, valueOf } from '../field/field.js';
import { fields } from '../field/field.styles.js';
import { SubmitController } from './submit-controller.js';

/** The answer to a right password: a session, or a token to be sent with a code. */
export type SignInAnswer = SessionResponse | PendingSignInResponse;

/** Starts the session of an answer. Returns the token if a code must follow. */
export function beginOrAsk(answer: SignInAnswer): string | undefined {
  if ('pending' in answer) {
    return answer.pending;
  }
  begin(answer);
  return undefined;
}

/**
 * Second step of a sign-in: asks for the code of the authenticator app.
 *
 * @fires sp-signed-in - the session has begun
 * @fires sp-restart - login and password must be entered again
 */
export class SignInCode extends SpElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      form {
        display: grid;
        gap: 1rem;
      }
    `,
  ];

  /** Token of the sign-in whose password was right. */
  @property() pending = '';
  private readonly submission = new SubmitController(this, ({ kind }) =>
    kind === 'second-factor'
      ? messages().signInCodeWrong
      : kind === 'sign-in-expired'
        ? messages().signInLate
        : undefined,
  );

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#code')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<form novalidate @submit=${this.submit}>
      ${this.submission.draw(['code'])}
      ${textField({
        name: 'code',
        label: messages().signInCode,
        hint: messages().signInCodeHint,
        autocomplete: 'one-time-code',
        verbatim: true,
        required: true,
        fault: this.submission.fault('code'),
      })}
      <button class="primary" ?disabled=${this.submission.busy}>${messages().signIn}</button>
      <button
        type="button"
        class="quiet"
        @click=${() => {
          this.dispatchEvent(new Event('sp-restart'));
        }}
      >
        ${messages().signInAgain}
      </button>
    </form>`;
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const code = valueOf(event.target as HTMLFormElement, 'code').trim();
    if (!this.submission.check({ code: code ? undefined : messages().missing })) {
      return;
    }
    await this.submission.run(async () => {
      const { pending } = this;
      begin(await api.post<SessionResponse>('session/code', { pending, code }));
      this.dispatchEvent(new Event('sp-signed-in'));
    });
  };
}

define('sp-sign-in-code', SignInCode);

declare global {
  interface HTMLElementTagNameMap {
    'sp-sign-in-code': SignInCode;
  }
}
