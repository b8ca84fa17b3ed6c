import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { GroupResponse } from '../../../api/schema.js';
import { define } from '../../app/element.js';
import { numberTyped } from '../../app/typed.js';
import { formButtons } from '../../components/dialog/confirm.js';
import { textField } from '../../components/field/field.js';
import { showToast } from '../../components/toast/show-toast.js';
import { EditController } from '../../components/view/edit-controller.js';
import { slug } from '../../components/view/slug.js';
import { SpView } from '../../components/view/view.js';
import {
  describeLetterhead,
  letterheadDraft,
  letterheadFaults,
  letterheadFields,
  letterheadOf,
  type LetterheadDraft,
} from './letterhead-fields.js';
import { messages } from './messages.js';

interface Draft extends LetterheadDraft {
  readonly name: string;
  readonly order: string;
}

/**
 * Form of a group.
 *
 * @fires sp-saved - saved
 * @fires sp-cancel - cancelled
 */
export class GroupForm extends SpView {
  @property({ attribute: false }) groups: readonly GroupResponse[] = [];
  /** Account to edit, undefined for a new one. */
  @property({ attribute: false }) group: GroupResponse | undefined;
  private readonly editing = new EditController<GroupResponse, Draft>(this, {
    name: 'groups',
    draftOf: (group) => ({
      name: group?.name ?? '',
      order: String(group?.position ?? this.groups.length),
      ...letterheadDraft(group?.letterhead),
    }),
    read: (group) => api.get<GroupResponse>(groupPath(group)),
    describe: (draft) => [
      { label: messages().groupName, text: draft.name },
      { label: messages().position, text: draft.order },
      ...describeLetterhead(draft),
    ],
  });

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('group') || !this.hasUpdated) {
      this.editing.begin(this.group);
    }
  }

  protected override render(): TemplateResult {
    const { editing } = this;
    const { draft, put } = editing;
    const cancel = (): void => {
      this.dispatchEvent(new Event('sp-cancel'));
    };
    return html`<form novalidate @submit=${this.submit}>
      ${editing.draw(['name', 'position', ...letterheadFaults])}
      ${textField({ name: 'name', label: messages().groupName, value: draft.name, required: true, hint: messages().groupNameHint, fault: editing.fault('name'), onInput: put('name') })}
      ${textField({ name: 'position', label: messages().position, type: 'number', value: draft.order, fault: editing.fault('position'), onInput: put('order') })}
      ${letterheadFields(draft, (field) => editing.fault(field), put)}
      ${formButtons(messages().save, editing.busy, cancel)}
    </form>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.save();
  };

  private async save(): Promise<void> {
    const { editing, group } = this;
    const name = editing.draft.name.trim();
    const position = numberTyped(editing.draft.order);
    const own = {
      name: name ? undefined : messages().faultName,
      position:
        position === undefined ? messages().faultNumber(editing.draft.order.trim()) : undefined,
    };
    if (!editing.check(own)) {
      return;
    }
    const known = this.groups.map(({ id }) => id);
    const saved = await editing.save(async (revision) => {
      const guard = group ? { revision } : { fresh: true };
      const letterhead = letterheadOf(editing.draft) ?? (group?.letterhead ? null : undefined);
      const body = { name, position, ...(letterhead === undefined ? {} : { letterhead }) };
      await api.put(groupPath(group?.id ?? slug(name, known)), body, guard);
      return undefined;
    });
    if (saved) {
      showToast(messages().saved);
      this.dispatchEvent(new Event('sp-saved'));
    }
  }
}

/** API path of a group. */
export function groupPath(group: string): string {
  return `groups/${group}`;
}

define('sp-group-form', GroupForm);

declare global {
  interface HTMLElementTagNameMap {
    'sp-group-form': GroupForm;
  }
}
