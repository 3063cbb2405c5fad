/** Polls until a condition holds. Throws after 30 seconds, which no passing test needs. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > endMs) throw new Error('It did not happen within 30 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
