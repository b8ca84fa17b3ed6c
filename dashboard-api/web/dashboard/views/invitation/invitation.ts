import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { Problem } from '../../app/api/problem.js';
import { Fetching } from '../../app/fetching.js';
import { waiting } from '../../app/states.js';
import { codeOfLink, NewPasswordView } from '../../components/view/new-password.js';
import { navigate, to } from '../../app/router.js';
import { beginOrAsk, type SignInAnswer } from '../../components/view/sign-in-code.js';
import { messages } from '../../messages/sign-in.js';

/** Sets the first password of an account with the code of an invitation link. */
export class InvitationView extends NewPasswordView {
  private readonly code = codeOfLink();
  /** Token of a sign-in whose code is to be entered. */
  @state() private pending: string | undefined;
  /** Checks the link before anything is typed. That does not use it up. */
  private readonly checked = new Fetching(
    this,
    () => (this.code ? ([this.code] as [string]) : undefined),
    async (signal, code) => {
      await api.post('invitation/check', { code }, { signal });
      return true;
    },
  );

  protected override render(): TemplateResult {
    const inside = this.code
      ? this.checked.draw({
          waiting: () => waiting(3),
          // Only a dead link ends here. Whatever else fails may succeed with the password.
          failed: (problem) => (problem.status === 410 ? dead() : this.drawForm()),
          ready: () => this.drawForm(),
        })
      : html`<p class="notice bad" role="alert">${messages().invitationMissing}</p>`;
    return this.card(messages().invitation, messages().invitationLead, inside);
  }

  private drawForm(): TemplateResult {
    if (this.pending !== undefined) {
      return html`<sp-sign-in-code
        .pending=${this.pending}
        @sp-signed-in=${() => {
          navigate(to(), { replace: true });
        }}
        @sp-restart=${() => {
          navigate(to('sign-in'), { replace: true });
        }}
      ></sp-sign-in-code>`;
    }
    return this.form(messages().invitationGo, messages().password);
  }

  protected override firstFields(): unknown {
    return nothing;
  }

  protected override particular(problem: Problem): string | undefined {
    return super.particular(problem) && messages().invitationUsed;
  }

  protected override async send(_form: HTMLFormElement, password: string): Promise<void> {
    this.pending = beginOrAsk(
      await api.post<SignInAnswer>('invitation', { code: this.code, password }),
    );
    if (this.pending === undefined) {
      navigate(to(), { replace: true });
    }
  }
}

function dead(): TemplateResult {
  return html`<p class="notice bad" role="alert">${messages().invitationUsed}</p>
    <p><a class="button" href=${to('sign-in')}>${messages().signIn}</a></p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-invitation-view': InvitationView;
  }
}
