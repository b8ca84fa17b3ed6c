import { html, type TemplateResult } from 'lit';
import { api } from '../../app/api/client.js';
import type { SessionResponse } from '../../../api/schema.js';
import { codeOfLink, NewPasswordView } from '../../components/view/new-password.js';
import { navigate, to } from '../../app/router.js';
import { begin } from '../../app/session.js';
import { valueOf } from '../../components/field/field.js';
import { messages } from '../../messages/sign-in.js';

/** Creates the first administrator with the code printed at the first start. */
export class SetupView extends NewPasswordView {
  private code = codeOfLink();

  protected override render(): TemplateResult {
    const form = this.form(messages().setupGo, messages().password);
    return this.card(messages().setup, messages().setupLead, form);
  }

  protected override firstFields(): unknown {
    return html`${this.field({
      name: 'code',
      label: messages().code,
      hint: messages().codeHint,
      verbatim: true,
      value: this.code,
      onInput: (code) => {
        this.code = code;
      },
    })}
    ${this.field({
      name: 'login',
      label: messages().login,
      hint: messages().loginHint,
      autocomplete: 'username',
      verbatim: true,
    })}
    ${this.field({ name: 'name', label: messages().name, autocomplete: 'name' })}`;
  }

  protected override async send(form: HTMLFormElement, password: string): Promise<void> {
    const [code, login, name] = ['code', 'login', 'name'].map((key) => valueOf(form, key).trim());
    begin(await api.post<SessionResponse>('setup', { code, login, name, password }));
    navigate(to(), { replace: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-setup-view': SetupView;
  }
}
