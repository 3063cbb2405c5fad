import { LRUCache } from 'lru-cache';

/** Sums the cost per name over the last `windowMs`. */
export type SlidingWindow = {
  /** Returns the milliseconds until `cost` fits within `most`. 0: it fits now. */
  readonly waitMs: (name: string, cost: number, most: number) => number;
  readonly add: (name: string, cost: number) => void;
};

/** Maximum number of names. The least recently used one is dropped first. */
const maxNames = 100_000;
/** Costs within this interval share one entry, which bounds the entries per name. */
export const mergeMs = 1_000;

type Entry = { readonly atMs: number; cost: number };

/** @param monotonicMs a clock that never goes back */
export function createSlidingWindow(windowMs: number, monotonicMs: () => number): SlidingWindow {
  const used = new LRUCache<string, Entry[]>({ max: maxNames });
  const entriesOf = (name: string, nowMs: number): Entry[] => {
    const entries = used.get(name) ?? [];
    const live = entries.findIndex(({ atMs }) => atMs + windowMs > nowMs);
    entries.splice(0, live === -1 ? entries.length : live);
    return entries;
  };
  return {
    waitMs: (name, cost, most) => {
      const nowMs = monotonicMs();
      const entries = entriesOf(name, nowMs);
      let excess = entries.reduce((sum, entry) => sum + entry.cost, cost) - most;
      if (excess <= 0) return 0;
      for (const entry of entries) {
        excess -= entry.cost;
        if (excess <= 0) return entry.atMs + windowMs - nowMs;
      }
      return windowMs;
    },
    add: (name, cost) => {
      const nowMs = monotonicMs();
      const entries = entriesOf(name, nowMs);
      const last = entries.at(-1);
      if (last !== undefined && nowMs - last.atMs < mergeMs) last.cost += cost;
      else entries.push({ atMs: nowMs, cost });
      used.set(name, entries);
    },
  };
}
