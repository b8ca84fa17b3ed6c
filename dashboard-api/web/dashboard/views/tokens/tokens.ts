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
import { DeleteController } from '../../components/view/delete-controller.js';
import { SubmitController } from '../../components/view/submit-controller.js';
import { actionColumn } from '../../components/view/row-actions.js';
import { head, SpView } from '../../components/view/view.js';
import { messages } from './messages.js';

interface TokenRow extends Row {
  readonly token: TokenResponse;
}

const EMPTY = { name: '', role: 'viewer' as Role, expires: '' };

/** Lifetime of a token unless its owner chooses another one. */
const DEFAULT_DAYS = 365;

function blank(): typeof EMPTY {
  return { ...EMPTY, expires: addDays(today(), DEFAULT_DAYS) };
}

/** API tokens of the signed-in account. A new token is shown once. */
export class TokensView extends SpView {
  @state() private draft: typeof EMPTY | undefined;
  @state() private made: TokenResponse | undefined;

  private readonly tokens = new Fetching(
    this,
    () => [] as [],
    (signal) => api.get<TokenResponse[]>('tokens', { signal }),
  );
  private readonly submission = new SubmitController(this);
  private readonly deletion = new DeleteController<TokenResponse>(this, {
    heading: () => messages().removeTitle,
    text: ({ name }) => messages().removeText(name),
    act: () => messages().remove,
    remove: ({ id }) => api.delete(`tokens/${id}`),
    removed: () => messages().removed,
    done: () => {
      this.tokens.reload();
    },
  });

  protected override render(): TemplateResult {
    const create = html`<button
      type="button"
      class="primary"
      @click=${() => {
        this.draft = blank();
      }}
    >
      ${icon('plus')}${messages().create}
    </button>`;
    return html`${head(messages().title, messages().lead, create)}
      <div class="panel">
        ${this.tokens.draw({
          waiting: () => waiting(3),
          failed,
          ready: (tokens) =>
            tokens.length === 0 ? empty(messages().none, undefined, 'key') : this.drawTable(tokens),
        })}
      </div>
      ${this.drawForm()} ${this.drawMade()} ${this.deletion.drawQuestion()}`;
  }

  private drawTable(tokens: readonly TokenResponse[]): TemplateResult {
    const columns: Column<TokenRow>[] = [
      { id: 'name', label: messages().name, kind: 'text' },
      { id: 'role', label: messages().role, kind: 'text' },
      { id: 'created', label: messages().created, kind: 'day' },
      {
        id: 'expires',
        label: messages().expires,
        kind: 'text',
        draw: ({ token }) => drawExpiry(token),
      },
      {
        id: 'lastUsed',
        label: messages().lastUsed,
        kind: 'text',
        draw: ({ token }) => (token.lastUsed ? day(token.lastUsed) : messages().unused),
      },
      actionColumn(
        messages().actions,
        ({ token }) =>
          html`<div class="rowed">
            <button
              type="button"
              aria-label=${messages().removeOf(token.name)}
              @click=${() => {
                this.deletion.ask(token);
              }}
            >
              ${messages().remove}
            </button>
          </div>`,
      ),
    ];
    const rows = tokens.map((token): TokenRow => ({
      key: token.id,
      token,
      values: {
        name: token.name,
        role: messages().roles[token.role],
        created: token.created,
        expires: token.expires ?? null,
        lastUsed: token.lastUsed ?? null,
      },
    }));
    return html`<sp-data-table
      heading=${messages().title}
      .columns=${columns}
      .rows=${rows}
      csv=${fileOf('tokens', 'csv')}
      xlsx=${fileOf('tokens', 'xlsx')}
    ></sp-data-table>`;
  }

  private drawForm(): TemplateResult {
    const { draft, submission } = this;
    const close = (): void => {
      this.draft = undefined;
    };
    return html`<sp-dialog
      ?open=${draft !== undefined}
      heading=${messages().createTitle}
      @sp-close=${close}
    >
      ${
        draft
          ? html`<form novalidate @submit=${this.submit}>
              ${submission.draw(['name', 'role', 'expires'])} ${this.drawFields(draft)}
              ${formButtons(messages().create, submission.busy, close)}
            </form>`
          : nothing
      }
    </sp-dialog>`;
  }

  private drawFields({ name, role, expires }: typeof EMPTY): TemplateResult {
    const { submission } = this;
    const put =
      (field: keyof typeof EMPTY) =>
      (value: string): void => {
        this.draft = { ...(this.draft ?? EMPTY), [field]: value };
      };
    const roles = (['viewer', 'editor'] as const).map((value) => ({
      value,
      label: messages().roles[value],
    }));
    return html`${textField({ name: 'name', label: messages().name, value: name, required: true, hint: messages().nameHint, fault: submission.fault('name'), onInput: put('name') })}
      <div class="pair">
        ${selectField({ name: 'role', label: messages().role, value: role, hint: messages().roleHint, choices: roles, onInput: put('role') })}
        ${textField({ name: 'expires', label: messages().expires, type: 'date', value: expires, min: addDays(today(), 1), hint: messages().expiresHint, fault: submission.fault('expires'), onInput: put('expires') })}
      </div>`;
  }

  private drawMade(): TemplateResult {
    const { made } = this;
    const close = (): void => {
      this.made = undefined;
    };
    const example = `curl -H "Authorization: Bearer ${made?.token ?? ''}" ${location.origin}/api/manage/overview`;
    return html`<sp-dialog
      ?open=${made !== undefined}
      heading=${messages().shown}
      @sp-close=${close}
    >
      ${
        made
          ? html`<p class="notice warn">${messages().once}</p>
              <p>
                ${made.expires ? messages().madeUntil(day(new Date(made.expires - 1).toISOString())) : messages().madeForEver}
              </p>
              <sp-copy label=${messages().key} text=${made.token}></sp-copy>
              <sp-copy label=${messages().example} text=${example}></sp-copy>`
          : nothing
      }
      <div slot="actions">
        <button type="button" class="primary" @click=${close}>${messages().done}</button>
      </div>
    </sp-dialog>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.create(this.draft ?? EMPTY);
  };

  private async create({ name, role, expires }: typeof EMPTY): Promise<void> {
    const own = {
      name: name.trim() ? undefined : messages().faultName,
      expires: expires && expires <= today() ? messages().faultExpires : undefined,
    };
    if (!this.submission.check(own)) {
      return;
    }
    await this.submission.run(async () => {
      // The chosen day is included: the token expires at the next midnight in the reader's time
      // zone.
      const until = expires
        ? { expires: new Date(`${addDays(expires, 1)}T00:00:00`).getTime() }
        : { expires: null };
      this.made = await api.post<TokenResponse>('tokens', {
        name: name.trim(),
        role,
        ...until,
      });
      this.draft = undefined;
      this.tokens.reload();
    });
  }
}

function drawExpiry({ expires }: TokenResponse): unknown {
  if (!expires) {
    return messages().never;
  }
  return expires < Date.now()
    ? html`<span class="badge plain">${messages().expired}</span>`
    : html`<span title=${time(expires)}>${day(new Date(expires).toISOString())}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-tokens-view': TokensView;
  }
}
