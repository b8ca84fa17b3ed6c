import { html, nothing, type TemplateResult } from 'lit';
import type { SiteState, SiteStates } from '../../../api/schema.js';
import { fileOf } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { number } from '../../app/format.js';
import { to } from '../../app/router.js';
import { empty, failed, waiting } from '../../app/states.js';
import type { Column, Row } from '../../components/data-table/rows.js';
import { firstSite } from '../../components/view/first-site.js';
import {
  drawScripts,
  drawSignal,
  drawState,
  loadStates,
  originText,
  stateName,
} from '../../components/view/site-state.js';
import { head, SpView } from '../../components/view/view.js';
import { messages } from './messages.js';

interface StateRow extends Row {
  readonly site: SiteState;
}

/** State of the visible sites. Administrators also see unknown ids and untrusted proxies. */
export class StateView extends SpView {
  private readonly states = new Fetching(
    this,
    () => [] as [],
    (signal) => loadStates(signal),
  );

  protected override render(): TemplateResult {
    return html`${head(messages().title, messages().lead)}
      <div class="stack">
        ${this.states.draw({
          waiting: () => html`<div class="panel">${waiting(6)}</div>`,
          failed: (problem, retry) => html`<div class="panel">${failed(problem, retry)}</div>`,
          ready: (states) =>
            html`<div class="panel stack">
                ${drawSites(states)}
                <p class="muted small">${messages().rules}</p>
              </div>
              ${drawUnknown(states)} ${drawProxies(states)}`,
        })}
      </div>`;
  }
}

function drawSites({ sites, script }: SiteStates): TemplateResult {
  if (sites.length === 0) {
    return empty(messages().none, firstSite(), 'sites');
  }
  const columns: Column<StateRow>[] = [
    { id: 'name', label: messages().name, kind: 'text' },
    {
      id: 'state',
      label: messages().state,
      kind: 'text',
      draw: ({ site }) => drawState(site.state),
    },
    {
      id: 'lastSignal',
      label: messages().lastSignal,
      kind: 'count',
      draw: ({ site }) => html`${drawSignal(site.lastSignal)}${drawScripts(site.scripts)}`,
    },
    { id: 'yesterday', label: messages().yesterday, kind: 'count' },
    { id: 'usual', label: messages().usual, kind: 'count' },
    {
      id: 'refused',
      label: messages().refused,
      kind: 'count',
      draw: ({ site }) =>
        html`${number(site.refused)}${site.refusedOrigins.map(
          ({ origin, events }) =>
            html`<span class="under">${originText(origin)}: ${number(events)}</span>`,
        )}`,
    },
  ];
  return html`<p class="muted small">${messages().release(script)}</p>
    <sp-data-table
      heading=${messages().title}
      searchable
      .columns=${columns}
      .rows=${sites.map(rowOf)}
      csv=${fileOf('state', 'csv')}
      xlsx=${fileOf('state', 'xlsx')}
    ></sp-data-table>`;
}

function rowOf(site: SiteState): StateRow {
  return {
    key: site.site,
    site,
    href: to(`site/${encodeURIComponent(site.site)}`),
    values: {
      name: site.name,
      state: stateName(site.state),
      lastSignal: site.lastSignal ?? null,
      yesterday: site.yesterday?.views ?? null,
      usual: site.yesterday?.usual === undefined ? null : Math.round(site.yesterday.usual),
      refused: site.refused,
    },
  };
}

function drawUnknown({ unknownSites }: SiteStates): unknown {
  if (unknownSites.length === 0) {
    return nothing;
  }
  const columns: Column[] = [
    { id: 'site', label: messages().id, kind: 'text' },
    { id: 'origin', label: messages().origin, kind: 'text' },
    { id: 'events', label: messages().events, kind: 'count' },
  ];
  const rows = unknownSites.map(({ site, origin, events }): Row => ({
    key: `${site} ${origin}`,
    values: { site: site || messages().noId, origin: originText(origin), events },
  }));
  return drawList(messages().unknown, messages().unknownLead, columns, rows);
}

function drawProxies({ untrustedProxies }: SiteStates): unknown {
  if (untrustedProxies.length === 0) {
    return nothing;
  }
  const columns: Column[] = [
    { id: 'address', label: messages().address, kind: 'text' },
    { id: 'requests', label: messages().requests, kind: 'count' },
  ];
  const rows = untrustedProxies.map(({ address, requests }): Row => ({
    key: address,
    values: { address, requests },
  }));
  return drawList(messages().proxies, messages().proxiesLead, columns, rows);
}

function drawList(
  heading: string,
  lead: string,
  columns: readonly Column[],
  rows: readonly Row[],
): TemplateResult {
  return html`<section class="panel stack">
    <div>
      <h2>${heading}</h2>
      <p class="muted small">${lead}</p>
    </div>
    <sp-data-table heading=${heading} .columns=${columns} .rows=${rows}></sp-data-table>
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-state-view': StateView;
  }
}
