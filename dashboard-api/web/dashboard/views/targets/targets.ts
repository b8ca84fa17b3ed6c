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
import { selectField } from '../../components/field/field.js';
import { mayEdit } from '../../components/view/permissions.js';
import { worldFor } from '../../components/view/scopes.js';
import { Removing } from '../../components/view/delete-controller.js';
import { actionColumn, rowActions } from '../../components/view/row-actions.js';
import { head, SpView } from '../../components/view/view.js';
import './target-form.js';
import { row, targetPath, toldOf, type TargetRow } from './target-row.js';
import { words } from './messages.js';

/** Targets of a year, at `targets?year=2026`; set, changed and deleted in a dialog. */
export class TargetsView extends SpView {
  /** What is in the form: a target, or a new one. */
  @state() private edits: TargetResponse | 'new' | undefined;

  private readonly world = worldFor(this);
  private readonly targets = new Fetching(
    this,
    () => [this.year] as [string],
    (signal, year) => api.get<TargetResponse[]>('targets', { signal, query: { year } }),
  );
  private readonly removing = new Removing<TargetResponse>(this, {
    heading: () => words().removeTitle,
    text: ({ scopeName, period }) => words().removeText(scopeName, periodName(period)),
    act: () => words().remove,
    remove: ({ id, revision }) => api.delete(targetPath(id), { revision }),
    read: (id) => api.get<TargetResponse>(targetPath(id)),
    told: (target) => [{ label: words().scope, text: target.scopeName }, ...toldOf(target)],
    removed: () => words().removed,
    done: () => {
      this.targets.again();
    },
  });

  private get year(): string {
    return this.said('year') ?? today().slice(0, 4);
  }

  protected override render(): TemplateResult {
    const mayCreate = this.world.latest?.sites.some(mayEdit) ?? false;
    const create = html`<button
      type="button"
      class="primary"
      @click=${() => {
        this.edits = 'new';
      }}
    >
      ${icon('plus')}${words().create}
    </button>`;
    return html`${head(words().title, words().lead, mayCreate ? create : nothing)}
      ${this.drawYears()}
      <div class="panel">
        ${this.targets.draw({
          waiting: () => waiting(5),
          failed,
          ready: (targets) =>
            targets.length === 0
              ? empty(words().none(this.year), undefined, 'target')
              : this.drawTable(targets),
        })}
      </div>
      ${this.drawForm()} ${this.removing.drawQuestion()}`;
  }

  private drawYears(): TemplateResult {
    const now = Number(today().slice(0, 4));
    const years = [...new Set([now + 1, now, now - 1, now - 2, now - 3, Number(this.year)])].sort(
      (a, b) => b - a,
    );
    return html`<div class="tools">
      ${selectField({
        name: 'year',
        label: words().year,
        value: this.year,
        choices: years.map((year) => ({ value: String(year), label: String(year) })),
        onInput: (year) => {
          if (this.place) {
            navigate(withQuery(this.place, { year }));
          }
        },
      })}
    </div>`;
  }

  private drawTable(targets: readonly TargetResponse[]): TemplateResult {
    const query = { year: this.year };
    return html`${targets.some(({ actual }) => actual === null) ? html`<p class="notice warn" role="status">${words().away}</p>` : nothing}
      <sp-data-table
        heading=${words().title}
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
        label: words().scope,
        kind: 'text',
        draw: ({ target }) =>
          html`${target.scopeName}<span class="under"
              >${[target.source, words().enteredBy(target.enteredBy)].filter(Boolean).join(' · ')}</span
            >`,
      },
      {
        id: 'period',
        label: words().period,
        kind: 'text',
        draw: ({ target }) =>
          html`${periodName(target.period)}<span class="under"
              >${words().metrics[target.metric]}</span
            >`,
      },
      { id: 'value', label: words().value, kind: 'count' },
      { id: 'actual', label: words().actual, kind: 'count' },
      {
        id: 'share',
        label: words().attained,
        kind: 'text',
        draw: ({ target }) => html`<sp-attainment .share=${target.share}></sp-attainment>`,
      },
      ...(editable
        ? [actionColumn(words().actions, ({ target }: TargetRow) => this.drawActions(target))]
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
        label: words().editOf(target.scopeName),
        title: words().edit,
        onClick: () => {
          this.edits = target;
        },
      },
      {
        sign: 'trash',
        label: words().removeOf(target.scopeName),
        title: words().remove,
        onClick: () => {
          this.removing.ask(target);
        },
      },
    );
  }

  private drawForm(): unknown {
    const { edits } = this;
    const done = (): void => {
      this.edits = undefined;
      this.targets.again();
    };
    return this.world.latest
      ? html`<sp-dialog
          ?open=${edits !== undefined}
          heading=${edits === 'new' ? words().createTitle : words().editTitle}
          @sp-close=${() => {
            this.edits = undefined;
          }}
        >
          ${
            edits === undefined
              ? nothing
              : html`<sp-target-form
                  .world=${this.world.latest}
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
