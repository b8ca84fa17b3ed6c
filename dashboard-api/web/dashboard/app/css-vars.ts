import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/** Measures of one element, by the names of CSS properties. */
export type CssVars = Readonly<Record<`--${string}`, string>>;

class CssVarsDirective extends Directive {
  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) {
      throw new Error('cssVars stands in an element’s tag, not in an attribute');
    }
  }

  /** Of a server, which there is none; tells the directive what it takes. */
  override render(...[]: [CssVars]): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [vars]: [CssVars]): unknown {
    for (const [name, value] of Object.entries(vars)) {
      (element as HTMLElement).style.setProperty(name, value);
    }
    return noChange;
  }
}

/**
 * Gives an element measures by script: `<td ${cssVars({ '--part': '40%' })}>`. Lit's `styleMap` writes
 * a style attribute first, which the page's policy forbids.
 */
export const cssVars = directive(CssVarsDirective);
