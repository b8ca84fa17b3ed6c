/**
 * Numbers and days as people type them. A form keeps the typed text in its draft and converts it
 * when it is checked and sent.
 */

const GROUPED = /^\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})*$/;
const DAY = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4})$/;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\S+)(?:T|\s+)(\d{1,2})(?::|[hg])(\d{2})$/;

/**
 * Converts a typed whole number, undefined if it is none. Groups of three digits may be separated
 * by points, commas, spaces or apostrophes: 1200000, 1.200.000, 1 200 000, 1,200,000.
 */
export function numberTyped(text: string): number | undefined {
  const plain = text.trim().replace(/\s/g, ' ');
  if (!/^\d+$/.test(plain) && !GROUPED.test(plain)) {
    return undefined;
  }
  const value = Number(plain.replace(/\D/g, ''));
  return Number.isSafeInteger(value) ? value : undefined;
}

/**
 * Converts a typed day to ISO (2026-11-22), undefined if there is no such day. The day comes before
 * the month: 22/11/2026, 22.11.2026, 22-11-2026. ISO itself is accepted too.
 */
export function dayTyped(text: string): string | undefined {
  const plain = text.trim();
  const iso = ISO_DAY.exec(plain);
  const typed = DAY.exec(plain);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [typed?.[4], typed?.[3], typed?.[1]];
  if (!year || !month || !day) {
    return undefined;
  }
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${found}T00:00:00Z`);
  // The engine takes 2026-02-30 for the second of March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(found) ? found : undefined;
}

/** Converts an ISO day to the text of a field: 22/11/2026. An empty text stays empty. */
export function dayText(iso: string): string {
  const parts = ISO_DAY.exec(iso);
  return parts ? [parts[3], parts[2], parts[1]].join('/') : iso;
}

/**
 * Converts a typed day with a time of day to local ISO (2026-11-22T14:05), undefined if it is
 * invalid: 22/11/2026 14:05, 22/11/2026 14h05.
 */
export function momentTyped(text: string): string | undefined {
  const parts = MOMENT.exec(text.trim());
  const day = dayTyped(parts?.[1] ?? '');
  const hour = Number(parts?.[2]);
  const minute = Number(parts?.[3]);
  return day !== undefined && hour < 24 && minute < 60
    ? `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : undefined;
}

/** Converts a local ISO date and time to the text of a field: 22/11/2026 14:05. */
export function momentText(iso: string): string {
  const [day = '', clock = ''] = iso.split('T');
  return clock ? `${dayText(day)} ${clock}` : iso;
}
