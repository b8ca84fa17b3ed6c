import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../../app/api/problem.js';
import { dictionary } from '../../app/language.js';
import { confirmation } from '../dialog/confirm.js';
import { showToast } from '../toast/show-toast.js';
import { differences, type LabelledText } from './differences.js';
import { SubmitController, type Host } from './submit-controller.js';

const messages = dictionary(
  {
    changed: 'Người khác vừa thay đổi mục này. Hãy xem lại trước khi quyết định.',
    now: (label: string, text: string) => `${label}: bây giờ là “${text}”`,
    gone: 'Mục này đã được người khác xóa trước đó.',
  },
  {
    changed: 'Somebody else has just changed this. Look it over before you decide.',
    now: (label: string, text: string) => `${label}: now “${text}”`,
    gone: 'Somebody else had deleted this already.',
  },
);

/** What is taken away, and how it is asked for. */
export interface Deletion<E extends { readonly id: string }> {
  readonly heading: () => string;
  readonly text: (entry: E) => string;
  /** What the button says. */
  readonly act: () => string;
  readonly remove: (entry: E) => Promise<void>;
  /** Fetches it anew; left out where nothing of it can change. */
  readonly read?: (id: string) => Promise<E>;
  /** What it is, part by part, as people read it. */
  readonly describe?: (entry: E) => readonly LabelledText[];
  /** Says that it was taken away. */
  readonly removed: () => string;
  /** It is gone, by whomever. */
  readonly done: () => void;
}

/**
 * Takes something away after a question. What is taken away is what was seen: if somebody has changed it
 * meanwhile, the question is asked again with what it is now.
 */
export class DeleteController<E extends { readonly id: string }> extends SubmitController {
  private asked: E | undefined;
  private changes: readonly string[] | undefined;

  constructor(
    host: Host,
    private readonly deletion: Deletion<E>,
  ) {
    super(host);
  }

  /** Asks. */
  ask(entry: E): void {
    this.asked = entry;
    this.changes = undefined;
    this.clear();
  }

  /** The question, while it is asked. */
  drawQuestion(): TemplateResult {
    const { asked, deletion } = this;
    return confirmation({
      open: asked !== undefined,
      heading: deletion.heading(),
      text: asked ? deletion.text(asked) : '',
      notice: this.changes ? drawChanges(this.changes) : this.draw(),
      busy: this.busy,
      act: deletion.act(),
      onAct: () => void this.act(),
      onCancel: () => {
        this.end();
      },
    });
  }

  private async act(): Promise<void> {
    const { asked, deletion } = this;
    if (!asked) {
      return;
    }
    this.changes = undefined;
    if (await this.run(() => deletion.remove(asked))) {
      this.finish(deletion.removed());
    } else if (this.problem?.status === 404) {
      this.finish(messages().gone);
    } else if (this.problem?.status === 412 && deletion.read) {
      await this.meet(asked, deletion.read);
    }
  }

  private async meet(seen: E, read: (id: string) => Promise<E>): Promise<void> {
    try {
      const newer = await read(seen.id);
      const { describe = () => [] } = this.deletion;
      this.asked = newer;
      this.changes = differences(describe(seen), describe(seen), describe(newer)).map(
        ({ label, theirs }) => messages().now(label, theirs),
      );
      this.clear();
      void this.focusFault();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      this.host.requestUpdate();
      if (this.problem.status === 404) {
        this.finish(messages().gone);
      }
    }
  }

  private finish(text: string): void {
    this.end();
    showToast(text);
    this.deletion.done();
    void this.focusRest();
  }

  /** The button that asked goes with its line: one goes on from the heading of the list, or from what adds to it. */
  private async focusRest(): Promise<void> {
    await this.host.updateComplete;
    // The dialog gives the focus back once it has closed; that is to be the last but one.
    await new Promise((go) => setTimeout(go));
    const rest = this.host.renderRoot.querySelector<HTMLElement>('h1, h2, .actions button');
    if (rest && !rest.matches('button')) {
      rest.tabIndex = -1;
    }
    rest?.focus();
  }

  private end(): void {
    this.asked = undefined;
    this.changes = undefined;
    this.clear();
  }
}

function drawChanges(changes: readonly string[]): TemplateResult {
  return html`<div class="notice warn problem" role="alert" tabindex="-1">
    <p>${messages().changed}</p>
    ${
      changes.length
        ? html`<ul class="meanwhile">
            ${changes.map((text) => html`<li>${text}</li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}
