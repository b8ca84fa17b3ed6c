import { html, type TemplateResult } from 'lit';
import { dictionary } from '../../app/language.js';

const messages = dictionary({ cancel: 'Hủy' }, { cancel: 'Cancel' });

/** A confirmation before an action that cannot be undone easily. */
export interface Confirmation {
  readonly open: boolean;
  readonly heading: string;
  readonly text: unknown;
  /** Notice above the buttons. */
  readonly notice?: unknown;
  readonly busy?: boolean;
  /** Label of the confirming button. */
  readonly act: string;
  readonly onAct: () => void;
  readonly onCancel: () => void;
}

/** Draws a confirmation dialog. The confirming button is last and does not have the focus. */
export function confirmation({
  open,
  heading,
  text,
  notice,
  busy = false,
  act,
  onAct,
  onCancel,
}: Confirmation): TemplateResult {
  return html`<sp-dialog ?open=${open} heading=${heading} @sp-close=${onCancel}>
    ${notice}
    <p>${text}</p>
    <div slot="actions">
      <button type="button" @click=${onCancel}>${messages().cancel}</button>
      <button type="button" class="danger" ?disabled=${busy} @click=${onAct}>${act}</button>
    </div>
  </sp-dialog>`;
}

/** Draws the buttons below a form in a dialog. */
export function formButtons(save: string, busy: boolean, onCancel: () => void): TemplateResult {
  return html`<div class="actions">
    <button class="primary" ?disabled=${busy}>${save}</button>
    <button type="button" class="quiet" @click=${onCancel}>${messages().cancel}</button>
  </div>`;
}
