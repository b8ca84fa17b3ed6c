import { css } from 'lit';

export const dayStyles = css`
  .day {
    border-color: var(--sp-accent);
  }
  .steps {
    display: inline-flex;
  }
  .steps button {
    min-width: 2.375rem;
    padding: 0;
  }
  .whole {
    margin-inline-start: auto;
    font-size: 0.9375rem;
  }
`;
