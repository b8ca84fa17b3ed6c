/** Language of the dashboard, shared by all elements of the page and stored in the browser. */
export type Language = 'vi' | 'en';

const KEY = 'sitepulse.dashboard.language';
const listeners = new Set<() => void>();
let current: Language = 'vi';

/** Returns the current language. */
export function language(): Language {
  return current;
}

/** Restores the stored language. Default: Vietnamese. */
export function restoreLanguage(): void {
  apply(read() === 'en' ? 'en' : 'vi');
}

/** Changes the language of the page. */
export function setLanguage(next: Language): void {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  apply(next);
}

/** Calls back after every change of the language. The result unsubscribes. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function apply(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  listeners.forEach((listener) => {
    listener();
  });
}

/**
 * Creates texts in both languages. The English texts must have the shape of the Vietnamese ones, or
 * it does not compile: `const messages = dictionary({ title: 'Báo cáo' }, { title: 'Report' })`,
 * then `messages().title`.
 */
export function dictionary<W extends object>(vi: W, en: NoInfer<W>): () => W {
  return () => (current === 'vi' ? vi : en);
}
