import { css } from 'lit';

export const styles = css`
  figure {
    display: grid;
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
