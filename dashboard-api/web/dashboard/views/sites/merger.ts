import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { SiteEntry } from '../../app/api/entries.js';
import { define } from '../../app/element.js';
import { day } from '../../app/format.js';
import { today } from '../../app/period.js';
import { to } from '../../app/router.js';
import { confirmation, formButtons } from '../../components/dialog/confirm.js';
import { selectField, textField } from '../../components/field/field.js';
import { tell } from '../../components/toast/say.js';
import { mayAdminister } from '../../components/view/may.js';
import type { World } from '../../components/view/scopes.js';
import { Sending } from '../../components/view/sending.js';
import { SpView } from '../../components/view/view.js';
import './merge-preview.js';
import { words } from './words.js';

interface Draft {
  readonly predecessor: string;
  readonly from: string;
}

/**
 * The sites that a site took over; administrators add one after seeing what it will change, and take it back.
 *
 * @fires sp-changed - a merger was made or undone
 */
export class SiteMerger extends SpView {
  @property({ attribute: false }) world: World = { sites: [], groups: [] };
  @property({ attribute: false }) site: SiteEntry | undefined;
  @state() private draft: Draft | undefined;
  @state() private undoes: string | undefined;
  private readonly sending = new Sending(this);

  private nameOf(site: string): string {
    return this.world.sites.find(({ id }) => id === site)?.name ?? site;
  }

  protected override render(): unknown {
    const { site } = this;
    if (!site) {
      return nothing;
    }
    const add = (): void => {
      this.draft = { predecessor: '', from: today(site.zone) };
    };
    return html`<section class="stack" aria-labelledby="merge">
        <div>
          <h2 id="merge">${words().merge}</h2>
          <p class="muted small">${words().mergeLead}</p>
        </div>
        ${this.draft ? nothing : this.sending.draw()}
        ${
          site.predecessors.length === 0
            ? html`<p>${words().mergeNone}</p>`
            : html`<ul class="stack">
                ${site.predecessors.map((one) => this.drawPredecessor(one))}
              </ul>`
        }
        ${mayAdminister() && !site.archived ? html`<div><button type="button" @click=${add}>${words().mergeNew}</button></div>` : nothing}
      </section>
      ${this.drawForm(site)} ${this.drawUndo(site)}`;
  }

  private drawPredecessor({
    site,
    from,
    enteredBy,
  }: SiteEntry['predecessors'][number]): TemplateResult {
    const undo = (): void => {
      this.undoes = site;
    };
    return html`<li class="head">
      <div>
        <a href=${to(`sites/${encodeURIComponent(site)}`)}>${this.nameOf(site)}</a>
        <span class="under">${words().since(day(from), enteredBy)}</span>
      </div>
      ${mayAdminister() ? html`<button type="button" @click=${undo}>${words().undo}</button>` : nothing}
    </li>`;
  }

  private drawForm(site: SiteEntry): TemplateResult {
    const { draft, sending } = this;
    const close = (): void => {
      this.draft = undefined;
    };
    const submit = (event: Event): void => {
      event.preventDefault();
      if (this.draft) {
        void this.merge(site, this.draft);
      }
    };
    return html`<sp-dialog
      ?open=${draft !== undefined}
      heading=${words().mergeTitle(site.name)}
      @sp-close=${close}
    >
      ${
        draft
          ? html`<form novalidate @submit=${submit}>
              ${sending.draw(['predecessor', 'from'])} ${this.drawFields(site, draft)}
              ${draft.predecessor && draft.from ? html`<sp-merge-preview .site=${site} .predecessor=${this.world.sites.find(({ id }) => id === draft.predecessor)} .from=${draft.from}></sp-merge-preview>` : nothing}
              ${formButtons(words().mergeDo, sending.busy, close)}
            </form>`
          : nothing
      }
    </sp-dialog>`;
  }

  private drawFields(site: SiteEntry, draft: Draft): TemplateResult {
    const known = site.predecessors.map((one) => one.site);
    const choices = this.world.sites
      .filter(({ id, successor }) => id !== site.id && !successor && !known.includes(id))
      .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
    const put =
      (field: keyof Draft) =>
      (value: string): void => {
        this.draft = { ...(this.draft ?? draft), [field]: value };
      };
    return html`${selectField({ name: 'predecessor', label: words().predecessor, value: draft.predecessor, required: true, choices: [{ value: '', label: words().choose }, ...choices], fault: this.sending.fault('predecessor'), onInput: put('predecessor') })}
    ${textField({ name: 'from', label: words().from, type: 'date', value: draft.from, required: true, hint: words().fromHint(site.name), fault: this.sending.fault('from'), onInput: put('from') })}`;
  }

  private drawUndo(site: SiteEntry): TemplateResult {
    return confirmation({
      open: this.undoes !== undefined,
      heading: words().undoTitle,
      text: words().undoText(site.name, this.nameOf(this.undoes ?? '')),
      act: words().undo,
      onAct: () => void this.undo(site, this.undoes),
      onCancel: () => {
        this.undoes = undefined;
      },
    });
  }

  private async merge(site: SiteEntry, { predecessor, from }: Draft): Promise<void> {
    const own = {
      predecessor: predecessor ? undefined : words().faultPredecessor,
      from: from ? undefined : words().faultDay,
    };
    if (
      this.sending.check(own) &&
      (await this.sending.run(() => api.put(path(site, predecessor), { from })))
    ) {
      this.draft = undefined;
      this.changed(words().merged);
    }
  }

  private async undo(site: SiteEntry, predecessor: string | undefined): Promise<void> {
    this.undoes = undefined;
    if (predecessor && (await this.sending.run(() => api.delete(path(site, predecessor))))) {
      this.changed(words().undone);
    }
  }

  private changed(text: string): void {
    tell(text);
    this.dispatchEvent(new Event('sp-changed', { bubbles: true, composed: true }));
  }
}

function path(site: SiteEntry, predecessor: string): string {
  return `sites/${encodeURIComponent(site.id)}/predecessors/${encodeURIComponent(predecessor)}`;
}

define('sp-site-merger', SiteMerger);

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-merger': SiteMerger;
  }
}
