import { DAY, iso, plus, today } from './sample-data.mjs';

/** Returns the first and last day of a period. */
export function daysOfPeriod(text) {
  const months = (year, first, count) => ({
    from: iso(Date.UTC(year, first - 1, 1)),
    to: iso(Date.UTC(year, first - 1 + count, 0)),
  });
  const year = Number(text.slice(0, 4));
  if (text.includes('..')) {
    const [from, to] = text.split('..');
    return { from, to };
  }
  if (/^\d{4}$/.test(text)) return months(year, 1, 12);
  if (/-Q/.test(text)) return months(year, Number(text.slice(-1)) * 3 - 2, 3);
  if (/-H/.test(text)) return months(year, Number(text.slice(-1)) * 6 - 5, 6);
  if (/-W/.test(text)) {
    const fourth = Date.UTC(year, 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
    const from = iso(monday + (Number(text.slice(6)) - 1) * 7 * DAY);
    return { from, to: plus(from, 6) };
  }
  return text.length === 7 ? months(year, Number(text.slice(5)), 1) : { from: text, to: text };
}

/** Returns the days of a period up to today, and the compared days. */
export function compared(text, compare) {
  const { from, to } = daysOfPeriod(text);
  if (from > today()) {
    return { from, to, begun: null, before: null };
  }
  const begun = { from, to: to < today() ? to : today() };
  const length = (Date.parse(begun.to) - Date.parse(begun.from)) / DAY;
  const back = (day) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace(/02-29$/, '02-28');
  const year = /-W/.test(text)
    ? { from: plus(begun.from, -364), to: plus(begun.to, -364) }
    : { from: back(begun.from), to: back(begun.to) };
  const start =
    text.length === 7 || /Q|H|^\d{4}$/.test(text)
      ? monthsBack(from, to)
      : plus(from, -1 - (Date.parse(to) - Date.parse(from)) / DAY);
  const previous = {
    from: start,
    to: plus(start, length) < from ? plus(start, length) : plus(from, -1),
  };
  return {
    from,
    to,
    begun,
    before: compare === 'year' ? year : compare === 'previous' ? previous : null,
  };
}

function monthsBack(from, to) {
  const count =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7)) +
    1;
  return iso(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 - count, 1));
}
