import { css } from 'lit';

export const ledgerStyles = css`
  .bar {
    display: flex;
    gap: 2px;
    height: 0.7rem;
    overflow: hidden;
    border-radius: 99px;
  }
  .bar span {
    flex: var(--part, 0) 1 0;
    min-width: 2px;
  }
  .views {
    background: var(--sp-accent);
  }
  .heartbeats {
    background: color-mix(in srgb, var(--sp-accent) 45%, var(--sp-surface));
  }
  .duplicates {
    background: var(--sp-line-strong);
  }
  .bots {
    background: var(--sp-warn);
  }
  .rejected {
    background: var(--sp-bad);
  }
  dl {
    display: grid;
    gap: 0.15rem;
  }
  dl > div {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding: 0.3rem 0;
    border-bottom: 1px solid var(--sp-line);
  }
  dl .whole {
    font-weight: 640;
  }
  dd {
    font-variant-numeric: tabular-nums;
  }
  .dot {
    display: inline-block;
    width: 0.65rem;
    height: 0.65rem;
    margin-right: 0.55rem;
    border-radius: 2px;
  }
  .refused {
    font-size: 0.875rem;
    font-weight: 550;
  }
  sp-refused {
    display: block;
  }
  .origins {
    display: grid;
    gap: 0.15rem;
    padding: 0;
    list-style: none;
  }
  .origins li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 1rem;
    padding: 0.3rem 0;
    border-bottom: 1px solid var(--sp-line);
  }
  .origin {
    flex: 1 1 12rem;
    overflow-wrap: anywhere;
  }
  .count {
    min-width: 4rem;
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .balanced {
    color: var(--sp-good);
    font-size: 0.875rem;
    font-weight: 550;
  }
`;
