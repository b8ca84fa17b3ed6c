import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { Problem } from '../../app/api/problem.js';
import { dictionary } from '../../app/language.js';
import { faultText } from '../../messages/faults.js';
import { fieldName } from '../../messages/fields.js';
import { problemText } from '../../messages/problems.js';

/** Messages for conflicts, by the kind of the problem. */
const conflicts = dictionary(
  {
    exists: 'Đã có mục này rồi: mã hoặc kỳ bị trùng.',
    'in-use': 'Mục này đang được dùng nên không xóa được.',
    'has-ballots': 'Đã có người bình chọn nên không đổi được như vậy.',
    'not-open': 'Bình chọn chưa mở nên chưa đóng được.',
    'passwords-off': 'Đăng nhập bằng mật khẩu đã được tắt. Hãy dùng hệ thống xác thực của đơn vị.',
    'no-password': 'Tài khoản không có mật khẩu nên không cần mã xác thực.',
    'enrolment-expired': 'Đã quá 15 phút. Hãy bắt đầu lại.',
    'second-factor-required':
      'Quản trị viên phải có xác thực hai lớp nên không tắt được. Hãy cài đặt lại nếu đổi điện thoại.',
    'login-taken': 'Tên đăng nhập này đã có người dùng.',
    'last-administrator':
      'Đây là quản trị viên duy nhất. Hãy giao quyền quản trị cho người khác trước, và để họ đăng nhập một lần.',
  },
  {
    exists: 'It is there already: the id or the period is taken.',
    'in-use': 'It is still in use and cannot be deleted.',
    'has-ballots': 'There are votes already, so it cannot change like this.',
    'not-open': 'The poll has not been open yet.',
    'passwords-off': 'Passwords are switched off. Use the identity provider.',
    'no-password': 'The account has no password, so no sign-in asks for a code.',
    'enrolment-expired': 'More than 15 minutes have passed. Please begin again.',
    'second-factor-required':
      'Administrators must have a second factor. Set up a new one if you change your phone.',
    'login-taken': 'Somebody else has this login.',
    'last-administrator':
      'This is the last administrator. Make somebody else administrator first, and let them sign in once.',
  },
);

/** An element with a form. */
export interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** Submits a change: tracks whether it is running and holds its problem. */
export class SubmitController implements ReactiveController {
  busy = false;
  problem: Problem | undefined;
  /** Errors found before sending, by field. */
  private localErrors: Readonly<Record<string, string | undefined>> = {};

  /** @param particular returns a message for particular problems */
  constructor(
    protected readonly host: Host,
    private readonly particular: (problem: Problem) => string | undefined = () => undefined,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** Clears the errors. */
  clear(): void {
    this.problem = undefined;
    this.localErrors = {};
    this.host.requestUpdate();
  }

  /**
   * Sets the errors found before sending and returns true if there are none. Otherwise focuses the
   * first such field.
   */
  check(localErrors: Readonly<Record<string, string | undefined>>): boolean {
    this.problem = undefined;
    this.localErrors = localErrors;
    const right = Object.values(localErrors).every((fault) => fault === undefined);
    this.host.requestUpdate();
    if (!right) {
      void this.focusFault();
    }
    return right;
  }

  /**
   * Sends a change and returns true if it was accepted. A second call while one is running does
   * nothing.
   */
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
      if (this.problem) {
        void this.focusFault();
      }
    }
  }

  /** Returns the error of a field or of a field inside it (`baseline.asOf`). */
  fault(name: string): string | undefined {
    const reported = this.problem?.faults.find(({ field }) => isOf(name, field));
    return this.localErrors[name] ?? (reported && faultText(reported));
  }

  /** Draws the problem above the form, with the errors that no field shows. */
  draw(shown: readonly string[] = []): unknown {
    const { problem } = this;
    if (!problem) {
      return nothing;
    }
    const known = (conflicts() as Readonly<Record<string, string | undefined>>)[problem.kind];
    const elsewhere = problem.faults.filter(
      ({ field }) => !shown.some((name) => isOf(name, field)),
    );
    const more =
      problem.status === 409 && known === undefined
        ? [problem.detail]
        : elsewhere.map((fault) => `${fieldName(fault.field)}: ${faultText(fault)}`);
    return html`<div class="notice bad problem" role="alert" tabindex="-1">
      <p>${this.particular(problem) ?? known ?? problemText(problem)}</p>
      ${more.map((text) => html`<p class="small">${text}</p>`)}
    </div>`;
  }

  /** Focuses the first field with an error, or the problem above the form. */
  protected async focusFault(): Promise<void> {
    await this.host.updateComplete;
    const { renderRoot } = this.host;
    const field = renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    (field ?? renderRoot.querySelector<HTMLElement>('.problem'))?.focus();
  }
}

/** Returns true if a fault is about a field of the form or something inside it. */
function isOf(name: string, field: string): boolean {
  return field === name || field.startsWith(`${name}.`);
}
