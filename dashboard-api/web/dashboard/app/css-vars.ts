import type { DirectiveResult } from 'lit/directive.js';
import { ref } from 'lit/directives/ref.js';

/** Measures of one element, by the names of CSS properties. */
export type CssVars = Readonly<Record<`--${string}`, string>>;

/**
 * Gives an element measures by script: `<td ${cssVars({ '--part': '40%' })}>`. Lit's `styleMap` writes
 * a style attribute first, which the page's policy forbids.
 */
export function cssVars(vars: CssVars): DirectiveResult {
  return ref((element) => {
    for (const [name, value] of Object.entries(vars)) {
      (element as HTMLElement | undefined)?.style.setProperty(name, value);
    }
  });
}
