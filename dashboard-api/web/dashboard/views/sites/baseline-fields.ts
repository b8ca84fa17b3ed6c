import { html, nothing, type TemplateResult } from 'lit';
import { checkField, textField } from '../../components/field/field.js';
import type { EditController } from '../../components/view/edit-controller.js';
import type { SiteResponse } from '../../../api/schema.js';
import type { SiteDraft } from './site-draft.js';
import { messages } from './messages.js';

const NUMBERS = ['visits', 'views', 'visitors'] as const;

/** Fields of the old counter: three numbers, last day and source. */
export function baselineFields(
  editing: EditController<SiteResponse, SiteDraft>,
  enteredBy: string | undefined,
): TemplateResult {
  const { draft, put } = editing;
  const fault = (field: string): string | undefined =>
    editing.fault(field) ?? editing.fault(`baseline.${field}`);
  return html`<fieldset class="form" id="baseline">
    <legend class="unseen">${messages().baseline}</legend>
    ${checkField({ name: 'hasBaseline', label: messages().hasBaseline, hint: messages().baselineLead, checked: draft.hasBaseline, onInput: put('hasBaseline') })}
    ${
      draft.hasBaseline
        ? html`<div class="pair">
              ${NUMBERS.map((field) => textField({ name: field, label: messages()[field], type: 'number', value: draft[field], fault: fault(field), onInput: put(field) }))}
              ${textField({ name: 'asOf', label: messages().asOf, type: 'day', value: draft.asOf, required: true, fault: fault('asOf'), onInput: put('asOf') })}
            </div>
            ${textField({ name: 'source', label: messages().source, value: draft.source, required: true, hint: messages().sourceHint, fault: fault('source'), onInput: put('source') })}
            ${enteredBy ? html`<p class="muted small">${messages().enteredBy(enteredBy)}</p>` : nothing}`
        : nothing
    }
  </fieldset>`;
}
