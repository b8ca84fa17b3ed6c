import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: 1.1rem;
    min-width: 0;
  }
  :host > * {
    min-width: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: 0.6rem 1.5rem;
  }
  .head > div:first-child {
    min-width: 0;
  }
  h1 {
    overflow-wrap: anywhere;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.15rem;
    margin-left: -0.25rem;
    font-size: 0.875rem;
    text-decoration: none;
  }
  .days {
    font-size: 0.9375rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.9375rem;
  }
  .chip {
    max-width: 100%;
    min-height: 2rem;
    padding: 0.1rem 0.6rem 0.1rem 0.8rem;
    border-color: var(--sp-accent);
    border-radius: 99px;
    background: var(--sp-accent-soft);
    color: var(--sp-accent-strong);
    overflow-wrap: anywhere;
    text-align: left;
  }
  .chip .icon {
    width: 0.95em;
    height: 0.95em;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr));
    gap: 0.8rem;
  }
  /* Six of them do not fit: no row with a single one. */
  .tiles:has(:nth-child(6)) {
    grid-template-columns: repeat(3, 1fr);
  }
  @media (min-width: 92rem) {
    .tiles:has(:nth-child(6)) {
      grid-template-columns: repeat(6, 1fr);
    }
  }
  sp-stat-tile::part(value) {
    font-size: 1.4rem;
  }
  .goal {
    display: grid;
    gap: 0.3rem;
    align-content: start;
    margin-top: 0.8rem;
    padding: 0.85rem 1rem;
    border: 1px solid var(--sp-line);
    border-radius: var(--sp-radius);
    background: var(--sp-surface);
  }
  .goal .label {
    color: var(--sp-muted);
    font-size: 0.8125rem;
    font-weight: 550;
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1.1rem;
  }
  .wide {
    grid-column: 1 / -1;
  }
  @media (max-width: 52rem) {
    .parts {
      grid-template-columns: minmax(0, 1fr);
    }
    .tiles,
    .tiles:has(:nth-child(6)) {
      /* Two in a row, unless letters are too large for that. */
      grid-template-columns: repeat(auto-fit, minmax(min(100%, max(8.25rem, 34%)), 1fr));
      gap: 0.6rem;
    }
  }
`;
