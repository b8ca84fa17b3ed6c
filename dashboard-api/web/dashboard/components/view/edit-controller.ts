import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../../app/api/problem.js';
import { session } from '../../app/session.js';
import { takeKept, watchForm, type KeptInput } from '../../app/unsaved.js';
import { dictionary } from '../../app/language.js';
import { differences, rebase, same, type Difference, type LabelledText } from './differences.js';
import { SubmitController, type Host } from './submit-controller.js';

const messages = dictionary(
  {
    changed: 'Trong lúc bạn sửa, người khác đã thay đổi mục này.',
    kept: 'Những gì bạn nhập vẫn còn nguyên. Hãy xem lại rồi bấm lưu để ghi lên bản mới.',
    theirs: (text: string) => `đã đổi thành “${text}”`,
    mine: (text: string) => `; bạn nhập “${text}”`,
    empty: 'để trống',
    drop: 'Bỏ nội dung tôi nhập, lấy bản mới',
    restored:
      'Phiên làm việc trước đã kết thúc trước khi bạn lưu. Những gì bạn đã nhập có lại dưới đây và chưa được lưu.',
    dropRestored: 'Bỏ những gì đã nhập',
    gone: 'Trong lúc bạn sửa, người khác đã xóa mục này nên không lưu được nữa.',
  },
  {
    changed: 'While you were editing, somebody else changed this.',
    kept: 'What you typed is still there. Look it over, then save to put it on top of the newer state.',
    theirs: (text: string) => `is now “${text}”`,
    mine: (text: string) => `; you typed “${text}”`,
    empty: 'empty',
    drop: 'Drop what I typed, take the newer state',
    restored:
      'Your last session ended before you saved. What you typed is here again and has not been saved.',
    dropRestored: 'Drop what I typed',
    gone: 'While you were editing, somebody else deleted this, so it can no longer be saved.',
  },
);

/** An object that others may change too. Its revision is sent with every change as `If-Match`. */
export interface Revised {
  readonly id: string;
  readonly revision: string;
}

/** Functions of a form for its object. */
export interface Form<E extends Revised, D extends object> {
  /**
   * Kind of the objects. With it unsaved input is kept when the session ends, so a draft must not
   * contain a password.
   */
  readonly name?: string;
  /** Returns the draft of an object, or of a new one. */
  readonly draftOf: (entry: E | undefined) => D;
  /** Reloads the object. */
  readonly read: (id: string) => Promise<E>;
  /** Describes a draft by labelled texts. */
  readonly describe: (draft: D) => readonly LabelledText[];
}

/**
 * Controls the form of an object that others may change at the same time. Saving sends the revision
 * that was read. If there is a newer one, it is loaded, the edits are applied to it and the
 * differences are shown. The next save then overwrites what the reader has seen.
 *
 *     begin ─▶ typing ─▶ save ─ok──▶ done
 *                ▲         │
 *                └─ told ◀─┴─412
 */
export class EditController<E extends Revised, D extends object> extends SubmitController {
  draft: D;
  /** The object as it was last read, undefined for a new one. */
  entry: E | undefined;
  private base: D;
  private meanwhile: readonly Difference[] | undefined;
  /** The draft has input that an ended session left. */
  private restored = false;
  private endWatching: (() => void) | undefined;

  constructor(
    host: Host,
    private readonly form: Form<E, D>,
  ) {
    super(host, ({ status }) => (status === 404 && this.entry ? messages().gone : undefined));
    this.base = form.draftOf(undefined);
    this.draft = this.base;
  }

  hostConnected(): void {
    this.endWatching = watchForm({ isDirty: () => this.isDirty(), kept: () => this.kept() });
  }

  override hostDisconnected(): void {
    this.endWatching?.();
    super.hostDisconnected();
  }

  /** Returns true if the draft differs from what is stored. */
  private isDirty(): boolean {
    return !same(this.base, this.draft);
  }

