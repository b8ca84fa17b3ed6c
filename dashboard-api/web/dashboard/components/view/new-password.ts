import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Problem } from '../../app/api/problem.js';
import { SpElement } from '../../app/element.js';
import type { Place } from '../../app/router.js';
import { base, controls } from '../../app/styles/base.js';
import { card } from '../../app/styles/card.js';
import { messages } from '../../messages/sign-in.js';
import { textField, valueOf, type TextField } from '../field/field.js';
import { fields } from '../field/field.styles.js';
import { SubmitController } from './submit-controller.js';

/** Minimum length of a password, as on the server. */
const LEAST = 12;
/** Logins, as on the server. */
const LOGIN = /^[a-z0-9._@+-]{1,100}$/;

/** Base class of the pages that set a new password. */
export abstract class NewPasswordView extends SpElement {
  static override styles = [base, controls, fields, card];

  @property({ attribute: false }) place: Place | undefined;
  private readonly submission = new SubmitController(this, (problem) => this.particular(problem));

  /** Sends the password. A problem is shown above the form or at its field. */
  protected abstract send(form: HTMLFormElement, password: string): Promise<void>;
  /** Draws the fields before the password. */
  protected abstract firstFields(): unknown;
  /** Message for particular problems, such as an unknown invitation code. */
  protected particular({ status, kind }: Problem): string | undefined {
    if (kind === 'passwords-off') {
      return undefined; // Its message is the same for all forms.
    }
    return [401, 403, 404, 410].includes(status) ? messages().codeWrong : undefined;
  }
  /** Name of the new password in the API. */
  protected readonly passwordName: string = 'password';

  /** Draws a card with a heading and an introduction. */
  protected card(title: string, lead: string, inside: unknown): TemplateResult {
    return html`<div class="card panel">
      <div>
        <h1>${title}</h1>
        <p class="muted">${lead}</p>
      </div>
      ${inside}
    </div>`;
  }

  protected form(submit: string, passwordLabel: string): TemplateResult {
    return html`<form @submit=${this.submit} novalidate>
      ${this.submission.draw(['code', 'login', 'name', 'current', this.passwordName])}
      ${this.firstFields()}
      ${textField({
        name: 'password',
        label: passwordLabel,
        type: 'password',
        autocomplete: 'new-password',
        required: true,
        hint: messages().passwordHint,
        fault: this.submission.fault('password') ?? this.submission.fault(this.passwordName),
      })}
      ${textField({
        name: 'repeat',
        label: messages().repeat,
        type: 'password',
        autocomplete: 'new-password',
        required: true,
        fault: this.submission.fault('repeat'),
      })}
      <button class="primary" ?disabled=${this.submission.busy}>${submit}</button>
    </form>`;
  }

  /** Draws a required field with its error. */
  protected field(field: TextField): TemplateResult {
    return textField({ ...field, required: true, fault: this.submission.fault(field.name) });
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const password = valueOf(form, 'password');
    const missing = [...form.querySelectorAll('input')]
      .filter(({ name, value }) => name !== 'repeat' && value.trim() === '')
      .map(({ name }) => [name, messages().missing] as const);
    const own = {
      password: shortFault(password),
      login: loginFault(form),
      ...Object.fromEntries(missing),
      repeat: password === valueOf(form, 'repeat') ? undefined : messages().differs,
    };
    if (this.submission.check(own)) {
      await this.submission.run(() => this.send(form, password));
    }
  };
}

/** Tells how many characters a short password has. */
function shortFault(password: string): string | undefined {
  const { length } = password.normalize('NFKC');
  return length < LEAST ? messages().passwordShort(String(length), String(LEAST)) : undefined;
}

/** Tells a wrong login at once, not only after the password is right. */
function loginFault(form: HTMLFormElement): string | undefined {
  const login = valueOf(form, 'login').trim();
  return login === '' || LOGIN.test(login) ? undefined : messages().loginWrong;
}

/** Reads the one-time code after the `#` of a link, which no server log contains. */
export function codeOfLink(): string {
  return decodeURIComponent(location.hash.slice(1));
}
