import { SpElement } from '../app/element.js';
import { messages, type Messages } from './messages.js';

/** Base class of the components. It has the texts of the page's language and dispatches events. */
export abstract class SpComponent extends SpElement {
  /** Texts of the components in the language of the page. */
  protected get messages(): Messages {
    return messages();
  }

  /** Dispatches an event that crosses shadow roots. */
  protected emit(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