  private kept(): KeptInput | undefined {
    const { base, draft } = this;
    const name = this.keptName();
    return name === undefined ? undefined : { name, base, draft };
  }

  private keptName(): string | undefined {
    return this.form.name && `${this.form.name}/${this.entry?.id ?? 'new'}`;
  }

  /** Sets the object to edit. Reloading the same object keeps the edits. */
  begin(entry: E | undefined): void {
    const known = this.entry;
    if (!entry || entry.id !== known?.id) {
      this.take(entry);
      this.restore();
    } else if (entry.revision === known.revision) {
      this.entry = entry;
    } else {
      this.rebaseOn(entry);
    }
  }

  /** Changes the draft. */
  change(changes: Partial<D>): void {
    this.draft = { ...this.draft, ...changes };
    this.host.requestUpdate();
  }

  /** Returns the input handler of a field. */
  readonly put =
    <K extends keyof D>(field: K): ((value: D[K]) => void) =>
    (value) => {
      this.change({ [field]: value } as unknown as Partial<D>);
    };

  /**
   * Saves the draft.
   *
   * @param send receives the revision that was read and may return the new object to continue with
   */
  save(send: (revision: string | undefined) => Promise<E | undefined>): Promise<boolean> {
    return this.run(async () => {
      const { entry } = this;
      try {
        const saved = await send(entry?.revision);
        if (saved) {
          this.take(saved);
        } else {
          this.base = this.draft;
        }
      } catch (thrown) {
        if (entry && Problem.of(thrown).status === 412) {
          this.rebaseOn(await this.form.read(entry.id));
        }
        throw thrown;
      }
    });
  }

  override clear(): void {
    this.meanwhile = undefined;
    this.restored = false;
    super.clear();
  }

  override draw(shown: readonly string[] = []): unknown {
    return this.meanwhile
      ? this.drawMeanwhile(this.meanwhile)
      : [this.restored ? this.drawRestored() : nothing, super.draw(shown)];
  }

  private take(entry: E | undefined): void {
    this.entry = entry;
    this.base = this.form.draftOf(entry);
    this.draft = this.base;
    this.clear();
  }

  /** Applies the input that an ended session left. */
  private restore(): void {
    const account = session()?.account.id;
    const name = this.keptName();
    const kept = account && name ? takeKept(account, name) : undefined;
    if (kept) {
      this.draft = rebase(kept.base as D, kept.draft as D, this.base);
      this.restored = this.isDirty();
    }
  }

  private drawRestored(): TemplateResult {
    const drop = (): void => {
      this.take(this.entry);
    };
    return html`<div class="notice warn" role="status">
      <p>${messages().restored}</p>
      <button type="button" @click=${drop}>${messages().dropRestored}</button>
    </div>`;
  }

  private rebaseOn(newer: E): void {
    const { base, draft, form } = this;
    const next = form.draftOf(newer);
    const differing = differences(form.describe(base), form.describe(draft), form.describe(next));
    const touched = !same(base, draft);
    this.take(newer);
    if (touched) {
      this.draft = rebase(base, draft, next);
      this.meanwhile = differing.length ? differing : undefined;
    }
  }

  private drawMeanwhile(list: readonly Difference[]): TemplateResult {
    const drop = (): void => {
      this.take(this.entry);
    };
    return html`<div class="notice warn problem" role="alert" tabindex="-1">
      <p>
        <strong>${messages().changed}</strong>
        ${messages().kept}
      </p>
      ${
        list.length
          ? html`<ul class="meanwhile">
              ${list.map(
                ({ label, theirs, mine }) =>
                  html`<li>
                    <strong>${label}</strong>
                    ${messages().theirs(theirs || messages().empty)}${mine === undefined ? nothing : messages().mine(mine || messages().empty)}
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      <button type="button" @click=${drop}>${messages().drop}</button>
    </div>`;
  }
}
