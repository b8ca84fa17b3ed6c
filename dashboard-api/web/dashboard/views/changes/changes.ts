import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { AccountResponse, ChangesResponse } from '../../../api/schema.js';
import { exports, exportStyles } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { navigate, to } from '../../app/router.js';
import { dayText, dayTyped } from '../../app/typed.js';
import { empty, failed, waiting } from '../../app/states.js';
import { selectField, textField } from '../../components/field/field.js';
import { loadScopes } from '../../components/view/scopes.js';
import { SubmitController } from '../../components/view/submit-controller.js';
import { head, SpView } from '../../components/view/view.js';
import { styles } from './changes.styles.js';
import { drawChange, PROGRAMS } from './entry.js';
import { messages } from './messages.js';

const LIMIT = 50;
const KINDS = [
  'site',
  'group',
  'poll',
  'target',
  'note',
  'account',
  'session',
  'token',
  'review',
] as const;

type Chosen = Readonly<Record<'subject' | 'by' | 'kind' | 'from' | 'to', string>>;

/** The change log, newest first: `changes?subject=ID&by=ID&kind=site&from=DAY`. */
export class ChangesView extends SpView {
  static override styles = [SpView.styles, exportStyles, styles];

  @state() private subject: string | undefined;
  /** Days as typed. */
  @state() private typed: Readonly<Partial<Record<'from' | 'to', string>>> = {};
  /** Pages after the first one. */
  @state() private later: readonly ChangesResponse[] = [];

  private readonly people = new Fetching(
    this,
    () => [] as [],
    (signal) => api.get<AccountResponse[]>('accounts', { signal }),
  );
  private readonly scopes = new Fetching(
    this,
    () => [] as [],
    (signal) => loadScopes(signal),
  );
  private readonly first = new Fetching(
    this,
    () => [this.chosen] as [Chosen],
    (signal, chosen) => {
      this.later = [];
      return api.get<ChangesResponse>('changes', { signal, query: { ...chosen, limit: LIMIT } });
    },
  );
  private readonly submission = new SubmitController(this);

  protected override render(): TemplateResult {
    return html`${head(messages().title, messages().lead)} ${this.drawFilter()}
      <div class="panel">
        ${exports(messages().title, 'changes', this.chosen)}
        ${this.first.draw({
          waiting: () => waiting(8),
          failed,
          ready: (page) => this.drawPages([page, ...this.later]),
        })}
      </div>`;
  }

  private drawFilter(): TemplateResult {
    const people = (this.people.latest ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const { subject, by, kind } = this.chosen;
    const submit = (event: Event): void => {
      event.preventDefault();
      const days = { from: this.dayOf('from'), to: this.dayOf('to') };
      if (days.from !== undefined && days.to !== undefined) {
        this.go({ subject: this.subject ?? subject, from: days.from, to: days.to });
      }
    };
    return html`<form class="tools" novalidate @submit=${submit}>
      ${textField({
        name: 'subject',
        label: messages().subject,
        value: this.subject ?? subject,
        hint: messages().subjectHint,
        onInput: (typed) => {
          this.subject = typed;
        },
      })}
      ${selectField({
        name: 'by',
        label: messages().by,
        value: by,
        choices: [
          { value: '', label: messages().anyone },
          ...people,
          ...PROGRAMS.map((value) => ({ value, label: messages().program[value] })),
        ],
        onInput: (value) => {
          this.go({ by: value });
        },
      })}
      ${selectField({
        name: 'kind',
        label: messages().kind,
        value: kind,
        choices: [
          { value: '', label: messages().anyKind },
          ...KINDS.map((value) => ({ value, label: messages().kinds[value] })),
        ],
        onInput: (value) => {
          this.go({ kind: value });
        },
      })}
      ${this.drawDay('from')} ${this.drawDay('to')}
      <button>${messages().filter}</button>
      ${this.drawClear()}
    </form>`;
  }

  private drawClear(): unknown {
    return Object.values(this.chosen).some(Boolean)
      ? html`<button
          type="button"
          class="quiet"
          @click=${() => {
            this.subject = '';
            this.typed = {};
            this.go({ subject: '', by: '', kind: '', from: '', to: '' });
          }}
        >
          ${messages().clear}
        </button>`
      : nothing;
  }

  private drawDay(name: 'from' | 'to'): TemplateResult {
    return textField({
      name,
      label: messages()[name],
      type: 'day',
      value: this.typed[name] ?? dayText(this.chosen[name]),
      fault: this.dayOf(name) === undefined ? messages().notADay : undefined,
      onInput: (typed) => {
        this.typed = { ...this.typed, [name]: typed };
      },
    });
  }

  /** The day of a field, empty if it is empty, undefined if it is none. */
  private dayOf(name: 'from' | 'to'): string | undefined {
    const typed = this.typed[name];
    return typed === undefined ? this.chosen[name] : typed.trim() && dayTyped(typed);
  }

  /** What the address asks for. */
  private get chosen(): Chosen {
    return {
      subject: this.queryValue('subject') ?? '',
      by: this.queryValue('by') ?? '',
      kind: this.queryValue('kind') ?? '',
      from: this.queryValue('from') ?? '',
      to: this.queryValue('to') ?? '',
    };
  }

  private go(changes: Partial<Chosen>): void {
    const { subject, by, kind, from, to: last } = { ...this.chosen, ...changes };
    const trimmed = subject.trim();
    navigate(
      to('changes', {
        subject: trimmed || undefined,
        by: by || undefined,
        kind: kind || undefined,
        from: from || undefined,
        to: last || undefined,
      }),
    );
  }

  private drawPages(pages: readonly ChangesResponse[]): TemplateResult {
    const changes = pages.flatMap((page) => page.changes);
    const next = pages.at(-1)?.next;
    return html`${
      changes.length === 0
        ? empty(messages().none, undefined, 'changes')
        : html`<ol class="log">
            ${changes.map((change) => drawChange(change, this.people.latest ?? [], this.scopes.latest))}
          </ol>`
    }
    ${this.submission.draw()}
    ${next ? html`<button type="button" ?disabled=${this.submission.busy} @click=${() => void this.more(next)}>${messages().more}</button>` : nothing}`;
  }

  private async more(before: string): Promise<void> {
    await this.submission.run(async () => {
      const query = { ...this.chosen, before, limit: LIMIT };
      this.later = [...this.later, await api.get<ChangesResponse>('changes', { query })];
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-changes-view': ChangesView;
  }
}
