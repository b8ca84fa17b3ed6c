export type Language = 'vi' | 'en';

/**
 * The language of a widget: its own `lang`, that of the nearest element that has one, that of the
 * page. English for every language but Vietnamese; Vietnamese where nothing is said.
 */
export function languageOf(host: Element): Language {
  const said = (host.closest('[lang]') || document.documentElement).getAttribute('lang');
  return !said || /^vi\b/i.test(said) ? 'vi' : 'en';
}

const LOCALES = { vi: 'vi-VN', en: 'en-GB' };

/** A number as the language writes it: 2.756.838. */
export function count(n: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(n);
}

/** A time of day by the visitor's clock: 14:05; with the day if that is not the day of `today`. */
export function clock(at: Date, language: Language, today: Date): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false };
  return at.toLocaleString(
    LOCALES[language],
    at.toDateString() === today.toDateString()
      ? time
      : { ...time, day: 'numeric', month: 'numeric', year: 'numeric' },
  );
}
