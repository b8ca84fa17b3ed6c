import { html, nothing, type TemplateResult } from 'lit';
import type { SiteResponse, SiteState } from '../../../api/schema.js';
import { fileOf } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { icon } from '../../app/icons.js';
import { dictionary } from '../../app/language.js';
import { to } from '../../app/router.js';
import { empty, failed, waiting } from '../../app/states.js';
import type { Column, Row } from '../../components/data-table/rows.js';
import { mayAdminister } from '../../components/view/permissions.js';
import { visibleScopes, type VisibleScopes } from '../../components/view/scopes.js';
import { drawSignal, drawState, loadStates, stateName } from '../../components/view/site-state.js';
import { head, SpView } from '../../components/view/view.js';
import './groups.js';
import './site-form.js';
import './site-page.js';
import { messages } from './messages.js';

/** Why there is no form at `sites?new=1` for those who are not administrators. */
const noForm = dictionary(
  {
    text: 'Chỉ quản trị viên đăng ký được trang mới. Hãy gửi tên trang và tên miền cho quản trị viên.',
  },
  {
    text: 'Only administrators register new sites. Send the name of the site and its domain to one.',
  },
);

interface SiteRow extends Row {
  readonly site: SiteResponse;
}

/** Sites: the list at `sites`, groups at `sites?tab=groups`, a new one at `sites?new=1`, one at `sites/ID`. */
export class SitesView extends SpView {
  private readonly scopes = visibleScopes(this);
  /** The list is shown without it while ClickHouse is away. */
  private readonly states = new Fetching(
    this,
    () => [] as [],
    (signal) => loadStates(signal),
  );

  protected override render(): TemplateResult {
    return this.scopes.draw({
      waiting: () =>
        html`${head(messages().title, messages().lead)}
          <div class="panel">${waiting(6)}</div>`,
      failed,
      ready: (scopes) => this.drawPlace(scopes),
    });
  }

  private drawPlace(scopes: VisibleScopes): TemplateResult {
    const one = this.place?.params['id'];
    if (one !== undefined) {
      return html`<sp-site-page
        .scopes=${scopes}
        .site=${one}
        @sp-changed=${this.scopes.reload}
      ></sp-site-page>`;
    }
    if (this.queryValue('new') && mayAdminister()) {
      const back = { href: to('sites'), text: messages().back };
      return html`${head(messages().createTitle, undefined, undefined, back)}
        <div class="panel form"><sp-site-form .scopes=${scopes}></sp-site-form></div>`;
    }
    return this.drawLists(scopes);
  }

  private drawLists(scopes: VisibleScopes): TemplateResult {
    const groups = this.queryValue('tab') === 'groups';
    const create = html`<a class="button primary" href=${to('sites', { new: '1' })}
      >${icon('plus')}${messages().create}</a
    >`;
    return html`${head(messages().title, messages().lead, mayAdminister() && !groups ? create : nothing)}
      ${
        this.queryValue('new') && !mayAdminister()
          ? html`<p class="notice warn" role="status">${noForm().text}</p>`
          : nothing
      }
      <nav class="tabs" aria-label=${messages().title}>
        <a href=${to('sites')} aria-current=${groups ? nothing : 'page'}
          >${messages().tabSites} (${scopes.sites.length})</a
        >
        <a href=${to('sites', { tab: 'groups' })} aria-current=${groups ? 'page' : nothing}
          >${messages().tabGroups} (${scopes.groups.length})</a
        >
      </nav>
      <div class="panel">
        ${
          groups
            ? html`<sp-site-groups
                .groups=${scopes.groups}
                @sp-changed=${this.scopes.reload}
              ></sp-site-groups>`
            : drawTable(scopes, this.states.latest?.sites ?? [])
        }
      </div>`;
  }
}

function drawTable(scopes: VisibleScopes, known: readonly SiteState[]): TemplateResult {
  if (scopes.sites.length === 0) {
    return empty(messages().none, undefined, 'sites');
  }
  const states = new Map(known.map((state) => [state.site, state]));
  const columns: Column<SiteRow>[] = [
    { id: 'name', label: messages().name, kind: 'text', draw: ({ site }) => site.name },
    {
      id: 'id',
      label: messages().id,
      kind: 'text',
      draw: ({ site }) => html`<span class="mono">${site.id}</span>`,
    },
    { id: 'group', label: messages().group, kind: 'text' },
    {
      id: 'state',
      label: messages().state,
      kind: 'text',
      draw: ({ site }) => badges(site, states.get(site.id), scopes),
    },
    {
      id: 'lastSignal',
      label: messages().lastSignal,
      kind: 'count',
      draw: ({ site }) => drawSignal(states.get(site.id)?.lastSignal),
    },
  ];
  const groups = new Map(scopes.groups.map(({ id, name }) => [id, name]));
  const rows = scopes.sites.map((site): SiteRow => ({
    key: site.id,
    site,
    href: to(`sites/${encodeURIComponent(site.id)}`),
    values: {
      name: site.name,
      id: site.id,
      group: site.group ? (groups.get(site.group) ?? site.group) : null,
      state: stateText(site, states.get(site.id)),
      lastSignal: states.get(site.id)?.lastSignal ?? null,
    },
  }));
  return html`<sp-data-table
    heading=${messages().title}
    searchable
    .columns=${columns}
    .rows=${rows}
    csv=${fileOf('sites', 'csv')}
    xlsx=${fileOf('sites', 'xlsx')}
  ></sp-data-table>`;
}

function stateText(site: SiteResponse, known: SiteState | undefined): string | null {
  if (site.archived) {
    return messages().archivedState;
  }
  return site.successor ? messages().mergedState('') : known ? stateName(known.state) : null;
}

function badges(
  site: SiteResponse,
  known: SiteState | undefined,
  scopes: VisibleScopes,
): unknown[] {
  const successor = scopes.sites.find(({ id }) => id === site.successor?.site);
  return [
    site.archived
      ? html`<span class="badge plain">${messages().archivedState}</span>`
      : known
        ? drawState(known.state)
        : nothing,
    site.successor
      ? html` <span class="badge soft"
          >${messages().mergedState(successor?.name ?? site.successor.site)}</span
        >`
      : nothing,
    site.sample ? html` <span class="badge">${messages().sample}</span>` : nothing,
    site.storedZone === undefined
      ? nothing
      : html` <span class="badge">${messages().zoneToCorrect}</span>`,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-sites-view': SitesView;
  }
}
