import { parse, stringify } from '../builtins';
import { erase, keys, read, write } from '../storage';
import type { TrackedEvent } from './event';

const PREFIX = 'sitepulse.q.';
const LIMIT = 100;
/**
 * Longest age of an event in the queue. The collector accepts 24 h, and one minute is reserved for
 * sending.
 */
const OLDEST = 86_340_000;
/** Size limit of a batch. Browsers allow 64 KiB for requests that outlive their page. */
const BATCH_EVENTS = 20;
const BATCH_CHARACTERS = 15_000;

/** An event without a 202. */
export interface Waiting {
  /** Time of the event by the visitor's clock. */
  at: number;
  /** End of the lease of the tab that sends it. Other tabs leave it alone until then. */
  leased: number;
  event: TrackedEvent;
}

/**
 * Queue of events without a 202, shared by all tabs of an origin and kept over reloads. Each event
 * has its own key, so that two tabs never overwrite each other. At most 100 events, at most 24 h
 * old.
 */
export function add(event: TrackedEvent, now: number): void {
  save({ at: now, leased: 0, event });
  everything(now).slice(0, -LIMIT).forEach(remove);
}

/** Returns the events that may be sent now, oldest first, and leases them until `until`. */
export function claim(now: number, until: number): Waiting[] {
  let characters = 0;
  const batch = everything(now)
    .filter(
      ({ leased, event }) =>
        // A lease far in the future comes from a clock that was set back, and is ignored.
        (leased <= now || leased > now + 3_700_000) &&
        characters < BATCH_CHARACTERS &&
        (characters += stringify(event).length),
    )
    .slice(0, BATCH_EVENTS);
  release(batch, until);
  return batch;
}

/** Leases events until `until`. Those that were not taken are retried then. */
export function release(batch: Waiting[], until: number): void {
  for (const waiting of batch) {
    waiting.leased = until;
    save(waiting);
  }
}

export function remove(waiting: Waiting): void {
  erase(PREFIX + waiting.event.id);
}

/** Returns the time of the next possible send, or infinity if the queue is empty. */
export function nextAt(now: number): number {
  return Math.min(...everything(now).map((waiting) => waiting.leased));
}

/** Removes all events. */
export function clear(): void {
  keys(PREFIX).forEach(erase);
}

function save(waiting: Waiting): void {
  write(PREFIX + waiting.event.id, stringify(waiting));
}

function everything(now: number): Waiting[] {
  const all: Waiting[] = [];
  for (const key of keys(PREFIX)) {
    try {
      const waiting = parse(read(key)) as Waiting;
      if (waiting.event.id && now - waiting.at < OLDEST) {
        all.push(waiting);
        continue;
      }
    } catch {
      // Not written by this script.
    }
    erase(key);
  }
  return all.sort((a, b) => a.at - b.at);
}
