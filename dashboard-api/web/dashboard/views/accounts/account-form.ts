import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { AccountResponse, Grant, InvitationResponse } from '../../../api/schema.js';
import { define } from '../../app/element.js';
import { session } from '../../app/session.js';
import { formButtons } from '../../components/dialog/confirm.js';
import { checkField, textField } from '../../components/field/field.js';
import { showToast } from '../../components/toast/show-toast.js';
import type { LabelledText } from '../../components/view/differences.js';
import { EditController } from '../../components/view/edit-controller.js';
import { scopeName, type VisibleScopes } from '../../components/view/scopes.js';
import { SpView } from '../../components/view/view.js';
import type { Invitation } from './accounts.js';
import { grantFields } from './grant-fields.js';
import { styles } from './grant-fields.styles.js';
import { messages } from './messages.js';
import { question } from './question.js';

type Action = 'end' | 'second-factor';

const LOGIN = /^[a-z0-9._@+-]{1,100}$/;

interface Draft {
  readonly name: string;
  readonly login: string;
  readonly administrator: boolean;
  readonly grants: readonly Grant[];
  readonly disabled: boolean;
}

/**
 * Form of an account.
 *
 * @fires sp-saved - saved, detail {@link Invitation} if there is a link
 * @fires sp-cancel - cancelled
 * @fires sp-remove - deletion requested, detail {@link AccountResponse}. It is not confirmed yet.
 */
export class AccountForm extends SpView {
  static override styles = [SpView.styles, styles];

