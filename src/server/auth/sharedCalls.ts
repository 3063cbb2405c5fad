/** Creates a function that starts a call, or returns the one with the same key that is under way. */
export function createSharedCalls<Result>() {
  const underWay = new Map<string, Promise<Result>>();
  return (key: string, start: () => Promise<Result>): Promise<Result> => {
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const started = start().finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
}
