import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import { Problem } from '../../app/api/problem.js';
import type {
  Enrolment,
  QrCode,
  RecoveryCodesResponse,
  SecondFactorResponse,
} from '../../../api/schema.js';
import { Fetching } from '../../app/fetching.js';
import { number, time } from '../../app/format.js';
import { isSecondFactorMissing, loadSession } from '../../app/session.js';
import { failed, waiting } from '../../app/states.js';
import { selectField, textField, valueOf } from '../../components/field/field.js';
import { showToast } from '../../components/toast/show-toast.js';
import { SubmitController } from '../../components/view/submit-controller.js';
import { head, SpView } from '../../components/view/view.js';
import { messages } from './messages.js';

type Task = 'setUp' | 'renew' | 'remove';

/** Number of recovery codes from which on new ones are advised. */
const FEW = 3;
/** Modules around a QR code that must stay light. */
const QUIET = 4;

/**
 * Second factor of the signed-in account.
 *
 *     state and password ──▶ QR code and first code ──▶ recovery codes, shown once
 */
export class SecondFactorView extends SpView {
  static override styles = [
    SpView.styles,
    css`
      form,
      .panel {
        display: grid;
        gap: 1rem;
        justify-items: start;
        max-width: 38rem;
      }
      .qr {
        width: min(15rem, 100%);
        background: #fff;
        border-radius: var(--sp-radius-small);
      }
      .codes {
        columns: 2 12rem;
        list-style: none;
        font-size: 1.0625rem;
        line-height: 2;
      }
    `,
  ];

  @state() private task: Task = 'setUp';
  @state() private enrolment: Enrolment | undefined;
  @state() private codes: readonly string[] | undefined;

  private readonly factor = new Fetching(
    this,
    () => [] as [],
    (signal) => api.get<SecondFactorResponse>('second-factor', { signal }),
  );
  private readonly submission = new SubmitController(this);

  protected override render(): TemplateResult {
    return html`${head(messages().title, messages().lead)}
      <div class="panel">
        ${
          this.codes
            ? this.drawCodes(this.codes)
            : this.enrolment
              ? this.drawEnrolment(this.enrolment)
              : this.factor.draw({
                  waiting: () => waiting(3),
                  failed,
                  ready: (factor) => this.drawState(factor),
                })
        }
      </div>`;
  }

  private drawState(factor: SecondFactorResponse): TemplateResult {
    const { since, recoveryCodes, available } = factor;
    if (!available) {
      return html`<p>${messages().unavailable}</p>`;
    }
    return html`${isSecondFactorMissing() ? html`<p class="notice warn">${messages().missing}</p>` : nothing}
      <p class="state">
        ${since === undefined ? messages().off : messages().on(time(since))}
        ${since === undefined ? nothing : messages().left(number(recoveryCodes))}
      </p>
      ${since !== undefined && recoveryCodes <= FEW ? html`<p class="notice warn">${messages().fewLeft}</p>` : nothing}
      ${this.drawPassword(factor)}`;
  }

  private drawPassword({ since, required }: SecondFactorResponse): TemplateResult {
    const choices: { value: Task; label: string }[] = [
      { value: 'setUp', label: messages().setUpAgain },
      { value: 'renew', label: messages().renew },
    ];
    if (!required) {
      choices.push({ value: 'remove', label: messages().remove });
    }
    return html`<form novalidate @submit=${this.sendPassword}>
      ${this.submission.draw(['password'])}
      ${
        since === undefined
          ? nothing
          : selectField({
              name: 'task',
              label: messages().what,
              value: this.task,
              choices,
              onInput: (value) => {
                this.task = value as Task;
              },
            })
      }
      ${textField({
        name: 'password',
        label: messages().password,
        type: 'password',
        autocomplete: 'current-password',
        required: true,
        fault: this.submission.fault('password'),
      })}
      <button class="primary" ?disabled=${this.submission.busy}>
        ${since === undefined ? messages().setUp : messages().go}
      </button>
    </form>`;
  }

  private drawEnrolment({ secret, qr }: Enrolment): TemplateResult {
    return html`<h2>${messages().scan}</h2>
      <p class="muted">${messages().scanHint}</p>
      ${drawQr(qr)}
      <sp-copy label=${messages().secret} text=${secret}></sp-copy>
      <form novalidate @submit=${this.sendCode}>
        ${this.submission.draw(['code'])}
        ${textField({
          name: 'code',
          label: messages().code,
          hint: messages().codeHint,
          autocomplete: 'one-time-code',
          verbatim: true,
          required: true,
          fault: this.submission.fault('code'),
        })}
        <p class="muted">${messages().othersEnded}</p>
        <button class="primary" ?disabled=${this.submission.busy}>${messages().confirm}</button>
      </form>`;
  }

  private drawCodes(codes: readonly string[]): TemplateResult {
    return html`<h2>${messages().codes}</h2>
      <p class="notice warn" role="status">${messages().codesText}</p>
      <ul class="codes mono">
        ${codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <sp-copy label=${messages().codes} text=${codes.join('\n')}></sp-copy>
      <button type="button" class="primary" @click=${() => void this.finish()}>
        ${messages().codesKept}
      </button>`;
  }

  private async finish(): Promise<void> {
    this.codes = undefined;
    this.task = 'setUp';
    this.factor.reload();
    if (isSecondFactorMissing()) {
      await loadSession();
    }
  }

  private readonly sendPassword = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const password = valueOf(event.target as HTMLFormElement, 'password');
    if (!this.submission.check({ password: password ? undefined : messages().empty })) {
      return;
    }
    await this.submission.run(async () => {
      switch (this.task) {
        case 'setUp':
          this.enrolment = await api.post<Enrolment>('second-factor/enrolment', { password });
          break;
        case 'renew':
          await this.renew(password);
          break;
        case 'remove':
          await api.post('second-factor/removal', { password });
          showToast(messages().removed);
          await this.finish();
      }
    });
  };

  private async renew(password: string): Promise<void> {
    const made = await api.post<RecoveryCodesResponse>('second-factor/recovery-codes', {
      password,
    });
    this.codes = made.recoveryCodes;
  }

  private readonly sendCode = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const code = valueOf(event.target as HTMLFormElement, 'code').trim();
    if (!this.submission.check({ code: code ? undefined : messages().empty })) {
      return;
    }
    const enrolment = this.enrolment?.enrolment;
    await this.submission.run(async () => {
      try {
        const made = await api.post<RecoveryCodesResponse>('second-factor', { enrolment, code });
        this.codes = made.recoveryCodes;
        this.enrolment = undefined;
      } catch (thrown) {
        if (Problem.of(thrown).kind === 'enrolment-expired') {
          this.enrolment = undefined; // The message stays, above the form of the password.
        }
        throw thrown;
      }
    });
  };
}

function drawQr({ size, path }: QrCode): TemplateResult {
  const edge = size + 2 * QUIET;
  return html`<svg
    class="qr"
    role="img"
    aria-label=${messages().qr}
    viewBox="${-QUIET} ${-QUIET} ${edge} ${edge}"
    shape-rendering="crispEdges"
  >
    ${svg`<path d=${path} fill="#000"></path>`}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-second-factor-view': SecondFactorView;
  }
}
