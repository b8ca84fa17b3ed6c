import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { address, api } from '../../app/api/client.js';
import type { SignInMethodsResponse } from '../../../api/schema.js';
import { SpElement } from '../../app/element.js';
import { number } from '../../app/format.js';
import { Fetching } from '../../app/fetching.js';
import { BASE, navigate, to, type Place } from '../../app/router.js';
import { endedByServer, session } from '../../app/session.js';
import { failed, states, waiting } from '../../app/states.js';
import { base, controls } from '../../app/styles/base.js';
import { card } from '../../app/styles/card.js';
import { textField, valueOf } from '../../components/field/field.js';
import { fields } from '../../components/field/field.styles.js';
import { beginOrAsk, type SignInAnswer } from '../../components/view/sign-in-code.js';
import { SubmitController } from '../../components/view/submit-controller.js';
import { messages } from '../../messages/sign-in.js';

/** Seconds to wait where the address tells none: a rate limit gives back an attempt in that time. */
const USUAL_WAIT = 60;

/** Sign-in with login and password or through the identity provider. */
export class SignInView extends SpElement {
  static override styles = [base, controls, states, fields, card];

  @property({ attribute: false }) place: Place | undefined;
  /** Token of a sign-in whose code is to be entered. */
  @state() private pending: string | undefined;
  private readonly submission = new SubmitController(this, ({ kind }) =>
    kind === 'credentials' ? messages().wrong : undefined,
  );
  private readonly ways = new Fetching(
    this,
    () => [],
    (signal) => api.get<SignInMethodsResponse>('sign-in', { signal }),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    if (session()) {
      navigate(this.wanted(), { replace: true });
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="card panel">
      <div>
        <h1>${messages().signIn}</h1>
        <p class="muted">${messages().signInLead}</p>
      </div>
      ${
        this.pending === undefined
          ? this.ways.draw({
              waiting: () => waiting(4),
              failed,
              ready: (ways) => this.waysIn(ways),
            })
          : this.secondStep(this.pending)
      }
    </div>`;
  }

  private waysIn(ways: SignInMethodsResponse): TemplateResult {
    const both = ways.local && ways.oidc;
    return html`${
      ways.setup
        ? html`<div class="notice">
            <b>${messages().setupNeeded}</b>
            <p>${messages().setupHow}</p>
          </div>`
        : nothing
    }
    ${endedByServer() ? html`<p class="notice warn" role="alert">${messages().cut}</p>` : nothing}
    ${this.drawProviderFailure()} ${ways.local ? this.form() : nothing}
    ${both ? html`<p class="or">${messages().or}</p>` : nothing}
    ${
      ways.oidc
        ? html`<a
            class="button ${ways.local ? '' : 'primary'}"
            href=${address('oidc/start', { to: this.wanted() })}
            >${messages().withProvider(ways.oidc.name)}</a
          >`
        : nothing
    }`;
  }

  private secondStep(pending: string): TemplateResult {
    return html`<sp-sign-in-code
      .pending=${pending}
      @sp-signed-in=${this.enter}
      @sp-restart=${() => {
        this.pending = undefined;
      }}
    ></sp-sign-in-code>`;
  }

  private readonly enter = (): void => {
    navigate(this.wanted(), { replace: true });
  };

  private form(): TemplateResult {
    return html`<form novalidate @submit=${this.submit}>
      ${this.submission.draw(['login', 'password'])}
      ${textField({
        name: 'login',
        label: messages().login,
        autocomplete: 'username',
        verbatim: true,
        required: true,
        fault: this.submission.fault('login'),
      })}
      ${textField({
        name: 'password',
        label: messages().password,
        type: 'password',
        autocomplete: 'current-password',
        required: true,
        fault: this.submission.fault('password'),
      })}
      <button class="primary" ?disabled=${this.submission.busy}>${messages().signIn}</button>
    </form>`;
  }

  /** Says why the sign-in through the provider failed, from the address that it ended on. */
  private drawProviderFailure(): unknown {
    const reason = this.place?.query.get('oidc');
    if (reason === null || reason === undefined) {
      return nothing;
    }
    const wait = Number(this.place?.query.get('retry'));
    const { oidcAway, oidcRefused, oidcUnknown, oidcThrottled, oidcFailed } = messages();
    const known: Readonly<Record<string, string>> = {
      away: oidcAway,
      refused: oidcRefused,
      unknown: oidcUnknown,
      throttled: oidcThrottled(number(wait > 0 ? Math.ceil(wait) : USUAL_WAIT)),
    };
    return html`<p class="notice bad" role="alert">${known[reason] ?? oidcFailed}</p>`;
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const login = valueOf(form, 'login').trim();
    const password = valueOf(form, 'password');
    const own = {
      login: login ? undefined : messages().missing,
      password: password ? undefined : messages().missing,
    };
    if (!this.submission.check(own)) {
      return;
    }
    const signedIn = await this.submission.run(async () => {
      this.pending = beginOrAsk(await api.post<SignInAnswer>('session', { login, password }));
      if (this.pending === undefined) {
        this.enter();
      }
    });
    if (!signedIn) {
      await this.updateComplete;
      const field = form.querySelector<HTMLInputElement>('#password');
      field?.focus();
      field?.select();
    }
  };

  /**
   * Accepts only addresses of the dashboard, so that a link cannot redirect elsewhere through the
   * sign-in.
   */
  private wanted(): string {
    const wanted = this.place?.query.get('to') ?? '';
    return wanted.startsWith(BASE) && !wanted.startsWith(`${BASE}sign-in`) ? wanted : to();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-sign-in-view': SignInView;
  }
}
