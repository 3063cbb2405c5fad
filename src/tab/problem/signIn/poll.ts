/** Milliseconds between two requests while a sign-in window is open. */
const first = { every: 5_000, until: 60_000 };
const later = { every: 15_000, until: 5 * 60_000 };

/** Milliseconds before each request after the user has consented. A consent takes seconds to propagate. */
export const spreadingDelays: readonly number[] = [0, 1_000, 2_000, 4_000];

/** Returns the ms until the next request, `elapsed` ms after the click. Undefined when polling ends. */
function toPollDelay(elapsed: number): number | undefined {
  if (elapsed < first.until) return first.every;
  return elapsed < later.until ? later.every : undefined;
}

/**
 * Polls with one request at a time, and immediately when the user returns to the page.
 * @returns the first answer, or undefined after the time limit or an abort
 */
export async function poll<Answer>(
  ask: () => Promise<Answer | undefined>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const startMs = Date.now();
  for (;;) {
    const delay = toPollDelay(Date.now() - startMs);
    if (delay === undefined || !(await untilNext(delay, signal))) return undefined;
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
}

/** @returns false when the signal is aborted */
function untilNext(delay: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = () => {
      clearTimeout(timer);
      done.abort();
      resolve(!signal.aborted);
    };
    const timer = setTimeout(end, delay);
    const options = { signal: done.signal };
    signal.addEventListener('abort', end, options);
    window.addEventListener('focus', end, options);
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') end();
      },
      options,
    );
  });
}
