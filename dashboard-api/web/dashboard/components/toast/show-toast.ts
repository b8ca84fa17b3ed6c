/** Name of the event that a status line answers to. */
export const TOAST_EVENT = 'sp-told';

/** Tells that something was done, for a while, at the foot of the page, and to screen readers. */
export function showToast(text: string): void {
  window.dispatchEvent(new CustomEvent(TOAST_EVENT, { detail: text }));
}
