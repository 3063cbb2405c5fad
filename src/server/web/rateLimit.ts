import type { FastifyRequest } from 'fastify';
import { callerOf } from '../caller/requireCaller.js';
import { systemClock, type Clock } from '../http/clock.js';
import { Problem } from '../Problem.js';
import { createMemoryCounter, type Counted } from './memoryCounter.js';
import { toNetwork } from './toNetwork.js';

/** Counts in windows that several instances share; undefined when it cannot. */
export type SharedCounter = (name: string) => Promise<Counted | undefined>;

export type RateLimitOptions = {
  /** Requests that one user may make in a minute. 0: no limit at all. */
  readonly perMinute: number;
  /** Without it, and while it cannot, each instance counts for itself. */
  readonly shared?: SharedCounter | undefined;
  readonly clock?: Clock;
};

export type RateLimit = {
  /** Each throws Problem `rate_limited` when it is one too many. The user of this request, whatever the address: */
  readonly countCaller: (request: FastifyRequest) => Promise<void>;
  /** The address of a request that nobody knows: without a valid token, or for what is not there. */
  readonly countStranger: (request: FastifyRequest) => Promise<void>;
};

export const windowMs = 60_000;
/** A whole office may have one address, so it may be refused this many times as often as a user may ask. */
const usersBehindAnAddress = 10;

export function createRateLimit({ perMinute, shared, clock = systemClock }: RateLimitOptions): RateLimit {
  const countHere = createMemoryCounter(windowMs, clock);
  const count = async (name: string, most: number): Promise<void> => {
    if (perMinute === 0) return;
    // Also while the shared counter answers, so that a user does not begin anew when it stops.
    const here = countHere(name);
    const { count, leftMs } = (await shared?.(name)) ?? here;
    if (count <= most) return;
    throw new Problem(
      { code: 'rate_limited', retryAfter: Math.max(1, Math.ceil(leftMs / 1000)) },
      'You have asked very often within a minute. Wait a moment, then try again.',
    );
  };
  return {
    countCaller: (request) => {
      const { tenantId, objectId } = callerOf(request).user;
      return count(`user ${tenantId} ${objectId}`, perMinute);
    },
    countStranger: ({ ip }) => count(`address ${toNetwork(ip)}`, perMinute * usersBehindAnAddress),
  };
}
