import { OFFICE_ZONE, day, dayShort } from './format.js';
import { dictionary, language } from './language.js';

/** Kinds of periods, as the API writes them: 2026-11-22, 2026-W47, 2026-11, 2026-Q4, … */
export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'free';

/** A range of whole local days. */
export interface Period {
  readonly kind: PeriodKind;
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

export type Comparison = 'year' | 'previous' | 'none';

const DAY_MS = 86_400_000;
const ROMAN = ['I', 'II', 'III', 'IV'] as const;
const messages = dictionary(
  {
    week: (n: number, year: string, days: string) => `Tuần ${String(n)}/${year} (${days})`,
    month: (n: number, year: string) => `Tháng ${String(n)}/${year}`,
    quarter: (n: number, year: string) => `Quý ${ROMAN[n - 1] ?? String(n)}/${year}`,
    half: (n: number, year: string) => `6 tháng ${n === 1 ? 'đầu' : 'cuối'} năm ${year}`,
    year: (year: string) => `Năm ${year}`,
    span: (from: string, to: string) => `${from} – ${to}`,
    until: (day: string) => `tính đến hết ngày ${day}`,
  },
  {
    week: (n: number, year: string, days: string) => `Week ${String(n)}, ${year} (${days})`,
    month: (n: number, year: string) =>
      `${new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, n - 1, 1))} ${year}`,
    quarter: (n: number, year: string) => `Q${String(n)} ${year}`,
    half: (n: number, year: string) => `${n === 1 ? 'First' : 'Second'} half of ${year}`,
    year: (year: string) => year,
    span: (from: string, to: string) => `${from} – ${to}`,
    until: (day: string) => `up to ${day}`,
  },
);

/** Parses a period, undefined if it is invalid. */
export function parsePeriod(text: string | null | undefined): Period | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-W(\d{2})|-Q([1-4])|-H([12]))?$/.exec(text ?? '');
  if (found) {
    const [whole, year = '', month, date, week, quarter, half] = found;
    return check(
      date
        ? { kind: 'day', text: whole, from: whole, to: whole }
        : week
          ? weekOf(whole, Number(year), Number(week))
          : monthsOf(whole, Number(year), { month, quarter, half }),
    );
  }
  const [from = '', to = '', more] = (text ?? '').split('..');
  const isFree = more === undefined && isDay(from) && isDay(to) && from <= to;
  return isFree ? { kind: 'free', text: `${from}..${to}`, from, to } : undefined;
}

/** Returns the period of a kind that contains a day. */
export function periodOf(kind: PeriodKind, iso: string): Period {
  const [year = '', month = ''] = iso.split('-');
  const m = Number(month);
  const texts: Record<PeriodKind, () => string> = {
    day: () => iso,
    week: () => weekText(iso),
    month: () => `${year}-${month}`,
    quarter: () => `${year}-Q${String(Math.ceil(m / 3))}`,
    'half-year': () => `${year}-H${m < 7 ? '1' : '2'}`,
    year: () => year,
    free: () => `${iso}..${iso}`,
  };
  const period = parsePeriod(texts[kind]());
  if (!period) {
    throw new Error(`no day: ${iso}`);
  }
  return period;
}

/**
 * Returns the previous (-1) or next (1) period of the same kind. A free period keeps its length.
 */
export function step(period: Period, by: -1 | 1): Period {
  const beside = by < 0 ? addDays(period.from, -1) : addDays(period.to, 1);
  if (period.kind !== 'free') {
    return periodOf(period.kind, beside);
  }
  const length = days(period.from, period.to);
  const [from, to] =
    by < 0 ? [addDays(beside, 1 - length), beside] : [beside, addDays(beside, length - 1)];
  return { kind: 'free', text: `${from}..${to}`, from, to };
}

/** Formats a period: Quý IV/2026. */
export function periodName(period: Period | string): string {
  const known = typeof period === 'string' ? parsePeriod(period) : period;
  if (!known) {
    return typeof period === 'string' ? period : period.text;
  }
  const { kind, text, from, to } = known;
  const year = text.slice(0, 4);
  const last = Number(text.slice(-1));
  switch (kind) {
    case 'day':
      return day(from);
    case 'week':
      return messages().week(Number(text.slice(6)), year, `${dayShort(from)} – ${dayShort(to)}`);
    case 'month':
      return messages().month(Number(text.slice(5)), year);
    case 'quarter':
      return messages().quarter(last, year);
    case 'half-year':
      return messages().half(last, year);
    case 'year':
      return messages().year(year);
    case 'free':
      return daysName(from, to);
  }
}

/** Formats a period within a sentence: quý IV/2026, the first half of 2026. */
export function periodInText(period: Period | string): string {
  const name = periodName(period);
  return language() === 'vi'
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name.replace(/^(First|Second) half/, (half) => `the ${half.toLowerCase()}`);
}

/** Formats a range of days: 01/11 – 22/11/2026. */
export function daysName(from: string, to: string): string {
  if (from === to) {
    return day(from);
  }
  const first = from.slice(0, 4) === to.slice(0, 4) ? dayShort(from) : day(from);
  return messages().span(first, day(to));
}

/** Formats the last day that figures are about. */
export function untilName(last: string): string {
  return messages().until(day(last));
}

/** Formats a month briefly: 11/2026, in English Nov 2026. */
export function monthShort(iso: string): string {
  return language() === 'vi'
    ? `${iso.slice(5, 7)}/${iso.slice(0, 4)}`
    : new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
        Date.parse(`${iso.slice(0, 7)}-01T00:00:00Z`),
      );
}

/** Returns today in a time zone, by default that of the office. */
export function today(zone: string = OFFICE_ZONE, now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  });
  return parts.format(now);
}

/** Adds days to a day. */
export function addDays(iso: string, by: number): string {
  return iso8601(Date.parse(`${iso}T00:00:00Z`) + by * DAY_MS);
}

/** Number of days, including both ends. */
export function days(from: string, to: string): number {
  return 1 + Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function check(period: Period): Period | undefined {
  return isDay(period.from) && isDay(period.to) ? period : undefined;
}

function monthsOf(
  text: string,
  year: number,
  part: { month: string | undefined; quarter: string | undefined; half: string | undefined },
): Period {
  const [kind, first, count]: [PeriodKind, number, number] = part.month
    ? ['month', Number(part.month), 1]
    : part.quarter
      ? ['quarter', 3 * Number(part.quarter) - 2, 3]
      : part.half
        ? ['half-year', 6 * Number(part.half) - 5, 6]
        : ['year', 1, 12];
  if (first < 1 || first > 12) {
    return { kind, text, from: '', to: '' };
  }
  return {
    kind,
    text,
    from: iso8601(Date.UTC(year, first - 1, 1)),
    to: iso8601(Date.UTC(year, first - 1 + count, 0)),
  };
}

/** ISO 8601: the week with 4 January is the first. */
function weekOf(text: string, year: number, week: number): Period {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  const from = iso8601(monday + (week - 1) * 7 * DAY_MS);
  const exists = week > 0 && weekText(from) === text;
  return { kind: 'week', text, from: exists ? from : '', to: exists ? addDays(from, 6) : '' };
}

function weekText(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  const thursday = at + (3 - ((new Date(at).getUTCDay() + 6) % 7)) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && iso8601(at) === text;
}

function iso8601(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
