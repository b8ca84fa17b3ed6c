import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { AccountResponse } from '../../../api/schema.js';
import { fileOf } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { day, number } from '../../app/format.js';
import { icon } from '../../app/icons.js';
import { addDays, today } from '../../app/period.js';
import { navigate, to } from '../../app/router.js';
import { failed, waiting } from '../../app/states.js';
import type { Column, Row } from '../../components/data-table/rows.js';
import { visibleScopes, scopeName, type VisibleScopes } from '../../components/view/scopes.js';
import { DeleteController } from '../../components/view/delete-controller.js';
import { head, SpView } from '../../components/view/view.js';
import './account-form.js';
import { messages } from './messages.js';

/** A new invitation and the name of its account. */
export interface Invitation {
  readonly name: string;
  readonly code: string;
}

interface AccountRow extends Row {
  readonly account: AccountResponse;
}

/** Number of grants shown in a row. The others are counted. */
/** Days an invitation link is valid, as on the server. */
const INVITATION_DAYS = 7;
const GRANTS_SHOWN = 2;

/**
 * Accounts: the list at `accounts`, one in a dialog at `accounts?account=ID`, a new one at
 * `?account=new`.
 */
export class AccountsView extends SpView {
  @state() private invitation: Invitation | undefined;

  private readonly scopes = visibleScopes(this);
  private readonly accounts = new Fetching(
    this,
    () => [] as [],
    (signal) => api.get<AccountResponse[]>('accounts', { signal }),
  );

  private readonly deletion = new DeleteController<AccountResponse>(this, {
    heading: () => messages().removeTitle,
    text: ({ name, login }) => messages().removeText(name, login),
    act: () => messages().remove,
    remove: ({ id, revision }) => api.delete(`accounts/${id}`, { revision }),
    read: (id) => api.get<AccountResponse>(`accounts/${id}`),
    describe: (account) => [
      { label: messages().name, text: account.name },
      { label: messages().rights, text: rightsOf(account, this.scopes.latest) },
      { label: messages().state, text: stateOf(account) },
    ],
    removed: () => messages().removed,
    done: () => {
      this.accounts.reload();
    },
  });

  protected override render(): TemplateResult {
    const create = html`<a class="button primary" href=${to('accounts', { account: 'new' })}
      >${icon('plus')}${messages().create}</a
    >`;
    return html`${head(messages().title, messages().lead, create)}
      <div class="panel">
        ${this.accounts.draw({ waiting: () => waiting(6), failed, ready: (accounts) => this.drawTable(accounts) })}
      </div>
      ${this.drawForm()} ${this.drawInvitation()} ${this.deletion.drawQuestion()}`;
  }

  private drawTable(accounts: readonly AccountResponse[]): TemplateResult {
    const scopes = this.scopes.latest;
    const columns: Column<AccountRow>[] = [
      { id: 'name', label: messages().name, kind: 'text' },
      {
        id: 'login',
        label: messages().login,
        kind: 'text',
        draw: ({ account }) => html`<span class="mono">${account.login}</span>`,
      },
      { id: 'rights', label: messages().rights, kind: 'text' },
      {
        id: 'state',
        label: messages().state,
        kind: 'text',
        draw: ({ account }) => stateBadge(account),
      },
      { id: 'created', label: messages().created, kind: 'day' },
    ];
    const rows = accounts.map((account): AccountRow => ({
      key: account.id,
      account,
      href: to('accounts', { account: account.id }),
      values: {
        name: account.name,
        login: account.login,
        rights: rightsOf(account, scopes),
        state: stateOf(account),
        created: account.created,
      },
    }));
    return html`<sp-data-table
      heading=${messages().title}
      searchable
      .columns=${columns}
      .rows=${rows}
      csv=${fileOf('accounts', 'csv')}
      xlsx=${fileOf('accounts', 'xlsx')}
    ></sp-data-table>`;
  }

  private drawForm(): unknown {
    const scopes = this.scopes.latest;
    const wanted = this.queryValue('account');
    const account = this.accounts.latest?.find(({ id }) => id === wanted);
    const open =
      wanted !== undefined && scopes !== undefined && (wanted === 'new' || account !== undefined);
    const close = (): void => {
      navigate(to('accounts'));
    };
    const saved = ({ detail }: CustomEvent<Invitation | undefined>): void => {
      this.invitation = detail;
      this.accounts.reload();
      close();
    };
    const remove = ({ detail }: CustomEvent<AccountResponse>): void => {
      close();
      this.deletion.ask(detail);
    };
    return html`<sp-dialog
      ?open=${open}
      heading=${account ? messages().editTitle(account.name) : messages().createTitle}
      @sp-close=${close}
    >
      ${open ? html`<sp-account-form .scopes=${scopes} .account=${account} @sp-saved=${saved} @sp-cancel=${close} @sp-remove=${remove}></sp-account-form>` : nothing}
    </sp-dialog>`;
  }

  private drawInvitation(): TemplateResult {
    const { invitation } = this;
    const close = (): void => {
      this.invitation = undefined;
    };
    const link = `${location.origin}/dashboard/invitation#${encodeURIComponent(invitation?.code ?? '')}`;
    return html`<sp-dialog
      ?open=${invitation !== undefined}
      heading=${messages().invitation}
      @sp-close=${close}
    >
      ${
        invitation
          ? html`<p class="notice warn">
                ${messages().invitationText(invitation.name, day(addDays(today(), INVITATION_DAYS)))}
              </p>
              <sp-copy label=${messages().link} text=${link}></sp-copy>`
          : nothing
      }
      <div slot="actions">
        <button type="button" class="primary" @click=${close}>${messages().done}</button>
      </div>
    </sp-dialog>`;
  }
}

function rightsOf(
  { administrator, grants }: AccountResponse,
  scopes: VisibleScopes | undefined,
): string {
  if (administrator) {
    return messages().administrator;
  }
  const shown = grants
    .slice(0, GRANTS_SHOWN)
    .map(({ scope, role }) => `${scopeName(scopes, scope)}: ${messages().roles[role]}`);
  const more =
    grants.length > GRANTS_SHOWN ? [messages().and(number(grants.length - GRANTS_SHOWN))] : [];
  return [...shown, ...more].join('; ');
}

function stateOf({ disabled, hasPassword, oidc }: AccountResponse): string {
  return disabled
    ? messages().disabledState
    : hasPassword || oidc
      ? messages().active
      : messages().invited;
}

function stateBadge(account: AccountResponse): TemplateResult {
  const tone = account.disabled ? 'plain' : account.hasPassword || account.oidc ? 'open' : 'soft';
  return html`<span class="badge ${tone}">${stateOf(account)}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-accounts-view': AccountsView;
  }
}
