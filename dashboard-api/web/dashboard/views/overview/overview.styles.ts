import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
  }
  .live {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    color: var(--sp-muted);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .live::before {
    content: '';
    width: 0.55rem;
    height: 0.55rem;
    border-radius: 50%;
    background: var(--sp-line-strong);
  }
  .live.on::before {
    background: var(--sp-good);
    box-shadow: 0 0 0 3px color-mix(in srgb, var(--sp-good) 22%, transparent);
  }
  .live.lost {
    color: var(--sp-bad);
  }
  .live.lost::before {
    background: var(--sp-bad);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0.9rem;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem 0.9rem;
  }
  .tools .search {
    flex: 1 1 13rem;
    max-width: 22rem;
  }
  .tools .exports {
    margin-inline-start: auto;
  }
  .notes {
    display: grid;
    gap: 0.5rem;
    font-size: 0.875rem;
  }
  .order {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    width: 100%;
  }
  .order label {
    white-space: nowrap;
  }
  .order select {
    flex: 1 1 8rem;
  }
  @media (max-width: 48rem) {
    .tiles {
      /* Two in a row, unless letters are too large for that. */
      grid-template-columns: repeat(auto-fit, minmax(min(100%, max(8.25rem, 34%)), 1fr));
      gap: 0.6rem;
    }
    .tools .search {
      max-width: none;
    }
  }
`;
