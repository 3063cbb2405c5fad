import type { FastifyRequest } from 'fastify';
import { callerOf } from '../caller/requireCaller.js';
import { systemClock, type Clock } from '../http/clock.js';
import { Problem } from '../Problem.js';
import { createSlidingWindow } from './slidingWindow.js';
import { toNetwork } from './toNetwork.js';

/**
 * A window that several instances share. Adds `cost` if that stays within `most`, and returns 0; else the milliseconds until
 * it does. Undefined when the shared window cannot be reached.
 */
export type SharedWindow = (name: string, cost: number, most: number) => Promise<number | undefined>;

export type RateLimitOptions = {
  /** Requests per user and minute. 0: no limit at all. */
  readonly perMinute: number;
  /** Without it, and while it cannot be reached, each instance counts for itself. */
  readonly shared?: SharedWindow | undefined;
  readonly clock?: Pick<Clock, 'monotonicMs'>;
};

/** Each throws Problem `rate_limited` when the limit is exceeded. What is refused uses nothing up. */
export type RateLimit = {
  /** Counts a request of a known caller, weighted by the ids that it asks for. */
  readonly countCaller: (request: FastifyRequest) => Promise<void>;
  /** Counts a refusal against the address: no valid token, or no such route. */
  readonly countRefusal: (request: Pick<FastifyRequest, 'ip'>) => Promise<void>;
  /** The same on this instance only, for what is refused before there is a request. The address is the connection's. */
  readonly countRefusalHere: (address: string) => void;
  /** Counts a page against the address, on this instance only. */
  readonly countPage: (request: Pick<FastifyRequest, 'ip'>) => void;
};

export const windowMs = 60_000;
/** Addresses get a multiple of a user's limit, since a whole office may share one. */
const usersPerAddress = 10;
/** Ids that cost as much as one request. The server asks Graph about each of them. */
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
    // Refused here without asking the shared window, which a flood must not reach.
    requireNoWait(here.waitMs(name, cost, most));
    requireNoWait((await shared?.(name, cost, most)) ?? here.waitMs(name, cost, most));
    // Also while the shared window answers: this instance goes on from here when it does not.
    here.add(name, cost);
  };

  const mostPerAddress = perMinute * usersPerAddress;
  const refusalsOf = (address: string): string => `address ${toNetwork(address)}`;
  return {
    countCaller: (request) => {
      const { tenantId, objectId } = callerOf(request).user;
      // No single request may exceed the limit by itself.
      return count(`user ${tenantId} ${objectId}`, Math.min(costOf(request), perMinute), perMinute);
    },
    countRefusal: ({ ip }) => count(refusalsOf(ip), 1, mostPerAddress),
    countRefusalHere: (address) => {
      countHere(refusalsOf(address), mostPerAddress);
    },
    countPage: ({ ip }) => {
      countHere(`pages ${toNetwork(ip)}`, mostPerAddress);
    },
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
