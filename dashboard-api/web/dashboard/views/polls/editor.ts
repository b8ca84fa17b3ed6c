import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { ManagedPollResponse } from '../../../api/schema.js';
import { define } from '../../app/element.js';
import { Fetching } from '../../app/fetching.js';
import { number } from '../../app/format.js';
import { navigate, to } from '../../app/router.js';
import { waiting } from '../../app/states.js';
import { selectField, textField } from '../../components/field/field.js';
import { showToast } from '../../components/toast/show-toast.js';
import { mayEdit } from '../../components/view/permissions.js';
import type { VisibleScopes } from '../../components/view/scopes.js';
import { EditController } from '../../components/view/edit-controller.js';
import { head, lost, SpView } from '../../components/view/view.js';
import { blank, bodyOf, draftOf, faultsOf, describeDraft, type PollDraft } from './draft.js';
import { optionFields, type EditOptions } from './option-fields.js';
import { path, toPolls } from './poll-templates.js';
import { resultStyles } from './result.styles.js';
import { ruleFields, scheduleFields } from './rule-fields.js';
import { messages } from './messages.js';

/** Form of a new or existing poll. It shows rules before they are broken. */
export class PollEditor extends SpView {
  static override styles = [SpView.styles, resultStyles];

  @property({ attribute: false }) scopes: VisibleScopes = { sites: [], groups: [] };
  /** Id of the poll, undefined for a new one. */
  @property({ attribute: false }) poll: string | undefined;
  private readonly entry = new Fetching(
    this,
    () => (this.poll === undefined ? undefined : ([this.poll] as [string])),
    (signal, poll) =>
      api.get<ManagedPollResponse>(path(poll), { signal }).then((entry) => {
        this.editing.begin(entry);
        return entry;
      }),
  );
  private readonly editing = new EditController<ManagedPollResponse, PollDraft>(this, {
    name: 'polls',
    draftOf: (poll) => (poll ? draftOf(poll, this.zoneOf(poll.site)) : blank(this.onlySite())),
    read: (poll) => api.get<ManagedPollResponse>(path(poll)),
    describe: describeDraft,
  });

  override willUpdate(): void {
    if (this.poll === undefined && !this.hasUpdated) {
      this.editing.begin(undefined);
    }
  }

  private get sites(): VisibleScopes['sites'] {
    return this.scopes.sites.filter((site) => mayEdit(site) && !site.archived);
  }

  /** Site that a new poll starts with. With a choice of several none is chosen in advance. */
  private onlySite(): string {
    const [first, second] = this.sites;
    return first && !second ? first.id : '';
  }

  private zoneOf(site: string): string {
    return this.scopes.sites.find(({ id }) => id === site)?.zone ?? 'Asia/Ho_Chi_Minh';
  }

  private readonly change = (changes: Partial<PollDraft>): void => {
    this.editing.change(changes);
  };

  private readonly changeOptions = (edit: EditOptions): void => {
    this.change({ options: edit(this.editing.draft.options) });
  };

  protected override render(): TemplateResult {
    if (this.poll === undefined) {
      return this.drawForm(undefined);
    }
    return this.entry.draw({
      waiting: () => waiting(8),
      failed: (problem, retry) => lost(messages().lost, toPolls(), problem, retry),
      ready: (poll) => this.drawForm(this.editing.entry ?? poll),
    });
  }

  private drawForm(poll: ManagedPollResponse | undefined): TemplateResult {
    const { editing } = this;
    const { draft } = editing;
    const ballots = poll?.participants ?? 0;
    const where = poll ? to(path(poll.id)) : to('polls');
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const asDraft = event.submitter?.getAttribute('value') === 'draft';
      void this.save(poll, asDraft);
    };
    const back = { href: where, text: poll ? poll.question : messages().back };
    return html`${head(poll ? messages().editTitle : messages().createTitle, undefined, undefined, back)}
      <form class="panel form" novalidate @submit=${submit}>
        ${editing.draw(['question', 'options', 'maxChoices', 'votesPerNetwork', 'opens', 'closes', 'site'])}
        ${ballots > 0 ? html`<p class="notice warn">${messages().ballotsRule(number(ballots))}</p>` : nothing}
        ${this.drawQuestion(draft, poll)} ${optionFields(draft, editing, this.changeOptions)}
        ${ruleFields(draft, ballots > 0 ? (poll?.maxChoices ?? 1) : 1, editing, this.change)}
        ${scheduleFields(draft, this.zoneOf(draft.site), editing, this.change)}
        <div class="actions">${this.drawButtons(poll, ballots, where)}</div>
      </form>`;
  }

  private drawQuestion(draft: PollDraft, poll: ManagedPollResponse | undefined): TemplateResult {
    const sites = poll ? this.scopes.sites.filter(({ id }) => id === poll.site) : this.sites;
    return html`${selectField({
      name: 'site',
      label: messages().site,
      value: draft.site,
      required: true,
      disabled: poll !== undefined,
      choices: [
        ...(poll || this.onlySite() ? [] : [{ value: '', label: messages().chooseSite }]),
        ...sites.map(({ id, name }) => ({ value: id, label: name })),
      ],
      fault: this.editing.fault('site'),
      onInput: (site) => {
        this.change({ site });
      },
    })}
    ${textField({
      name: 'question',
      label: messages().question,
      value: draft.question,
      rows: 2,
      required: true,
      hint: messages().questionHint,
      fault: this.editing.fault('question'),
      onInput: (question) => {
        this.change({ question });
      },
    })}`;
  }

  private drawButtons(
    poll: ManagedPollResponse | undefined,
    ballots: number,
    where: string,
  ): TemplateResult {
    const { busy } = this.editing;
    const published = poll !== undefined && !poll.draft;
    return html`<button class="primary" value="publish" ?disabled=${busy}>
        ${published ? messages().save : messages().publishSave}
      </button>
      ${ballots > 0 || published ? nothing : html`<button value="draft" ?disabled=${busy}>${messages().saveDraft}</button>`}
      <a class="button quiet" href=${where}>${messages().cancel}</a>`;
  }

  private async save(poll: ManagedPollResponse | undefined, asDraft: boolean): Promise<void> {
    const { editing } = this;
    const { draft } = editing;
    if (!editing.check(faultsOf(draft, poll && poll.participants > 0 ? poll.maxChoices : 1))) {
      return;
    }
    await editing.save(async (revision) => {
      const body = bodyOf(draft, this.zoneOf(draft.site), asDraft);
      const saved = poll
        ? await api.put<ManagedPollResponse>(path(poll.id), body, { revision })
        : await api.post<ManagedPollResponse>('polls', { ...body, site: draft.site });
      showToast(asDraft ? messages().saved : messages().published);
      navigate(to(path(saved.id)), { replace: true });
      return undefined;
    });
  }
}

define('sp-poll-editor', PollEditor);

declare global {
  interface HTMLElementTagNameMap {
    'sp-poll-editor': PollEditor;
  }
}
