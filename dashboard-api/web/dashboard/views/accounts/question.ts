import { html, type TemplateResult } from 'lit';

/** Draws a question inside a form, with the button that does what it asks. */
export function question(
  text: string,
  act: string,
  busy: boolean,
  onAct: () => Promise<void>,
): TemplateResult {
  return html`<div class="notice warn" role="alert">
    <p>${text}</p>
    <div class="actions">
      <button type="button" class="danger now" ?disabled=${busy} @click=${() => void onAct()}>
        ${act}
      </button>
    </div>
  </div>`;
}
