import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { systemClock, type Clock } from '../time/clock.js';
import type { HttpClient } from '../outbound/httpClient.js';
import { LoggableError, Problem } from '../Problem.js';
import { createSharedCalls } from './sharedCalls.js';

const document = z.object({
  /** Contains the placeholder `{tenantid}` for `organizations`. */
  issuer: z.string().min(1),
  jwks_uri: z.url(),
  token_endpoint: z.url(),
  authorization_endpoint: z.url().optional(),
});

/** @see OpenID Connect Discovery 1.0, section 3 */
export type OpenidConfiguration = Readonly<z.infer<typeof document>>;

export type OpenidConfigurations = ReturnType<typeof createOpenidConfigurations>;

/** Milliseconds for one fetch, including retries. */
const deadlineMs = 8_000;
/** Milliseconds after a failure during which `get` does not fetch again. */
const restMs = 2_000;
/** Tenants in the cache. Relevant for `organizations` only. */
const max = 1_000;

/** Concurrent callers for one tenant share one fetch. */
export function createOpenidConfigurations(
  http: HttpClient,
  authorityHost: string,
  clock: Clock = systemClock,
) {
  const known = new LRUCache<string, OpenidConfiguration>({ max });
  const failed = new LRUCache<string, { readonly failure: unknown; readonly untilMs: number }>({ max });
  const share = createSharedCalls<OpenidConfiguration>();

  async function fetchConfiguration(tenantId: string): Promise<OpenidConfiguration> {
    const url = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`;
    const { data, error } = document.safeParse(
      await fetchPublished('OpenID configuration', url, http, clock),
    );
    if (error !== undefined) throw unavailable(error);
    // Http endpoints of an https authority would expose the credential.
    if (authorityHost.startsWith('https:')) {
      for (const endpoint of [data.jwks_uri, data.token_endpoint]) {
        if (!endpoint.startsWith('https:')) throw unavailable(`not https: ${new URL(endpoint).origin}`);
      }
    }
    return data;
  }

  /** Fetches the configuration. A failure keeps the cached one. Throws Problem `entra_unavailable`. */
  const refresh = (tenantId: string) =>
    share(tenantId, async () => {
      try {
        const configuration = await fetchConfiguration(tenantId);
        known.set(tenantId, configuration);
        failed.delete(tenantId);
        return configuration;
      } catch (failure) {
        failed.set(tenantId, { failure, untilMs: clock.monotonicMs() + restMs });
        throw failure;
      }
    });

  return {
    /** Returns the cached configuration or fetches it. Throws Problem `entra_unavailable`. */
    get: async (tenantId: string): Promise<OpenidConfiguration> => {
      const configuration = known.get(tenantId);
      if (configuration !== undefined) return configuration;
      const rest = failed.get(tenantId);
      if (rest !== undefined && clock.monotonicMs() < rest.untilMs) throw rest.failure;
      return await refresh(tenantId);
    },
    refresh,
  };
}

/** Throws Problem `entra_unavailable`. @param name for the log */
export async function fetchPublished(
  name: string,
  url: string,
  http: HttpClient,
  clock: Clock,
): Promise<unknown> {
  try {
    const answer = await http.send({
      url: new URL(url),
      signal: clock.timeout(deadlineMs),
      deadlineMs: clock.nowMs() + deadlineMs,
    });
    if (answer.status !== 200) throw new LoggableError(`the ${name} request returned ${answer.status}`);
    return JSON.parse(answer.text) as unknown;
  } catch (cause) {
    throw unavailable(cause);
  }
}

export const unavailable = (cause: unknown): Problem =>
  new Problem(
    { code: 'entra_unavailable' },
    'Microsoft Entra ID cannot be reached right now. Try again in a minute.',
    { cause },
  );
