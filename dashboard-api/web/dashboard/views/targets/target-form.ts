import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { TargetEntry } from '../../app/api/entries.js';
import type { Metric } from '../../app/api/types.js';
import { define } from '../../app/element.js';
import { parsePeriod, periodName, periodOf, type PeriodKind } from '../../app/period.js';
import { isAdministrator } from '../../app/session.js';
import { formButtons } from '../../components/dialog/confirm.js';
import { selectField, textField } from '../../components/field/field.js';
import { tell } from '../../components/toast/say.js';
import { mayEdit } from '../../components/view/may.js';
import { scopeChoices, type World } from '../../components/view/scopes.js';
import { Sending } from '../../components/view/sending.js';
import { SpView } from '../../components/view/view.js';
import { words } from './words.js';

const KINDS = ['year', 'half-year', 'quarter', 'month'] as const;
const METRICS: readonly Metric[] = ['visits', 'views', 'visitors'];

interface Draft {
  readonly scope: string;
  readonly metric: Metric;
  readonly period: string;
  readonly value: string;
  readonly source: string;
}

/**
 * The form of a target.
 *
 * @fires sp-done - it was saved
 * @fires sp-cancel - it was not
 */
export class TargetForm extends SpView {
  @property({ attribute: false }) world: World = { sites: [], groups: [] };
  /** A new one if there is none. */
  @property({ attribute: false }) target: TargetEntry | undefined;
  /** Of a new one. */
  @property() year = '';
  @state() private draft: Draft = {
    scope: '',
    metric: 'visits',
    period: '',
    value: '',
    source: '',
  };
  private readonly sending = new Sending(this);

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('target') || changes.has('year')) {
      const { target } = this;
      this.draft = {
        scope: target?.scope ?? this.choices()[0]?.value ?? '',
        metric: target?.metric ?? 'visits',
        period: target?.period ?? this.year,
        value: target ? String(target.value) : '',
        source: target?.source ?? '',
      };
    }
  }

  /** What one may set targets for: groups only if one edits all of it. */
  private choices(): ReturnType<typeof scopeChoices> {
    const sites = this.world.sites.filter(mayEdit);
    const groups = this.world.groups.filter(({ id }) =>
      this.world.sites.filter(({ group }) => group === id).every(mayEdit),
    );
    return scopeChoices({ sites, groups }, { all: isAdministrator() });
  }

  private readonly put =
    (field: keyof Draft) =>
    (value: string): void => {
      this.draft = { ...this.draft, [field]: value };
    };

  protected override render(): TemplateResult {
    const { draft, sending, put } = this;
    const metrics = METRICS.map((value) => ({ value, label: words().metrics[value] }));
    const cancel = (): void => {
      this.dispatchEvent(new Event('sp-cancel'));
    };
    return html`<form novalidate @submit=${this.submit}>
      ${sending.draw(['scope', 'metric', 'period', 'value', 'source'])}
      ${selectField({ name: 'scope', label: words().scope, value: draft.scope, required: true, choices: this.choices(), fault: sending.fault('scope'), onInput: put('scope') })}
      ${this.drawPeriod()}
      <div class="pair">
        ${selectField({ name: 'metric', label: words().metric, value: draft.metric, choices: metrics, onInput: put('metric') })}
        ${textField({ name: 'value', label: words().value, value: draft.value, type: 'number', min: 1, required: true, hint: words().valueHint, fault: sending.fault('value'), onInput: put('value') })}
      </div>
      ${textField({ name: 'source', label: words().source, value: draft.source, rows: 2, hint: words().sourceHint, fault: sending.fault('source'), onInput: put('source') })}
      ${formButtons(words().save, sending.busy, cancel)}
    </form>`;
  }

  private drawPeriod(): TemplateResult {
    const chosen = parsePeriod(this.draft.period) ?? periodOf('year', `${this.year}-01-01`);
    const year = chosen.from.slice(0, 4);
    const kind = (value: string): void => {
      this.put('period')(periodOf(value as PeriodKind, chosen.from).text);
    };
    return html`<div class="pair">
      ${selectField({ name: 'kind', label: words().kind, value: chosen.kind, choices: KINDS.map((value) => ({ value, label: words().kinds[value] })), onInput: kind })}
      ${selectField({
        name: 'period',
        label: words().period,
        value: chosen.text,
        fault: this.sending.fault('period'),
        choices: periodsNear(chosen.kind, Number(year)).map((value) => ({
          value,
          label: periodName(value),
        })),
        onInput: this.put('period'),
      })}
    </div>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.save();
  };

  private async save(): Promise<void> {
    const { draft, target } = this;
    const value = Number(draft.value);
    if (
      !this.sending.check({
        value: Number.isSafeInteger(value) && value >= 1 ? undefined : words().faultValue,
      })
    ) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#value')?.focus();
      return;
    }
    const body = { ...draft, value, source: draft.source.trim() || null };
    const done = await this.sending.run(async () => {
      await (target ? api.put(`targets/${target.id}`, body) : api.post('targets', body));
    });
    if (done) {
      tell(words().saved);
      this.dispatchEvent(new Event('sp-done'));
    }
  }
}

/** Periods of a kind in a year, the one before and the one after. */
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
