import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { systemClock, type Clock } from '../time/clock.js';
import type { HttpClient } from '../outbound/httpClient.js';
import { Problem } from '../Problem.js';

/**
 * A tenant's provider metadata.
 * @see OpenID Connect Discovery 1.0, section 3
 */
export type OpenidConfiguration = {
  /** Contains the placeholder `{tenantid}` for `organizations`. */
  readonly issuer: string;
  readonly jwksUri: string;
  readonly tokenEndpoint: string;
  readonly authorizationEndpoint: string | undefined;
};

const document = z.object({
  issuer: z.string().min(1),
  jwks_uri: z.url(),
  token_endpoint: z.url(),
  authorization_endpoint: z.url().optional(),
});

export type OpenidConfigurations = {
  /** Returns the cached configuration or fetches it. Throws Problem `entra_unavailable`. */
  readonly get: (tenantId: string) => Promise<OpenidConfiguration>;
  /** Fetches the configuration. A failure keeps the cached one. Throws Problem `entra_unavailable`. */
  readonly refresh: (tenantId: string) => Promise<OpenidConfiguration>;
};

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
): OpenidConfigurations {
  const known = new LRUCache<string, OpenidConfiguration>({ max });
  const failed = new LRUCache<string, { readonly failure: unknown; readonly untilMs: number }>({ max });
  const underWay = new Map<string, Promise<OpenidConfiguration>>();

  async function fetchConfiguration(tenantId: string): Promise<OpenidConfiguration> {
    const url = new URL(`${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`);
    const answer = await http
      .send({ url, signal: clock.timeout(deadlineMs), deadlineMs: clock.nowMs() + deadlineMs })
      .catch((cause: unknown) => {
        throw unavailable(cause);
      });
    if (answer.status !== 200)
      throw unavailable(`the OpenID configuration request returned ${answer.status}`);
    const configuration = parseDocument(answer.text);
    requireSecure(configuration, authorityHost);
    return configuration;
  }

  async function fetchAndKeep(tenantId: string): Promise<OpenidConfiguration> {
    try {
      const configuration = await fetchConfiguration(tenantId);
      known.set(tenantId, configuration);
      failed.delete(tenantId);
      return configuration;
    } catch (failure) {
      failed.set(tenantId, { failure, untilMs: clock.monotonicMs() + restMs });
      throw failure;
    }
  }

  const refresh = (tenantId: string) => {
    const running = underWay.get(tenantId);
    if (running !== undefined) return running;
    const started = fetchAndKeep(tenantId).finally(() => underWay.delete(tenantId));
    underWay.set(tenantId, started);
    return started;
  };

  return {
    get: async (tenantId) => {
      const configuration = known.get(tenantId);
      if (configuration !== undefined) return configuration;
      const rest = failed.get(tenantId);
      if (rest !== undefined && clock.monotonicMs() < rest.untilMs) throw rest.failure;
      return await refresh(tenantId);
    },
    refresh,
  };
}

function parseDocument(text: string): OpenidConfiguration {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw unavailable(cause);
  }
  const parsed = document.safeParse(json);
  if (!parsed.success) throw unavailable(parsed.error);
  return {
    issuer: parsed.data.issuer,
    jwksUri: parsed.data.jwks_uri,
    tokenEndpoint: parsed.data.token_endpoint,
    authorizationEndpoint: parsed.data.authorization_endpoint,
  };
}

/** Rejects http endpoints of an https authority, because they would expose the credential. */
function requireSecure({ jwksUri, tokenEndpoint }: OpenidConfiguration, authorityHost: string): void {
  if (!authorityHost.startsWith('https:')) return;
  for (const url of [jwksUri, tokenEndpoint]) {
    if (!url.startsWith('https:')) throw unavailable(`not https: ${new URL(url).origin}`);
  }
}

export const unavailable = (cause: unknown): Problem =>
  new Problem(
    { code: 'entra_unavailable' },
    'Microsoft Entra ID cannot be reached right now. Try again in a minute.',
    { cause },
  );
