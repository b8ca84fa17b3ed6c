import type { Summary } from '../../../api/schema.js';
import { api } from '../../app/api/client.js';
import { periodOf, today } from '../../app/period.js';

/** The last half-year that is over, in December the running one. */
export function lastHalfYear(): string {
  const day = today();
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const last = month < 7 ? `${String(year - 1)}-12-31` : month < 12 ? `${String(year)}-06-30` : day;
  return periodOf('half-year', last).text;
}

/** The last half-year, or the running one for sites that are counted only since then. */
export async function firstPeriod(signal: AbortSignal, scope: string): Promise<string> {
  const period = lastHalfYear();
  try {
    const query = { scope, period, compare: 'none' };
    const { now } = await api.get<Summary>('reports/summary', { signal, query });
    return now.views > 0 ? period : periodOf('half-year', today()).text;
  } catch {
    // The review tells what is wrong.
    return period;
  }
}
