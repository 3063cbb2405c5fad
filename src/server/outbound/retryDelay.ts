/** Base delay in milliseconds before the first retry. It doubles for each further one. */
const firstDelayMs = 200;

/**
 * Parses a `Retry-After` header to seconds: integer, decimal, or HTTP date. Undefined if absent or malformed.
 * @see RFC 9110, section 10.2.3
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  // Require a weekday, so that a plain number is not parsed as a year.
  if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined;
  const dateMs = Date.parse(text);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, (dateMs - nowMs) / 1000);
}

/** Returns the server's `Retry-After` (in seconds), or exponential backoff with jitter. `attempt` starts at 1. */
export function retryDelayMs(attempt: number, retryAfter: number | undefined, random: number): number {
  return retryAfter === undefined ? firstDelayMs * 2 ** (attempt - 1) * (0.5 + random) : retryAfter * 1000;
}
