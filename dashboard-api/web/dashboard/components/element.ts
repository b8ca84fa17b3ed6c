import { SpElement } from '../app/element.js';
import { messages, type Messages } from './messages.js';

/** What every component is made from: it speaks the page's language, and tells what happened to it. */
export abstract class SpComponent extends SpElement {
  /** The components' own words in the page's language. */
  protected get messages(): Messages {
    return messages();
  }

  /** Tells whoever listens outside; crosses shadow borders. */
  protected tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
