import { css } from 'lit';

/** Styles of pages with a single form, such as the sign-in. */
export const card = css`
  :host {
    display: grid;
    justify-items: center;
    padding-top: clamp(0.5rem, 8vh, 6rem);
  }
  .card {
    width: min(26rem, 100%);
    display: grid;
    gap: 1.1rem;
    padding: clamp(1.2rem, 4vw, 2rem);
  }
  form {
    display: grid;
    gap: 1rem;
  }
  .card .primary {
    min-height: 2.75rem;
  }
  .or {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: 0.8rem;
    color: var(--sp-muted);
    font-size: 0.875rem;
  }
  .or::before,
  .or::after {
    content: '';
    border-top: 1px solid var(--sp-line);
  }
`;
