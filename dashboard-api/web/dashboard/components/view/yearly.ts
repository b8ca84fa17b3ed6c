import { html, type TemplateResult } from 'lit';
import { today } from '../../app/period.js';
import { selectField } from '../field/field.js';

/** Chooses the year of a list: those around now, and the chosen one. */
export function yearField(
  label: string,
  value: string,
  onInput: (year: string) => void,
): TemplateResult {
  const now = Number(today().slice(0, 4));
  const years = [...new Set([now + 1, now, now - 1, now - 2, now - 3, Number(value)])].sort(
    (a, b) => b - a,
  );
  return html`<div class="tools">
    ${selectField({
      name: 'year',
      label,
      value,
      choices: years.map((year) => ({ value: String(year), label: String(year) })),
      onInput,
    })}
  </div>`;
}
