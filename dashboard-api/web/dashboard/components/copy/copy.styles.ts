import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    gap: 0.25rem 1rem;
    align-items: end;
    justify-content: space-between;
    margin-bottom: 0.3rem;
  }
  .label {
    min-width: 0;
    font-weight: 550;
  }
  button {
    flex: none;
    white-space: nowrap;
    min-height: 2rem;
    font-size: 0.875rem;
  }
  pre {
    margin: 0;
    padding: 0.7rem 0.85rem;
    border: 1px solid var(--sp-line);
    border-radius: var(--sp-radius-small);
    background: var(--sp-sunken);
    font: 0.8125rem/1.5 var(--sp-mono, monospace);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .said {
    color: var(--sp-muted);
    font-size: 0.8125rem;
  }
`;
