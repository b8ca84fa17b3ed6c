/** Time after the last input during which a visible page counts as used, in milliseconds. */
export const USED_FOR = 30_000;

/**
 * Measures engaged time: the page is visible and was used (pointer, key, touch, scroll) in the last
 * 30 s. All times are milliseconds of one monotonic clock.
 */
export interface Engaged {
  /** Reports input of the visitor. Opening the page is the first input. */
  used(now: number): void;
  /** Reports that the page became visible or hidden. */
  visible(on: boolean, now: number): void;
  /** Returns the engaged milliseconds since the last call. */
  take(now: number): number;
}

export function engaged(start: number): Engaged {
  let sum = 0;
  let mark = start;
  let until = start + USED_FOR;
  let seen = false;

  const settle = (now: number): void => {
    if (seen) {
      sum += Math.max(0, Math.min(now, until) - mark);
    }
    mark = now;
  };

  return {
    used(now) {
      settle(now);
      until = now + USED_FOR;
    },
    visible(on, now) {
      settle(now);
      seen = on;
    },
    take(now) {
      settle(now);
      const taken = Math.round(sum);
      sum = 0;
      return taken;
    },
  };
}
