import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { AccountEntry } from '../../app/api/entries.js';
import type { Grant } from '../../app/api/types.js';
import { define } from '../../app/element.js';
import { session } from '../../app/session.js';
import { formButtons } from '../../components/dialog/confirm.js';
import { checkField, textField } from '../../components/field/field.js';
import { tell } from '../../components/toast/say.js';
import type { World } from '../../components/view/scopes.js';
import { Sending } from '../../components/view/sending.js';
import { SpView } from '../../components/view/view.js';
import type { Invitation } from './accounts.js';
import { grantFields } from './grant-fields.js';
import { styles } from './grant-fields.styles.js';
import { words } from './words.js';

const LOGIN = /^[a-z0-9._@+-]{1,100}$/;

interface Draft {
  readonly name: string;
  readonly login: string;
  readonly administrator: boolean;
  readonly grants: readonly Grant[];
  readonly disabled: boolean;
}

/**
 * The form of an account.
 *
 * @fires sp-saved - detail {@link Invitation} if there is a link to hand over
 * @fires sp-cancel - nothing was changed
 */
export class AccountForm extends SpView {
  static override styles = [SpView.styles, styles];

  @property({ attribute: false }) world: World = { sites: [], groups: [] };
  /** A new one if there is none. */
  @property({ attribute: false }) account: AccountEntry | undefined;
  @state() private draft: Draft = {
    name: '',
    login: '',
    administrator: false,
    grants: [],
    disabled: false,
  };
  private readonly sending = new Sending(this);

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('account') && this.account) {
      const { name, login, administrator, grants, disabled } = this.account;
      this.draft = { name, login, administrator, grants, disabled };
    }
  }

  private readonly put =
    (field: keyof Draft) =>
    (value: string | boolean | readonly Grant[]): void => {
      this.draft = { ...this.draft, [field]: value };
    };

  private readonly cancel = (): void => {
    this.dispatchEvent(new Event('sp-cancel'));
  };

  protected override render(): TemplateResult {
    const { draft, sending, account, put } = this;
    const own = account !== undefined && account.id === session()?.account.id;
    return html`<form novalidate @submit=${this.submit}>
      ${sending.draw(['name', 'login', 'grants'])}
      ${own ? html`<p class="notice">${words().self}</p>` : nothing}
      ${textField({ name: 'name', label: words().name, value: draft.name, required: true, fault: sending.fault('name'), onInput: put('name') })}
      ${textField({ name: 'login', label: words().login, value: draft.login, required: true, disabled: account !== undefined, hint: account ? undefined : words().loginHint, fault: sending.fault('login'), onInput: put('login') })}
      ${checkField({ name: 'administrator', label: words().administrator, hint: words().administratorHint, checked: draft.administrator, disabled: own, onInput: put('administrator') })}
      ${draft.administrator ? nothing : grantFields(draft.grants, this.world, sending.fault('grants'), put('grants'))}
      ${account && !own ? checkField({ name: 'disabled', label: words().disabled, hint: words().disabledHint, checked: draft.disabled, onInput: put('disabled') }) : nothing}
      ${formButtons(account ? words().save : words().create, sending.busy, this.cancel)}
      ${account ? this.drawMore(account) : nothing}
    </form>`;
  }

  private drawMore(account: AccountEntry): TemplateResult {
    return html`<div class="more">
      <h3>${words().more}</h3>
      <p class="muted small">${words().inviteHint}</p>
      <div class="actions">
        <button
          type="button"
          ?disabled=${this.sending.busy}
          @click=${() => void this.invite(account)}
        >
          ${words().invite}
        </button>
        <button
          type="button"
          ?disabled=${this.sending.busy}
          @click=${() => void this.endSessions(account)}
        >
          ${words().endSessions}
        </button>
      </div>
    </div>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.save();
  };

  private async save(): Promise<void> {
    const { draft, account } = this;
    const own = {
      name: draft.name.trim() ? undefined : words().faultName,
      login: LOGIN.test(draft.login) ? undefined : words().faultLogin,
    };
    if (!this.sending.check(own)) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    await this.sending.run(async () => {
      const { login, disabled, ...rest } = { ...draft, name: draft.name.trim() };
      if (account) {
        await api.put(path(account), { ...rest, login, disabled });
        this.done(undefined);
      } else {
        const { invitation } = await api.post<{ invitation?: string }>('accounts', {
          ...rest,
          login,
        });
        this.done(invitation === undefined ? undefined : { name: rest.name, code: invitation });
      }
      tell(words().saved);
    });
  }

  private async invite(account: AccountEntry): Promise<void> {
    await this.sending.run(async () => {
      const { invitation } = await api.post<{ invitation: string }>(`${path(account)}/invitation`);
      this.done({ name: account.name, code: invitation });
    });
  }

  private async endSessions(account: AccountEntry): Promise<void> {
    await this.sending.run(async () => {
      await api.delete(`${path(account)}/sessions`);
      tell(words().ended);
    });
  }

  private done(invitation: Invitation | undefined): void {
    this.dispatchEvent(new CustomEvent('sp-saved', { detail: invitation }));
  }
}

function path(account: AccountEntry): string {
  return `accounts/${account.id}`;
}

define('sp-account-form', AccountForm);

declare global {
  interface HTMLElementTagNameMap {
    'sp-account-form': AccountForm;
  }
}
