import { css } from 'lit';

/** Styles of rows with a bar behind their name. */
export const barStyles = css`
  :host([bare]) .panel {
    padding: 0;
    border: 0;
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0 0.2rem;
    font-size: 0.9375rem;
    table-layout: auto;
  }
  th,
  td {
    padding: 0.3rem 0.5rem;
    font-weight: 400;
    text-align: right;
    vertical-align: middle;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  td:last-child,
  thead th:last-child {
    padding-right: 0;
  }
  thead th {
    padding-block: 0;
    color: var(--sp-muted);
    font-size: 0.75rem;
    line-height: 1.2;
  }
  /* Letters may be too large for all columns. */
  .frame {
    overflow-x: auto;
  }
  tbody th {
    width: 99%;
    min-width: 7rem;
    padding: 0;
    border-radius: 4px;
    background: linear-gradient(var(--sp-bar), var(--sp-bar)) left / var(--part, 0) 100% no-repeat;
    text-align: left;
    white-space: normal;
    background-clip: padding-box;
  }
  tbody th > * {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    justify-content: center;
    gap: 0;
    width: 100%;
    min-height: 2.1rem;
    padding: 0.2rem 0.55rem;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--sp-text);
    font-weight: 450;
    line-height: 1.3;
    text-align: left;
    text-decoration: none;
  }
  tbody th > :is(button, a):hover {
    color: var(--sp-text);
    text-decoration: underline;
    background: color-mix(in srgb, var(--sp-accent) 9%, transparent);
  }
  .text {
    overflow-wrap: anywhere;
  }
  .path {
    color: var(--sp-muted);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  button .path,
  .plain .path {
    /* On the bar the usual grey would be too pale. */
    color: color-mix(in srgb, var(--sp-text) 72%, var(--sp-surface));
  }
  .arrow {
    display: inline-block;
    margin-right: 0.3em;
    font-size: 0.65em;
    vertical-align: 0.15em;
  }
  .more {
    justify-self: start;
    margin-top: 0.3rem;
    padding-inline: 0.4rem;
    font-size: 0.875rem;
  }
  @media (max-width: 30rem) {
    .changed {
      display: none;
    }
  }
`;
