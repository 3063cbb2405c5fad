/**
 * Returns the operation's result. Throws its error, or an Error with the code `ETIMEDOUT` after `ms`
 * milliseconds.
 * Does not cancel the operation.
 */
export async function withTimeout<Result>(operation: () => Promise<Result>, ms: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error(`no response within ${ms} ms`), { code: 'ETIMEDOUT' }));
    }, ms);
  });
  try {
    const running = operation();
    // Prevent an unhandled rejection if the operation fails after the timeout.
    running.catch(() => undefined);
    return await Promise.race([running, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
