export type Language = 'vi' | 'en';

/**
 * Language of a widget: its own `lang`, else that of the nearest element with one, else that of the
 * page. Every language other than Vietnamese means English. Without any it is Vietnamese.
 */
export function languageOf(host: Element): Language {
  const said = (host.closest<HTMLElement>('[lang]') || document.documentElement).lang;
  return !said || /^vi\b/i.test(said) ? 'vi' : 'en';
}

const LOCALES = { vi: 'vi-VN', en: 'en-GB' };

/** Formats a number: 2.756.838. */
export function count(n: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(n);
}

/**
 * Formats a time of day in the visitor's time zone: 14:05. The day is added if it differs from
 * `today`.
 */
export function clock(at: Date, language: Language, today: Date): string {
  const other = at.toDateString() === today.toDateString() ? undefined : 'numeric';
  return at.toLocaleString(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    day: other,
    month: other,
    year: other,
  });
}
