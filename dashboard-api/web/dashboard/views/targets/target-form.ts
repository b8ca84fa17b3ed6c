import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { Metric, TargetResponse } from '../../../api/schema.js';
import { define } from '../../app/element.js';
import { number } from '../../app/format.js';
import { parsePeriod, periodName, periodOf, type PeriodKind } from '../../app/period.js';
import { numberTyped } from '../../app/typed.js';
import { formButtons } from '../../components/dialog/confirm.js';
import { selectField, textField } from '../../components/field/field.js';
import { showToast } from '../../components/toast/show-toast.js';
import {
  onlyScope,
  scopeFault,
  scopeName,
  scopesToChoose,
  type VisibleScopes,
} from '../../components/view/scopes.js';
import { EditController } from '../../components/view/edit-controller.js';
import { SpView } from '../../components/view/view.js';
import { targetPath, describeTarget, type TargetDraft as Draft } from './target-row.js';
import { messages } from './messages.js';

const KINDS = ['year', 'half-year', 'quarter', 'month'] as const;
const METRICS: readonly Metric[] = ['visits', 'views', 'visitors'];

/**
 * Form of a target.
 *
 * @fires sp-done - saved
 * @fires sp-cancel - cancelled
 */
export class TargetForm extends SpView {
  @property({ attribute: false }) scopes: VisibleScopes = { sites: [], groups: [] };
  /** Account to edit, undefined for a new one. */
  @property({ attribute: false }) target: TargetResponse | undefined;
  /** Defaults of a new target. */
  @property() year = '';
  private readonly editing = new EditController<TargetResponse, Draft>(this, {
    name: 'targets',
    draftOf: (target) => ({
      scope: target?.scope ?? onlyScope(this.scopes),
      metric: target?.metric ?? 'visits',
      period: target?.period ?? this.year,
      value: target ? number(target.value) : '',
      source: target?.source ?? '',
    }),
    read: (target) => api.get<TargetResponse>(targetPath(target)),
    describe: (draft) => [
      { label: messages().scope, text: scopeName(this.scopes, draft.scope) },
      ...describeTarget(draft),
    ],
  });

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('target') || changes.has('year')) {
      this.editing.begin(this.target);
    }
  }

  protected override render(): TemplateResult {
    const { editing } = this;
    const { draft, put } = editing;
    const metrics = METRICS.map((value) => ({ value, label: messages().metrics[value] }));
    const cancel = (): void => {
      this.dispatchEvent(new Event('sp-cancel'));
    };
    return html`<form novalidate @submit=${this.submit}>
      ${editing.draw(['scope', 'metric', 'period', 'value', 'source'])}
      ${selectField({ name: 'scope', label: messages().scope, value: draft.scope, required: true, choices: scopesToChoose(this.scopes, !this.target), fault: editing.fault('scope'), onInput: put('scope') })}
      ${this.drawPeriod()}
      <div class="pair">
        ${selectField({ name: 'metric', label: messages().metric, value: draft.metric, choices: metrics, fault: editing.fault('metric'), onInput: put('metric') as (metric: string) => void })}
        ${textField({ name: 'value', label: messages().value, value: draft.value, type: 'number', required: true, hint: messages().valueHint, fault: editing.fault('value'), onInput: put('value') })}
      </div>
      ${textField({ name: 'source', label: messages().source, value: draft.source, rows: 2, hint: messages().sourceHint, fault: editing.fault('source'), onInput: put('source') })}
      ${formButtons(messages().save, editing.busy, cancel)}
    </form>`;
  }

  private drawPeriod(): TemplateResult {
    const { draft, put } = this.editing;
    const chosen = parsePeriod(draft.period) ?? periodOf('year', `${this.year}-01-01`);
    const year = chosen.from.slice(0, 4);
    const kind = (value: string): void => {
      put('period')(periodOf(value as PeriodKind, chosen.from).text);
    };
    return html`<div class="pair">
      ${selectField({ name: 'kind', label: messages().kind, value: chosen.kind, choices: KINDS.map((value) => ({ value, label: messages().kinds[value] })), onInput: kind })}
      ${selectField({
        name: 'period',
        label: messages().period,
        value: chosen.text,
        fault: this.editing.fault('period'),
        choices: periodsNear(chosen.kind, Number(year)).map((value) => ({
          value,
          label: periodName(value),
        })),
        onInput: put('period'),
      })}
    </div>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.save();
  };

  private async save(): Promise<void> {
    const { editing, target } = this;
    const typed = editing.draft.value.trim();
    const value = numberTyped(typed);
    const wrong = typed ? messages().faultValue(typed) : messages().faultNone;
    const faults = { scope: scopeFault(editing.draft.scope), value: value ? undefined : wrong };
    if (!editing.check(faults)) {
      return;
    }
    const body = { ...editing.draft, value, source: editing.draft.source.trim() || null };
    const done = await editing.save(async (revision) => {
      await (target
        ? api.put(targetPath(target.id), body, { revision })
        : api.post('targets', body));
      return undefined;
    });
    if (done) {
      showToast(messages().saved);
      this.dispatchEvent(new Event('sp-done'));
    }
  }
}

/** Returns the periods of a kind in a year, the year before and the year after. */
function periodsNear(kind: PeriodKind, year: number): string[] {
  const list: string[] = [];
  for (const y of [year - 1, year, year + 1]) {
    for (let month = 1; month <= 12; month++) {
      const { text } = periodOf(kind, `${String(y)}-${String(month).padStart(2, '0')}-01`);
      if (list.at(-1) !== text) {
        list.push(text);
      }
    }
  }
  return list;
}

define('sp-target-form', TargetForm);

declare global {
  interface HTMLElementTagNameMap {
    'sp-target-form': TargetForm;
  }
}
