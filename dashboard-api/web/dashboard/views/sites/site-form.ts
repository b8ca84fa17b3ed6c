import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { api } from '../../app/api/client.js';
import type { SiteResponse } from '../../../api/schema.js';
import { define } from '../../app/element.js';
import { navigate, to } from '../../app/router.js';
import { checkField, selectField, textField } from '../../components/field/field.js';
import { showToast } from '../../components/toast/show-toast.js';
import { mayAdminister, mayEdit } from '../../components/view/permissions.js';
import type { VisibleScopes } from '../../components/view/scopes.js';
import { EditController } from '../../components/view/edit-controller.js';
import { SpView } from '../../components/view/view.js';
import { baselineFields } from './baseline-fields.js';
import {
  bodyOf,
  draftOf,
  faultsOf,
  sitePath,
  describeDraft,
  type SiteDraft,
} from './site-draft.js';
import { messages } from './messages.js';
import { zoneChoices } from './zones.js';

const SHOWN = ['id', 'name', 'zone', 'group', 'origins', 'pageParameters', 'baseline'];

/**
 * Form of a site for editors. Only administrators change group, archived and baseline.
 *
 * @fires sp-changed - the site was saved (a new site navigates to its address instead)
 */
export class SiteForm extends SpView {
  @property({ attribute: false }) scopes: VisibleScopes = { sites: [], groups: [] };
  /** Account to edit, undefined for a new one. */
  @property({ attribute: false }) site: SiteResponse | undefined;
  private readonly editing = new EditController<SiteResponse, SiteDraft>(this, {
    name: 'sites',
    draftOf,
    read: (site) => api.get<SiteResponse>(sitePath(site)),
    describe: (draft) => describeDraft(draft, this.scopes),
  });

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('site') || !this.hasUpdated) {
      this.editing.begin(this.site);
    }
  }

  protected override render(): TemplateResult {
    const { site, editing } = this;
    const { draft, put } = editing;
    const edits = site === undefined || mayEdit(site);
    return html`<form novalidate @submit=${this.submit}>
      ${editing.draw(SHOWN)}
      ${edits ? nothing : html`<p class="notice">${messages().viewerOnly}</p>`}
      <fieldset class="form" ?disabled=${!edits}>
        ${textField({ name: 'name', label: messages().name, value: draft.name, required: true, hint: messages().nameHint, fault: editing.fault('name'), onInput: put('name') })}
        ${site ? nothing : textField({ name: 'id', label: messages().id, value: draft.id, required: true, hint: messages().idHint, fault: editing.fault('id'), onInput: put('id') })}
        ${textField({ name: 'origins', label: messages().origins, value: draft.origins, rows: 3, hint: messages().originsHint, fault: editing.fault('origins'), onInput: put('origins') })}
        ${textField({ name: 'pageParameters', label: messages().parameters, value: draft.pageParameters, rows: 2, hint: messages().parametersHint, fault: editing.fault('pageParameters'), onInput: put('pageParameters') })}
        ${checkField({ name: 'ignoreEndSlash', label: messages().endSlashOne, hint: messages().endSlashHint, checked: draft.ignoreEndSlash, onInput: put('ignoreEndSlash') })}
        ${selectField({ name: 'zone', label: messages().zone, value: draft.zone, hint: messages().zoneHint, choices: zoneChoices(draft.zone), fault: editing.fault('zone') ?? zoneFault(site), onInput: put('zone') })}
        ${mayAdminister() ? this.drawAdministration() : nothing}
        ${edits ? html`<div class="actions"><button class="primary" ?disabled=${editing.busy}>${site ? messages().save : messages().create}</button></div>` : nothing}
      </fieldset>
    </form>`;
  }

  private drawAdministration(): TemplateResult {
    const { site, editing } = this;
    const { draft, put } = editing;
    const groups = [
      { value: '', label: messages().noGroup },
      ...this.scopes.groups.map(({ id, name }) => ({ value: id, label: name })),
    ];
    return html`${selectField({ name: 'group', label: messages().group, value: draft.group, choices: groups, fault: editing.fault('group'), onInput: put('group') })}
    ${baselineFields(editing, site?.baseline?.enteredBy)}
    ${site ? checkField({ name: 'archived', label: messages().archived, hint: messages().archivedHint, checked: draft.archived, onInput: put('archived') }) : nothing}`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    void this.save();
  };

  private async save(): Promise<void> {
    const { site, editing } = this;
    const { draft } = editing;
    if (!editing.check(faultsOf(draft))) {
      return;
    }
    const body = bodyOf(draft, mayAdminister());
    const saved = await editing.save(async (revision) => {
      if (!site) {
        await api.post('sites', { ...body, id: draft.id });
        showToast(messages().registered);
        navigate(to(sitePath(draft.id)), { replace: true });
        return undefined;
      }
      const saved = await api.put<SiteResponse>(sitePath(site.id), body, { revision });
      showToast(messages().saved);
      this.dispatchEvent(new Event('sp-changed', { bubbles: true, composed: true }));
      return saved;
    });
    if (!saved && editing.problem?.kind === 'exists') {
      editing.check({ id: messages().faultTaken(draft.id) });
    }
  }
}

/** Text about a stored time zone that is to be corrected. */
function zoneFault(site: SiteResponse | undefined): string | undefined {
  return site?.storedZone === undefined
    ? undefined
    : messages().storedZone(site.storedZone, site.zone);
}

define('sp-site-form', SiteForm);

declare global {
  interface HTMLElementTagNameMap {
    'sp-site-form': SiteForm;
  }
}
