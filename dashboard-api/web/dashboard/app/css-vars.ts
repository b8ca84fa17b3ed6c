import type { DirectiveResult } from 'lit/directive.js';
import { ref } from 'lit/directives/ref.js';

/** Values of CSS properties of one element. */
export type CssVars = Readonly<Record<`--${string}`, string>>;

/**
 * Sets CSS properties of an element by script: `<td ${cssVars({ '--part': '40%' })}>`. Lit's
 * `styleMap` writes a style attribute first, which the page's Content Security Policy forbids.
 */
export function cssVars(vars: CssVars): DirectiveResult {
  return ref((element) => {
    for (const [name, value] of Object.entries(vars)) {
      (element as HTMLElement | undefined)?.style.setProperty(name, value);
    }
  });
}
