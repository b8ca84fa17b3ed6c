/** Minutes that a zone is ahead of UTC at an instant. */
function ahead(ms: number, zone: string): number {
  return Math.round(
    (Date.parse(`${toLocal(ms, zone)}:00Z`) - Math.floor(ms / 60_000) * 60_000) / 60_000,
  );
}

/** An instant as a zone's clock shows it, as a field for date and time wants it: 2026-11-22T14:05. */
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
 * The instant at which a zone's clock shows a date and time; nothing if the text is none. An hour that the
 * clocks skip is taken as if they had not yet.
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
