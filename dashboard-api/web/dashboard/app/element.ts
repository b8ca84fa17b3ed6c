import { LitElement } from 'lit';
import { onLanguage } from './language.js';

/** Base class of the dashboard's elements. It redraws when the language changes. */
export abstract class SpElement extends LitElement {
  private endLanguage: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.endLanguage = onLanguage(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endLanguage?.();
  }
}

/** Registers an element. Repeated calls do nothing. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) {
    customElements.define(tag, element);
  }
}
