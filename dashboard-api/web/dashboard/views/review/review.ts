import { html, nothing, type TemplateResult } from 'lit';
import { api } from '../../app/api/client.js';
import type { Review, SiteResponse } from '../../../api/schema.js';
import { fileOf } from '../../app/exports.js';
import { Fetching } from '../../app/fetching.js';
import { icon } from '../../app/icons.js';
import { language } from '../../app/language.js';
import { parsePeriod, type Comparison, type PeriodKind } from '../../app/period.js';
import { navigate, to, withQuery } from '../../app/router.js';
import { empty, failed, waiting } from '../../app/states.js';
import { setTitle } from '../../app/title.js';
import { selectField } from '../../components/field/field.js';
import type { PeriodChange } from '../../components/period-picker/period-picker.element.js';
import { drawBadPeriod } from '../../components/view/bad-period.js';
import { drawBadScope } from '../../components/view/bad-scope.js';
import { firstSite } from '../../components/view/first-site.js';
import { mayEdit } from '../../components/view/permissions.js';
import {
  loadScopes,
  scopeChoices,
  scopeName,
  type VisibleScopes,
} from '../../components/view/scopes.js';
import { head, SpView } from '../../components/view/view.js';
import { drawDocument } from './document.js';
import { firstPeriod, lastHalfYear } from './first-period.js';
import { styles } from './review.styles.js';
import { messages } from './messages.js';

type Question = [string, string, string, string, string];

const ORGANISATION = 'sitepulse.dashboard.organisation';
const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'half-year', 'year', 'free'];

/** The review at `review?scope=group:so-nganh&period=2026-H1&compare=year`. */
export class ReviewView extends SpView {
  static override styles = [SpView.styles, styles];

  private readonly scopes = new Fetching(
    this,
    () => [] as [],
    (signal) => loadScopes(signal),
  );
  private readonly review = new Fetching(
    this,
    () => {
      const { scope, knownPeriod } = this;
      return scope === undefined || knownPeriod === undefined
        ? undefined
        : ([scope, knownPeriod, this.compare, language(), this.organisation] as Question);
    },
    (signal, scope, period, compare, lang, organisation) =>
      api
        .get<Review>('review', {
          signal,
          query: { scope, period, compare, language: lang, organisation },
        })
        .then((review) => {
          setTitle(review.title, review.subtitle);
          return review;
        }),
  );

  /** The period to begin with, if the address has none. */
  private readonly usual = new Fetching(
    this,
    () => {
      const scope = this.scope;
      return scope === undefined || parsePeriod(this.queryValue('period'))
        ? undefined
        : ([scope] as [string]);
    },
    async (signal, scope) => ({ scope, period: await firstPeriod(signal, scope) }),
  );

  /** Scope of the address, or the widest visible one: all, the only group, the only site. */
  private get scope(): string | undefined {
    const scopes = this.scopes.latest;
    return this.queryValue('scope') ?? (scopes && choices(scopes)[0]?.value);
  }

  /** Period of the address, or the one to begin with. Undefined until it is known. */
  private get knownPeriod(): string | undefined {
    const usual = this.usual.latest;
    return (
      parsePeriod(this.queryValue('period'))?.text ??
      (usual?.scope === this.scope ? usual?.period : undefined)
    );
  }

  private get period(): string {
    return this.knownPeriod ?? lastHalfYear();
  }

  private get compare(): Comparison {
    const said = this.queryValue('compare');
    return said === 'previous' || said === 'none' ? said : 'year';
  }

  private go(changes: Readonly<Record<string, string>>): void {
    if (this.place) {
      navigate(withQuery(this.place, changes));
    }
  }

