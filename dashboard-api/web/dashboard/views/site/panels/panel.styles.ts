import { css } from 'lit';

/** Styles of report panels: a header with controls, and a body. */
export const panelStyles = css`
  :host {
    min-width: 0;
  }
  .panel {
    display: grid;
    gap: 0.75rem;
    align-content: start;
    height: 100%;
    padding: 1rem 1.15rem 1.1rem;
    min-width: 0;
  }
  .panel > * {
    min-width: 0;
  }
  .panel > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 1rem;
  }
  .panel > header > .exports {
    margin-inline-start: auto;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1.1rem;
    margin-bottom: -1px;
  }
  .tabs button {
    min-height: 2rem;
    padding: 0;
    border: 0;
    border-bottom: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--sp-muted);
    font-size: 1rem;
    font-weight: 600;
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--sp-accent);
    color: var(--sp-text);
  }
  @media (max-width: 30rem) {
    .tabs {
      gap: 0.2rem 0.8rem;
    }
    .tabs button {
      font-size: 0.9375rem;
    }
  }
  .tabs button:hover {
    color: var(--sp-accent);
  }
`;
