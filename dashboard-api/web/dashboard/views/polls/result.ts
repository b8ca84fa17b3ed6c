import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { ManagedPollResponse, PollHistoryResponse } from '../../../api/schema.js';
import { define } from '../../app/element.js';
import { exports, exportStyles, fileOf } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { number, time } from '../../app/format.js';
import { icon } from '../../app/icons.js';
import { language } from '../../app/language.js';
import { navigate, to } from '../../app/router.js';
import { WhileVisible } from '../../app/while-visible.js';
import { empty, failed, waiting } from '../../app/states.js';
import { confirmation } from '../../components/dialog/confirm.js';
import { showToast } from '../../components/toast/show-toast.js';
import { mayEdit } from '../../components/view/permissions.js';
import type { VisibleScopes } from '../../components/view/scopes.js';
import { SubmitController } from '../../components/view/submit-controller.js';
import { head, lost, SpView } from '../../components/view/view.js';
import { bar, drawEmbed, drawRules, path, phaseBadge, toPolls } from './poll-templates.js';
import { rowsOf, seriesOf } from './series.js';
import './set-aside.js';
import './votes.js';
import { beginOf, loadPoll } from './load-poll.js';
import { resultStyles } from './result.styles.js';
import { messages } from './messages.js';

/** Interval to reload an open or scheduled poll, in milliseconds. */
const RELOAD_MS = 5_000;

/** A poll with state, rules, result now and over time, embedding code and actions. */
export class PollResult extends SpView {
  static override styles = [SpView.styles, resultStyles, exportStyles];

  @property({ attribute: false }) scopes: VisibleScopes | undefined;
  @property({ attribute: false }) poll = '';
  @state() private asks: 'close' | 'remove' | undefined;

  private readonly entry = new Fetching<readonly [string, string], ManagedPollResponse>(
    this,
    () => [this.poll, language()],
    (signal, poll) => loadPoll(poll, signal),
  );
  private readonly history = new Fetching(
    this,
    () => [this.poll] as [string],
    (signal, poll) => api.get<PollHistoryResponse>(`${path(poll)}/history`, { signal }),
  );
  private readonly submission = new SubmitController(this);

  constructor() {
    super();
    new WhileVisible(this, RELOAD_MS, () => void this.follow());
  }

  /** Reloads the poll while it is open. If the server is unavailable, the last state stays. */
  private async follow(): Promise<void> {
    const { latest } = this.entry;
    if (!latest || this.submission.busy || latest.phase === 'draft' || latest.phase === 'closed') {
      return;
    }
    const now = await loadPoll(latest.id).catch(() => latest);
    if (this.entry.latest !== latest || JSON.stringify(now) === JSON.stringify(latest)) {
      return;
    }
    this.entry.set(now);
    if (now.participants !== latest.participants) {
      this.history.reload();
    }
  }

  protected override render(): TemplateResult {
    return this.entry.draw({
      waiting: () => waiting(8),
      failed: (problem, retry) => lost(messages().lost, toPolls(), problem, retry),
      ready: (poll) => this.drawPoll(poll),
    });
  }

  private drawPoll(poll: ManagedPollResponse): TemplateResult {
    const lead = html`${phaseBadge(poll.phase)} ${this.siteName(poll)}`;
    return html`${head(poll.question, lead, this.drawActions(poll), toPolls())}
      ${this.submission.draw()}
      <div class="columns">
        <div class="stack">
          ${this.drawResults(poll)}
          <sp-poll-set-aside
            .poll=${poll}
            .zone=${this.zone(poll)}
            @sp-changed=${() => {
              this.entry.reload();
              this.history.reload();
            }}
          ></sp-poll-set-aside>
          ${this.drawCourse(poll)}
          <sp-poll-votes .poll=${poll} .zone=${this.zone(poll)}></sp-poll-votes>
        </div>
        <div class="stack">${drawRules(poll, this.zone(poll))} ${drawEmbed(poll)}</div>
      </div>
      ${this.drawQuestion(poll)}`;
  }

  private siteName({ site }: ManagedPollResponse): string {
    return this.scopes?.sites.find(({ id }) => id === site)?.name ?? site;
  }

  private zone({ site }: ManagedPollResponse): string | undefined {
    return this.scopes?.sites.find(({ id }) => id === site)?.zone;
  }