  protected override render(): TemplateResult {
    return html`${head(messages().title, messages().lead, this.drawFiles())}
    ${this.scopes.draw({ waiting: () => waiting(1), failed, ready: (scopes) => (scopes.sites.length === 0 ? nothing : this.drawChoice(scopes)) })}
    ${drawBadPeriod(this.place, this.period)} ${drawBadScope(this.place, this.scopes.latest)}
    ${this.review.draw({
      waiting: () =>
        this.scopes.latest?.sites.length === 0
          ? html`<div class="paper">${empty(messages().noSites, firstSite(), 'sites')}</div>`
          : html`<div class="paper">${waiting(4)}${waiting(1, 'block')}${waiting(6)}</div>`,
      failed: (problem, retry) => html`<div class="paper">${failed(problem, retry)}</div>`,
      ready: (review, stale) =>
        html`<article class="paper ${stale ? 'stale' : ''}">${drawDocument(review)}</article>`,
    })}`;
  }

  /** Organisation in the head: that of the address, else the one entered last in this browser. */
  private get organisation(): string {
    return this.queryValue('organisation') ?? readOrganisation();
  }

  private readonly nameOrganisation = (event: Event): void => {
    const organisation = (event.target as HTMLInputElement).value.trim().slice(0, 200);
    keepOrganisation(organisation);
    this.go({ organisation });
  };

  private drawFiles(): unknown {
    const { scope, period, compare, organisation } = this;
    if (!scope || !this.review.latest) {
      return nothing;
    }
    const query = { scope, period, compare, organisation };
    return html`<a class="button primary" href=${fileOf('review', 'pdf', query)} download
        >${icon('download')}${messages().pdf}</a
      >
      <a class="button" href=${fileOf('review', 'docx', query)} download
        >${icon('download')}${messages().docx}</a
      >
      <a class="button" href=${fileOf('review', 'xlsx', query)} download
        >${icon('download')}${messages().xlsx}</a
      >
      <button
        type="button"
        @click=${() => {
          window.print();
        }}
      >
        ${messages().print}
      </button>
      ${this.drawIssue(scope)}
      <a class="button quiet" href=${to('issued')}>${messages().issued}</a>`;
  }

  /** The button to issue, for those who may edit all sites of the scope. */
  private drawIssue(scope: string): unknown {
    const scopes = this.scopes.latest;
    const sites = scopes?.sites.filter((site) => contains(scope, site)) ?? [];
    return sites.length > 0 && sites.every(mayEdit)
      ? html`<sp-issue-review
          .scope=${scope}
          .scopeName=${this.organisation || scopeName(scopes, scope)}
          .period=${this.period}
          .compare=${this.compare}
          .organisation=${this.organisation}
        ></sp-issue-review>`
      : nothing;
  }

  private drawChoice(scopes: VisibleScopes): TemplateResult {
    const change = ({ detail }: CustomEvent<PeriodChange>): void => {
      this.go({ period: detail.period, compare: detail.compare });
    };
    return html`<div class="tools choice">
      ${selectField({
        name: 'scope',
        label: messages().scope,
        value: this.scope ?? '',
        choices: choices(scopes),
        onInput: (scope) => {
          this.go({ scope });
        },
      })}
      <div class="field">
        <label for="organisation">${messages().organisation}</label>
        <input
          id="organisation"
          maxlength="200"
          .value=${this.organisation}
          placeholder=${messages().organisationExample}
          @change=${this.nameOrganisation}
        />
      </div>
      <sp-period-picker
        .value=${this.period}
        .compare=${this.compare}
        .kinds=${KINDS}
        @sp-period-change=${change}
      ></sp-period-picker>
    </div>`;
  }
}

function contains(scope: string, { id, group }: SiteResponse): boolean {
  return scope === 'all' || scope === `site:${id}` || scope === `group:${group ?? ''}`;
}

function readOrganisation(): string {
  try {
    return localStorage.getItem(ORGANISATION) ?? '';
  } catch {
    return '';
  }
}

function keepOrganisation(name: string): void {
  try {
    localStorage.setItem(ORGANISATION, name);
  } catch {
    // Without storage the name stays in the address.
  }
}

function choices(scopes: VisibleScopes): ReturnType<typeof scopeChoices> {
  return scopeChoices(scopes, { all: scopes.sites.length > 1 });
}

declare global {
  interface HTMLElementTagNameMap {
    'sp-review-view': ReviewView;
  }
}
