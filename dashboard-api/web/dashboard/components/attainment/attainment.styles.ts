import { css } from 'lit';

export const styles = css`
  .row {
    display: grid;
    gap: 0.2rem;
    min-width: 8rem;
  }
  .said {
    font-weight: 600;
    font-size: 0.9375rem;
  }
  svg {
    display: block;
    width: 100%;
    height: 0.55rem;
    border-radius: 99px;
  }
  .track {
    fill: var(--sp-bar);
  }
  .fill {
    fill: var(--sp-accent);
  }
  .reached .fill {
    fill: var(--sp-good);
  }
  .plan {
    stroke: var(--sp-surface);
    stroke-width: 3;
    vector-effect: non-scaling-stroke;
  }
  @media print {
    svg {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }
`;
