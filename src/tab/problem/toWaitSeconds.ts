/** So many times in a row we wait as long as we are asked to. */
const patience = 3;
const longest = 300;

/** @param attempt how many times in a row we have been asked to wait, from 1 */
export const hasLasted = (attempt: number): boolean => attempt > patience;

/** As long as asked; once it has lasted, a minute and more, up to five, so that a page left open stops asking for nothing. */
export const toWaitSeconds = (retryAfter: number, attempt: number): number =>
  hasLasted(attempt)
    ? Math.max(retryAfter, Math.min(60 * 2 ** (attempt - patience - 1), longest))
    : retryAfter;
