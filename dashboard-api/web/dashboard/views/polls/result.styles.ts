import { css } from 'lit';

export const resultStyles = css`
  .people {
    margin-bottom: 0.5rem;
    color: var(--sp-muted);
  }
  .people strong {
    color: var(--sp-text);
    font-size: 1.65rem;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.015em;
  }
  legend {
    padding: 0;
    margin-bottom: 0.4rem;
    font-weight: 650;
  }
  .options ol {
    display: grid;
    gap: 0.5rem;
    margin-bottom: 0.6rem;
    list-style: none;
  }
  .options li {
    align-items: start;
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.25rem;
  }
  .hint {
    color: var(--sp-muted);
    font-size: 0.8125rem;
  }
  .columns {
    grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr);
  }
  @media (max-width: 62rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
