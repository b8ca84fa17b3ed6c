import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  dialog {
    width: min(100vw - 1.5rem, var(--sp-dialog-width, 34rem));
    max-height: calc(100dvh - 2rem);
    padding: 0;
    border: 1px solid var(--sp-line);
    border-radius: var(--sp-radius);
    background: var(--sp-surface);
    color: var(--sp-text);
    box-shadow: var(--sp-shadow);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(10 16 20 / 45%);
  }
  header {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    gap: 1rem;
    align-items: start;
    justify-content: space-between;
    padding: 0.9rem 1.1rem 0.6rem;
    background: var(--sp-surface);
  }
  h2 {
    padding-top: 0.25rem;
  }
  .close {
    min-width: 2.375rem;
    padding: 0;
    font-size: 1.25rem;
    line-height: 1;
  }
  .body {
    display: grid;
    gap: 1rem;
    padding: 0.25rem 1.1rem 1.1rem;
  }
  ::slotted([slot='actions']) {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: flex-end;
    padding: 0.75rem 1.1rem;
    border-top: 1px solid var(--sp-line);
    background: var(--sp-surface);
  }
`;
