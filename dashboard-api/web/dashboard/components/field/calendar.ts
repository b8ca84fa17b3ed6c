import { html, type TemplateResult } from 'lit';
import { dayText, dayTyped, momentText, momentTyped } from '../../app/typed.js';
import { icon } from '../../app/icons.js';
import { messages } from '../messages.js';

/** A field for a typed day or moment, to which a calendar belongs. */
export interface Dated {
  readonly type: 'day' | 'moment';
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onInput: (value: string) => void;
}

/** Draws a button that opens the browser's calendar and enters the chosen day as text. */
export function calendar({ type, label, value, disabled, onInput }: Dated): TemplateResult {
  const moment = type === 'moment';
  const known = (moment ? momentTyped(value) : dayTyped(value)) ?? '';
  const open = (event: Event): void => {
    const picker = (event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement;
    picker.showPicker();
  };
  const chosen = (event: Event): void => {
    const iso = (event.target as HTMLInputElement).value;
    onInput(moment ? momentText(iso) : dayText(iso));
  };
  return html`<button
      type="button"
      class="quiet icon-button"
      aria-label=${messages().chooseDay(label)}
      title=${messages().chooseDay(label)}
      ?disabled=${disabled}
      @click=${open}
    >
      ${icon('calendar')}</button
    ><input
      class="calendar"
      type=${moment ? 'datetime-local' : 'date'}
      tabindex="-1"
      aria-hidden="true"
      .value=${known}
      @input=${chosen}
    />`;
}
