export class TimedOut extends Error {
  override name = 'TimedOut';
}

/** Rejects with TimedOut after the given number of milliseconds. The work itself is not cancelled. */
export async function withLimit<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut()), ms);
  });
  return await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
