import { el } from './dom';
import type { Language } from './language';

/** The look that all widgets share. `!important` in a shadow root wins over the page's own. */
export const COMMON = `
:host{display:block!important;visibility:visible!important;opacity:1!important;max-width:100%}
.b{all:initial;display:block;position:relative;box-sizing:border-box;font:inherit;font-size:max(12px,1em);line-height:1.5;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;text-align:start;
--c:#1b1f24;--m:#545d69;--g:#fff;--l:#cfd6de;--a:#0b5cad;--t:#fff;color-scheme:light;
color:var(--sitepulse-color,var(--c));background:var(--sitepulse-background,var(--g));border:1px solid var(--sitepulse-border,var(--l));border-radius:var(--sitepulse-radius,6px);padding:var(--sitepulse-padding,.6em .8em)}
.d{--c:#e8eaed;--m:#a9b1bb;--g:#1b1f24;--l:#444c56;--a:#8ab4f8;--t:#1b1f24;color-scheme:dark}
@media(prefers-color-scheme:dark){.a{--c:#e8eaed;--m:#a9b1bb;--g:#1b1f24;--l:#444c56;--a:#8ab4f8;--t:#1b1f24;color-scheme:dark}}
.s{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.n{margin:.2em 0 0;font-size:.8em;color:var(--sitepulse-muted,var(--m))}
`;

/** One for all widgets of a script: each script has one kind. */
let sheet: CSSStyleSheet | undefined;

/**
 * Gives an element its shadow root with a style and one box.
 *
 * @param nonce for browsers without constructable style sheets, where the page's policy wants one
 */
export function box(host: HTMLElement, css: string, nonce: string): HTMLElement {
  const root = host.shadowRoot || host.attachShadow({ mode: 'open' });
  const base = el('div', { part: 'base' });
  root.replaceChildren(base);
  try {
    if (!sheet) {
      const made = new CSSStyleSheet();
      made.replaceSync(css);
      sheet = made;
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.prepend(el('style', { nonce }, css));
  }
  return base;
}

/**
 * Takes on language and scheme. A page is as dark as it says it can be: `theme` on the element,
 * otherwise the `color-scheme` of the page, as the browser's own controls do. `theme="auto"` follows
 * the visitor's preference alone.
 */
export function dress(host: HTMLElement, base: HTMLElement, language: Language, look = ''): void {
  const theme = host.getAttribute('theme') || getComputedStyle(host).colorScheme;
  base.className = `b ${/auto|light dark|dark light/.test(theme) ? 'a' : /dark/.test(theme) ? 'd' : ''} ${look}`;
  base.lang = language;
}
