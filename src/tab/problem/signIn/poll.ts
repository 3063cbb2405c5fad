/** Milliseconds between two questions while a sign-in window is open. */
const first = { every: 5_000, until: 60_000 };
const later = { every: 15_000, until: 5 * 60_000 };

/** Milliseconds before each question after the user has consented: a consent takes seconds to spread. */
export const spreadingDelays: readonly number[] = [0, 1_000, 2_000, 4_000];

/** Milliseconds until the next question, when `elapsed` ms have passed since the click; undefined: polling ends. */
export function toPollDelay(elapsed: number): number | undefined {
  if (elapsed < first.until) return first.every;
  return elapsed < later.until ? later.every : undefined;
}

/**
 * Asks again and again, one question at a time, and at once when the user comes back to the page.
 * @returns the first answer; undefined when the time or the signal ends it
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

/** @returns false when the signal has ended the wait */
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
