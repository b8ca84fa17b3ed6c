import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { Problem } from '../../app/api/problem.js';
import { dictionary } from '../../app/language.js';
import { problemText } from '../../words/problems.js';

/** What contradicts a change, by the kind of the problem. */
const conflicts = dictionary(
  {
    exists: 'Đã có mục này rồi: mã hoặc kỳ bị trùng.',
    'in-use': 'Mục này đang được dùng nên không xóa được.',
    'has-ballots': 'Đã có người bình chọn nên không đổi được như vậy.',
    'not-open': 'Bình chọn chưa mở nên chưa đóng được.',
  },
  {
    exists: 'It is there already: the id or the period is taken.',
    'in-use': 'It is still in use and cannot be deleted.',
    'has-ballots': 'There are votes already, so it cannot change like this.',
    'not-open': 'The poll has not been open yet.',
  },
);

/** One change on its way to the server: whether it is, and what was wrong with it. */
export class Sending implements ReactiveController {
  busy = false;
  problem: Problem | undefined;
  /** What is wrong before it is sent, by field. */
  private own: Readonly<Record<string, string | undefined>> = {};

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** Forgets what was wrong. */
  clear(): void {
    this.problem = undefined;
    this.own = {};
    this.host.requestUpdate();
  }

  /** Takes what is wrong before anything is sent; true if nothing is. */
  check(own: Readonly<Record<string, string | undefined>>): boolean {
    this.problem = undefined;
    this.own = own;
    this.host.requestUpdate();
    return Object.values(own).every((fault) => fault === undefined);
  }

  /** Sends; true if it was taken. One at a time: a second click does nothing. */
  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    this.clear();
    try {
      await work();
      return true;
    } catch (thrown) {
      this.problem = Problem.of(thrown);
      return false;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  /** What is wrong with a field, or with one below it (`baseline.asOf`). */
  fault(name: string): string | undefined {
    return (
      this.own[name] ??
      this.problem?.faults.find(({ field }) => field === name || field.startsWith(`${name}.`))
        ?.detail
    );
  }

  /** What is wrong, above the form; with what the server says where no field shows it. */
  draw(shown: readonly string[] = []): unknown {
    const { problem } = this;
    if (!problem) {
      return nothing;
    }
    const known = (conflicts() as Readonly<Record<string, string | undefined>>)[problem.kind];
    const elsewhere = problem.faults.filter(
      ({ field }) => !shown.some((name) => field === name || field.startsWith(`${name}.`)),
    );
    const more =
      problem.status === 409 && known === undefined
        ? [problem.detail]
        : elsewhere.map(({ field, detail }) => `${field}: ${detail}`);
    return html`<div class="notice bad" role="alert">
      <p>${known ?? problemText(problem)}</p>
      ${more.map((text) => html`<p class="small">${text}</p>`)}
    </div>`;
  }
}
