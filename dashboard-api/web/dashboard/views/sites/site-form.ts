import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { SiteEntry } from '../../app/api/entries.js';
import { define } from '../../app/element.js';
import { navigate, to } from '../../app/router.js';
import { checkField, selectField, textField } from '../../components/field/field.js';
import { tell } from '../../components/toast/say.js';
import { mayAdminister, mayEdit } from '../../components/view/may.js';
import type { World } from '../../components/view/scopes.js';
import { Sending } from '../../components/view/sending.js';
import { SpView } from '../../components/view/view.js';
import { baselineFields } from './baseline-fields.js';
import { bodyOf, draftOf, faultsOf, type SiteDraft } from './site-draft.js';
import { words } from './words.js';

const SHOWN = ['id', 'name', 'zone', 'group', 'origins', 'pageParameters', 'baseline'];

/**
 * What is declared of a site: for editors; group, archive and baseline for administrators only.
 *
 * @fires sp-changed - it was saved; of a new one the page goes to its address instead
 */
export class SiteForm extends SpView {
  @property({ attribute: false }) world: World = { sites: [], groups: [] };
  /** A new one if there is none. */
  @property({ attribute: false }) site: SiteEntry | undefined;
  /** Entity tag of the entry. */
  @property({ attribute: false }) tag: string | undefined;
  @state() private draft: SiteDraft = draftOf(undefined);
  private readonly sending = new Sending(this);

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('site')) {
      this.draft = draftOf(this.site);
    }
  }

  private readonly put =
    (field: keyof SiteDraft) =>
    (value: string | boolean): void => {
      this.draft = { ...this.draft, [field]: value };
    };

  protected override render(): TemplateResult {
    const { draft, sending, site, put } = this;
    const edits = site === undefined || mayEdit(site);
    return html`<form novalidate @submit=${this.submit}>
      ${sending.draw(SHOWN)} ${edits ? nothing : html`<p class="notice">${words().viewerOnly}</p>`}
      <fieldset class="form" ?disabled=${!edits}>
        ${textField({ name: 'name', label: words().name, value: draft.name, required: true, hint: words().nameHint, fault: sending.fault('name'), onInput: put('name') })}
        ${site ? nothing : textField({ name: 'id', label: words().id, value: draft.id, required: true, hint: words().idHint, fault: sending.fault('id'), onInput: put('id') })}
        ${textField({ name: 'origins', label: words().origins, value: draft.origins, rows: 3, hint: words().originsHint, fault: sending.fault('origins'), onInput: put('origins') })}
        ${textField({ name: 'pageParameters', label: words().parameters, value: draft.pageParameters, rows: 2, hint: words().parametersHint, fault: sending.fault('pageParameters'), onInput: put('pageParameters') })}
        ${textField({ name: 'zone', label: words().zone, value: draft.zone, hint: words().zoneHint, list: zones(), fault: sending.fault('zone'), onInput: put('zone') })}
        ${mayAdminister() ? this.drawAdministration() : nothing}
        ${edits ? html`<div class="actions"><button class="primary" ?disabled=${sending.busy}>${site ? words().save : words().create}</button></div>` : nothing}
      </fieldset>
    </form>`;
  }

  private drawAdministration(): TemplateResult {
    const { draft, site, put } = this;
    const groups = [
      { value: '', label: words().noGroup },
      ...this.world.groups.map(({ id, name }) => ({ value: id, label: name })),
    ];
    return html`${selectField({ name: 'group', label: words().group, value: draft.group, choices: groups, fault: this.sending.fault('group'), onInput: put('group') })}
    ${baselineFields(draft, site?.baseline?.enteredBy, this.sending, put)}
    ${site ? checkField({ name: 'archived', label: words().archived, hint: words().archivedHint, checked: draft.archived, onInput: put('archived') }) : nothing}`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.save();
  };

  private async save(): Promise<void> {
    const { draft, site, tag } = this;
    if (!this.sending.check(faultsOf(draft))) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const body = bodyOf(draft, mayAdminister());
    await this.sending.run(async () => {
      if (site) {
        await api.put(`sites/${encodeURIComponent(site.id)}`, body, { tag });
        tell(words().saved);
        this.dispatchEvent(new Event('sp-changed', { bubbles: true, composed: true }));
      } else {
        await api.post('sites', { ...body, id: draft.id });
        tell(words().registered);
        navigate(to(`sites/${encodeURIComponent(draft.id)}`), { replace: true });
      }
    });
  }
}

/** The time zones that the browser knows, for choosing from. */
function zones(): string[] {
  return 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];
}

define('sp-site-form', SiteForm);

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-form': SiteForm;
  }
}