  private drawActions(poll: ManagedPollResponse): unknown {
    if (!mayEdit(poll)) {
      return nothing;
    }
    const edit = to(path(poll.id), { edit: '1' });
    return html`<a class="button" href=${edit}>${icon('edit')}${messages().edit}</a>
      ${poll.phase === 'draft' ? this.drawDraftActions(poll) : nothing}
      ${
        poll.phase === 'open'
          ? this.button('danger', messages().close, () => {
              this.asks = 'close';
            })
          : nothing
      }`;
  }

  private drawDraftActions(poll: ManagedPollResponse): TemplateResult {
    return html`${this.button('danger', messages().remove, () => {
      this.asks = 'remove';
    })}
    ${this.button('primary', messages().publish, () => void this.publish(poll))}`;
  }

  private button(tone: string, text: string, onClick: () => void): TemplateResult {
    return html`<button
      type="button"
      class=${tone}
      ?disabled=${this.submission.busy}
      @click=${onClick}
    >
      ${text}
    </button>`;
  }

  private drawResults(poll: ManagedPollResponse): TemplateResult {
    const columns = [
      { id: 'label', label: messages().option, kind: 'text' },
      { id: 'ballots', label: messages().ballots, kind: 'count' },
      {
        id: 'share',
        label: messages().share,
        kind: 'share',
        draw: (row: { part: number }) => bar(row.part),
      },
    ];
    return html`<section class="panel" aria-labelledby="results">
      <h2 id="results">${messages().results}</h2>
      <p class="people"><strong>${number(poll.participants)}</strong> ${messages().people}</p>
      <sp-data-table
        heading=${messages().results}
        .columns=${columns}
        .rows=${rowsOf(poll)}
        csv=${fileOf(path(poll.id), 'csv')}
        xlsx=${fileOf(path(poll.id), 'xlsx')}
      ></sp-data-table>
      ${poll.maxChoices > 1 ? html`<p class="muted small">${messages().shareNote}</p>` : nothing}
    </section>`;
  }

  private drawCourse(poll: ManagedPollResponse): TemplateResult {
    return html`<section class="panel">
      ${this.history.draw({
        waiting: () => waiting(1, 'block'),
        failed,
        ready: ({ points }) =>
          points.length === 0
            ? empty(messages().courseNone, undefined, 'chart')
            : this.chart(poll, points),
      })}
    </section>`;
  }

  private chart(poll: ManagedPollResponse, known: PollHistoryResponse['points']): TemplateResult {
    const points = [{ at: beginOf(poll, known), participants: 0, ballots: {} }, ...known];
    const series = seriesOf(poll, points);
    const labels = points.map(({ at }) => time(at, this.zone(poll)));
    return html`<sp-chart heading=${messages().course} .labels=${labels} .series=${series}
      >${exports(messages().course, `${path(poll.id)}/history`)}</sp-chart
    >`;
  }

  private drawQuestion(poll: ManagedPollResponse): TemplateResult {
    const close = this.asks === 'close';
    return confirmation({
      open: this.asks !== undefined,
      heading: close ? messages().closeTitle : messages().removeTitle,
      text: close ? messages().closeText : messages().removeText,
      act: close ? messages().close : messages().remove,
      onAct: () => void (close ? this.close(poll) : this.discard(poll)),
      onCancel: () => {
        this.asks = undefined;
      },
    });
  }

  private async publish({ id, revision }: ManagedPollResponse): Promise<void> {
    await this.alter(async () => {
      this.entry.set(await api.put<ManagedPollResponse>(path(id), { draft: false }, { revision }));
      showToast(messages().published);
    });
  }

  private async close({ id, revision }: ManagedPollResponse): Promise<void> {
    this.asks = undefined;
    await this.alter(async () => {
      this.entry.set(
        await api.post<ManagedPollResponse>(`${path(id)}/close`, undefined, { revision }),
      );
      showToast(messages().closed);
    });
  }

  private async discard({ id, revision }: ManagedPollResponse): Promise<void> {
    this.asks = undefined;
    if (await this.alter(() => api.delete(path(id), { revision }))) {
      showToast(messages().removed);
      navigate(to('polls'), { replace: true });
    }
  }

  /** Changes the poll as shown. If it has changed, its current state is shown to decide again. */
  private async alter(work: () => Promise<void>): Promise<boolean> {
    const done = await this.submission.run(work);
    if (this.submission.problem?.status === 412) {
      this.entry.reload();
    }
    return done;
  }
}

define('sp-poll-result', PollResult);

declare global {
  interface HTMLElementTagNameMap {
    'sp-poll-result': PollResult;
  }
}
