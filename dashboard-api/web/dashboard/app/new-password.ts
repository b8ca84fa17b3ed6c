import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { problemText } from '../words/problems.js';
import { words } from '../words/sign-in.js';
import { Problem } from './api/problem.js';
import { SpElement } from './element.js';
import { field, valueOf, type FieldText } from './field.js';
import type { Place } from './router.js';
import { base, controls } from './styles/base.js';
import { card } from './styles/card.js';

/** A form in the middle of the page that ends in a new password. */
export abstract class NewPasswordView extends SpElement {
  static override styles = [base, controls, card];

  @property({ attribute: false }) place: Place | undefined;
  @state() protected problem: Problem | undefined;
  @state() private differs = false;
  @state() private busy = false;

  /** Sends it; a problem is shown above the form, or with the field it names. */
  protected abstract send(form: HTMLFormElement, password: string): Promise<void>;
  /** The fields before the password. */
  protected abstract fields(): unknown;
  /** What a problem means here, if it is a particular one. */
  protected abstract particular(problem: Problem): string | undefined;

  protected form(submit: string, passwordLabel: string): TemplateResult {
    return html`<form @submit=${this.submit} novalidate>
      ${
        this.problem
          ? html`<p class="notice bad" role="alert">
              ${this.particular(this.problem) ?? problemText(this.problem)}
            </p>`
          : nothing
      }
      ${this.fields()}
      ${this.field({
        name: 'password',
        label: passwordLabel,
        type: 'password',
        autocomplete: 'new-password',
        hint: words().passwordHint,
      })}
      ${field({
        name: 'repeat',
        label: words().repeat,
        type: 'password',
        autocomplete: 'new-password',
        fault: this.differs ? words().differs : undefined,
      })}
      <button class="primary" ?disabled=${this.busy}>${submit}</button>
    </form>`;
  }

  /** A field with what the server said of it. */
  protected field(text: FieldText): TemplateResult {
    return field({ ...text, fault: this.problem?.fault(text.name)?.detail });
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const password = valueOf(form, 'password');
    this.problem = undefined;
    this.differs = password !== valueOf(form, 'repeat');
    if (this.differs || !form.reportValidity()) {
      return;
    }
    this.busy = true;
    try {
      await this.send(form, password);
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    } finally {
      this.busy = false;
    }
  };
}

/** The one-time code behind the `#` of a link: it reaches no server's log. */
export function codeOfLink(): string {
  return decodeURIComponent(location.hash.slice(1));
}
