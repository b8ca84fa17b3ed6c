const NAME = 'sitepulse';

/** Names the page in the browser's tab and for those who hear it. */
export function setTitle(...parts: readonly (string | undefined)[]): void {
  document.title = [...parts.filter((part) => part), NAME].join(' · ');
}
