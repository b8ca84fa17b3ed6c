// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { backoff, retryAfter } from './backoff';

describe('backoff', () => {
  it('doubles with each failure', () => {
    expect([1, 2, 3, 4].map((failures) => backoff(failures, 0.5))).toEqual([
      1000, 2000, 4000, 8000,
    ]);
  });

  it('is spread by half either way', () => {
    expect(backoff(1, 0)).toBe(500);
    expect(backoff(1, 0.999)).toBeCloseTo(1499);
  });

  it('has an upper limit', () => {
    expect(backoff(60, 0.5)).toBe(300_000);
    expect(backoff(60, 0.5, 1000, 60_000)).toBe(60_000);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');

  it('is taken in seconds', () => {
    expect(retryAfter('120', now)).toBe(120_000);
  });

  it('is taken as a date', () => {
    expect(retryAfter('Sat, 21 Nov 2026 10:00:30 GMT', now)).toBe(30_000);
  });

  it('is 0 when missing, past or invalid', () => {
    expect(
      ['', 'soon', '-5', 'Sat, 21 Nov 2026 09:00:00 GMT'].map((h) => retryAfter(h, now)),
    ).toEqual([0, 0, 0, 0]);
  });

  it('is honoured for at most an hour', () => {
    expect(retryAfter('86400', now)).toBe(3_600_000);
  });
});
