import { css } from 'lit';

/** Base styles of every shadow root: text, links, buttons, tables of figures. */
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  h1 {
    font-size: 1.6rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.0625rem;
    line-height: 1.35;
    font-weight: 650;
  }
  h3 {
    font-size: 0.9375rem;
    line-height: 1.4;
    font-weight: 650;
  }
  a {
    color: var(--sp-accent);
    text-underline-offset: 0.18em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    color: var(--sp-accent-strong);
    text-decoration-thickness: 2px;
  }
  :focus-visible,
  input[type^='date']:focus-within {
    outline: 2px solid var(--sp-focus);
    outline-offset: 2px;
    border-radius: var(--sp-radius-small);
  }
  svg.icon {
    width: 1.15em;
    height: 1.15em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.2em;
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .muted {
    color: var(--sp-muted);
  }
  .small {
    font-size: 0.8125rem;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .panel {
    background: var(--sp-surface);
    border: 1px solid var(--sp-line);
    border-radius: var(--sp-radius);
  }
  .change.up {
    color: var(--sp-good);
  }
  .change.down {
    color: var(--sp-bad);
  }
  .badge {
    display: inline-block;
    padding: 0 0.5em;
    border-radius: 99px;
    background: var(--sp-warn-soft);
    color: var(--sp-warn);
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.6;
    white-space: nowrap;
  }
  h1 .badge {
    vertical-align: 0.35em;
    letter-spacing: 0;
  }
  .notice {
    padding: 0.75rem 1rem;
    border-left: 3px solid var(--sp-accent);
    border-radius: var(--sp-radius-small);
    background: var(--sp-accent-soft);
  }
  .notice.warn {
    border-color: var(--sp-warn);
    background: var(--sp-warn-soft);
  }
  .notice.bad {
    border-color: var(--sp-bad);
    background: var(--sp-bad-soft);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      transition-duration: 0.01ms !important;
    }
  }
`;

/** Styles of buttons and fields in forms. */
export const controls = css`
  button,
  .button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.45em;
    min-height: 2.375rem;
    padding: 0.3rem 0.85rem;
    border: 1px solid var(--sp-line-strong);
    border-radius: var(--sp-radius-small);
    background: var(--sp-surface);
    color: var(--sp-text);
    font-weight: 550;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    border-color: var(--sp-accent);
    color: var(--sp-accent);
  }
  button.primary,
  .button.primary {
    border-color: var(--sp-accent);
    background: var(--sp-accent);
    color: var(--sp-on-accent);
  }
  button.primary:hover,
  .button.primary:hover {
    background: var(--sp-accent-strong);
    border-color: var(--sp-accent-strong);
  }
  button.quiet,
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--sp-accent);
  }
  button.quiet:hover,
  .button.quiet:hover {
    background: var(--sp-accent-soft);
  }
  button.danger {
    border-color: var(--sp-bad);
    color: var(--sp-bad);
  }
  fieldset:disabled :is(input, select, textarea) {
    background: var(--sp-sunken);
    color: var(--sp-muted);
    cursor: not-allowed;
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  label {
    font-weight: 550;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    width: 100%;
    min-width: 0;
    max-width: 100%;
    min-height: 2.375rem;
    padding: 0.3rem 0.65rem;
    border: 1px solid var(--sp-line-strong);
    border-radius: var(--sp-radius-small);
    background: var(--sp-surface);
  }
  input[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--sp-bad);
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 1.1em;
    height: 1.1em;
    accent-color: var(--sp-accent);
  }
  .field {
    display: grid;
    gap: 0.3rem;
  }
  .field .hint {
    color: var(--sp-muted);
    font-size: 0.8125rem;
  }
  .field .fault {
    color: var(--sp-bad);
    font-size: 0.875rem;
  }
`;
