import { css } from 'lit';

export const styles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
    margin-bottom: 0.5rem;
  }
  .tools input {
    flex: 1 1 10rem;
    max-width: 22rem;
    width: auto;
  }
  .tools .order {
    flex: 1 1 8rem;
    width: auto;
    max-width: 22rem;
  }
  @media (max-width: 30rem) {
    .tools input {
      flex-basis: 100%;
      max-width: none;
    }
  }
  .export {
    position: relative;
    margin-inline-start: auto;
  }
  summary {
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .menu {
    position: absolute;
    inset-inline-end: 0;
    z-index: 6;
    display: grid;
    min-width: 13rem;
    margin-top: 0.25rem;
    padding: 0.3rem;
    border: 1px solid var(--sp-line);
    border-radius: var(--sp-radius-small);
    background: var(--sp-surface);
    box-shadow: var(--sp-shadow);
  }
  .menu a {
    padding: 0.45rem 0.65rem;
    border-radius: var(--sp-radius-small);
    color: var(--sp-text);
    text-decoration: none;
  }
  .menu a:hover {
    background: var(--sp-accent-soft);
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    padding: 0.5rem 0.75rem;
    border-bottom: 1px solid var(--sp-line);
    text-align: left;
    vertical-align: middle;
  }
  td:not(.text) {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .right {
    text-align: right;
  }
  td.text {
    overflow-wrap: anywhere;
    min-width: 6rem;
  }
  thead th {
    position: sticky;
    top: var(--sp-sticky-top, 0);
    z-index: 2;
    background: var(--sp-surface);
    border-bottom: 1px solid var(--sp-line-strong);
    font-size: 0.8125rem;
    font-weight: 600;
    vertical-align: bottom;
    white-space: nowrap;
  }
  thead button {
    min-height: 1.75rem;
    padding: 0 0.25rem;
    margin-inline: -0.25rem;
    border: 0;
    background: none;
    font: inherit;
  }
  .right button {
    flex-direction: row-reverse;
  }
  .arrow {
    display: inline-block;
    width: 0.8em;
    color: var(--sp-accent);
  }
  tbody tr.clickable {
    cursor: pointer;
  }
  tbody tr:hover td {
    background: color-mix(in srgb, var(--sp-accent-soft) 45%, transparent);
  }
  td a,
  .first button {
    display: inline-block;
    min-height: 1.6rem;
  }
  .first button {
    padding: 0;
    border: 0;
    background: none;
    color: var(--sp-accent);
    font-weight: 500;
    text-align: left;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  td .value {
    display: contents;
  }
  .none {
    padding: 1.5rem 0.75rem;
    color: var(--sp-muted);
    text-align: center;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    justify-content: flex-end;
    padding: 0.5rem 0.75rem 0;
    color: var(--sp-muted);
    font-size: 0.875rem;
  }
  .foot button {
    min-width: 2.375rem;
    padding: 0;
  }
  .cards,
  .cards tbody,
  .cards tr,
  .cards td {
    display: block;
  }
  .cards thead {
    display: none;
  }
  .cards tr {
    padding: 0.6rem 0.25rem;
    border-bottom: 1px solid var(--sp-line);
  }
  .cards td {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    padding: 0.15rem 0;
    border: 0;
    text-align: left;
    white-space: normal;
  }
  .cards td::before {
    content: attr(data-label);
    /* Above the value, if letters are too large to stand beside it. */
    flex: 1 1 6.5rem;
    color: var(--sp-muted);
    font-size: 0.8125rem;
  }
  .cards td .value {
    display: block;
    flex: 2 1 8.5rem;
    min-width: 0;
  }
  .cards td.first {
    display: block;
    padding-bottom: 0.3rem;
    font-weight: 600;
  }
  .cards td.first::before,
  .cards td[data-label='']::before {
    content: none;
  }
  .cards td[data-label=''] {
    display: block;
  }
  .cards .badge {
    white-space: normal;
  }
  .cards tbody tr:hover td {
    background: none;
  }
  @media print {
    .tools,
    .foot {
      display: none;
    }
    thead th {
      position: static;
    }
    thead {
      display: table-header-group;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
