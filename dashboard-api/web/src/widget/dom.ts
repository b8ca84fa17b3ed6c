/** Creates an element from attributes and children. Text never becomes markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const name in attributes) {
    made.setAttribute(name, attributes[name] as string);
  }
  made.append(...children);
  return made;
}

/** Sets a text only if it changes, to avoid needless painting and announcements. */
export function put(element: Element, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
