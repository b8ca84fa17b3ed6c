import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import { loadSession } from '../../app/session.js';
import { NewPasswordView } from '../../components/view/new-password.js';
import { valueOf } from '../../components/field/field.js';
import { messages } from '../../messages/sign-in.js';

/** Changes the password of the signed-in account. */
export class PasswordView extends NewPasswordView {
  @state() private done = false;
  protected override readonly passwordName = 'next';

  protected override render(): TemplateResult {
    const inside = this.done
      ? html`<p class="notice" role="status">${messages().changed}</p>`
      : this.form(messages().change, messages().next);
    return this.card(messages().change, messages().changeLead, inside);
  }

  protected override firstFields(): unknown {
    return this.field({
      name: 'current',
      label: messages().current,
      type: 'password',
      autocomplete: 'current-password',
    });
  }

  protected override async send(form: HTMLFormElement, next: string): Promise<void> {
    await api.post('session/password', { current: valueOf(form, 'current'), next });
    await loadSession(); // The session is a new one, with another CSRF token.
    this.done = true;
  }

  protected override particular(): undefined {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-password-view': PasswordView;
  }
}
