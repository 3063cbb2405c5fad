/**
 * What the operation gives, unless it takes too long: then it goes on unseen, and nobody waits for it.
 * Throws what the operation throws, or an Error with the code `ETIMEDOUT`.
 * @param ms milliseconds
 */
export async function withTimeout<Result>(operation: () => Promise<Result>, ms: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error(`no answer within ${ms} ms`), { code: 'ETIMEDOUT' }));
    }, ms);
  });
  try {
    const running = operation();
    // When it fails after we have gone on.
    running.catch(() => undefined);
    return await Promise.race([running, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
