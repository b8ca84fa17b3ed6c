import { css } from 'lit';

export const styles = css`
  :host {
    position: fixed;
    inset: auto 0 1rem;
    z-index: 50;
    display: grid;
    justify-items: end;
    gap: 0.5rem;
    padding-inline: 0.75rem;
    pointer-events: none;
  }
  .toast {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    max-width: 36rem;
    padding: 0.35rem 0.4rem 0.35rem 1rem;
    border-radius: var(--sp-radius-small);
    background: var(--sp-text);
    color: var(--sp-surface);
    box-shadow: var(--sp-shadow);
    pointer-events: auto;
  }
  button {
    min-height: 2rem;
    min-width: 2rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
  }
  button:hover {
    color: inherit;
    background: color-mix(in srgb, var(--sp-surface) 20%, transparent);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
