import { css } from 'lit';

/** Styles of the switches for language and colours and of the account menu. */
export const menuStyles = css`
  .switches {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: space-between;
    padding: 0 0.25rem;
  }
  .switch {
    display: inline-flex;
    padding: 2px;
    border-radius: var(--sp-radius-small);
    background: var(--sp-sunken);
  }
  .switch label {
    position: relative;
    display: grid;
    place-items: center;
    min-width: 2rem;
    min-height: 1.75rem;
    border-radius: 4px;
    color: var(--sp-muted);
    font-size: 0.8125rem;
    font-weight: 600;
    cursor: pointer;
  }
  .switch input {
    position: absolute;
    inset: 0;
    opacity: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    cursor: pointer;
  }
  .switch label:has(:checked) {
    background: var(--sp-surface);
    color: var(--sp-text);
    box-shadow: 0 1px 2px rgb(0 0 0 / 18%);
  }
  .switch label:has(:focus-visible) {
    outline: 2px solid var(--sp-focus);
    outline-offset: 1px;
  }
  details.account summary {
    display: flex;
    align-items: center;
    gap: 0.65rem;
    min-height: 2.8rem;
    padding: 0.3rem 0.6rem;
    border-radius: var(--sp-radius-small);
    cursor: pointer;
    list-style: none;
  }
  details.account summary::-webkit-details-marker {
    display: none;
  }
  details.account summary:hover {
    background: var(--sp-sunken);
  }
  details.account summary > .who {
    flex: 1;
    min-width: 0;
    display: grid;
    line-height: 1.3;
  }
  details.account summary b,
  details.account summary small {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
  }
  details.account summary small {
    color: var(--sp-muted);
    font-weight: 400;
  }
  details.account[open] summary .turn {
    transform: rotate(180deg);
  }
  .menu li > * {
    width: 100%;
    justify-content: flex-start;
    min-height: 2.2rem;
    font-weight: 450;
  }
`;
