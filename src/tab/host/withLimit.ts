/** Rejects after the given number of milliseconds. The work itself is not cancelled. */
export async function withLimit<Value>(
  work: Promise<Value>,
  ms: number,
  toError: () => Error,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(toError()), ms);
  });
  return await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
