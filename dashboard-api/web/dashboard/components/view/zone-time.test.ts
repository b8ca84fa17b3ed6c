import { describe, expect, it } from 'vitest';
import { toInstant, toLocal } from './zone-time.js';

describe('local times of a zone', () => {
  it.each([
    ['Asia/Ho_Chi_Minh', '2026-11-22T14:05', '2026-11-22T07:05:00Z'],
    ['Europe/Berlin', '2026-07-01T08:00', '2026-07-01T06:00:00Z'],
    ['Europe/Berlin', '2026-12-01T08:00', '2026-12-01T07:00:00Z'],
    ['America/New_York', '2026-03-08T06:00', '2026-03-08T10:00:00Z'],
  ])('%s shows %s at %s', (zone, local, instant) => {
    expect(toInstant(local, zone)).toBe(Date.parse(instant));
    expect(toLocal(Date.parse(instant), zone)).toBe(local);
  });

  it('are not read from an invalid text', () => {
    expect(toInstant('', 'UTC')).toBeUndefined();
    expect(toInstant('2026-11-22', 'UTC')).toBeUndefined();
  });
});
