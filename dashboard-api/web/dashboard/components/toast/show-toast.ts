/** Event that the toast element listens to. */
export const TOAST_EVENT = 'sp-told';

/** Shows a message for a while beside the page and announces it to screen readers. */
export function showToast(text: string): void {
  window.dispatchEvent(new CustomEvent(TOAST_EVENT, { detail: text }));
}
