import { css } from 'lit';

/** Styles of the list of marked days. */
export const dayMarkStyles = css`
  .marks ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 1.25rem;
    max-height: 6.5rem;
    overflow: auto;
    list-style: none;
  }
  @media print {
    .marks ul {
      max-height: none;
    }
  }
`;
