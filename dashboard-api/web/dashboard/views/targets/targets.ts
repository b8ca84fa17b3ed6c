import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { TargetResponse } from '../../../api/schema.js';
import { fileOf } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { icon } from '../../app/icons.js';
import { periodName, today } from '../../app/period.js';
import { navigate, withQuery } from '../../app/router.js';
import { empty, failed, waiting } from '../../app/states.js';
import type { Column } from '../../components/data-table/rows.js';
import { firstSite } from '../../components/view/first-site.js';
import { mayEdit } from '../../components/view/permissions.js';
import { visibleScopes, type VisibleScopes } from '../../components/view/scopes.js';
import { DeleteController } from '../../components/view/delete-controller.js';
import { actionColumn, rowActions } from '../../components/view/row-actions.js';
import { head, SpView } from '../../components/view/view.js';
import { yearField } from '../../components/view/yearly.js';
import './target-form.js';
import { row, targetPath, describeTarget, type TargetRow } from './target-row.js';
import { messages } from './messages.js';

/** Targets of a year at `targets?year=2026`. They are created, changed and deleted in dialogs. */
export class TargetsView extends SpView {
  /** Target to edit, or a new one. */
  @state() private edits: TargetResponse | 'new' | undefined;

  private readonly scopes = visibleScopes(this);
  private readonly targets = new Fetching(
    this,
    () => [this.year] as [string],
    (signal, year) => api.get<TargetResponse[]>('targets', { signal, query: { year } }),
  );
  private readonly deletion = new DeleteController<TargetResponse>(this, {
    heading: () => messages().removeTitle,
    text: ({ scopeName, period }) => messages().removeText(scopeName, periodName(period)),
    act: () => messages().remove,
    remove: ({ id, revision }) => api.delete(targetPath(id), { revision }),
    read: (id) => api.get<TargetResponse>(targetPath(id)),
    describe: (target) => [
      { label: messages().scope, text: target.scopeName },
      ...describeTarget(target),
    ],
    removed: () => messages().removed,
    done: () => {
      this.targets.reload();
    },
  });

  private get year(): string {
    return this.queryValue('year') ?? today().slice(0, 4);
  }

  protected override render(): TemplateResult {
    const mayCreate = this.scopes.latest?.sites.some(mayEdit) ?? false;
    const create = html`<button
      type="button"
      class="primary"
      @click=${() => {
        this.edits = 'new';
      }}
    >
      ${icon('plus')}${messages().create}
    </button>`;
    return html`${head(messages().title, messages().lead, mayCreate ? create : nothing)}
      ${yearField(messages().year, this.year, (year) => {
        if (this.place) {
          navigate(withQuery(this.place, { year }));
        }
      })}
      <div class="panel">
        ${this.targets.draw({
          waiting: () => waiting(5),
          failed,
          ready: (targets) =>
            targets.length === 0
              ? empty(
                  messages().none(this.year),
                  this.scopes.latest && this.advice(this.scopes.latest),
                  'target',
                )
              : this.drawTable(targets),
        })}
      </div>
      ${this.drawForm()} ${this.deletion.drawQuestion()}`;
  }

  private advice({ sites }: VisibleScopes): TemplateResult {
    if (sites.length === 0) {
      return firstSite();
    }
    return html`<p>${sites.some(mayEdit) ? messages().noneMore : messages().noneForViewer}</p>`;
  }

  private drawTable(targets: readonly TargetResponse[]): TemplateResult {
    const query = { year: this.year };
    return html`${targets.some(({ actual }) => actual === null) ? html`<p class="notice warn" role="status">${messages().away}</p>` : nothing}
      <sp-data-table
        heading=${messages().title}
        searchable
        .columns=${this.columns(targets.some(mayEdit))}
        .rows=${targets.map(row)}
        csv=${fileOf('targets', 'csv', query)}
        xlsx=${fileOf('targets', 'xlsx', query)}
      ></sp-data-table>`;
  }

  private columns(editable: boolean): Column<TargetRow>[] {
    return [
      {
        id: 'scope',
        label: messages().scope,
        kind: 'text',
        draw: ({ target }) =>
          html`${target.scopeName}<span class="under"
              >${[target.source, messages().enteredBy(target.enteredBy)].filter(Boolean).join(' · ')}</span
            >`,
      },
      {
        id: 'period',
        label: messages().period,
        kind: 'text',
        draw: ({ target }) =>
          html`${periodName(target.period)}<span class="under"
              >${messages().metrics[target.metric]}</span
            >`,
      },
      { id: 'value', label: messages().value, kind: 'count' },
      { id: 'actual', label: messages().actual, kind: 'count' },
      {
        id: 'share',
        label: messages().attained,
        kind: 'text',
        draw: ({ target }) => html`<sp-attainment .share=${target.share}></sp-attainment>`,
      },
      ...(editable
        ? [actionColumn(messages().actions, ({ target }: TargetRow) => this.drawActions(target))]
        : []),
    ];
  }

  private drawActions(target: TargetResponse): unknown {
    if (!mayEdit(target)) {
      return nothing;
    }
    return rowActions(
      {
        sign: 'edit',
        label: messages().editOf(target.scopeName),
        title: messages().edit,
        onClick: () => {
          this.edits = target;
        },
      },
      {
        sign: 'trash',
        label: messages().removeOf(target.scopeName),
        title: messages().remove,
        onClick: () => {
          this.deletion.ask(target);
        },
      },
    );
  }

  private drawForm(): unknown {
    const { edits } = this;
    const done = (): void => {
      this.edits = undefined;
      this.targets.reload();
    };
    return this.scopes.latest
      ? html`<sp-dialog
          ?open=${edits !== undefined}
          heading=${edits === 'new' ? messages().createTitle : messages().editTitle}
          @sp-close=${() => {
            this.edits = undefined;
          }}
        >
          ${
            edits === undefined
              ? nothing
              : html`<sp-target-form
                  .scopes=${this.scopes.latest}
                  .target=${edits === 'new' ? undefined : edits}
                  .year=${this.year}
                  @sp-done=${done}
                  @sp-cancel=${() => {
                    this.edits = undefined;
                  }}
                ></sp-target-form>`
          }
        </sp-dialog>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-targets-view': TargetsView;
  }
}
