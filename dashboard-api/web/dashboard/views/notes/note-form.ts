import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { NoteResponse } from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { define } from '../../app/element.js';
import { dayText, dayTyped } from '../../app/typed.js';
import { formButtons } from '../../components/dialog/confirm.js';
import { selectField, textField } from '../../components/field/field.js';
import { showToast } from '../../components/toast/show-toast.js';
import { EditController } from '../../components/view/edit-controller.js';
import {
  onlyScope,
  scopeFault,
  scopeName,
  scopesToChoose,
  type VisibleScopes,
} from '../../components/view/scopes.js';
import { SpView } from '../../components/view/view.js';
import { messages } from './messages.js';
import { describeNote, notePath, type NoteDraft as Draft } from './note-row.js';

/**
 * Form of a note.
 *
 * @fires sp-done - saved
 * @fires sp-cancel - cancelled
 */
export class NoteForm extends SpView {
  @property({ attribute: false }) scopes: VisibleScopes = { sites: [], groups: [] };
  /** Note to edit, undefined for a new one. */
  @property({ attribute: false }) note: NoteResponse | undefined;
  private readonly editing = new EditController<NoteResponse, Draft>(this, {
    name: 'notes',
    draftOf: (note) => ({
      scope: note?.scope ?? onlyScope(this.scopes),
      from: dayText(note?.from ?? ''),
      to: note && note.to !== note.from ? dayText(note.to) : '',
      text: note?.text ?? '',
    }),
    read: (note) => api.get<NoteResponse>(notePath(note)),
    describe: (draft) => [
      { label: messages().scope, text: scopeName(this.scopes, draft.scope) },
      ...describeNote(draft),
    ],
  });

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('note') || changes.has('scopes')) {
      this.editing.begin(this.note);
    }
  }

  protected override render(): TemplateResult {
    const { editing } = this;
    const { draft, put } = editing;
    const cancel = (): void => {
      this.dispatchEvent(new Event('sp-cancel'));
    };
    return html`<form novalidate @submit=${this.submit}>
      ${editing.draw(['scope', 'from', 'to', 'text'])}
      ${selectField({ name: 'scope', label: messages().scope, value: draft.scope, required: true, hint: messages().scopeHint, choices: scopesToChoose(this.scopes, !this.note), fault: editing.fault('scope'), onInput: put('scope') })}
      <div class="pair">
        ${textField({ name: 'from', label: messages().from, type: 'day', value: draft.from, required: true, fault: editing.fault('from'), onInput: put('from') })}
        ${textField({ name: 'to', label: messages().to, type: 'day', value: draft.to, hint: messages().toHint, fault: editing.fault('to'), onInput: put('to') })}
      </div>
      ${textField({ name: 'text', label: messages().text, value: draft.text, rows: 2, required: true, hint: messages().textHint, fault: editing.fault('text'), onInput: put('text') })}
      ${formButtons(messages().save, editing.busy, cancel)}
    </form>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.save();
  };

  private async save(): Promise<void> {
    const { editing, note } = this;
    const { scope, text } = editing.draft;
    const [from, to] = [dayTyped(editing.draft.from), dayTyped(editing.draft.to)];
    const faults = {
      scope: scopeFault(scope),
      from: from ? undefined : messages().faultDay,
      to: (to ?? !editing.draft.to.trim()) ? undefined : messages().faultDay,
      text: text.trim() ? undefined : messages().faultText,
    };
    if (!editing.check(faults)) {
      return;
    }
    const body = { scope, from, to: to ?? null, text };
    const done = await editing.save(async (revision) => {
      await (note ? api.put(notePath(note.id), body, { revision }) : api.post('notes', body));
      return undefined;
    });
    if (done) {
      showToast(messages().saved);
      this.dispatchEvent(new Event('sp-done'));
    }
  }
}

define('sp-note-form', NoteForm);

declare global {
  interface HTMLElementTagNameMap {
    'sp-note-form': NoteForm;
  }
}
