import { LRUCache } from 'lru-cache';

/** Adds up what each name has used within the last `windowMs`. */
export type SlidingWindow = {
  /** Milliseconds until `cost` more stays within `most`; 0: it does now. */
  readonly waitMs: (name: string, cost: number, most: number) => number;
  readonly add: (name: string, cost: number) => void;
};

/** Names that are kept; the least recently used is dropped first. */
const maxNames = 100_000;
/** Uses within so many milliseconds are one entry, so that a name has few. */
export const mergeMs = 1_000;

type Entry = { readonly atMs: number; cost: number };

/**
 * In the memory of this process.
 * @param monotonicMs a clock that never steps back
 */
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
