import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { SiteResponse } from '../../../api/schema.js';
import { define } from '../../app/element.js';
import { Fetching } from '../../app/fetching.js';
import { day } from '../../app/format.js';
import { icon } from '../../app/icons.js';
import { language } from '../../app/language.js';
import { to } from '../../app/router.js';
import { names } from '../../app/routes.js';
import { waiting } from '../../app/states.js';
import type { VisibleScopes } from '../../components/view/scopes.js';
import { head, lost, SpView, type Back } from '../../components/view/view.js';
import './install-check.js';
import './merger.js';
import { sitePath } from './site-draft.js';
import { messages } from './messages.js';

const EMBEDS = ['script', 'counter', 'iframe', 'image'] as const;

/** A site with its settings, embedding code and merged sites. */
export class SitePage extends SpView {
  @property({ attribute: false }) scopes: VisibleScopes = { sites: [], groups: [] };
  @property({ attribute: false }) site = '';

  private readonly entry = new Fetching(
    this,
    () => [this.site, language()] as [string, string],
    (signal, site, words) =>
      api.get<SiteResponse>(sitePath(site), { signal, query: { language: words } }),
  );

  protected override render(): TemplateResult {
    return this.entry.draw({
      waiting: () => html`<div class="panel">${waiting(8)}</div>`,
      failed: (problem, retry) => lost(messages().lost(this.site), back(), problem, retry),
      ready: (site) => this.drawSite(site),
    });
  }

  private drawSite(site: SiteResponse): TemplateResult {
    const address = to(`site/${encodeURIComponent(site.id)}`);
    const open = html`<a class="button" href=${address}>${icon('chart')}${messages().open}</a>`;
    const total = html`<a class="button" href=${to(`total/${encodeURIComponent(site.id)}`)}
      >${icon('check')}${names().total}</a
    >`;
    const sample = site.sample ? html` <span class="badge">${messages().sample}</span>` : nothing;
    return html`${head(site.name, html`<span class="mono">${site.id}</span>${sample}`, html`${open}${total}`, back())}
      ${this.drawSuccessor(site)}
      <div class="columns" @sp-changed=${this.entry.reload}>
        <section class="panel" aria-labelledby="settings">
          <h2 id="settings">${messages().settings}</h2>
          <sp-site-form .scopes=${this.scopes} .site=${site}></sp-site-form>
        </section>
        <div class="stack">
          ${drawEmbed(site)}
          ${site.archived ? nothing : html`<sp-install-check .site=${site}></sp-install-check>`}
          <sp-site-merger class="panel" .scopes=${this.scopes} .site=${site}></sp-site-merger>
        </div>
      </div>`;
  }

  private drawSuccessor({ successor }: SiteResponse): unknown {
    if (!successor) {
      return nothing;
    }
    const name = this.scopes.sites.find(({ id }) => id === successor.site)?.name ?? successor.site;
    return html`<p class="notice warn">
      <a href=${to(`sites/${encodeURIComponent(successor.site)}`)}
        >${messages().mergedInto(name, day(successor.from))}</a
      >
    </p>`;
  }
}

function back(): Back {
  return { href: to('sites'), text: messages().back };
}

function drawEmbed({ embed }: SiteResponse): TemplateResult {
  return html`<section class="panel stack" aria-labelledby="embed">
    <div>
      <h2 id="embed">${messages().embed}</h2>
      <p class="muted small">
        ${messages().embedLead}
        <a href=${to('help', { topic: 'editor' })}>${messages().embedGuide}</a>
      </p>
    </div>
    ${EMBEDS.map((kind) => html`<sp-copy label=${messages().embeds[kind]} text=${embed[kind]}></sp-copy>`)}
  </section>`;
}

define('sp-site-page', SitePage);

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-page': SitePage;
  }
}
