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
    white-space: nowrap;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  thead th,
  thead .number {
    color: var(--sp-muted);
    font-size: 0.8125rem;
    white-space: normal;
    vertical-align: bottom;
  }
  tbody th,
  tfoot th {
    min-width: 6rem;
  }
  .site,
  tfoot tr:last-child > * {
    font-weight: 650;
  }
  @media (max-width: 36rem) {
    th,
    td {
      padding-right: 0.35rem;
      font-size: 0.875rem;
    }
  }
  .corrections {
    display: grid;
    gap: 0.6rem;
    margin: 0;
    padding-left: 1.2rem;
    overflow-wrap: anywhere;
  }
`;
