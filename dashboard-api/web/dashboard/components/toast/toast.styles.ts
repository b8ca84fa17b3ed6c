import { css } from 'lit';

export const styles = css`
  :host {
    position: fixed;
    /* Beside the page, above the account at the foot of the menu: it covers no field. */
    inset: auto auto 7.25rem 0;
    box-sizing: border-box;
    width: 15.75rem;
    z-index: 50;
    display: grid;
    gap: 0.5rem;
    padding-inline: 0.5rem;
    pointer-events: none;
  }
  .toast {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    justify-content: space-between;
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
  @media (max-width: 60rem) {
    /* Over the bar at the top. */
    :host {
      inset: 0.25rem 0 auto;
      width: auto;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
