import { css } from 'lit';

export const styles = css`
  .panel > .exports {
    display: flex;
    justify-content: flex-end;
    margin-bottom: 0.5rem;
  }
  /* Fields begin at one height, with a hint below one of them or an error. */
  .tools {
    align-items: start;
  }
  .tools > button {
    margin-top: 1.6rem;
  }
  .log {
    display: grid;
    list-style: none;
  }
  .log li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 1rem;
    align-items: baseline;
    padding: 0.65rem 0;
    border-bottom: 1px solid var(--sp-line);
  }
  .log li:first-child {
    padding-top: 0;
  }
  .log details {
    grid-column: 1 / -1;
    min-width: 0;
  }
  @media (max-width: 40rem) {
    .log li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .what {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  summary {
    width: fit-content;
    padding: 0.2rem 0;
    color: var(--sp-accent);
    font-size: 0.875rem;
    cursor: pointer;
  }
  table {
    width: 100%;
    margin-top: 0.35rem;
    border-collapse: collapse;
    font-size: 0.875rem;
    table-layout: fixed;
  }
  th,
  td {
    padding: 0.3rem 0.6rem;
    border: 1px solid var(--sp-line);
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  th {
    font-weight: 550;
  }
  .was {
    background: var(--sp-bad-soft);
  }
  .is {
    background: color-mix(in srgb, var(--sp-good) 10%, var(--sp-surface));
  }
`;
