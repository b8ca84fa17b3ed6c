import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** One line of a form: a label, an input, a hint, and what is wrong with it. */
export interface FieldText {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password';
  readonly autocomplete?: AutoFill;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly value?: string;
  readonly minlength?: number;
}

/** Draws it; what is wrong is said with the field to those who hear the page. */
export function field(text: FieldText): TemplateResult {
  const { name, hint, fault } = text;
  const told = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${name}>${text.label}</label>
    <input
      id=${name}
      name=${name}
      type=${text.type ?? 'text'}
      autocomplete=${ifDefined(text.autocomplete)}
      minlength=${ifDefined(text.minlength)}
      .value=${text.value ?? ''}
      required
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${told || nothing}
    />
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : nothing}
  </div>`;
}

/** What stands in a form's field. */
export function valueOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}
