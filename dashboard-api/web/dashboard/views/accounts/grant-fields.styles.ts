import { css } from 'lit';

export const styles = css`
  legend {
    padding: 0;
    margin-bottom: 0.4rem;
    font-weight: 650;
  }
  .grants {
    display: grid;
    gap: 0.5rem;
    margin-bottom: 0.6rem;
    list-style: none;
  }
  .grants li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(7rem, 9.5rem) auto;
    gap: 0.4rem;
  }
  .more {
    padding-top: 0.85rem;
    border-top: 1px solid var(--sp-line);
  }
  .more .actions {
    margin-top: 0.5rem;
  }
  @media (max-width: 30rem) {
    .grants li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .grants li select:first-child {
      grid-column: 1 / -1;
    }
  }
`;
