import { LRUCache } from 'lru-cache';
import type { Clock } from '../http/clock.js';

export type Counted = {
  /** In this window, this one included. */
  readonly count: number;
  /** Milliseconds until the window ends. */
  readonly leftMs: number;
};

/** Names whose windows are kept; the one that asked longest ago goes first. */
const mostNames = 100_000;

/** Counts by name, in windows of time that begin with a name's first request; in the memory of this process. */
export function createMemoryCounter(windowMs: number, clock: Clock): (name: string) => Counted {
  const windows = new LRUCache<string, { count: number; readonly endsMs: number }>({ max: mostNames });
  return (name) => {
    const nowMs = clock.nowMs();
    let current = windows.get(name);
    if (current === undefined || current.endsMs <= nowMs) {
      current = { count: 0, endsMs: nowMs + windowMs };
      windows.set(name, current);
    }
    current.count += 1;
    return { count: current.count, leftMs: current.endsMs - nowMs };
  };
}