  @property({ attribute: false }) scopes: VisibleScopes = { sites: [], groups: [] };
  /** Account to edit, undefined for a new one. */
  @property({ attribute: false }) account: AccountResponse | undefined;
  /** Action that waits for its confirmation. */
  @state() private asks: Action | undefined;
  private readonly editing = new EditController<AccountResponse, Draft>(this, {
    draftOf: (account) => ({
      name: account?.name ?? '',
      login: account?.login ?? '',
      administrator: account?.administrator ?? false,
      grants: account?.grants ?? [],
      disabled: account?.disabled ?? false,
    }),
    read: (account) => api.get<AccountResponse>(path(account)),
    describe: (draft) => this.describe(draft),
  });

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('account')) {
      this.asks = undefined;
      this.editing.begin(this.account);
    }
  }

  private describe({ name, login, administrator, grants, disabled }: Draft): LabelledText[] {
    const list = grants.map(
      ({ scope, role }) => `${scopeName(this.scopes, scope)}: ${messages().roles[role]}`,
    );
    const answer = (yes: boolean): string => (yes ? messages().yes : messages().no);
    return [
      { label: messages().name, text: name },
      { label: messages().login, text: login },
      { label: messages().administrator, text: answer(administrator) },
      { label: messages().grants, text: list.join('; ') },
      { label: messages().disabled, text: answer(disabled) },
    ];
  }

  private readonly cancel = (): void => {
    this.dispatchEvent(new Event('sp-cancel'));
  };

  protected override render(): TemplateResult {
    const { account, editing } = this;
    const { draft, put } = editing;
    const own = account !== undefined && account.id === session()?.account.id;
    return html`<form novalidate @submit=${this.submit}>
      ${editing.draw(['name', 'login', 'grants'])}
      ${own ? html`<p class="notice">${messages().self}</p>` : nothing}
      ${textField({ name: 'name', label: messages().name, value: draft.name, required: true, fault: editing.fault('name'), onInput: put('name') })}
      ${textField({ name: 'login', label: messages().login, value: draft.login, required: true, disabled: account !== undefined, hint: account ? undefined : messages().loginHint, fault: editing.fault('login'), onInput: put('login') })}
      ${checkField({ name: 'administrator', label: messages().administrator, hint: messages().administratorHint, checked: draft.administrator, disabled: own, onInput: put('administrator') })}
      ${draft.administrator ? nothing : grantFields(draft.grants, this.scopes, editing.fault('grants'), put('grants'))}
      ${account && !own ? checkField({ name: 'disabled', label: messages().disabled, hint: messages().disabledHint, checked: draft.disabled, onInput: put('disabled') }) : nothing}
      ${formButtons(account ? messages().save : messages().create, editing.busy, this.cancel)}
      ${account ? this.drawMore(account, own) : nothing}
    </form>`;
  }

  private drawMore(account: AccountResponse, own: boolean): TemplateResult {
    return html`<div class="more">
      <h3>${messages().more}</h3>
      <p class="muted small">${messages().inviteHint}</p>
      <div class="actions">
        <button
          type="button"
          ?disabled=${this.editing.busy}
          @click=${() => void this.invite(account)}
        >
          ${messages().invite}
        </button>
        <button
          type="button"
          ?disabled=${this.editing.busy}
          @click=${() => void this.uninvite(account)}
        >
          ${messages().uninvite}
        </button>
        ${this.drawAsking('end', messages().endSessions)}
        ${account.secondFactor && !own ? this.drawAsking('second-factor', messages().secondFactor) : nothing}
        ${own ? nothing : this.drawRemove(account)}
      </div>
      ${this.drawQuestion(account)}
    </div>`;
  }

  /** Draws a button whose action waits for its confirmation. */
  private drawAsking(action: Action, text: string): TemplateResult {
    return html`<button
      type="button"
      class=${action}
      aria-expanded=${this.asks === action ? 'true' : 'false'}
      ?disabled=${this.editing.busy}
      @click=${() => {
        this.asks = this.asks === action ? undefined : action;
      }}
    >
      ${text}
    </button>`;
  }

  private drawQuestion(account: AccountResponse): unknown {
    const { busy } = this.editing;
    const { endText, endNow, secondFactorText, secondFactorNow } = messages();
    return this.asks === undefined
      ? nothing
      : this.asks === 'end'
        ? question(endText(account.name), endNow, busy, () => this.endSessions(account))
        : question(secondFactorText(account.name), secondFactorNow, busy, () =>
            this.removeSecondFactor(account),
          );
  }

  private drawRemove(account: AccountResponse): TemplateResult {
    return html`<button
      type="button"
      class="danger"
      ?disabled=${this.editing.busy}
      @click=${() => {
        this.dispatchEvent(new CustomEvent('sp-remove', { detail: account }));
      }}
    >
      ${messages().remove}
    </button>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.save();
  };

  private async save(): Promise<void> {
    const { account, editing } = this;
    const { draft } = editing;
    const own = {
      name: draft.name.trim() ? undefined : messages().faultName,
      login: LOGIN.test(draft.login) ? undefined : messages().faultLogin,
    };
    if (!editing.check(own)) {
      return;
    }
    const name = draft.name.trim();
    await editing.save(async (revision) => {
      if (account) {
        await api.put(path(account.id), { ...draft, name }, { revision });
        this.done(undefined);
      } else {
        const { login, administrator, grants } = draft;
        const body = { name, login, administrator, grants };
        const { invitation } = await api.post<AccountResponse>('accounts', body);
        this.done(invitation === undefined ? undefined : { name, code: invitation });
      }
      showToast(messages().saved);
      return undefined;
    });
  }

  private async invite({ id, name }: AccountResponse): Promise<void> {
    await this.editing.run(async () => {
      const { invitation } = await api.post<InvitationResponse>(`${path(id)}/invitation`);
      this.done({ name, code: invitation });
    });
  }

  private async uninvite({ id }: AccountResponse): Promise<void> {
    await this.editing.run(async () => {
      await api.delete(`${path(id)}/invitation`);
      showToast(messages().uninvited);
    });
  }

  private async endSessions({ id }: AccountResponse): Promise<void> {
    await this.editing.run(async () => {
      await api.delete(`${path(id)}/sessions`);
      this.asks = undefined;
      showToast(messages().ended);
    });
  }

  private async removeSecondFactor({ id }: AccountResponse): Promise<void> {
    await this.editing.run(async () => {
      await api.delete(`${path(id)}/second-factor`);
      this.asks = undefined;
      showToast(messages().secondFactorRemoved);
      this.done(undefined);
    });
  }

  private done(invitation: Invitation | undefined): void {
    this.dispatchEvent(new CustomEvent('sp-saved', { detail: invitation }));
  }
}

function path(account: string): string {
  return `accounts/${account}`;
}

define('sp-account-form', AccountForm);

declare global {
  interface HTMLElementTagNameMap {
    'sp-account-form': AccountForm;
  }
}
