import { css, unsafeCSS } from 'lit';

const LEVELS = Array.from(
  { length: 11 },
  (_, level) =>
    `td.l${String(level)} { background: color-mix(in oklab, var(--sp-heat-1) ${String(level * 10)}%, var(--sp-heat-0)); }`,
).join('\n');

export const styles = css`
  :host {
    container-type: inline-size;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 2px;
  }
  caption {
    text-align: left;
  }
  th {
    padding: 0;
    color: var(--sp-muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  .corner,
  tbody th {
    width: 2.4rem;
    text-align: left;
  }
  td {
    height: 1.6rem;
    padding: 0;
    border-radius: 3px;
    cursor: default;
  }
  td:focus-visible {
    outline-offset: 0;
  }
  ${unsafeCSS(LEVELS)}
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    min-height: 1.6rem;
    margin-top: 0.4rem;
    font-size: 0.8125rem;
    color: var(--sp-muted);
  }
  .said {
    color: var(--sp-text);
    font-weight: 550;
  }
  .legend {
    display: flex;
    gap: 0.4rem;
    align-items: center;
    margin-inline-start: auto;
  }
  .ramp {
    width: 6rem;
    height: 0.6rem;
    border-radius: 3px;
    background: linear-gradient(to right in oklab, var(--sp-heat-0), var(--sp-heat-1));
  }
  @container (max-width: 34rem) {
    table {
      border-spacing: 1px;
    }
    td {
      height: 1.35rem;
      border-radius: 1px;
    }
    .corner,
    tbody th {
      width: 1.6rem;
      font-size: 0.6875rem;
    }
    /* Not seen, but still read out. */
    thead th:not(.sixth) span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @media print {
    td,
    .ramp {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }
`;
