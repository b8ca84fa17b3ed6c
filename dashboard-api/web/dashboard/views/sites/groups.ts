import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { GroupEntry } from '../../app/api/entries.js';
import { define } from '../../app/element.js';
import { icon } from '../../app/icons.js';
import { to } from '../../app/router.js';
import { empty } from '../../app/states.js';
import type { Column, Row } from '../../components/data-table/rows.js';
import { confirmation, formButtons } from '../../components/dialog/confirm.js';
import { textField } from '../../components/field/field.js';
import { tell } from '../../components/toast/say.js';
import { mayAdminister } from '../../components/view/may.js';
import { Sending } from '../../components/view/sending.js';
import { slug } from '../../components/view/slug.js';
import { SpView } from '../../components/view/view.js';
import { words } from './words.js';

interface GroupRow extends Row {
  readonly group: GroupEntry;
}

interface Draft {
  /** Of a group that is there. */
  readonly id: string | undefined;
  readonly name: string;
  readonly position: string;
}

/**
 * The groups of sites, for administrators to change.
 *
 * @fires sp-changed - a group was changed
 */
export class SiteGroups extends SpView {
  @property({ attribute: false }) groups: readonly GroupEntry[] = [];
  @state() private draft: Draft | undefined;
  @state() private removes: GroupEntry | undefined;
  private readonly sending = new Sending(this);

  private readonly add = (): void => {
    this.draft = { id: undefined, name: '', position: String(this.groups.length) };
  };

  protected override render(): TemplateResult {
    const edits = mayAdminister();
    return html`${this.draft ? nothing : this.sending.draw()}
    ${
      this.groups.length === 0
        ? empty(words().groupNone, undefined, 'sites')
        : html`<sp-data-table
            heading=${words().tabGroups}
            .columns=${this.columns(edits)}
            .rows=${this.groups.map(row)}
          ></sp-data-table>`
    }
    ${edits ? html`<div class="actions"><button type="button" @click=${this.add}>${icon('plus')}${words().groupNew}</button></div>` : nothing}
    ${this.drawForm()} ${this.drawRemoval()}`;
  }

  private columns(edits: boolean): Column<GroupRow>[] {
    return [
      { id: 'name', label: words().groupName, kind: 'text' },
      { id: 'position', label: words().position, kind: 'count' },
      { id: 'sites', label: words().sites, kind: 'count' },
      ...(edits
        ? [
            {
              id: 'do',
              label: words().actions,
              kind: 'text',
              fixed: true,
              silent: true,
              draw: (line: GroupRow) => this.drawActions(line.group),
            } as const,
          ]
        : []),
    ];
  }

  private drawActions(group: GroupEntry): TemplateResult {
    const edit = (): void => {
      this.draft = { id: group.id, name: group.name, position: String(group.position) };
    };
    const remove = (): void => {
      this.removes = group;
    };
    return html`<div class="rowed">
      <button
        type="button"
        class="quiet"
        aria-label=${words().editOf(group.name)}
        title=${words().edit}
        @click=${edit}
      >
        ${icon('edit')}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label=${words().removeOf(group.name)}
        ?disabled=${group.sites > 0}
        title=${group.sites > 0 ? words().groupInUse : words().remove}
        @click=${remove}
      >
        ${icon('trash')}
      </button>
    </div>`;
  }

  private drawForm(): TemplateResult {
    const { draft, sending } = this;
    const close = (): void => {
      this.draft = undefined;
    };
    const put =
      (field: keyof Draft) =>
      (value: string): void => {
        this.draft = {
          ...(this.draft ?? { id: undefined, name: '', position: '0' }),
          [field]: value,
        };
      };
    return html`<sp-dialog
      ?open=${draft !== undefined}
      heading=${words().groupTitle}
      @sp-close=${close}
    >
      ${
        draft
          ? html`<form novalidate @submit=${this.submit}>
              ${sending.draw(['name', 'position'])}
              ${textField({ name: 'name', label: words().groupName, value: draft.name, required: true, hint: words().groupNameHint, fault: sending.fault('name'), onInput: put('name') })}
              ${textField({ name: 'position', label: words().position, type: 'number', min: 0, value: draft.position, fault: sending.fault('position'), onInput: put('position') })}
              ${formButtons(words().save, sending.busy, close)}
            </form>`
          : nothing
      }
    </sp-dialog>`;
  }

  private drawRemoval(): TemplateResult {
    return confirmation({
      open: this.removes !== undefined,
      heading: words().groupRemoveTitle,
      text: words().groupRemoveText(this.removes?.name ?? ''),
      act: words().remove,
      onAct: () => void this.discard(this.removes),
      onCancel: () => {
        this.removes = undefined;
      },
    });
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    if (this.draft) {
      void this.save(this.draft);
    }
  };

  private async save({ id, name, position }: Draft): Promise<void> {
    const place = Number(position);
    const own = {
      name: name.trim() ? undefined : words().faultName,
      position: Number.isInteger(place) && place >= 0 ? undefined : words().faultNumber,
    };
    if (!this.sending.check(own)) {
      return;
    }
    const known =
      id ??
      slug(
        name,
        this.groups.map((group) => group.id),
      );
    if (
      await this.sending.run(() =>
        api.put(`groups/${known}`, { name: name.trim(), position: place }),
      )
    ) {
      this.draft = undefined;
      this.changed(words().saved);
    }
  }

  private async discard(group: GroupEntry | undefined): Promise<void> {
    this.removes = undefined;
    if (group && (await this.sending.run(() => api.delete(`groups/${group.id}`)))) {
      this.changed(words().removed);
    }
  }

  private changed(text: string): void {
    tell(text);
    this.dispatchEvent(new Event('sp-changed'));
  }
}

function row(group: GroupEntry): GroupRow {
  const { id, name, position, sites } = group;
  return { key: id, group, href: to(`group/${id}`), values: { name, position, sites } };
}

define('sp-site-groups', SiteGroups);

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-groups': SiteGroups;
  }
}
