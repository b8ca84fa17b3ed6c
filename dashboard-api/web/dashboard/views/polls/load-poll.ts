import { api } from '../../app/api/client.js';
import type { ManagedPollResponse, PollHistoryResponse } from '../../../api/schema.js';
import { language } from '../../app/language.js';
import { path } from './poll-templates.js';

const HOUR_MS = 3_600_000;

/** Loads a poll with its embedding code in the language of the page. */
export function loadPoll(poll: string, signal?: AbortSignal): Promise<ManagedPollResponse> {
  return api.get<ManagedPollResponse>(path(poll), { signal, query: { language: language() } });
}

/**
 * Time of the zero with which the chart starts: when the poll opened, but not before the hour of the
 * first vote. Points are at the ends of their hours, the last one is at its own time.
 */
export function beginOf(
  { opens }: Pick<ManagedPollResponse, 'opens'>,
  known: PollHistoryResponse['points'],
): number {
  const first = known[0]?.at ?? 0;
  const hour = (Math.ceil(first / HOUR_MS) - 1) * HOUR_MS;
  return Math.max(hour, Math.min(opens ?? 0, first));
}
