const NAME = 'sitepulse';

/** Sets the title of the page. */
export function setTitle(...parts: readonly (string | undefined)[]): void {
  document.title = [...parts.filter((part) => part), NAME].join(' · ');
}
