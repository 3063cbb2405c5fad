import type { FastifyRequest } from 'fastify';
import { callerOf } from '../caller/requireCaller.js';
import { systemClock, type Clock } from '../time/clock.js';
import { Problem } from '../Problem.js';
import { createSlidingWindow } from './slidingWindow.js';
import { toNetwork } from './toNetwork.js';

/**
 * A window that several instances share. If `cost` fits within `most`, adds it and returns 0. Else returns the milliseconds
 * until it fits. Returns undefined if the shared window is unreachable.
 */
export type SharedWindow = (name: string, cost: number, most: number) => Promise<number | undefined>;

export type RateLimitOptions = {
  /** Requests per user and minute. 0: no limit. */
  readonly perMinute: number;
  /** If it is undefined or unreachable, each instance counts for itself. */
  readonly shared?: SharedWindow | undefined;
  readonly clock?: Pick<Clock, 'monotonicMs'>;
};

/** Each function throws Problem `rate_limited` if the limit is exceeded. A refused request does not count. */
export type RateLimit = {
  /** Counts a request of an authenticated caller, weighted by its number of ids. */
  readonly countCaller: (request: FastifyRequest) => Promise<void>;
  /** Counts a refused request (invalid token, unknown route) against the address. */
  readonly countRefusal: (request: Pick<FastifyRequest, 'ip'>) => Promise<void>;
  /** The same on this instance only, for requests that are refused before Fastify sees them. */
  readonly countRefusalHere: (address: string) => void;
  /** Counts a page request against the address, on this instance only. */
  readonly countPage: (request: Pick<FastifyRequest, 'ip'>) => void;
};

export const windowMs = 60_000;
/** An address gets a multiple of a user's limit, because a whole office may share it. */
const usersPerAddress = 10;
/** Number of ids that cost one unit. The server asks Graph about each id. */
const idsPerUnit = 5;

export function createRateLimit({ perMinute, shared, clock = systemClock }: RateLimitOptions): RateLimit {
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
    countCaller: (request) => {
      const { tenantId, objectId } = callerOf(request).user;
      // A single request must always fit into an empty window.
      return count(`user ${tenantId} ${objectId}`, Math.min(costOf(request), perMinute), perMinute);
    },
    countRefusal: ({ ip }) => count(refusalsOf(ip), 1, mostPerAddress),
    countRefusalHere: (address) => countHere(refusalsOf(address), mostPerAddress),
    countPage: ({ ip }) => countHere(`pages ${toNetwork(ip)}`, mostPerAddress),
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
