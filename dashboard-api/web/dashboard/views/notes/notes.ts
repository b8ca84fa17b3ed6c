import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { NoteResponse } from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { fileOf } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { icon } from '../../app/icons.js';
import { today } from '../../app/period.js';
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
import { messages } from './messages.js';
import './note-form.js';
import { daysOf, describeNote, notePath, row, type NoteRow } from './note-row.js';

/** Notes of a year at `notes?year=2026`. They are created, changed and deleted in dialogs. */
export class NotesView extends SpView {
  /** Note to edit, or a new one. */
  @state() private edits: NoteResponse | 'new' | undefined;

  private readonly scopes = visibleScopes(this);
  private readonly notes = new Fetching(
    this,
    () => [this.year] as [string],
    (signal, year) => api.get<NoteResponse[]>('notes', { signal, query: { period: year } }),
  );
  private readonly deletion = new DeleteController<NoteResponse>(this, {
    heading: () => messages().removeTitle,
    text: ({ text }) => messages().removeText(text),
    act: () => messages().remove,
    remove: ({ id, revision }) => api.delete(notePath(id), { revision }),
    read: (id) => api.get<NoteResponse>(notePath(id)),
    describe: (note) => [{ label: messages().scope, text: note.scopeName }, ...describeNote(note)],
    removed: () => messages().removed,
    done: () => {
      this.notes.reload();
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
        ${this.notes.draw({
          waiting: () => waiting(5),
          failed,
          ready: (notes) =>
            notes.length === 0
              ? empty(
                  messages().none(this.year),
                  this.scopes.latest && this.advice(this.scopes.latest),
                  'note',
                )
              : this.drawTable(notes),
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

  private drawTable(notes: readonly NoteResponse[]): TemplateResult {
    const query = { period: this.year };
    return html`<sp-data-table
      heading=${messages().title}
      searchable
      .columns=${this.columns(notes.some(mayEdit))}
      .rows=${notes.map(row)}
      csv=${fileOf('notes', 'csv', query)}
      xlsx=${fileOf('notes', 'xlsx', query)}
    ></sp-data-table>`;
  }

  private columns(editable: boolean): Column<NoteRow>[] {
    return [
      {
        id: 'days',
        label: messages().days,
        kind: 'text',
        draw: ({ note }) => html`${daysOf(note)}`,
      },
      {
        id: 'text',
        label: messages().text,
        kind: 'text',
        draw: ({ note }) =>
          html`${note.text}<span class="under">${messages().enteredBy(note.enteredBy)}</span>`,
      },
      { id: 'scope', label: messages().scope, kind: 'text' },
      ...(editable
        ? [actionColumn(messages().actions, ({ note }: NoteRow) => this.drawActions(note))]
        : []),
    ];
  }

  private drawActions(note: NoteResponse): unknown {
    if (!mayEdit(note)) {
      return nothing;
    }
    return rowActions(
      {
        sign: 'edit',
        label: messages().editOf(note.text),
        title: messages().edit,
        onClick: () => {
          this.edits = note;
        },
      },
      {
        sign: 'trash',
        label: messages().removeOf(note.text),
        title: messages().remove,
        onClick: () => {
          this.deletion.ask(note);
        },
      },
    );
  }

  private drawForm(): unknown {
    const { edits } = this;
    const done = (): void => {
      this.edits = undefined;
      this.notes.reload();
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
              : html`<sp-note-form
                  .scopes=${this.scopes.latest}
                  .note=${edits === 'new' ? undefined : edits}
                  @sp-done=${done}
                  @sp-cancel=${() => {
                    this.edits = undefined;
                  }}
                ></sp-note-form>`
          }
        </sp-dialog>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-notes-view': NotesView;
  }
}
