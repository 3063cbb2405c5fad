/** Number of consecutive waits that last exactly as long as requested. */
const patience = 3;
const longest = 300;

/** @param attempt number of consecutive waits, from 1 */
export const hasLasted = (attempt: number): boolean => attempt > patience;

/**
 * Returns the requested time. After three waits it backs off from one minute to five, so that an open page sends few
 * requests.
 */
export const toWaitSeconds = (retryAfter: number, attempt: number): number =>
  hasLasted(attempt)
    ? Math.max(retryAfter, Math.min(60 * 2 ** (attempt - patience - 1), longest))
    : retryAfter;
