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

/** Texts and functions of a deletion. */
export interface Deletion<E extends { readonly id: string }> {
  readonly heading: () => string;
  readonly text: (entry: E) => string;
  /** Label of the confirming button. */
  readonly act: () => string;
  readonly remove: (entry: E) => Promise<void>;
  /** Reloads the object. Not needed if it cannot change. */
  readonly read?: (id: string) => Promise<E>;
  /** Describes the object by labelled texts. */
  readonly describe?: (entry: E) => readonly LabelledText[];
  /** Message after the deletion. */
  readonly removed: () => string;
  /** Called when the object no longer exists. */
  readonly done: () => void;
}

/**
 * Deletes an object after a confirmation. The deletion requires the revision that was shown. If the
 * object has changed, the confirmation is repeated with its new state.
 */
export class DeleteController<E extends { readonly id: string }> extends SubmitController {
  private target: E | undefined;
  private changes: readonly string[] | undefined;

  constructor(
    host: Host,
    private readonly deletion: Deletion<E>,
  ) {
    super(host);
  }

  /** Opens the confirmation. */
  ask(entry: E): void {
    this.target = entry;
    this.changes = undefined;
    this.clear();
  }

  /** Draws the confirmation dialog. */
  drawQuestion(): TemplateResult {
    const { target, deletion } = this;
    return confirmation({
      open: target !== undefined,
      heading: deletion.heading(),
      text: target ? deletion.text(target) : '',
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
    const { target, deletion } = this;
    if (!target) {
      return;
    }
    this.changes = undefined;
    if (await this.run(() => deletion.remove(target))) {
      this.finish(deletion.removed());
    } else if (this.problem?.status === 404) {
      this.finish(messages().gone);
    } else if (this.problem?.status === 412 && deletion.read) {
      await this.askAgain(target, deletion.read);
    }
  }

  private async askAgain(seen: E, read: (id: string) => Promise<E>): Promise<void> {
    try {
      const newer = await read(seen.id);
      const { describe = () => [] } = this.deletion;
      this.target = newer;
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

  /**
   * The button that opened the dialog disappears with its row. The focus goes to the heading of the
   * list, or to the button that adds to it.
   */
  private async focusRest(): Promise<void> {
    await this.host.updateComplete;
    // The dialog restores the focus when it has closed, and the focus moves on after that.
    await new Promise((go) => setTimeout(go));
    const rest = this.host.renderRoot.querySelector<HTMLElement>('h1, h2, .actions button');
    if (rest && !rest.matches('button')) {
      rest.tabIndex = -1;
    }
    rest?.focus();
  }

  private end(): void {
    this.target = undefined;
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
