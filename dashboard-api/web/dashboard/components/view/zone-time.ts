/** Offset of a zone from UTC at an instant, in minutes. */
function ahead(ms: number, zone: string): number {
  return Math.round(
    (Date.parse(`${toLocal(ms, zone)}:00Z`) - Math.floor(ms / 60_000) * 60_000) / 60_000,
  );
}

/**
 * Converts an instant to local date and time of a zone, as a date field needs it: 2026-11-22T14:05.
 */
export function toLocal(ms: number, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return format.format(ms).replace(' ', 'T');
}

/**
 * Converts a local date and time of a zone to an instant, undefined if the text is invalid. A time
 * in the skipped hour uses the offset before the change.
 */
export function toInstant(local: string, zone: string): number | undefined {
  const wanted = Date.parse(`${local}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(wanted)) {
    return undefined;
  }
  const first = wanted - ahead(wanted, zone) * 60_000;
  const second = wanted - ahead(first, zone) * 60_000;
  return toLocal(second, zone) === local ? second : first;
}
