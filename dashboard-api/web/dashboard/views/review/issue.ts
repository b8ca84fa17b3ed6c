import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { IssuedReviewResponse } from '../../../api/schema.js';
import { language } from '../../app/language.js';
import { periodName, parsePeriod, today } from '../../app/period.js';
import { navigate, to } from '../../app/router.js';
import { confirmation } from '../../components/dialog/confirm.js';
import { SubmitController } from '../../components/view/submit-controller.js';
import { SpView } from '../../components/view/view.js';
import { messages } from './messages.js';

/** Button that issues the shown review after a confirmation, and opens it under its number. */
export class IssueButton extends SpView {
  @property({ attribute: false }) scope = '';
  @property({ attribute: false }) scopeName = '';
  @property({ attribute: false }) period = '';
  @property({ attribute: false }) compare = 'year';
  @property({ attribute: false }) organisation = '';

  @state() private asks = false;
  private readonly submission = new SubmitController(this);

  protected override render(): TemplateResult {
    const last = parsePeriod(this.period)?.to ?? '';
    return html`<button
        type="button"
        @click=${() => {
          this.asks = true;
        }}
      >
        ${messages().issue}
      </button>
      ${confirmation({
        open: this.asks,
        heading: messages().issueTitle,
        text: html`${messages().issueText(
          periodName(this.period),
          this.scopeName,
        )}${last >= today() ? html`<br /><strong>${messages().issueRuns}</strong>` : ''}`,
        notice: this.submission.draw(),
        busy: this.submission.busy,
        act: messages().issue,
        onAct: () => void this.issue(),
        onCancel: () => {
          this.asks = false;
          this.submission.clear();
        },
      })}`;
  }

  private async issue(): Promise<void> {
    const { scope, period, compare, organisation } = this;
    await this.submission.run(async () => {
      const issued = await api.post<IssuedReviewResponse>('issued-reviews', {
        scope,
        period,
        compare,
        organisation,
        language: language(),
      });
      this.asks = false;
      navigate(to(`issued/${issued.id}`));
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-issue-review': IssueButton;
  }
}
