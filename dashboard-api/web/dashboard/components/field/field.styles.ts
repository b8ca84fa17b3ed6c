import { css } from 'lit';

/** Styles of a typed day with its calendar. */
export const datedStyles = css`
  .dated {
    display: flex;
    gap: 0.35rem;
    position: relative;
  }
  .dated > input:first-child {
    flex: 1;
    min-width: 0;
  }
  .calendar {
    position: absolute;
    inset: auto 0 0 auto;
    width: 1px;
    height: 1px;
    padding: 0;
    border: 0;
    opacity: 0;
    pointer-events: none;
  }
`;

/** Styles of the fields, to follow the styles of the page. */
export const fields = css`
  form,
  .form {
    display: grid;
    gap: 1rem;
    align-content: start;
  }
  .field {
    align-content: start;
    min-width: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: 1rem;
  }
  ${datedStyles}
  .required {
    color: var(--sp-bad);
  }
  textarea {
    resize: vertical;
  }
  select[aria-invalid='true'] {
    border-color: var(--sp-bad);
  }
  .fault::before {
    content: '⚠ ';
  }
  .check {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.55rem;
    align-items: start;
  }
  .check input {
    margin: 0.25rem 0 0;
  }
  .check label {
    font-weight: 500;
  }
  .check .hint,
  .check .fault {
    grid-column: 2;
    color: var(--sp-muted);
    font-size: 0.8125rem;
  }
  .check .fault {
    color: var(--sp-bad);
  }
`;
