import { css } from 'lit';

/** Styles of badges, ids, fractions and row buttons. */
export const marks = css`
  .meanwhile {
    margin: 0.5rem 0 0.75rem 1.1rem;
    overflow-wrap: anywhere;
  }
  .problem {
    scroll-margin-top: 4.5rem; /* Below the head of a dialog. */
  }
  .problem:focus {
    outline-offset: 0;
  }
  .badge.open {
    background: color-mix(in srgb, var(--sp-good) 14%, var(--sp-surface));
    color: var(--sp-good);
  }
  .badge.plain {
    background: var(--sp-sunken);
    color: var(--sp-muted);
  }
  .badge.soft {
    background: var(--sp-accent-soft);
    color: var(--sp-accent);
  }
  .mono {
    font: 0.875em var(--sp-mono);
    overflow-wrap: anywhere;
  }
  .under {
    display: block;
    color: var(--sp-muted);
    font-size: 0.8125rem;
    font-weight: 400;
  }
  .rowed {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    justify-content: flex-end;
  }
  .rowed button {
    min-height: 2rem;
    padding: 0 0.55rem;
    font-size: 0.875rem;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(3rem, 10rem) 4.2rem;
    gap: 0.6rem;
    align-items: center;
    justify-content: end;
  }
  .part svg {
    width: 100%;
    height: 0.55rem;
    border-radius: 99px;
  }
  .part .track {
    fill: var(--sp-bar);
  }
  .part .fill {
    fill: var(--sp-accent);
  }
`;
