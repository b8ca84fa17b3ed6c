import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { api } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { SpElement } from '../element.js';
import iconAddress from '../icon.svg?no-inline';
import { icon } from '../icons.js';
import { live } from '../live.js';
import { sameParams, startRouter, to, type Place, type ViewElement } from '../router.js';
import { names, routes } from '../routes.js';
import { leadToSecondFactor, leadToSignIn } from './guard.js';
import { end, isAdministrator, loadSession, onSession, session, sessionState } from '../session.js';
import { failed, states, waiting } from '../states.js';
import { base, controls } from '../styles/base.js';
import { setTitle } from '../title.js';
import { keepUnsaved } from '../unsaved.js';
import { accountMenu, switches } from './account-menu.js';
import { menuStyles } from './menu.styles.js';
import { navigation } from './navigation.js';
import { styles } from './shell.styles.js';
import { messages } from './messages.js';

/**
 * The dashboard: navigation beside the current view. Loads the session. Without one it leads to the
 * sign-in and returns to the requested address afterwards.
 *
 *     address ──▶ place ──▶ load its module ──▶ its element, titled and focused
 */
export class Shell extends SpElement {
  static override styles = [base, controls, states, styles, menuStyles];

  @state() private place: Place | undefined;
  @state() private problem: Problem | undefined;
  @state() private broken = false;
  private view: ViewElement | undefined;
  private ends: readonly (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    api.onSignedOut = () => {
      if (sessionState() === 'in') {
        keepUnsaved(session()?.account.id ?? '');
        end(true);
      }
    };
    this.ends = [
      onSession(() => {
        live.reset();
        this.guard();
        this.requestUpdate();
      }),
      startRouter(routes, (place) => {
        this.show(place);
      }),
    ];
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ends.forEach((end) => {
      end();
    });
  }

  private async begin(): Promise<void> {
    try {
      this.problem = undefined;
      await loadSession();
    } catch (thrown) {
      this.problem = Problem.of(thrown);
    }
  }

  private show(place: Place | undefined): void {
    const moved = place?.route.tag !== this.place?.route.tag || !sameParams(place, this.place);
    this.place = place;
    this.closeMenu();
    this.guard();
    if (this.place !== place) {
      return;
    }
    if (!this.isAllowed()) {
      this.view = undefined;
      setTitle(messages().missing);
      return;
    }
    if (moved && place) {
      setTitle(place.route.title());
      void this.load(place);
    } else if (place && this.view) {
      this.view.place = place;
    }
  }

  private async load(place: Place): Promise<void> {
    const first = this.view === undefined;
    try {
      await place.route.load();
    } catch {
      this.broken ||= this.place?.route === place.route;
      return;
    }
    if (this.place?.route !== place.route) {
      return;
    }
    this.broken = false;
    const view = document.createElement(place.route.tag) as ViewElement;
    view.place = this.place;
    this.view = view;
    this.requestUpdate();
    await this.updateComplete;
    if (!first) {
      this.shadowRoot?.querySelector('main')?.focus({ preventScroll: true });
    }
  }

  /** Leads to the sign-in, or to the second factor, if the requested view requires it. */
  private guard(): void {
    leadToSignIn(this.place);
    leadToSecondFactor(this.place);
  }

  private isAllowed(): boolean {
    const { place } = this;
    return !!place && (!place.route.administrator || sessionState() !== 'in' || isAdministrator());
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return html`<main>
        <h1 class="unseen">sitepulse</h1>
        ${failed(this.problem, () => void this.begin())}
      </main>`;
    }
    const signedIn = sessionState() === 'in';
    if (this.place?.route.open && !(this.place.route.framed && signedIn)) {
      return this.alone();
    }
    return signedIn ? this.frame() : html`<main>${waiting(4)}</main>`;
  }

  /** A view without navigation, for pages without a session. */
  private alone(): TemplateResult {
    return html`<div class="alone">
      <header class="corner">
        ${this.brand()}
        <a class="help" href=${to('help')}>${names().help}</a>
        ${switches('corner', () => {
          this.requestUpdate();
        })}
      </header>
      <main tabindex="-1">${this.content()}</main>
    </div>`;
  }

  private frame(): TemplateResult {
    return html`<div class="frame">
        <header class="top">
          ${this.skipLink()} ${this.brand()}
          <button type="button" class="quiet" aria-haspopup="dialog" @click=${this.openMenu}>
            ${icon('menu')}<span class="unseen">${messages().menu}</span>
          </button>
        </header>
        <header class="side">${this.skipLink()} ${this.brand()} ${this.menu('side')}</header>
        <main tabindex="-1">${this.content()}</main>
      </div>
      <dialog aria-label=${messages().navigation} @click=${this.closeOutside}>
        <div class="side">
          <div class="closing">
            ${this.brand()}
            <button type="button" class="quiet" @click=${this.closeMenu}>
              ${icon('close')}<span class="unseen">${messages().closeMenu}</span>
            </button>
          </div>
          ${this.menu('dialog')}
        </div>
      </dialog>
      <sp-question></sp-question>`;
  }

  private menu(where: string): TemplateResult {
    return html`${navigation(this.place)}
      <div class="menu">
        ${switches(where, () => {
          this.requestUpdate();
        })}
        ${accountMenu()}
      </div>`;
  }

  private brand(): TemplateResult {
    return html`<a class="brand" href=${to()}><img src=${iconAddress} alt="" />sitepulse</a>`;
  }

  private content(): unknown {
    if (this.broken) {
      return html`<div class="missing">
        <h1>${messages().loadFailed}</h1>
        <button
          type="button"
          @click=${() => {
            location.reload();
          }}
        >
          ${messages().reload}
        </button>
      </div>`;
    }
    if (!this.isAllowed()) {
      return html`<div class="missing">
        <h1>${messages().missing}</h1>
        <p>${messages().missingMore}</p>
        <a class="button" href=${to()}>${messages().home}</a>
      </div>`;
    }
    return this.view ?? waiting(4);
  }

  private skipLink(): TemplateResult {
    return html`<button type="button" class="skip" @click=${this.skip}>${messages().skip}</button>`;
  }

  private readonly skip = (): void => {
    this.shadowRoot?.querySelector('main')?.focus();
  };

  private readonly openMenu = (): void => {
    this.shadowRoot?.querySelector('dialog')?.showModal();
  };

  private readonly closeMenu = (): void => {
    this.shadowRoot?.querySelector('dialog')?.close();
  };

  private readonly closeOutside = (event: Event): void => {
    if (event.target === event.currentTarget) {
      this.closeMenu();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-app': Shell;
  }
}
