import { css } from 'lit';

/** Layout of the views: head, panels, forms, lists of facts. */
export const view = css`
  :host {
    display: grid;
    gap: 1.25rem;
    align-content: start;
    min-width: 0;
  }
  :host > * {
    min-width: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: end;
    justify-content: space-between;
  }
  .head > div:first-child {
    min-width: 0;
    max-width: 52rem;
  }
  h1 {
    overflow-wrap: anywhere;
  }
  .back {
    display: inline-block;
    margin-bottom: 0.25rem;
    font-size: 0.875rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .panel {
    padding: 1rem 1.15rem 1.15rem;
    min-width: 0;
  }
  .panel > h2:first-child,
  .panel > .head {
    margin-bottom: 0.75rem;
  }
  .form {
    max-width: 44rem;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    gap: 1.25rem;
    align-items: start;
  }
  .columns > * {
    min-width: 0;
  }
  .stack {
    display: grid;
    /* A wide table scrolls or becomes cards in place of widening the column. */
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    min-width: 0;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: end;
  }
  .tools .field {
    min-width: 9rem;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(8rem, max-content) 1fr;
    gap: 0.4rem 1.25rem;
  }
  .facts dt {
    color: var(--sp-muted);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .tabs {
    display: flex;
    gap: 0.25rem;
    border-bottom: 1px solid var(--sp-line);
    overflow-x: auto;
  }
  .tabs a {
    padding: 0.5rem 0.85rem;
    border-bottom: 3px solid transparent;
    color: var(--sp-muted);
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
  }
  .tabs a[aria-current] {
    border-color: var(--sp-accent);
    color: var(--sp-text);
  }
  @media (max-width: 36rem) {
    .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .facts dd {
      margin-bottom: 0.5rem;
    }
    .panel {
      padding: 0.85rem 0.85rem 1rem;
    }
  }
`;
