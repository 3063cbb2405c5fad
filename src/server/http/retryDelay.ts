/** Milliseconds before the first retry of our own; each further one may wait twice as long. */
const firstDelayMs = 200;

/**
 * Seconds that a `Retry-After` header asks for: whole, decimal, or until an HTTP date. Undefined when absent or malformed.
 * @see RFC 9110, section 10.2.3
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  // A date must name its weekday, so that no other number is taken for a year.
  if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined;
  const dateMs = Date.parse(text);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, (dateMs - nowMs) / 1000);
}

/**
 * Milliseconds to wait before the next attempt. A wait that the server asks for is kept to; our own has full jitter.
 * @param attempt the attempt that failed, counted from 1
 * @param retryAfter seconds
 * @param random a number from 0 to 1
 */
export function retryDelayMs(attempt: number, retryAfter: number | undefined, random: number): number {
  return retryAfter === undefined ? firstDelayMs * 2 ** (attempt - 1) * (0.5 + random) : retryAfter * 1000;
}
