import { dictionary, language } from './language.js';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;
const messages = dictionary(
  {
    none: '–',
    seconds: (n: string) => `${n} giây`,
    minutes: (m: string, s: string) => `${m} phút ${s} giây`,
    hours: (h: string, m: string) => `${h} giờ ${m} phút`,
    days: (d: string, h: string) => `${d} ngày ${h} giờ`,
    now: 'vừa xong',
  },
  {
    none: '–',
    seconds: (n: string) => `${n} s`,
    minutes: (m: string, s: string) => `${m} min ${s} s`,
    hours: (h: string, m: string) => `${h} h ${m} min`,
    days: (d: string, h: string) => `${d} d ${h} h`,
    now: 'just now',
  },
);

type Maybe<T> = T | null | undefined;

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language() + JSON.stringify(options);
  const known = numbers.get(key) ?? new Intl.NumberFormat(LOCALES[language()], options);
  numbers.set(key, known);
  return known;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language() + JSON.stringify(options);
  const known = dates.get(key) ?? new Intl.DateTimeFormat(LOCALES[language()], options);
  dates.set(key, known);
  return known;
}

/** Formats a whole number: 2.756.838, in English 2,756,838. Unknown is a dash. */
export function number(value: Maybe<number>): string {
  return isNumber(value)
    ? numberFormat({ maximumFractionDigits: 0 }).format(value)
    : messages().none;
}

/** Formats a number for the axis of a chart: 12,5 N, in English 12.5K. */
export function short(value: number): string {
  return value < 10_000
    ? number(value)
    : numberFormat({ notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** Formats a fraction as a percentage with one decimal: 42,5%. For a target it may exceed 100%. */
export function share(value: Maybe<number>): string {
  return isNumber(value) ? percent(value, {}) : messages().none;
}

/** Formats now/before - 1 with its sign: +12,3%. No change is 0,0%. Unknown is a dash. */
export function change(value: Maybe<number>): string {
  if (!isNumber(value)) {
    return messages().none;
  }
  return percent(value, { signDisplay: 'exceptZero' });
}

/** Direction of a change at the displayed precision. */
export function direction(value: Maybe<number>): 'up' | 'down' | 'same' {
  const tenths = isNumber(value) ? Math.round(value * 1000) : 0;
  return tenths > 0 ? 'up' : tenths < 0 ? 'down' : 'same';
}

/** Formats a duration in its two largest units: 2 phút 05 giây. */
export function duration(ms: Maybe<number>): string {
  if (!isNumber(ms)) {
    return messages().none;
  }
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (seconds < 60) {
    return messages().seconds(number(seconds));
  }
  if (minutes < 60) {
    return messages().minutes(number(minutes), pad(seconds % 60));
  }
  return hours < 48
    ? messages().hours(number(hours), pad(minutes % 60))
    : messages().days(number(Math.floor(hours / 24)), number(hours % 24));
}

/**
 * Formats a day: 22/11/2026, in English 22 Nov 2026. Takes ISO text, so that no time zone can move
 * it.
 */
export function day(iso: string): string {
  return dateFormat(
    language() === 'vi'
      ? { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  ).format(utc(iso));
}

/** Formats a day without its year: 22/11, in English 22 Nov. */
export function dayShort(iso: string): string {
  return language() === 'vi'
    ? `${iso.slice(8, 10)}/${iso.slice(5, 7)}`
    : dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(utc(iso));
}

/** Formats a day with its weekday: Chủ Nhật, 22/11/2026. */
export function dayLong(iso: string): string {
  return `${weekdayOf(iso)}, ${day(iso)}`;
}

/** Name of a weekday from 1 (Monday) to 7 (Sunday). Short: T2 … CN, Mon … Sun. */
export function weekday(n: number, length: 'long' | 'short' = 'long'): string {
  if (length === 'short' && language() === 'vi') {
    return n === 7 ? 'CN' : `T${String(n + 1)}`;
  }
  // 5 January 2026 is a Monday.
  return dateFormat({ weekday: length, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + n));
}

/**
 * Time zone of times that belong to no site, as in files. Wherever the reader is, the dashboard has
 * one clock.
 */
export const OFFICE_ZONE = 'Asia/Ho_Chi_Minh';

/** Formats a moment in the time zone of the office or in the given one: 14:05 22/11/2026. */
export function time(ms: number, zone: string = OFFICE_ZONE): string {
  const at = new Date(ms);
  const clock = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
  const where = { timeZone: zone };
  const date =
    language() === 'vi'
      ? ({ day: '2-digit', month: '2-digit', year: 'numeric' } as const)
      : ({ day: 'numeric', month: 'short', year: 'numeric' } as const);
  return `${dateFormat({ ...clock, ...where }).format(at)} ${dateFormat({ ...date, ...where }).format(at)}`;
}

/**
 * Formats a moment on the clock of a site: 14:05 22/11/2026. The zone is named if it is not that of
 * the office.
 */
export function siteTime(ms: number, zone: string): string {
  return named(time(ms, zone), zone);
}

/** Formats the time of day on the clock of a site, as {@link siteTime}. */
export function siteClock(ms: number, zone: string): string {
  return named(clock(ms, zone), zone);
}

function named(text: string, zone: string): string {
  return zone === OFFICE_ZONE ? text : `${text} (${zone})`;
}

/** Formats the time of day in the time zone of the office or in the given one: 14:05:09. */
export function clock(ms: number, zone: string = OFFICE_ZONE): string {
  return dateFormat({
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(ms);
}

/** Formats the time since a moment: 5 phút trước. */
export function relative(ms: number, now: number = Date.now()): string {
  const seconds = Math.round((ms - now) / 1000);
  if (Math.abs(seconds) < 45) {
    return messages().now;
  }
  const format = new Intl.RelativeTimeFormat(LOCALES[language()], { numeric: 'auto' });
  const minutes = Math.round(seconds / 60);
  if (Math.abs(minutes) < 60) {
    return format.format(minutes, 'minute');
  }
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 36
    ? format.format(hours, 'hour')
    : format.format(Math.round(hours / 24), 'day');
}

/** Compares texts in the alphabetical order of the language. */
export function compare(a: string, b: string): number {
  return a.localeCompare(b, LOCALES[language()], { numeric: true, sensitivity: 'base' });
}

/** Normalises a text for searching: without case and diacritics, with đ as d. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}

function percent(value: number, options: Intl.NumberFormatOptions): string {
  return numberFormat({
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    ...options,
  }).format(value);
}

function isNumber(value: Maybe<number>): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

function utc(iso: string): number {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
}

function weekdayOf(iso: string): string {
  return dateFormat({ weekday: 'long', timeZone: 'UTC' }).format(utc(iso));
}
