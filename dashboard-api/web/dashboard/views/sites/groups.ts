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
import { Removing } from '../../components/view/delete-controller.js';
import { actionColumn, rowActions } from '../../components/view/row-actions.js';
import { SpView } from '../../components/view/view.js';
import { groupPath } from './group-form.js';
import { words } from './messages.js';

interface GroupRow extends Row {
  readonly group: GroupResponse;
}

/**
 * The groups of sites, for administrators to change.
 *
 * @fires sp-changed - a group was changed
 */
export class SiteGroups extends SpView {
  @property({ attribute: false }) groups: readonly GroupResponse[] = [];
  /** What is in the form: a group, or a new one. */
  @state() private edits: GroupResponse | 'new' | undefined;
  private readonly removing = new Removing<GroupResponse>(this, {
    heading: () => words().groupRemoveTitle,
    text: ({ name }) => words().groupRemoveText(name),
    act: () => words().remove,
    remove: ({ id, revision }) => api.delete(groupPath(id), { revision }),
    read: (id) => api.get<GroupResponse>(groupPath(id)),
    told: ({ name, position, sites }) => [
      { label: words().groupName, text: name },
      { label: words().position, text: String(position) },
      { label: words().sites, text: String(sites) },
    ],
    removed: () => words().removed,
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
        ? empty(words().groupNone, undefined, 'sites')
        : html`<sp-data-table
            heading=${words().tabGroups}
            .columns=${this.columns(edits)}
            .rows=${this.groups.map(row)}
            csv=${fileOf('groups', 'csv')}
            xlsx=${fileOf('groups', 'xlsx')}
          ></sp-data-table>`
    }
    ${edits ? html`<div class="actions"><button type="button" @click=${this.add}>${icon('plus')}${words().groupNew}</button></div>` : nothing}
    ${this.drawForm()} ${this.removing.drawQuestion()}`;
  }

  private columns(edits: boolean): Column<GroupRow>[] {
    return [
      { id: 'name', label: words().groupName, kind: 'text' },
      { id: 'position', label: words().position, kind: 'count' },
      { id: 'sites', label: words().sites, kind: 'count' },
      ...(edits
        ? [actionColumn(words().actions, ({ group }: GroupRow) => this.drawActions(group))]
        : []),
    ];
  }

  private drawActions(group: GroupResponse): TemplateResult {
    const inUse = group.sites > 0;
    return rowActions(
      {
        sign: 'edit',
        label: words().editOf(group.name),
        title: words().edit,
        onClick: () => {
          this.edits = group;
        },
      },
      {
        sign: 'trash',
        label: words().removeOf(group.name),
        title: inUse ? words().groupInUse : words().remove,
        disabled: inUse,
        onClick: () => {
          this.removing.ask(group);
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
      heading=${words().groupTitle}
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
