import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { callerOf } from '../caller/requireCaller.js';
import { systemClock, type Clock } from '../time/clock.js';
import { Problem } from '../Problem.js';
import { toNetwork } from './addresses.js';

/**
 * A window that several instances share. If `cost` fits within `most`, adds it and returns 0. Else returns the milliseconds
 * until it fits. Returns undefined if the shared window is unreachable.
 */
export type SharedWindow = (name: string, cost: number, most: number) => Promise<number | undefined>;

export const windowMs = 60_000;
/** An address gets a multiple of a user's limit, because a whole office may share it. */
const usersPerAddress = 10;
/** Number of ids that cost one unit. The server asks Graph about each id. */
const idsPerUnit = 5;
/** Maximum number of names. The least recently used one is dropped first. */
const maxNames = 100_000;
/** Costs within this interval share one entry, which bounds the entries per name. */
export const mergeMs = 1_000;

/**
 * Each function throws Problem `rate_limited` if the limit is exceeded. A refused request does not count.
 * @param perMinute requests per user and minute. 0: no limit.
 * @param shared if it is undefined or unreachable, each instance counts for itself
 */
export function createRateLimit(
  perMinute: number,
  shared: SharedWindow | undefined,
  clock: Pick<Clock, 'monotonicMs'> = systemClock,
) {
  const here = createSlidingWindow(windowMs, clock.monotonicMs);

  const countHere = (name: string, most: number): void => {
    if (perMinute === 0) return;
    requireNoWait(here.waitMs(name, 1, most));
    here.add(name, 1);
  };
  const count = async (name: string, cost: number, most: number): Promise<void> => {
    if (perMinute === 0) return;
    // The local check comes first, so that a flood does not reach Redis.
    requireNoWait(here.waitMs(name, cost, most));
    requireNoWait((await shared?.(name, cost, most)) ?? here.waitMs(name, cost, most));
    // The local window stays up to date, so that it can take over when Redis fails.
    here.add(name, cost);
  };

  const mostPerAddress = perMinute * usersPerAddress;
  const refusalsOf = (address: string): string => `address ${toNetwork(address)}`;
  return {
    /** Counts a request of an authenticated caller, weighted by its number of ids. */
    countCaller: (request: FastifyRequest): Promise<void> => {
      const { tenantId, objectId } = callerOf(request).user;
      // A single request must always fit into an empty window.
      return count(`user ${tenantId} ${objectId}`, Math.min(costOf(request), perMinute), perMinute);
    },
    /** Counts a refused request (invalid token, unknown route) against the address. */
    countRefusal: ({ ip }: Pick<FastifyRequest, 'ip'>) => count(refusalsOf(ip), 1, mostPerAddress),
    /** The same on this instance only, for requests that are refused before Fastify sees them. */
    countRefusalHere: (address: string) => countHere(refusalsOf(address), mostPerAddress),
    /** Counts a page request against the address, on this instance only. */
    countPage: ({ ip }: Pick<FastifyRequest, 'ip'>) => countHere(`pages ${toNetwork(ip)}`, mostPerAddress),
  };
}

function costOf({ query }: FastifyRequest): number {
  const { id } = query as { readonly id?: unknown };
  return Array.isArray(id) ? Math.ceil(id.length / idsPerUnit) : 1;
}

function requireNoWait(waitMs: number): void {
  if (waitMs <= 0) return;
  throw new Problem(
    { code: 'rate_limited', retryAfter: Math.max(1, Math.ceil(waitMs / 1000)) },
    'Too many requests within a minute. Wait a moment, then try again.',
  );
}

type Entry = { readonly atMs: number; cost: number };

/** Sums the cost per name over the last `windowMs` of a clock that never goes back. */
export function createSlidingWindow(windowMs: number, monotonicMs: () => number) {
  const used = new LRUCache<string, Entry[]>({ max: maxNames });
  const entriesOf = (name: string, nowMs: number): Entry[] => {
    const entries = used.get(name) ?? [];
    const live = entries.findIndex(({ atMs }) => atMs + windowMs > nowMs);
    entries.splice(0, live === -1 ? entries.length : live);
    return entries;
  };
  return {
    /** Returns the milliseconds until `cost` fits within `most`. 0: it fits now. */
    waitMs: (name: string, cost: number, most: number): number => {
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
    add: (name: string, cost: number): void => {
      const nowMs = monotonicMs();
      const entries = entriesOf(name, nowMs);
      const last = entries.at(-1);
      if (last !== undefined && nowMs - last.atMs < mergeMs) last.cost += cost;
      else entries.push({ atMs: nowMs, cost });
      used.set(name, entries);
    },
  };
}
