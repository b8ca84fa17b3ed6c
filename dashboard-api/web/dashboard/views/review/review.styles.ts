import { css } from 'lit';

export const styles = css`
  .choice .field {
    flex: 0 1 17rem;
  }
  .paper {
    width: 100%;
    max-width: 56rem;
    margin-inline: auto;
    padding: clamp(1rem, 5vw, 3.25rem) clamp(1rem, 6vw, 3.75rem);
    border: 1px solid var(--sp-line);
    border-radius: var(--sp-radius-small);
    background: var(--sp-surface);
    box-shadow: 0 1px 3px rgb(20 30 36 / 8%);
  }
  .title {
    margin-bottom: 1.5rem;
    padding-bottom: 1.1rem;
    border-bottom: 2px solid var(--sp-accent);
    text-align: center;
  }
  .title h2 {
    font-size: 1.5rem;
    line-height: 1.3;
    text-wrap: balance;
  }
  .title p {
    text-wrap: balance;
  }
  section {
    display: grid;
    gap: 0.75rem;
    margin-top: 1.75rem;
    min-width: 0;
  }
  section > * {
    min-width: 0;
  }
  h3 {
    font-size: 1.125rem;
  }
  section > p {
    max-width: 68ch;
    line-height: 1.65;
    overflow-wrap: anywhere;
  }
  sp-chart {
    margin-block: 0.5rem;
  }
  sp-chart.lying {
    --sp-chart-height: 24rem;
  }
  .sheet {
    overflow-x: auto;
    /* A shadow at the side where there is more of it. */
    background:
      linear-gradient(to right, var(--sp-surface) 40%, transparent) left / 2.5rem 100% local,
      linear-gradient(to left, var(--sp-surface) 40%, transparent) right / 2.5rem 100% local,
      radial-gradient(farthest-side at 0 50%, rgb(0 0 0 / 22%), transparent) left / 0.8rem 100%,
      radial-gradient(farthest-side at 100% 50%, rgb(0 0 0 / 22%), transparent) right / 0.8rem 100%,
      var(--sp-surface);
    background-repeat: no-repeat;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  caption {
    padding-bottom: 0.4rem;
    font-weight: 600;
    text-align: left;
  }
  th,
  td {
    padding: 0.35rem 0.6rem;
    border-bottom: 1px solid var(--sp-line);
    text-align: left;
  }
  thead th {
    border-bottom: 1.5px solid var(--sp-line-strong);
    font-weight: 600;
    vertical-align: bottom;
  }
  /* What does not fit is moved sideways, rather than a name broken into its syllables. */
  td:not(.right) {
    min-width: 7rem;
  }
  .right {
    text-align: right;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  th.right {
    white-space: normal;
  }
  @media (max-width: 36rem) {
    .paper {
      padding: 1.1rem 0.9rem;
    }
    th,
    td {
      padding-inline: 0.4rem;
    }
    td:not(.right) {
      min-width: 5.5rem;
    }
  }
  @media screen and (max-width: 36rem) {
    .cards thead {
      display: none;
    }
    .cards table,
    .cards tbody,
    .cards tr,
    .cards caption {
      display: block;
    }
    .cards tr {
      padding-block: 0.4rem;
      border-bottom: 1px solid var(--sp-line-strong);
    }
    .cards td {
      display: flex;
      gap: 1rem;
      justify-content: space-between;
      padding: 0.2rem 0;
      border: 0;
      text-align: right;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .cards td::before {
      flex: 0 0 auto;
      color: var(--sp-muted);
      text-align: left;
      content: attr(data-label);
    }
    .cards td:first-child {
      font-weight: 600;
      text-align: left;
    }
    .cards td:first-child::before {
      content: none;
    }
  }
  @media print {
    .head,
    .choice {
      display: none;
    }
    .paper {
      max-width: none;
      padding: 0;
      border: 0;
      box-shadow: none;
    }
    h3 {
      break-after: avoid;
    }
    thead {
      display: table-header-group;
    }
    tr {
      break-inside: avoid;
    }
    .sheet {
      overflow: visible;
      background: none;
    }
  }
`;
