/** Name of the event that a status line answers to. */
export const TOLD = 'sp-told';

/** Tells that something was done, for a while, at the foot of the page, and to screen readers. */
export function tell(text: string): void {
  window.dispatchEvent(new CustomEvent(TOLD, { detail: text }));
}
