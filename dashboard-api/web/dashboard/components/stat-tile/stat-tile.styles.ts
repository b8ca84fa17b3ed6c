import { css } from 'lit';

export const styles = css`
  .tile {
    display: grid;
    gap: 0.15rem;
    align-content: start;
    height: 100%;
    padding: 0.85rem 1rem;
    background: var(--sp-surface);
    border: 1px solid var(--sp-line);
    border-radius: var(--sp-radius);
  }
  .label {
    color: var(--sp-muted);
    font-size: 0.8125rem;
    font-weight: 550;
  }
  .value {
    font-size: 1.65rem;
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.015em;
    font-variant-numeric: tabular-nums;
  }
  .change {
    font-size: 0.875rem;
    font-weight: 550;
    color: var(--sp-muted);
  }
  .note {
    color: var(--sp-muted);
    font-size: 0.8125rem;
  }
`;
