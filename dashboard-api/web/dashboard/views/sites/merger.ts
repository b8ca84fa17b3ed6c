import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { SiteResponse } from '../../../api/schema.js';
import { Problem } from '../../app/api/problem.js';
import { define } from '../../app/element.js';
import { day } from '../../app/format.js';
import { today } from '../../app/period.js';
import { to } from '../../app/router.js';
import { formButtons } from '../../components/dialog/confirm.js';
import { selectField, textField } from '../../components/field/field.js';
import { dayText, dayTyped } from '../../app/typed.js';
import { showToast } from '../../components/toast/show-toast.js';
import { mayAdminister } from '../../components/view/permissions.js';
import type { VisibleScopes } from '../../components/view/scopes.js';
import { DeleteController } from '../../components/view/delete-controller.js';
import { SubmitController } from '../../components/view/submit-controller.js';
import { SpView } from '../../components/view/view.js';
import './merge-preview.js';
import { sitePath } from './site-draft.js';
import { messages } from './messages.js';

/** A merged site, with the revision of its successor. */
interface Taken {
  readonly id: string;
  readonly successor: string;
  readonly from: string;
  readonly enteredBy: string;
  readonly revision: string;
}

interface Draft {
  readonly predecessor: string;
  readonly from: string;
}

/**
 * Sites that were merged into a site. Administrators add one after a preview, and can undo it.
 *
 * @fires sp-changed - a merger was made or undone
 */
export class SiteMerger extends SpView {
  @property({ attribute: false }) scopes: VisibleScopes = { sites: [], groups: [] };
  @property({ attribute: false }) site: SiteResponse | undefined;
  @state() private draft: Draft | undefined;
  private readonly submission = new SubmitController(this);
  private readonly deletion = new DeleteController<Taken>(this, {
    heading: () => messages().undoTitle,
    text: ({ id }) => messages().undoText(this.site?.name ?? '', this.nameOf(id)),
    act: () => messages().undo,
    remove: ({ id, successor, revision }) => api.delete(mergePath(successor, id), { revision }),
    read: (id) => this.readTaken(id),
    describe: ({ from, enteredBy }) => [
      { label: messages().from, text: day(from) },
      { label: messages().mergedBy, text: enteredBy },
    ],
    removed: () => messages().undone,
    done: () => {
      this.changed();
    },
  });

  private nameOf(site: string): string {
    return this.scopes.sites.find(({ id }) => id === site)?.name ?? site;
  }

  protected override render(): unknown {
    const { site } = this;
    if (!site) {
      return nothing;
    }
    const add = (): void => {
      this.draft = { predecessor: '', from: dayText(today(site.zone)) };
    };
    return html`<section class="stack" aria-labelledby="merge">
        <div>
          <h2 id="merge">${messages().merge}</h2>
          <p class="muted small">${messages().mergeLead}</p>
        </div>
        ${
          site.predecessors.length === 0
            ? html`<p>${messages().mergeNone}</p>`
            : html`<ul class="stack">
                ${takenBy(site).map((one) => this.drawPredecessor(one))}
              </ul>`
        }
        ${mayAdminister() && !site.archived ? html`<div><button type="button" @click=${add}>${messages().mergeNew}</button></div>` : nothing}
      </section>
      ${this.drawForm(site)} ${this.deletion.drawQuestion()}`;
  }

  private drawPredecessor(one: Taken): TemplateResult {
    const { id, from, enteredBy } = one;
    const undo = (): void => {
      this.deletion.ask(one);
    };
    return html`<li class="head">
      <div>
        <a href=${to(sitePath(id))}>${this.nameOf(id)}</a>
        <span class="under">${messages().since(day(from), enteredBy)}</span>
      </div>
      ${mayAdminister() ? html`<button type="button" @click=${undo}>${messages().undo}</button>` : nothing}
    </li>`;
  }

  private drawForm(site: SiteResponse): TemplateResult {
    const { draft, submission } = this;
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
      heading=${messages().mergeTitle(site.name)}
      @sp-close=${close}
    >
      ${
        draft
          ? html`<form novalidate @submit=${submit}>
              ${submission.draw(['predecessor', 'from'])} ${this.drawFields(site, draft)}
              ${draft.predecessor && dayTyped(draft.from) ? html`<sp-merge-preview .site=${site} .predecessor=${this.scopes.sites.find(({ id }) => id === draft.predecessor)} .from=${dayTyped(draft.from) ?? ''}></sp-merge-preview>` : nothing}
              ${formButtons(messages().mergeDo, submission.busy, close)}
            </form>`
          : nothing
      }
    </sp-dialog>`;
  }

  private drawFields(site: SiteResponse, draft: Draft): TemplateResult {
    const known = site.predecessors.map((one) => one.site);
    const choices = this.scopes.sites
      .filter(({ id, successor }) => id !== site.id && !successor && !known.includes(id))
      .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
    const put =
      (field: keyof Draft) =>
      (value: string): void => {
        this.draft = { ...(this.draft ?? draft), [field]: value };
      };
    return html`${selectField({ name: 'predecessor', label: messages().predecessor, value: draft.predecessor, required: true, choices: [{ value: '', label: messages().choose }, ...choices], fault: this.submission.fault('predecessor'), onInput: put('predecessor') })}
    ${textField({ name: 'from', label: messages().from, type: 'day', value: draft.from, required: true, hint: messages().fromHint(site.name), fault: this.submission.fault('from'), onInput: put('from') })}`;
  }

  private async merge(site: SiteResponse, { predecessor, from: typed }: Draft): Promise<void> {
    const from = dayTyped(typed);
    const own = {
      predecessor: predecessor ? undefined : messages().faultPredecessor,
      from: from ? undefined : messages().faultDay,
    };
    if (!this.submission.check(own)) {
      return;
    }
    const { id, revision } = site;
    if (
      await this.submission.run(() => api.put(mergePath(id, predecessor), { from }, { revision }))
    ) {
      this.draft = undefined;
      showToast(messages().merged);
      this.changed();
    } else if (this.submission.problem?.status === 412) {
      // The input stays. The current site is shown, and the next attempt uses its revision.
      this.changed();
    }
  }

  private async readTaken(id: string): Promise<Taken> {
    const site = await api.get<SiteResponse>(sitePath(this.site?.id ?? ''));
    const taken = takenBy(site).find((one) => one.id === id);
    if (!taken) {
      throw new Problem(404, '/problems/not-found', '');
    }
    return taken;
  }

  private changed(): void {
    this.dispatchEvent(new Event('sp-changed', { bubbles: true, composed: true }));
  }
}

function takenBy({ id: successor, predecessors, revision }: SiteResponse): Taken[] {
  return predecessors.map(({ site, from, enteredBy }) => ({
    id: site,
    successor,
    from,
    enteredBy,
    revision,
  }));
}

function mergePath(site: string, predecessor: string): string {
  return `${sitePath(site)}/predecessors/${encodeURIComponent(predecessor)}`;
}

define('sp-site-merger', SiteMerger);

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-merger': SiteMerger;
  }
}
