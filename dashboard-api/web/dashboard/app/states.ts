import { css, html, nothing, type TemplateResult } from 'lit';
import { problemText } from '../messages/problems.js';
import type { Problem } from './api/problem.js';
import { icon, type IconName } from './icons.js';
import { dictionary } from './language.js';

const messages = dictionary(
  { waiting: 'Đang tải…', retry: 'Thử lại' },
  { waiting: 'Loading…', retry: 'Try again' },
);

/** Placeholder for an answer that is being loaded: bars of about its size. */
export function waiting(lines = 3, kind: 'lines' | 'block' | 'tiles' = 'lines'): TemplateResult {
  return html`<div class="waiting ${kind}" role="status">
    <span class="unseen">${messages().waiting}</span>
    ${Array.from({ length: lines }, () => html`<span class="bone" aria-hidden="true"></span>`)}
  </div>`;
}

/** Message for an empty result. */
export function empty(
  text: string,
  more?: TemplateResult,
  sign: IconName = 'info',
): TemplateResult {
  return html`<div class="state">
    ${icon(sign)}
    <p>${text}</p>
    ${more ?? nothing}
  </div>`;
}

/** Message for a failed request, with a retry. */
export function failed(problem: Problem, retry?: () => void): TemplateResult {
  return html`<div class="state bad" role="alert">
    ${icon('warn')}
    <p>${problemText(problem)}</p>
    ${
      retry && problem.status !== 404 && problem.status !== 403
        ? html`<button type="button" @click=${retry}>${messages().retry}</button>`
        : nothing
    }
  </div>`;
}

/** Styles of the states. `.stale` fades outdated content. */
export const states = css`
  .waiting {
    display: grid;
    gap: 0.6rem;
    padding: 1rem;
  }
  .waiting.tiles {
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
  }
  .bone {
    height: 1.1rem;
    border-radius: var(--sp-radius-small);
    background: linear-gradient(
        100deg,
        transparent 30%,
        color-mix(in srgb, var(--sp-surface) 60%, transparent) 50%,
        transparent 70%
      )
      0 0 / 300% 100% var(--sp-sunken);
    animation: gleam 1.6s linear infinite;
  }
  .bone:nth-child(3n) {
    width: 82%;
  }
  .block .bone {
    height: 15rem;
    width: 100%;
  }
  .tiles .bone {
    height: 5.2rem;
    width: 100%;
  }
  @keyframes gleam {
    from {
      background-position: 150% 0;
    }
    to {
      background-position: -150% 0;
    }
  }
  .state {
    display: grid;
    justify-items: center;
    gap: 0.6rem;
    padding: 2rem 1rem;
    color: var(--sp-muted);
    text-align: center;
  }
  .state p {
    max-width: 34em;
    /* An address in the text must not make the page scroll sideways. */
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .state .icon {
    width: 1.8rem;
    height: 1.8rem;
  }
  .state.bad .icon {
    color: var(--sp-bad);
  }
  .stale {
    opacity: 0.55;
    transition: opacity 0.2s 0.4s;
  }
`;
