import { change, day, duration, number, share } from '../app/format.js';

/** Formats of the values of a column. */
export type Kind = 'text' | 'count' | 'share' | 'change' | 'day' | 'duration';

/** Placeholder for a missing figure. */
export const NONE = '–';

/** Formats a value by the kind of its column. */
export function cell(value: unknown, kind: Kind): string {
  if (value === null || value === undefined || value === '') {
    return NONE;
  }
  if (typeof value !== 'number') {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return kind === 'day' ? day(text) : text;
  }
  switch (kind) {
    case 'count':
      return number(value);
    case 'share':
      return share(value);
    case 'change':
      return change(value);
    case 'duration':
      return duration(value);
    case 'day':
      return day(new Date(value).toISOString());
    case 'text':
      return String(value);
  }
}
