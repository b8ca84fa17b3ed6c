import { html, nothing, type TemplateResult } from 'lit';
import { Problem } from '../../app/api/problem.js';
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
    gone: 'Trong lúc bạn sửa, người khác đã xóa mục này nên không lưu được nữa.',
  },
  {
    changed: 'While you were editing, somebody else changed this.',
    kept: 'What you typed is still there. Look it over, then save to put it on top of the newer state.',
    theirs: (text: string) => `is now “${text}”`,
    mine: (text: string) => `; you typed “${text}”`,
    empty: 'empty',
    drop: 'Drop what I typed, take the newer state',
    gone: 'While you were editing, somebody else deleted this, so it can no longer be saved.',
  },
);

/** An entry that others may change too. Its revision goes with every change as `If-Match`. */
export interface Revised {
  readonly id: string;
  readonly revision: string;
}

/** What a form knows of its entry. */
export interface Form<E extends Revised, D extends object> {
  /** How the form shows an entry; a new one if there is none. */
  readonly draftOf: (entry: E | undefined) => D;
  /** Fetches the entry anew. */
  readonly read: (id: string) => Promise<E>;
  /** What stands in the form, part by part, as people read it. */
  readonly describe: (draft: D) => readonly LabelledText[];
}

/**
 * A form of something that others may change at the same time. What is saved names the revision that
 * was read; if there is a newer one, nothing is overwritten: the newer state is fetched, what was typed is
 * laid over it, and the reader is told what differs. Saving again then puts it on top of what they have seen.
 *
 *     begin ─▶ typing ─▶ save ─ok──▶ done
 *                ▲         │
 *                └─ told ◀─┴─412
 */
export class EditController<E extends Revised, D extends object> extends SubmitController {
  draft: D;
  /** What was read last; a new one if there is none. */
  entry: E | undefined;
  private base: D;
  private meanwhile: readonly Difference[] | undefined;

  constructor(
    host: Host,
    private readonly form: Form<E, D>,
  ) {
    super(host, ({ status }) => (status === 404 && this.entry ? messages().gone : undefined));
    this.base = form.draftOf(undefined);
    this.draft = this.base;
  }

  /** Takes what there is to be edited. The same entry again, read anew, takes nothing from what was typed. */
  begin(entry: E | undefined): void {
    const known = this.entry;
    if (!entry || entry.id !== known?.id) {
      this.take(entry);
    } else if (entry.revision === known.revision) {
      this.entry = entry;
    } else {
      this.meet(entry);
    }
  }

  /** Changes what stands in the form. */
  change(changes: Partial<D>): void {
    this.draft = { ...this.draft, ...changes };
    this.host.requestUpdate();
  }

  /** What a field calls with what was typed into it. */
  readonly put =
    <K extends keyof D>(field: K): ((value: D[K]) => void) =>
    (value) => {
      this.change({ [field]: value } as unknown as Partial<D>);
    };

  /**
   * Saves.
   *
   * @param send gets the revision that was read; answers the new entry, if the form goes on with it
   */
  save(send: (revision: string | undefined) => Promise<E | undefined>): Promise<boolean> {
    return this.run(async () => {
      const { entry } = this;
      try {
        const saved = await send(entry?.revision);
        if (saved) {
          this.take(saved);
        }
      } catch (thrown) {
        if (entry && Problem.of(thrown).status === 412) {
          this.meet(await this.form.read(entry.id));
        }
        throw thrown;
      }
    });
  }

  override clear(): void {
    this.meanwhile = undefined;
    super.clear();
  }

  override draw(shown: readonly string[] = []): unknown {
    return this.meanwhile ? this.drawMeanwhile(this.meanwhile) : super.draw(shown);
  }

  private take(entry: E | undefined): void {
    this.entry = entry;
    this.base = this.form.draftOf(entry);
    this.draft = this.base;
    this.clear();
  }

  private meet(newer: E): void {
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
