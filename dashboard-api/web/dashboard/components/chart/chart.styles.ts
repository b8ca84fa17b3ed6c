import { css } from 'lit';

export const styles = css`
  figure {
    display: grid;
    /* Else what was drawn before keeps the figure from getting narrower. */
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0.25rem 1rem;
  }
  figcaption {
    font-weight: 650;
    font-size: 0.9375rem;
  }
  .switch {
    margin-inline-start: auto;
    min-height: 2rem;
    font-size: 0.8125rem;
    font-weight: 500;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 1rem;
    list-style: none;
    font-size: 0.8125rem;
  }
  .legend svg {
    width: 1.25rem;
    height: 0.4rem;
    margin-inline-end: 0.15rem;
    vertical-align: middle;
    stroke-width: 3;
  }
  .s1 {
    stroke: var(--sp-accent);
  }
  .s2 {
    stroke: var(--sp-series-2, #b3721b);
  }
  .s3 {
    stroke: var(--sp-series-3, #6b5aa8);
  }
  .s4 {
    stroke: var(--sp-series-4, #3f7d3a);
  }
  .s5 {
    stroke: var(--sp-series-5, #a8436b);
  }
  .s6 {
    stroke: var(--sp-series-6, #5b6670);
  }
  .mark {
    fill: var(--sp-compare);
    opacity: 0.25;
  }
  .compared {
    stroke: var(--sp-compare);
    stroke-dasharray: 5 3;
  }
  .canvas {
    width: 100%;
    height: var(--sp-chart-height, 17rem);
  }
  .canvas.clickable {
    cursor: pointer;
  }
  .table {
    max-height: var(--sp-chart-height, 17rem);
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 0.25rem 0.6rem;
    border-bottom: 1px solid var(--sp-line);
    text-align: right;
  }
  th:first-child {
    text-align: left;
    font-weight: 500;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--sp-surface);
    font-weight: 600;
  }
  th button {
    min-height: 1.75rem;
    padding: 0 0.3rem;
  }
  @media print {
    .switch {
      display: none;
    }
    figure {
      break-inside: avoid;
    }
  }
`;
