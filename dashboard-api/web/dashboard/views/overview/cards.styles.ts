import { css } from 'lit';

export const cardStyles = css`
  .cards,
  .cards ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.7rem;
    list-style: none;
  }
  .cards ul {
    grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
  }
  .cards section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.7rem;
  }
  .cards section + section {
    margin-top: 0.6rem;
  }
  .card {
    display: grid;
    gap: 0.65rem;
    padding: 0.85rem 1rem 0.9rem;
  }
  .card.totals {
    background: var(--sp-sunken);
  }
  .card .top {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 0.75rem;
  }
  .card .top > :first-child {
    flex: 1 1 8rem;
    min-width: 0;
  }
  .card .top sp-spark-line {
    flex: none;
    --sp-spark-width: 5rem;
  }
  .card h3 a,
  .card h2 a {
    color: inherit;
  }
  .card h3,
  .card h2 {
    font-size: 1rem;
    overflow-wrap: anywhere;
  }
  .card dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.2rem), 1fr));
    gap: 0.5rem 0.75rem;
  }
  .card dt {
    color: var(--sp-muted);
    font-size: 0.8125rem;
  }
  .card dd {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .card dd .change {
    font-size: 0.8125rem;
    font-weight: 500;
  }
  .card .wide {
    grid-column: 1 / -1;
    font-weight: 400;
  }
`;
