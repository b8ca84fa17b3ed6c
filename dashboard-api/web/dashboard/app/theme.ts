/** Light, dark, or as the system is; kept in the browser. */
export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'sitepulse.dashboard.theme';
const listeners = new Set<() => void>();
let chosen: Theme = 'auto';

/** What was chosen. */
export function theme(): Theme {
  return chosen;
}

/** What it comes to now. */
export function isDark(): boolean {
  return chosen === 'dark' || (chosen === 'auto' && system()?.matches === true);
}

/** Takes the choice of earlier, and follows the system from now on. */
export function restoreTheme(): void {
  const kept = read();
  chosen = kept === 'light' || kept === 'dark' ? kept : 'auto';
  system()?.addEventListener('change', apply);
  // Paper is white, whatever the screen is.
  window.addEventListener('beforeprint', () => {
    paint('light');
  });
  window.addEventListener('afterprint', apply);
  apply();
}

/** Changes the colours of everything on the page. */
export function setTheme(next: Theme): void {
  chosen = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  apply();
}

/** Calls back whenever the colours have changed: charts paint theirs anew. The answer ends it. */
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
