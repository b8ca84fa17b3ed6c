import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { AccountResponse, Change, ChangesResponse } from '../../../api/schema.js';
import { exports, exportStyles } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { time } from '../../app/format.js';
import { navigate, to } from '../../app/router.js';
import { empty, failed, waiting } from '../../app/states.js';
import { selectField, textField } from '../../components/field/field.js';
import { loadScopes, scopeName, type VisibleScopes } from '../../components/view/scopes.js';
import { SubmitController } from '../../components/view/submit-controller.js';
import { head, SpView } from '../../components/view/view.js';
import { styles } from './changes.styles.js';
import { actionName, differences, subjectName } from './difference.js';
import { messages } from './messages.js';

const LIMIT = 50;
const KINDS = ['site', 'group', 'poll', 'target', 'account', 'session', 'token'] as const;
const PROGRAMS = ['seed', 'setup', 'command'] as const;

type Chosen = Readonly<Record<'subject' | 'by' | 'kind', string>>;

/** The change log, newest first: `changes?subject=ID&by=ID&kind=site`. */
export class ChangesView extends SpView {
  static override styles = [SpView.styles, exportStyles, styles];

  @state() private subject: string | undefined;
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
      this.go({ subject: this.subject ?? subject });
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
      <button>${messages().filter}</button>
      ${
        subject || by || kind
          ? html`<button
              type="button"
              class="quiet"
              @click=${() => {
                this.subject = '';
                this.go({ subject: '', by: '', kind: '' });
              }}
            >
              ${messages().clear}
            </button>`
          : nothing
      }
    </form>`;
  }

  /** What the address asks for. */
  private get chosen(): Chosen {
    return {
      subject: this.queryValue('subject') ?? '',
      by: this.queryValue('by') ?? '',
      kind: this.queryValue('kind') ?? '',
    };
  }

  private go(changes: Partial<Chosen>): void {
    const { subject, by, kind } = { ...this.chosen, ...changes };
    const trimmed = subject.trim();
    navigate(
      to('changes', {
        subject: trimmed || undefined,
        by: by || undefined,
        kind: kind || undefined,
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

/** Returns the name of the author. Programs have names in the reader's language. */
function authorOf({ by, byName }: Change): string {
  const program = PROGRAMS.find((name) => name === by);
  return program ? messages().program[program] : byName;
}

function drawChange(
  change: Change,
  people: readonly AccountResponse[],
  scopes: VisibleScopes | undefined,
): TemplateResult {
  const name =
    people.find(({ id }) => id === change.subject)?.name ??
    subjectName(change, (scope) => scopeName(scopes, scope));
  const found = differences(change.before, change.after);
  return html`<li>
    <p class="what">
      <strong>${actionName(change.action)}</strong>
      ${name ?? nothing}
      <a
        class="mono"
        href=${to('changes', { subject: change.subject })}
        title=${messages().onlySubject(name ?? change.subject)}
        >${change.subject}</a
      >
    </p>
    <p class="muted small">
      ${authorOf(change)} ·
      <time datetime=${new Date(change.at).toISOString()}>${time(change.at)}</time>
    </p>
    ${
      found.length === 0
        ? nothing
        : html`<details>
            <summary>${messages().details} (${found.length})</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">${messages().field}</th>
                  <th scope="col">${messages().before}</th>
                  <th scope="col">${messages().after}</th>
                </tr>
              </thead>
              <tbody>
                ${found.map(
                  ({ field, before, after }) =>
                    html`<tr>
                      <th scope="row">${field}</th>
                      <td class="was">${before}</td>
                      <td class="is">${after}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </details>`
    }
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-changes-view': ChangesView;
  }
}
