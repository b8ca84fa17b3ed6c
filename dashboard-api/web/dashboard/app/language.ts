/** The language of the dashboard, the same for every element of the page; kept in the browser. */
export type Language = 'vi' | 'en';

const KEY = 'sitepulse.dashboard.language';
const listeners = new Set<() => void>();
let current: Language = 'vi';

/** The language now. */
export function language(): Language {
  return current;
}

/** Takes the choice of earlier; Vietnamese if there is none. */
export function restoreLanguage(): void {
  apply(read() === 'en' ? 'en' : 'vi');
}

/** Changes the language of everything on the page. */
export function setLanguage(next: Language): void {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  apply(next);
}

/** Calls back whenever the language has changed; the answer ends it. */
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
 * Words in both languages. The English ones must have the shape of the Vietnamese ones, or it does
 * not compile: `const words = dictionary({ title: 'Báo cáo' }, { title: 'Report' })`, then
 * `words().title`.
 */
export function dictionary<W extends object>(vi: W, en: NoInfer<W>): () => W {
  return () => (current === 'vi' ? vi : en);
}
