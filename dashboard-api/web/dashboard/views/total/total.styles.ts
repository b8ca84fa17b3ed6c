import { css } from 'lit';

/** Tables of sums, which scroll by themselves on narrow screens. */
export const totalStyles = css`
  .spread {
    justify-content: space-between;
  }
  .frame {
    position: relative; /* Hidden texts must not widen the page. */
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.45rem 0.6rem 0.45rem 0;
    border-bottom: 1px solid var(--sp-line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  thead th {
    color: var(--sp-muted);
    font-size: 0.8125rem;
  }
  .site,
  tfoot tr:last-child > * {
    font-weight: 650;
  }
  .corrections {
    display: grid;
    gap: 0.6rem;
    margin: 0;
    padding-left: 1.2rem;
    overflow-wrap: anywhere;
  }
`;
