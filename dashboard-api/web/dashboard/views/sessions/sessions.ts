import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { ListedSessionResponse } from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { Fetching } from '../../app/fetching.js';
import { time } from '../../app/format.js';
import { empty, failed, waiting } from '../../app/states.js';
import type { Column, Row } from '../../components/data-table/rows.js';
import { confirmation } from '../../components/dialog/confirm.js';
import { showToast } from '../../components/toast/show-toast.js';
import { DeleteController } from '../../components/view/delete-controller.js';
import { actionColumn } from '../../components/view/row-actions.js';
import { SubmitController } from '../../components/view/submit-controller.js';
import { head, SpView } from '../../components/view/view.js';
import { messages } from './messages.js';

interface SessionRow extends Row {
  readonly session: ListedSessionResponse;
}

/** Sessions of the signed-in account. Others can be signed out, one by one or all. */
export class SessionsView extends SpView {
  @state() private asksOthers = false;

  private readonly sessions = new Fetching(
    this,
    () => [] as [],
    (signal) => api.get<ListedSessionResponse[]>('sessions', { signal }),
  );
  private readonly submission = new SubmitController(this);
  private readonly deletion = new DeleteController<ListedSessionResponse>(this, {
    heading: () => messages().endTitle,
    text: (session) => messages().endText(deviceOf(session)),
    act: () => messages().end,
    remove: ({ id }) => api.delete(`sessions/${id}`),
    removed: () => messages().ended,
    done: () => {
      this.sessions.reload();
    },
  });

  protected override render(): TemplateResult {
    const others = html`<button
      type="button"
      @click=${() => {
        this.asksOthers = true;
        this.submission.clear();
      }}
    >
      ${messages().others}
    </button>`;
    return html`${head(messages().title, messages().lead, others)}
      <div class="panel">
        ${this.sessions.draw({
          waiting: () => waiting(3),
          failed,
          ready: (sessions) =>
            sessions.length === 0 ? empty(messages().none) : this.drawTable(sessions),
        })}
      </div>
      <p class="muted">${messages().seenHint}</p>
      ${this.deletion.drawQuestion()} ${this.drawOthersQuestion()}`;
  }

  private drawTable(sessions: readonly ListedSessionResponse[]): TemplateResult {
    const columns: Column<SessionRow>[] = [
      { id: 'device', label: messages().device, kind: 'text' },
      {
        id: 'begun',
        label: messages().begun,
        kind: 'text',
        draw: ({ session }) => time(session.begun),
      },
      {
        id: 'seen',
        label: messages().seen,
        kind: 'text',
        draw: ({ session }) => time(session.seen),
      },
      actionColumn(messages().actions, ({ session }) => this.drawAction(session)),
    ];
    const rows = sessions.map((session): SessionRow => ({
      key: session.id,
      session,
      values: { device: deviceOf(session), begun: session.begun, seen: session.seen },
    }));
    return html`<sp-data-table
      heading=${messages().title}
      .columns=${columns}
      .rows=${rows}
    ></sp-data-table>`;
  }

  private drawAction(session: ListedSessionResponse): TemplateResult {
    return session.current
      ? html`<span class="badge">${messages().current}</span>`
      : html`<div class="rowed">
          <button
            type="button"
            aria-label=${messages().endOf(deviceOf(session), time(session.begun))}
            @click=${() => {
              this.deletion.ask(session);
            }}
          >
            ${messages().end}
          </button>
        </div>`;
  }

  private drawOthersQuestion(): TemplateResult {
    return confirmation({
      open: this.asksOthers,
      heading: messages().othersTitle,
      text: messages().othersText,
      notice: this.submission.draw(),
      busy: this.submission.busy,
      act: messages().others,
      onAct: () => void this.endOthers(),
      onCancel: () => {
        this.asksOthers = false;
      },
    });
  }

  private async endOthers(): Promise<void> {
    const ended = await this.submission.run(() =>
      api.delete('sessions', { query: { keep: 'current' } }),
    );
    if (ended) {
      this.asksOthers = false;
      showToast(messages().othersEnded);
      this.sessions.reload();
    }
  }
}

function deviceOf({ browser, system }: ListedSessionResponse): string {
  return browser && system
    ? messages().on(browser, system)
    : (browser ?? system ?? messages().unknown);
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-sessions-view': SessionsView;
  }
}
