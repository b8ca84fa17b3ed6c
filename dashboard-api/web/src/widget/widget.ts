import { guarded } from '../builtins';

/** What fills an element while it stands in the page. */
export interface Content {
  /** An attribute changed. */
  update(): void;
  /** The element has left the page. */
  close(): void;
}

/**
 * Defines an element whose content lives as long as it stands in a page; moving it within the page
 * leaves the content alone. A second definition is ignored.
 */
export function define(
  tag: string,
  attributes: string[],
  open: (host: HTMLElement) => Content,
): void {
  if (customElements.get(tag)) {
    return;
  }
  // Outside the element, where no script of the page finds it.
  const contents = new WeakMap<HTMLElement, Content>();
  const connected = guarded((host: HTMLElement) => {
    if (!contents.has(host)) {
      contents.set(host, open(host));
    }
  });
  const settled = guarded((host: HTMLElement) => {
    const content = contents.get(host);
    if (content && !host.isConnected) {
      content.close();
      contents.delete(host);
    }
  });
  const changed = guarded((host: HTMLElement) => {
    const content = contents.get(host);
    if (content) {
      content.update();
    }
  });
  customElements.define(
    tag,
    class extends HTMLElement {
      static get observedAttributes(): string[] {
        return attributes;
      }
      connectedCallback(): void {
        connected(this);
      }
      disconnectedCallback(): void {
        void Promise.resolve().then(() => {
          settled(this);
        });
      }
      attributeChangedCallback(): void {
        changed(this);
      }
    },
  );
}
