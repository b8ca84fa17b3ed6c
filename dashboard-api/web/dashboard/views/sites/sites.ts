import { html, nothing, type TemplateResult } from 'lit';
import type { SiteResponse } from '../../../api/schema.js';
import { fileOf } from '../../app/exports.js';
import { icon } from '../../app/icons.js';
import { to } from '../../app/router.js';
import { empty, failed, waiting } from '../../app/states.js';
import type { Column, Row } from '../../components/data-table/rows.js';
import { mayAdminister } from '../../components/view/permissions.js';
import { worldFor, type World } from '../../components/view/scopes.js';
import { head, SpView } from '../../components/view/view.js';
import './groups.js';
import './site-form.js';
import './site-page.js';
import { words } from './messages.js';

interface SiteRow extends Row {
  readonly site: SiteResponse;
}

/** Sites: the list at `sites`, groups at `sites?tab=groups`, a new one at `sites?new=1`, one at `sites/ID`. */
export class SitesView extends SpView {
  private readonly world = worldFor(this);

  protected override render(): TemplateResult {
    return this.world.draw({
      waiting: () =>
        html`${head(words().title, words().lead)}
          <div class="panel">${waiting(6)}</div>`,
      failed,
      ready: (world) => this.drawPlace(world),
    });
  }

  private drawPlace(world: World): TemplateResult {
    const one = this.place?.params['id'];
    if (one !== undefined) {
      return html`<sp-site-page
        .world=${world}
        .site=${one}
        @sp-changed=${this.world.again}
      ></sp-site-page>`;
    }
    if (this.said('new')) {
      const back = { href: to('sites'), text: words().back };
      return html`${head(words().createTitle, undefined, undefined, back)}
        <div class="panel form"><sp-site-form .world=${world}></sp-site-form></div>`;
    }
    return this.drawLists(world);
  }

  private drawLists(world: World): TemplateResult {
    const groups = this.said('tab') === 'groups';
    const create = html`<a class="button primary" href=${to('sites', { new: '1' })}
      >${icon('plus')}${words().create}</a
    >`;
    return html`${head(words().title, words().lead, mayAdminister() && !groups ? create : nothing)}
      <nav class="tabs" aria-label=${words().title}>
        <a href=${to('sites')} aria-current=${groups ? nothing : 'page'}
          >${words().tabSites} (${world.sites.length})</a
        >
        <a href=${to('sites', { tab: 'groups' })} aria-current=${groups ? 'page' : nothing}
          >${words().tabGroups} (${world.groups.length})</a
        >
      </nav>
      <div class="panel">
        ${
          groups
            ? html`<sp-site-groups
                .groups=${world.groups}
                @sp-changed=${this.world.again}
              ></sp-site-groups>`
            : drawTable(world)
        }
      </div>`;
  }
}

function drawTable(world: World): TemplateResult {
  if (world.sites.length === 0) {
    return empty(words().none, undefined, 'sites');
  }
  const columns: Column<SiteRow>[] = [
    { id: 'name', label: words().name, kind: 'text', draw: ({ site }) => site.name },
    {
      id: 'id',
      label: words().id,
      kind: 'text',
      draw: ({ site }) => html`<span class="mono">${site.id}</span>`,
    },
    { id: 'group', label: words().group, kind: 'text' },
    { id: 'state', label: words().state, kind: 'text', draw: ({ site }) => badges(site, world) },
  ];
  const groups = new Map(world.groups.map(({ id, name }) => [id, name]));
  const rows = world.sites.map((site): SiteRow => ({
    key: site.id,
    site,
    href: to(`sites/${encodeURIComponent(site.id)}`),
    values: {
      name: site.name,
      id: site.id,
      group: site.group ? (groups.get(site.group) ?? site.group) : null,
      state: site.archived
        ? words().archivedState
        : site.successor
          ? words().mergedState('')
          : words().active,
    },
  }));
  return html`<sp-data-table
    heading=${words().title}
    searchable
    .columns=${columns}
    .rows=${rows}
    csv=${fileOf('sites', 'csv')}
    xlsx=${fileOf('sites', 'xlsx')}
  ></sp-data-table>`;
}

function badges(site: SiteResponse, world: World): unknown[] {
  const successor = world.sites.find(({ id }) => id === site.successor?.site);
  return [
    site.archived
      ? html`<span class="badge plain">${words().archivedState}</span>`
      : html`<span class="badge open">${words().active}</span>`,
    site.successor
      ? html` <span class="badge soft"
          >${words().mergedState(successor?.name ?? site.successor.site)}</span
        >`
      : nothing,
    site.sample ? html` <span class="badge">${words().sample}</span>` : nothing,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-sites-view': SitesView;
  }
}
