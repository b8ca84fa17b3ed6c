import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { Role, TokenResponse } from '../../../api/schema.js';
import { fileOf } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { day, time } from '../../app/format.js';
import { icon } from '../../app/icons.js';
import { addDays, today } from '../../app/period.js';
import { empty, failed, waiting } from '../../app/states.js';
import type { Column, Row } from '../../components/data-table/rows.js';
import { formButtons } from '../../components/dialog/confirm.js';
import { selectField, textField } from '../../components/field/field.js';
import { Removing } from '../../components/view/delete-controller.js';
import { Sending } from '../../components/view/submit-controller.js';
import { actionColumn } from '../../components/view/row-actions.js';
import { head, SpView } from '../../components/view/view.js';
import { words } from './messages.js';

interface TokenRow extends Row {
  readonly token: TokenResponse;
}

const EMPTY = { name: '', role: 'viewer' as Role, expires: '' };

/** Keys of who is signed in. A new one is shown once. */
export class TokensView extends SpView {
  @state() private draft: typeof EMPTY | undefined;
  @state() private made: string | undefined;

  private readonly tokens = new Fetching(
    this,
    () => [] as [],
    (signal) => api.get<TokenResponse[]>('tokens', { signal }),
  );
  private readonly sending = new Sending(this);
  private readonly removing = new Removing<TokenResponse>(this, {
    heading: () => words().removeTitle,
    text: ({ name }) => words().removeText(name),
    act: () => words().remove,
    remove: ({ id }) => api.delete(`tokens/${id}`),
    removed: () => words().removed,
    done: () => {
      this.tokens.again();
    },
  });

  protected override render(): TemplateResult {
    const create = html`<button
      type="button"
      class="primary"
      @click=${() => {
        this.draft = EMPTY;
      }}
    >
      ${icon('plus')}${words().create}
    </button>`;
    return html`${head(words().title, words().lead, create)}
      <div class="panel">
        ${this.tokens.draw({
          waiting: () => waiting(3),
          failed,
          ready: (tokens) =>
            tokens.length === 0 ? empty(words().none, undefined, 'key') : this.drawTable(tokens),
        })}
      </div>
      ${this.drawForm()} ${this.drawMade()} ${this.removing.drawQuestion()}`;
  }

  private drawTable(tokens: readonly TokenResponse[]): TemplateResult {
    const columns: Column<TokenRow>[] = [
      { id: 'name', label: words().name, kind: 'text' },
      { id: 'role', label: words().role, kind: 'text' },
      { id: 'created', label: words().created, kind: 'day' },
      {
        id: 'expires',
        label: words().expires,
        kind: 'text',
        draw: ({ token }) => drawExpiry(token),
      },
      actionColumn(
        words().actions,
        ({ token }) =>
          html`<div class="rowed">
            <button
              type="button"
              aria-label=${words().removeOf(token.name)}
              @click=${() => {
                this.removing.ask(token);
              }}
            >
              ${words().remove}
            </button>
          </div>`,
      ),
    ];
    const rows = tokens.map((token): TokenRow => ({
      key: token.id,
      token,
      values: {
        name: token.name,
        role: words().roles[token.role],
        created: token.created,
        expires: token.expires ?? null,
      },
    }));
    return html`<sp-data-table
      heading=${words().title}
      .columns=${columns}
      .rows=${rows}
      csv=${fileOf('tokens', 'csv')}
      xlsx=${fileOf('tokens', 'xlsx')}
    ></sp-data-table>`;
  }

  private drawForm(): TemplateResult {
    const { draft, sending } = this;
    const close = (): void => {
      this.draft = undefined;
    };
    return html`<sp-dialog
      ?open=${draft !== undefined}
      heading=${words().createTitle}
      @sp-close=${close}
    >
      ${
        draft
          ? html`<form novalidate @submit=${this.submit}>
              ${sending.draw(['name', 'role', 'expires'])} ${this.drawFields(draft)}
              ${formButtons(words().create, sending.busy, close)}
            </form>`
          : nothing
      }
    </sp-dialog>`;
  }

  private drawFields({ name, role, expires }: typeof EMPTY): TemplateResult {
    const { sending } = this;
    const put =
      (field: keyof typeof EMPTY) =>
      (value: string): void => {
        this.draft = { ...(this.draft ?? EMPTY), [field]: value };
      };
    const roles = (['viewer', 'editor'] as const).map((value) => ({
      value,
      label: words().roles[value],
    }));
    return html`${textField({ name: 'name', label: words().name, value: name, required: true, hint: words().nameHint, fault: sending.fault('name'), onInput: put('name') })}
      <div class="pair">
        ${selectField({ name: 'role', label: words().role, value: role, hint: words().roleHint, choices: roles, onInput: put('role') })}
        ${textField({ name: 'expires', label: words().expires, type: 'date', value: expires, min: addDays(today(), 1), hint: words().expiresHint, fault: sending.fault('expires'), onInput: put('expires') })}
      </div>`;
  }

  private drawMade(): TemplateResult {
    const { made } = this;
    const close = (): void => {
      this.made = undefined;
    };
    const example = `curl -H "Authorization: Bearer ${made ?? ''}" ${location.origin}/api/manage/overview`;
    return html`<sp-dialog ?open=${made !== undefined} heading=${words().shown} @sp-close=${close}>
      ${
        made
          ? html`<p class="notice warn">${words().once}</p>
              <sp-copy label=${words().key} text=${made}></sp-copy>
              <sp-copy label=${words().example} text=${example}></sp-copy>`
          : nothing
      }
      <div slot="actions">
        <button type="button" class="primary" @click=${close}>${words().done}</button>
      </div>
    </sp-dialog>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.create(this.draft ?? EMPTY);
  };

  private async create({ name, role, expires }: typeof EMPTY): Promise<void> {
    const own = {
      name: name.trim() ? undefined : words().faultName,
      expires: expires && expires <= today() ? words().faultExpires : undefined,
    };
    if (!this.sending.check(own)) {
      return;
    }
    await this.sending.run(async () => {
      // A whole day: the key is refused from the next midnight of the reader's clock on.
      const until = expires
        ? { expires: new Date(`${addDays(expires, 1)}T00:00:00`).getTime() }
        : {};
      const { token } = await api.post<TokenResponse>('tokens', {
        name: name.trim(),
        role,
        ...until,
      });
      this.draft = undefined;
      this.made = token;
      this.tokens.again();
    });
  }
}

function drawExpiry({ expires }: TokenResponse): unknown {
  if (!expires) {
    return words().never;
  }
  return expires < Date.now()
    ? html`<span class="badge plain">${words().expired}</span>`
    : html`<span title=${time(expires)}>${day(new Date(expires).toISOString())}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-tokens-view': TokensView;
  }
}
