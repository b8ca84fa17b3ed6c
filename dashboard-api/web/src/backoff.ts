/**
 * Computes the delay before a retry. It doubles from `first` to `most` and varies randomly by half
 * either way, so that browsers that failed together do not retry together.
 *
 * @param failures failures in a row, at least 1
 * @param random 0 to below 1
 * @returns milliseconds
 */
export function backoff(failures: number, random: number, first = 1000, most = 300_000): number {
  return Math.min(most, first * 2 ** (failures - 1)) * (0.5 + random);
}

/**
 * Reads a `Retry-After` header.
 *
 * @param header seconds or an HTTP date, null if it is missing or not readable by the script
 * @param now milliseconds since 1970
 * @returns milliseconds from 0 to one hour, 0 without a valid header
 */
export function retryAfter(header: string, now: number): number {
  const wait = Number(header) * 1000 || Date.parse(header) - now;
  return wait > 0 ? Math.min(wait, 3_600_000) : 0;
}
