import { guarded } from '../builtins';

/** Content of an element while the element is in the page. */
export interface Content {
  /** Called when an attribute has changed. */
  update(): void;
  /** Called when the element has left the page. */
  close(): void;
}

/**
 * Defines an element whose content lives as long as the element is in a page. Moving the element
 * within the page keeps the content. A second definition is ignored.
 */
export function define(
  tag: string,
  attributes: string[],
  open: (host: HTMLElement) => Content,
): void {
  if (customElements.get(tag)) {
    return;
  }
  // Kept outside the element, where scripts of the page cannot reach it.
  const contents = new WeakMap<HTMLElement, Content>();
  // An element is filled when it comes into a page, and emptied when it has left it.
  const look = guarded((host: HTMLElement, changed?: unknown) => {
    const content = contents.get(host);
    if (content) {
      if (changed) {
        content.update();
      } else if (!host.isConnected) {
        content.close();
        contents.delete(host);
      }
    } else if (host.isConnected && !changed) {
      contents.set(host, open(host));
    }
  });
  customElements.define(
    tag,
    class extends HTMLElement {
      static get observedAttributes(): string[] {
        return attributes;
      }
      connectedCallback(): void {
        look(this);
      }
      disconnectedCallback(): void {
        void Promise.resolve().then(() => {
          look(this);
        });
      }
      attributeChangedCallback(name: string): void {
        look(this, name);
      }
    },
  );
}
