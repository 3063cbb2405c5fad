import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { callerOf } from '../caller/requireCaller.js';
import { Problem } from '../Problem.js';

/**
 * Limits how often one signed-in user may ask, whatever the address; a whole office may share one.
 * @param perMinute 0: off
 */
export async function installRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    hook: 'preHandler',
    cache: 100_000,
    keyGenerator: (request) => {
      const { tenantId, objectId } = callerOf(request).user;
      return `${tenantId}.${objectId}`;
    },
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem(
        { code: 'rate_limited', retryAfter: Math.max(1, Math.ceil(ttl / 1000)) },
        'You have asked very often within a minute. Wait a moment, then try again.',
      ),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
}
