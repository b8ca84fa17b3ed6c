/** Colour scheme: light, dark or that of the system. Stored in the browser. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'sitepulse.dashboard.theme';
const listeners = new Set<() => void>();
let chosen: Theme = 'auto';

/** Returns the chosen scheme. */
export function theme(): Theme {
  return chosen;
}

/** Returns the effective scheme. */
export function isDark(): boolean {
  return chosen === 'dark' || (chosen === 'auto' && system()?.matches === true);
}

/** Restores the stored choice and follows the system from now on. */
export function restoreTheme(): void {
  const kept = read();
  chosen = kept === 'light' || kept === 'dark' ? kept : 'auto';
  system()?.addEventListener('change', apply);
  // Printing always uses the light colours.
  window.addEventListener('beforeprint', () => {
    paint('light');
  });
  window.addEventListener('afterprint', apply);
  apply();
}

/** Changes the colour scheme of the page. */
export function setTheme(next: Theme): void {
  chosen = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  apply();
}

/**
 * Calls back after every change of the colours, so that charts can redraw. The result unsubscribes.
 */
export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply(): void {
  paint(isDark() ? 'dark' : 'light');
}

function paint(colors: 'light' | 'dark'): void {
  document.documentElement.dataset['theme'] = colors;
  listeners.forEach((listener) => {
    listener();
  });
}

function system(): MediaQueryList | undefined {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
