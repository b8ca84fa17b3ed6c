import { html, nothing, type TemplateResult } from 'lit';
import { api } from '../../app/api/client.js';
import type { Problem } from '../../app/api/problem.js';
import type { SessionResponse } from '../../../api/schema.js';
import { codeOfLink, NewPasswordView } from '../../components/view/new-password.js';
import { navigate, to } from '../../app/router.js';
import { begin } from '../../app/session.js';
import { messages } from '../../messages/sign-in.js';

/** Sets the first password of an account with the code of an invitation link. */
export class InvitationView extends NewPasswordView {
  private readonly code = codeOfLink();

  protected override render(): TemplateResult {
    const inside = this.code
      ? this.form(messages().invitationGo, messages().password)
      : html`<p class="notice bad" role="alert">${messages().invitationMissing}</p>`;
    return this.card(messages().invitation, messages().invitationLead, inside);
  }

  protected override firstFields(): unknown {
    return nothing;
  }

  protected override particular(problem: Problem): string | undefined {
    return super.particular(problem) && messages().invitationUsed;
  }

  protected override async send(_form: HTMLFormElement, password: string): Promise<void> {
    begin(await api.post<SessionResponse>('invitation', { code: this.code, password }));
    navigate(to(), { replace: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-invitation-view': InvitationView;
  }
}
