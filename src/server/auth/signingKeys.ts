import type { CryptoKey, FlattenedJWSInput, JSONWebKeySet, JWTHeaderParameters } from 'jose';
import * as errors from 'jose/errors';
import { createLocalJWKSet } from 'jose/jwks/local';
import { systemClock, type Clock } from '../time/clock.js';
import type { HttpClient } from '../outbound/httpClient.js';
import { fetchPublished, unavailable, type OpenidConfigurations } from './openidConfiguration.js';

export type SigningKeys = ReturnType<typeof createSigningKeys>;

export type SigningKey = {
  readonly key: CryptoKey;
  /** Issuer that the key is restricted to, if the key set names one. May contain `{tenantid}`. */
  readonly issuer: string | undefined;
};

export type SigningKeysOptions = {
  readonly http: HttpClient;
  readonly configurations: OpenidConfigurations;
  readonly tenantId: string;
  readonly clock?: Clock;
  readonly onFailure?: (error: unknown) => void;
};

/** Milliseconds after a lookup, successful or not, during which an unknown key causes no other. */
const cooldownMs = 30_000;
/** Milliseconds between background attempts until keys are available. */
const retryMs = 2_000;
/** Refresh interval in milliseconds. A refresh removes withdrawn keys. */
const refreshMs = 60 * 60 * 1000;

/**
 * Caches the tenant's published key set. Concurrent callers share one lookup. An unknown `kid` causes at most one lookup per
 * cool-down. Keys do not expire, so an outage of the identity provider does not invalidate known keys.
 */
export function createSigningKeys(options: SigningKeysOptions) {
  const { http, configurations, tenantId, clock = systemClock, onFailure } = options;
  const closing = new AbortController();
  let known: ReturnType<typeof createLocalJWKSet> | undefined;
  let underWay: Promise<void> | undefined;
  let last: { readonly endedMs: number; readonly outcome: Promise<void> } | undefined;

  async function fetchKeys(): Promise<void> {
    const { jwks_uri } = await configurations.refresh(tenantId);
    known = toKeySet(await fetchPublished('key set', jwks_uri, http, clock));
  }

  function lookUp(): Promise<void> {
    if (underWay !== undefined) return underWay;
    const started = fetchKeys().finally(() => {
      underWay = undefined;
      last = { endedMs: clock.monotonicMs(), outcome: started };
    });
    started.catch((error: unknown) => onFailure?.(error));
    underWay = started;
    return started;
  }

  /** Returns the lookup in progress, the last one during its cool-down, or a new one. */
  const lookUpForToken = (): Promise<void> =>
    underWay === undefined && last !== undefined && clock.monotonicMs() < last.endedMs + cooldownMs
      ? last.outcome
      : lookUp();

  async function keepFresh(): Promise<void> {
    while (!closing.signal.aborted) {
      await lookUp().catch(() => undefined);
      await clock.sleep(known === undefined ? retryMs : refreshMs, closing.signal).catch(() => undefined);
    }
  }

  const findKnown = async (header: JWTHeaderParameters, token: FlattenedJWSInput): Promise<SigningKey> => {
    if (known === undefined) throw new errors.JWKSNoMatchingKey();
    const keys = known;
    const key = await keys(header, token);
    // Entra adds `issuer`, which jose's type does not declare.
    const published: { kid?: string; issuer?: unknown } | undefined = keys
      .jwks()
      .keys.find(({ kid }) => kid === header.kid);
    return { key, issuer: typeof published?.issuer === 'string' ? published.issuer : undefined };
  };

  return {
    /** Finds the key for the header's `kid`. Throws jose's errors, or Problem `entra_unavailable`. */
    find: async (header: JWTHeaderParameters, token: FlattenedJWSInput): Promise<SigningKey> => {
      try {
        return await findKnown(header, token);
      } catch (error) {
        // Any other error means that the key itself is unusable.
        if (!(error instanceof errors.JOSEError)) throw unavailable(error);
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      }
      await lookUpForToken();
      return await findKnown(header, token);
    },
    isReady: () => known !== undefined,
    /** Fetches the keys in the background and refreshes them until `close`. */
    start: () => void keepFresh(),
    close: () => closing.abort(),
  };
}

/** Rejects an empty key set, which would refuse every token. */
function toKeySet(document: unknown): ReturnType<typeof createLocalJWKSet> {
  try {
    const keys = createLocalJWKSet(document as JSONWebKeySet);
    if (keys.jwks().keys.length > 0) return keys;
  } catch (cause) {
    throw unavailable(cause);
  }
  throw unavailable('the key set is empty');
}
