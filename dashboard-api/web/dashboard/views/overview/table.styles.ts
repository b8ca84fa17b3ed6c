import { css } from 'lit';

export const tableStyles = css`
  .frame {
    overflow: clip;
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.9375rem;
  }
  th,
  td {
    padding: 0.5rem 0.35rem;
    border-bottom: 1px solid var(--sp-line);
    text-align: right;
    vertical-align: middle;
    font-weight: 400;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  th:first-child,
  td:first-child {
    padding-left: 1rem;
  }
  th.name,
  td.target,
  th.target {
    text-align: left;
  }
  th.name {
    white-space: normal;
    min-width: 11rem;
  }
  td.rank,
  th.rank {
    width: 3rem;
    color: var(--sp-muted);
  }
  td.spark,
  th.spark {
    width: 6.5rem;
    padding-right: 0.6rem;
    --sp-spark-width: 5.5rem;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 3;
    background: var(--sp-surface);
    border-bottom-color: var(--sp-line-strong);
    font-size: 0.8125rem;
    font-weight: 600;
    vertical-align: bottom;
  }
  /* Level with those that are buttons. */
  thead th.spark {
    line-height: 1.9rem;
  }
  thead button {
    min-height: 1.9rem;
    padding: 0 0.2rem;
    margin-inline: -0.2rem;
    border: 0;
    background: none;
    font: inherit;
    gap: 0.15rem;
  }
  thead .turn {
    display: inline-block;
    width: 0.8em;
    color: var(--sp-accent);
  }
  tbody .group th,
  tbody .group td {
    padding-block: 0.55rem;
    background: var(--sp-sunken);
    font-weight: 640;
  }
  tbody .group .change,
  tbody .group .count {
    font-weight: 500;
  }
  .count {
    color: var(--sp-muted);
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  tbody tr.site:hover > * {
    background: color-mix(in srgb, var(--sp-accent-soft) 50%, transparent);
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  tbody + tbody tr:first-child > * {
    border-top: 1px solid var(--sp-line);
  }
  tfoot th,
  tfoot td {
    border-top: 1px solid var(--sp-line-strong);
    border-bottom: 0;
    font-weight: 640;
  }
  .name a {
    color: var(--sp-text);
    font-weight: 550;
    text-decoration-color: transparent;
  }
  .group .name a {
    font-weight: 640;
  }
  .name a:hover {
    color: var(--sp-accent);
    text-decoration-color: currentcolor;
  }
  .online b {
    font-weight: 600;
  }
  .online .none {
    color: var(--sp-muted);
  }
  .arrow {
    display: inline-block;
    margin-right: 0.3em;
    font-size: 0.65em;
    vertical-align: 0.15em;
  }
  td .change {
    font-size: 0.875rem;
  }
  .baseline {
    display: block;
    color: var(--sp-muted);
    font-size: 0.8125rem;
    font-weight: 400;
  }
  .goal {
    display: grid;
    gap: 0.2rem;
    min-width: 6.5rem;
  }
  .goal .text {
    font-size: 0.875rem;
  }
  .goal svg {
    display: block;
    width: 100%;
    height: 0.3rem;
    border-radius: 99px;
  }
  .goal rect {
    fill: var(--sp-bar);
  }
  .goal rect.done {
    fill: var(--sp-accent);
  }
  .goal.reached rect.done {
    fill: var(--sp-good);
  }
  @media (max-width: 84.5rem) {
    th.spark,
    td.spark {
      display: none;
    }
    /* On two lines, so that the targets are in sight on a screen of 1280 pixels. */
    .baseline {
      max-width: 5.5rem;
      margin-left: auto;
      white-space: normal;
    }
  }
  @media (max-width: 78rem) {
    .frame {
      overflow-x: auto;
    }
  }
`;
