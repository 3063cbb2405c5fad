/** Milliseconds between two requests while a sign-in window is open: in the first minute, and then up to the limit. */
const intervals = { first: 5_000, later: 15_000 };
const firstMs = 60_000;
const limitMs = 5 * 60_000;

/**
 * Polls with one request at a time, and immediately when the user returns to the page.
 * @returns the first answer, or undefined after the time limit or an abort
 */
export async function poll<Answer>(
  ask: () => Promise<Answer | undefined>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const startMs = Date.now();
  for (let elapsed = 0; elapsed < limitMs; elapsed = Date.now() - startMs) {
    await untilNext(elapsed < firstMs ? intervals.first : intervals.later, signal);
    if (signal.aborted) break;
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Ends early when the user returns or the signal is aborted. */
const untilNext = (delay: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = new AbortController();
    const end = () => {
      clearTimeout(timer);
      done.abort();
      resolve();
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
    if (signal.aborted) end();
  });
