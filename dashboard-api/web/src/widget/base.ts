import { el } from './dom';
import type { Language } from './language';

/**
 * Styles of all widgets. `!important` in a shadow root overrides the page. The outline is never
 * drawn: its colour shows whether the browser uses a dark scheme there.
 */
export const COMMON = `
:host{display:block!important;visibility:visible!important;opacity:1!important;max-width:100%;outline-color:CanvasText!important}
.b{all:initial;display:block;max-width:32em;position:relative;box-sizing:border-box;font:inherit;font-size:max(12px,1em);line-height:1.5;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;
--c:#1b1f24;--m:#545d69;--g:#fff;--l:#cfd6de;--a:#0b5cad;--t:#fff;color-scheme:light;
color:var(--sitepulse-color,var(--c));background:var(--sitepulse-background,var(--g));border:1px solid var(--sitepulse-border,var(--l));border-radius:var(--sitepulse-radius,6px);padding:var(--sitepulse-padding,.6em min(.8em,5%))}
.dark{--c:#e8eaed;--m:#a9b1bb;--g:#1b1f24;--l:#444c56;--a:#8ab4f8;--t:#1b1f24;color-scheme:dark}
@media(prefers-color-scheme:dark){.auto{--c:#e8eaed;--m:#a9b1bb;--g:#1b1f24;--l:#444c56;--a:#8ab4f8;--t:#1b1f24;color-scheme:dark}}
.s{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.n{margin:.2em 0 0;font-size:.8em;color:var(--sitepulse-muted,var(--m))}
`;

/**
 * Creates the shadow root of an element with a style and one box.
 *
 * @param nonce for browsers without constructable style sheets, if the page's Content Security
 *   Policy needs one
 */
export function box(host: HTMLElement, css: string, nonce: string): HTMLElement {
  const root = host.shadowRoot || host.attachShadow({ mode: 'open' });
  const base = el('div', { part: 'base' });
  root.replaceChildren(base);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.prepend(el('style', { nonce }, css));
  }
  return base;
}

/**
 * Applies language, layout and colour scheme. Without a `theme` on the element it follows the
 * page's `color-scheme`: dark where the browser's own controls would be dark. `theme="auto"`
 * follows only the visitor's preference.
 *
 * @param look additional class
 */
export function dress(
  host: HTMLElement,
  base: HTMLElement,
  language: Language,
  look: string,
): void {
  const native = getComputedStyle(host).outlineColor;
  const theme = host.getAttribute('theme') || (/\(2/.test(native) ? 'dark' : '');
  base.className = `b ${theme} ${look}`;
  base.lang = language;
}
