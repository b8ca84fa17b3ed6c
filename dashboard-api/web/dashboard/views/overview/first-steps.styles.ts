import { css } from 'lit';

export const firstStepStyles = css`
  .steps {
    padding: 1.25rem;
  }
  .steps ol {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: 1rem 2rem;
    margin: 1rem 0 0;
    padding: 0;
    list-style: none;
    counter-reset: step;
  }
  .steps li {
    display: grid;
    grid-template-columns: 2.25rem minmax(0, 1fr);
    align-content: start;
    gap: 0.4rem 0.75rem;
    counter-increment: step;
  }
  .steps li > * {
    grid-column: 2;
    margin: 0;
    justify-self: start;
  }
  .steps li::before {
    content: counter(step);
    grid-row: span 3;
    width: 2.25rem;
    height: 2.25rem;
    border: 2px solid var(--sp-line-strong);
    border-radius: 50%;
    line-height: calc(2.25rem - 4px);
    font-weight: 600;
    text-align: center;
  }
  .steps li[aria-current]::before {
    border-color: var(--sp-accent);
    color: var(--sp-accent);
  }
  .steps li.done::before {
    content: '✓' / '';
    border-color: var(--sp-good);
    color: var(--sp-good);
  }
  .steps h3 {
    font-size: 1rem;
    line-height: 2.25rem;
  }
  .steps p {
    color: var(--sp-muted);
  }
  .steps .wait {
    color: var(--sp-text, inherit);
    font-weight: 600;
  }
`;
