import { css } from 'lit';

export const styles = css`
  .row,
  .free {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: end;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    align-items: end;
    min-width: 0;
    max-width: 100%;
  }
  .field {
    min-width: 0;
  }
  .icon-button {
    min-width: 2.375rem;
    padding: 0;
    font-size: 1.2rem;
    line-height: 1;
  }
  .day {
    width: 8rem;
  }
  label {
    font-size: 0.8125rem;
    font-weight: 500;
    color: var(--sp-muted);
  }
  .fault {
    flex-basis: 100%;
    color: var(--sp-bad);
    font-size: 0.875rem;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
