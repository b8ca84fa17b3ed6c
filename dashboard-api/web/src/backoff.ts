/**
 * How long to wait after a failure: doubling from `first` to `most`, spread by half either way, so that
 * many browsers which failed together do not come back together.
 *
 * @param failures failures in a row, at least 1
 * @param random 0 to below 1
 * @returns milliseconds
 */
export function backoff(failures: number, random: number, first = 1000, most = 300_000): number {
  return Math.min(most, first * 2 ** (failures - 1)) * (0.5 + random);
}

/**
 * What a `Retry-After` header asks for.
 *
 * @param header seconds or an HTTP date; null if there is none or it may not be read
 * @param now milliseconds since 1970
 * @returns milliseconds, 0 to an hour; 0 without a readable header
 */
export function retryAfter(header: string, now: number): number {
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return wait > 0 ? Math.min(wait, 3_600_000) : 0;
}
