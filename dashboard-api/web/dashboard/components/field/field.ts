import { html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { messages } from '../messages.js';
import { calendar } from './calendar.js';

/**
 * Properties of all form fields. Fields are templates, not elements, because label, control and
 * error message must be in one shadow root for assistive technology.
 */
interface Common {
  /** Name in the request, also the id. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | TemplateResult | undefined;
  /** Error message of the field. */
  readonly fault?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

export interface TextField extends Common {
  /** Absent if the browser may fill the field in. The value is then read from the form. */
  readonly value?: string;
  /**
   * A number may have separators, a day is typed as 22/11/2026, a moment as 22/11/2026 14:05. Their
   * values are the typed texts, see `app/typed.ts`.
   */
  readonly type?: 'text' | 'number' | 'day' | 'moment' | 'date' | 'url' | 'password';
  readonly rows?: number;
  readonly list?: readonly string[];
  readonly min?: number | string;
  readonly max?: number | string;
  /** Value of `autocomplete`, none by default. */
  readonly autocomplete?: AutoFill;
  /** True for codes and logins, which keyboards must not correct. */
  readonly verbatim?: boolean;
  readonly onInput?: (value: string) => void;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Adjacent choices of the same group are listed under its name. */
  readonly group?: string;
}

export interface SelectField extends Common {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onInput: (value: string) => void;
}

export interface CheckField extends Common {
  readonly checked: boolean;
  readonly onInput: (checked: boolean) => void;
}

function described({ name, hint, fault }: Common): string | typeof nothing {
  const ids = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].filter(Boolean);
  return ids.length ? ids.join(' ') : nothing;
}

function below({ name, hint, fault }: Common): TemplateResult {
  return html`${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : nothing}
  ${fault ? html`<span class="fault" id="${name}-fault">${fault}</span>` : nothing}`;
}

function above({ name, label, required }: Common): TemplateResult {
  return html`<label for=${name}
    >${label}${required ? html`<span class="required" title=${messages().required}> *</span>` : nothing}</label
  >`;
}

const PLACEHOLDERS: Readonly<Record<string, () => string>> = {
  day: () => messages().dayForm,
  moment: () => messages().momentForm,
};

/** Draws a field for a line of text, a number or a day, or for several lines with `rows`. */
export function textField(field: TextField): TemplateResult {
  const told = (event: Event): void => {
    field.onInput?.((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  };
  return html`<div class="field">
    ${above(field)} ${field.rows ? area(field, told) : typed(field, told)} ${below(field)}
  </div>`;
}

function area(field: TextField, told: (event: Event) => void): TemplateResult {
  const { name, fault, required, disabled } = field;
  return html`<textarea
    id=${name}
    name=${name}
    rows=${field.rows}
    .value=${shown(field)}
    ?required=${required}
    ?disabled=${disabled}
    aria-invalid=${fault ? 'true' : 'false'}
    aria-describedby=${described(field)}
    @input=${told}
  ></textarea>`;
}

/** Draws a line, with a calendar for a day. */
function typed(field: TextField, told: (event: Event) => void): TemplateResult {
  const { type, label, value = '', disabled = false, onInput } = field;
  return (type === 'day' || type === 'moment') && onInput
    ? html`<span class="dated"
        >${line(field, told)}${calendar({ type, label, value, disabled, onInput })}</span
      >`
    : line(field, told);
}

function line(field: TextField, told: (event: Event) => void): TemplateResult {
  const { name, fault, required, disabled, list } = field;
  return html`<input
      id=${name}
      name=${name}
      type=${inputType(field)}
      .value=${shown(field)}
      ?required=${required}
      ?disabled=${disabled}
      min=${field.type === 'date' ? (field.min ?? nothing) : nothing}
      max=${field.type === 'date' ? (field.max ?? nothing) : nothing}
      placeholder=${PLACEHOLDERS[field.type ?? '']?.() ?? nothing}
      inputmode=${field.type === 'number' ? 'numeric' : nothing}
      list=${list ? `${name}-list` : nothing}
      autocomplete=${field.autocomplete ?? 'off'}
      autocapitalize=${field.verbatim ? 'none' : nothing}
      spellcheck=${field.verbatim ? 'false' : nothing}
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby=${described(field)}
      @input=${told}
    />${list ? html`<datalist id="${name}-list">${list.map((one) => html`<option value=${one}></option>`)}</datalist>` : nothing}`;
}

/** Browsers refuse separators in their own fields for numbers and order dates by their language. */
function inputType({ type = 'text' }: TextField): string {
  return ['number', 'day', 'moment'].includes(type) ? 'text' : type;
}

/**
 * Value of the form. An unchanged value is not written, so that what the browser has filled in
 * stays.
 */
function shown({ value }: TextField): unknown {
  return value === undefined ? noChange : live(value);
}

/** Returns the value of a form field. */
export function valueOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** Draws the options of a select under the names of their groups. */
export function options(choices: readonly Choice[], value: string): unknown[] {
  const names = [...new Set(choices.map(({ group }) => group))];
  const within = (of: string | undefined): TemplateResult[] =>
    choices
      .filter(({ group }) => group === of)
      .map(
        (choice) =>
          html`<option value=${choice.value} .selected=${choice.value === value}>
            ${choice.label}
          </option>`,
      );
  return names.map((name) =>
    name === undefined ? within(name) : html`<optgroup label=${name}>${within(name)}</optgroup>`,
  );
}

/** Draws a select. */
export function selectField(field: SelectField): TemplateResult {
  const { name, value, choices, onInput, fault, required, disabled } = field;
  const told = (event: Event): void => {
    onInput((event.target as HTMLSelectElement).value);
  };
  return html`<div class="field">
    ${above(field)}
    <select
      id=${name}
      name=${name}
      ?required=${required}
      ?disabled=${disabled}
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby=${described(field)}
      @change=${told}
    >
      ${options(choices, value)}
    </select>
    ${below(field)}
  </div>`;
}

/** Draws a checkbox. */
export function checkField(field: CheckField): TemplateResult {
  const { name, checked, onInput, disabled, label } = field;
  return html`<div class="check">
    <input
      id=${name}
      name=${name}
      type="checkbox"
      .checked=${live(checked)}
      ?disabled=${disabled}
      aria-describedby=${described(field)}
      @change=${(event: Event) => {
        onInput((event.target as HTMLInputElement).checked);
      }}
    />
    <label for=${name}>${label}</label>
    ${below(field)}
  </div>`;
}
