import axe from 'axe-core';
import { html, render, type LitElement, type TemplateResult } from 'lit';

/** Adds an element to a Vietnamese page and waits until it is drawn. */
export async function mount<T extends LitElement>(template: TemplateResult): Promise<T> {
  document.documentElement.lang = 'vi';
  const place = document.createElement('main');
  document.body.replaceChildren(place);
  render(html`${template}`, place);
  const element = place.firstElementChild as T;
  await element.updateComplete;
  return element;
}

/** Returns the violations that axe finds in the page, without rules that need real layout. */
export async function faults(): Promise<string[]> {
  const result = await axe.run(document.body, {
    resultTypes: ['violations'],
    selectors: false,
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
  );
}

/** Returns the first matching element inside a shadow root. */
export function find(host: Element, selector: string): HTMLElement {
  const found = host.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) {
    throw new Error(`${selector} is not in ${host.localName}`);
  }
  return found;
}

/** Returns all matching elements inside a shadow root. */
export function all(host: Element, selector: string): HTMLElement[] {
  return [...(host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** Returns the text inside a shadow root as one line. */
export function text(host: Element): string {
  return (host.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Waits for the next event of a name. */
export function next<T>(target: EventTarget, name: string): Promise<T> {
  return new Promise((go) => {
    target.addEventListener(
      name,
      (event) => {
        go((event as CustomEvent<T>).detail);
      },
      { once: true },
    );
  });
}
