import { beforeEach, describe, expect, it } from 'vitest';
import type { TrackedEvent } from './event';
import { add, claim, clear, nextAt, release, remove } from './queue';

const HOUR = 3_600_000;
const T = 1_800_000_000_000;

const event = (n: number, more: Partial<TrackedEvent> = {}): TrackedEvent => ({
  id: `id-${n}`,
  site: 's',
  page: `/${n}`,
  ...more,
});
const ids = (batch: ReturnType<typeof claim>): string[] => batch.map((waiting) => waiting.event.id);

describe('the queue', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('hands out the oldest first', () => {
    add(event(1), T + 2);
    add(event(2), T + 1);
    expect(ids(claim(T + 3, T + 1000))).toEqual(['id-2', 'id-1']);
  });

  it('hands an event to one tab at a time', () => {
    add(event(1), T);
    expect(claim(T, T + 30_000)).toHaveLength(1);
    expect(claim(T + 1, T + 30_000)).toHaveLength(0);
    expect(nextAt(T + 1)).toBe(T + 30_000);
    expect(claim(T + 30_000, T + 60_000)).toHaveLength(1);
  });

  it('hands out released events again', () => {
    add(event(1), T);
    release(claim(T, T + 30_000), T + 5);
    expect(claim(T + 4, T + 9)).toHaveLength(0);
    expect(claim(T + 5, T + 9)).toHaveLength(1);
  });

  it('removes sent events', () => {
    add(event(1), T);
    claim(T, T + 1).forEach(remove);
    expect(nextAt(T)).toBe(Infinity);
    expect(localStorage.length).toBe(0);
  });

  it('keeps the id and the time over a reload', () => {
    add(event(1), T);
    const [waiting] = claim(T + HOUR, T + 2 * HOUR);
    expect(waiting).toMatchObject({ at: T, event: { id: 'id-1', page: '/1' } });
  });

  it('drops events that are too old', () => {
    add(event(1), T);
    add(event(2), T + HOUR);
    expect(ids(claim(T + 24 * HOUR, T + 25 * HOUR))).toEqual(['id-2']);
    expect(localStorage.length).toBe(1);
  });

  it('keeps the latest hundred', () => {
    for (let n = 0; n < 130; n++) {
      add(event(n), T + n);
    }
    expect(localStorage.length).toBe(100);
    expect(ids(claim(T + 200, T + 300))[0]).toBe('id-30');
  });

  it('hands out batches that a kept alive request can carry', () => {
    for (let n = 0; n < 50; n++) {
      add(event(n, { title: 'ế'.repeat(300), page: '/' + 'a'.repeat(1000) }), T + n);
    }
    const batch = claim(T + 100, T + 200);
    expect(batch.length).toBeGreaterThan(5);
    expect(new Blob([JSON.stringify(batch)]).size).toBeLessThan(60_000);
  });

  it('sends an event that fills a batch alone', () => {
    add(event(1, { page: 'a'.repeat(20_000) }), T);
    expect(claim(T, T + 1)).toHaveLength(1);
  });

  it('survives a clock that was set back', () => {
    add(event(1), T);
    claim(T, T + 30_000);
    expect(claim(T - 2 * HOUR, T)).toHaveLength(1);
  });

  it('drops unreadable entries', () => {
    localStorage.setItem('sitepulse.q.x', '{"at":');
    localStorage.setItem('sitepulse.q.y', 'null');
    expect(claim(T, T + 1)).toHaveLength(0);
    expect(localStorage.length).toBe(0);
  });

  it('leaves other keys alone', () => {
    localStorage.setItem('sitepulse.voter', 'token');
    add(event(1), T);
    clear();
    expect(localStorage.length).toBe(1);
  });
});
