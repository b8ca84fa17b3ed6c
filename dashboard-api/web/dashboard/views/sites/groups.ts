import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { GroupResponse } from '../../../api/schema.js';
import { define } from '../../app/element.js';
import { fileOf } from '../../app/exports.js';
import { icon } from '../../app/icons.js';
import { to } from '../../app/router.js';
import { empty } from '../../app/states.js';
import type { Column, Row } from '../../components/data-table/rows.js';
import { mayAdminister } from '../../components/view/permissions.js';
import { DeleteController } from '../../components/view/delete-controller.js';
import { actionColumn, rowActions } from '../../components/view/row-actions.js';
import { SpView } from '../../components/view/view.js';
import { groupPath } from './group-form.js';
import { messages } from './messages.js';

interface GroupRow extends Row {
  readonly group: GroupResponse;
}

/**
 * Groups of sites, editable by administrators.
 *
 * @fires sp-changed - a group was changed
 */
export class SiteGroups extends SpView {
  @property({ attribute: false }) groups: readonly GroupResponse[] = [];
  /** Group to edit, or a new one. */
  @state() private edits: GroupResponse | 'new' | undefined;
  private readonly deletion = new DeleteController<GroupResponse>(this, {
    heading: () => messages().groupRemoveTitle,
    text: ({ name }) => messages().groupRemoveText(name),
    act: () => messages().remove,
    remove: ({ id, revision }) => api.delete(groupPath(id), { revision }),
    read: (id) => api.get<GroupResponse>(groupPath(id)),
    describe: ({ name, position, sites }) => [
      { label: messages().groupName, text: name },
      { label: messages().position, text: String(position) },
      { label: messages().sites, text: String(sites) },
    ],
    removed: () => messages().removed,
    done: () => {
      this.changed();
    },
  });

  private readonly add = (): void => {
    this.edits = 'new';
  };

  protected override render(): TemplateResult {
    const edits = mayAdminister();
    return html`${
      this.groups.length === 0
        ? empty(messages().groupNone, undefined, 'sites')
        : html`<sp-data-table
            heading=${messages().tabGroups}
            .columns=${this.columns(edits)}
            .rows=${this.groups.map(row)}
            csv=${fileOf('groups', 'csv')}
            xlsx=${fileOf('groups', 'xlsx')}
          ></sp-data-table>`
    }
    ${edits ? html`<div class="actions"><button type="button" @click=${this.add}>${icon('plus')}${messages().groupNew}</button></div>` : nothing}
    ${this.drawForm()} ${this.deletion.drawQuestion()}`;
  }

  private columns(edits: boolean): Column<GroupRow>[] {
    return [
      { id: 'name', label: messages().groupName, kind: 'text' },
      { id: 'position', label: messages().position, kind: 'count' },
      { id: 'sites', label: messages().sites, kind: 'count' },
      ...(edits
        ? [actionColumn(messages().actions, ({ group }: GroupRow) => this.drawActions(group))]
        : []),
    ];
  }

  private drawActions(group: GroupResponse): TemplateResult {
    const inUse = group.sites > 0;
    return rowActions(
      {
        sign: 'edit',
        label: messages().editOf(group.name),
        title: messages().edit,
        onClick: () => {
          this.edits = group;
        },
      },
      {
        sign: 'trash',
        label: messages().removeOf(group.name),
        title: inUse ? messages().groupInUse : messages().remove,
        disabled: inUse,
        onClick: () => {
          this.deletion.ask(group);
        },
      },
    );
  }

  private drawForm(): TemplateResult {
    const { edits } = this;
    const close = (): void => {
      this.edits = undefined;
    };
    const saved = (): void => {
      close();
      this.changed();
    };
    return html`<sp-dialog
      ?open=${edits !== undefined}
      heading=${messages().groupTitle}
      @sp-close=${close}
    >
      ${
        edits === undefined
          ? nothing
          : html`<sp-group-form
              .groups=${this.groups}
              .group=${edits === 'new' ? undefined : edits}
              @sp-saved=${saved}
              @sp-cancel=${close}
            ></sp-group-form>`
      }
    </sp-dialog>`;
  }

  private changed(): void {
    this.dispatchEvent(new Event('sp-changed'));
  }
}

function row(group: GroupResponse): GroupRow {
  const { id, name, position, sites } = group;
  return { key: id, group, href: to(`group/${id}`), values: { name, position, sites } };
}

define('sp-site-groups', SiteGroups);

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-groups': SiteGroups;
  }
}
