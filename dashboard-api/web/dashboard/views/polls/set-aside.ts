import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ManagedPollResponse, SetAside } from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { define } from '../../app/element.js';
import { number, time } from '../../app/format.js';
import { momentTyped } from '../../app/typed.js';
import { confirmation, formButtons } from '../../components/dialog/confirm.js';
import { textField } from '../../components/field/field.js';
import { showToast } from '../../components/toast/show-toast.js';
import { mayAdminister } from '../../components/view/permissions.js';
import { SubmitController } from '../../components/view/submit-controller.js';
import { SpView } from '../../components/view/view.js';
import { toInstant } from '../../components/view/zone-time.js';
import { messages } from './messages.js';
import { path } from './poll-templates.js';

/** Time until the result has the corrections of ballots, in milliseconds. */
const CORRECTED_MS = 2_000;

/** Form of a time whose votes are set aside, in local times of the site. */
interface Draft {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const BLANK: Draft = { from: '', to: '', reason: '' };

/**
 * Times whose votes do not count. Administrators can add and remove them.
 *
 * @fires sp-changed - the poll or its result has changed
 */
export class PollSetAside extends SpView {
  @property({ attribute: false }) poll: ManagedPollResponse | undefined;
  @property({ attribute: false }) zone: string | undefined;
  @state() private draft: Draft | undefined;
  /** Time whose votes shall count again. */
  @state() private again: SetAside | undefined;
  private readonly submission = new SubmitController(this);

  private readonly cancel = (): void => {
    this.draft = undefined;
    this.again = undefined;
    this.submission.clear();
  };

  private readonly begin = (): void => {
    this.submission.clear();
    this.draft = BLANK;
  };

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.add();
  };

  protected override render(): unknown {
    const { poll } = this;
    const voted = poll?.phase === 'open' || poll?.phase === 'closed';
    if (!poll || (poll.setAside.length === 0 && !(mayAdminister() && voted))) {
      return nothing;
    }
    return html`<section class="panel stack" aria-labelledby="set-aside">
      <h2 id="set-aside">${messages().setAsideTitle}</h2>
      ${this.draft ? nothing : this.submission.draw()}
      ${poll.setAside.length > 0 ? this.drawTimes(poll) : nothing}
      ${
        mayAdminister()
          ? html`<p class="muted small">${messages().setAsideLead}</p>
              <div class="actions">
                <button type="button" id="add" @click=${this.begin}>${messages().setAside}</button>
              </div>
              ${this.drawForm()} ${this.drawQuestion()}`
          : nothing
      }
    </section>`;
  }

  private drawTimes(poll: ManagedPollResponse): TemplateResult {
    return html`<p>${messages().setAsidePeople(number(poll.setAsideParticipants))}</p>
      <dl class="facts">${poll.setAside.map((entry) => this.drawTime(entry))}</dl>`;
  }

  private drawTime(entry: SetAside): TemplateResult {
    const span = messages().setAsideSpan(time(entry.from, this.zone), time(entry.to, this.zone));
    const ask = (): void => {
      this.again = entry;
    };
    return html`<dt>${span}</dt>
      <dd>
        ${entry.reason}
        <span class="muted small"
          >${messages().setAsideBy(entry.by, time(entry.at, this.zone))}</span
        >
        ${
          mayAdminister()
            ? html`<button type="button" class="quiet again" @click=${ask}>
                ${messages().countAgain}
              </button>`
            : nothing
        }
      </dd>`;
  }

  private drawForm(): TemplateResult {
    return html`<sp-dialog
      ?open=${this.draft !== undefined}
      heading=${messages().setAside}
      @sp-close=${this.cancel}
    >
      <form id="set-aside-form" class="form" novalidate @submit=${this.submit}>
        ${this.submission.draw(['from', 'to', 'reason'])}
        <p class="muted small">${messages().zoneHint(this.zone ?? '')}</p>
        ${this.field('from', messages().from, 'moment')}
        ${this.field('to', messages().until, 'moment')}
        ${this.field('reason', messages().reason, 'text', messages().reasonHint)}
        ${formButtons(messages().setAside, this.submission.busy, this.cancel)}
      </form>
    </sp-dialog>`;
  }

  private field(
    name: keyof Draft,
    label: string,
    type: 'moment' | 'text',
    hint?: string,
  ): TemplateResult {
    return textField({
      name,
      label,
      type,
      hint,
      value: (this.draft ?? BLANK)[name],
      fault: this.submission.fault(name),
      onInput: (value) => {
        this.draft = { ...(this.draft ?? BLANK), [name]: value };
      },
    });
  }

  private drawQuestion(): TemplateResult {
    return confirmation({
      open: this.again !== undefined,
      heading: messages().countAgainTitle,
      text: messages().countAgainText,
      act: messages().countAgain,
      onAct: () => void this.countAgain(),
      onCancel: this.cancel,
    });
  }

  private async add(): Promise<void> {
    const { poll, draft, zone } = this;
    if (!poll || !draft || !zone || !this.submission.check(faultsOf(draft))) {
      return;
    }
    const instant = (typed: string): number | undefined =>
      toInstant(momentTyped(typed) ?? '', zone);
    const request = {
      from: instant(draft.from),
      to: instant(draft.to),
      reason: draft.reason.trim(),
    };
    await this.change(messages().wasSetAside, () =>
      api.post(`${path(poll.id)}/set-aside`, request, { revision: poll.revision }),
    );
  }

  private async countAgain(): Promise<void> {
    const { poll, again } = this;
    this.again = undefined;
    if (poll && again) {
      await this.change(messages().countsAgain, () =>
        api.delete(`${path(poll.id)}/set-aside/${again.id}`, { revision: poll.revision }),
      );
    }
  }

  private async change(done: string, work: () => Promise<unknown>): Promise<void> {
    const changed = await this.submission.run(async () => {
      await work();
    });
    if (changed) {
      this.draft = undefined;
      showToast(done);
      // The counting takes a moment to take the corrections up.
      window.setTimeout(() => this.dispatchEvent(new CustomEvent('sp-changed')), CORRECTED_MS);
    }
    if (changed || this.submission.problem?.status === 412) {
      this.dispatchEvent(new CustomEvent('sp-changed'));
    }
  }
}

function faultsOf(draft: Draft): Record<string, string | undefined> {
  const [from, to] = [momentTyped(draft.from), momentTyped(draft.to)];
  return {
    from: from ? undefined : messages().faultMoment,
    to: !to ? messages().faultMoment : from && to <= from ? messages().faultSpan : undefined,
    reason: draft.reason.trim() === '' ? messages().faultReason : undefined,
  };
}

define('sp-poll-set-aside', PollSetAside);

declare global {
  interface HTMLElementTagNameMap {
    'sp-poll-set-aside': PollSetAside;
  }
}
