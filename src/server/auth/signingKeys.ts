import type { CryptoKey, FlattenedJWSInput, JSONWebKeySet, JWTHeaderParameters } from 'jose';
import * as errors from 'jose/errors';
import { createLocalJWKSet } from 'jose/jwks/local';
import { systemClock, type Clock } from '../http/clock.js';
import type { HttpClient } from '../http/httpClient.js';
import { unavailable, type OpenidConfigurations } from './openidConfiguration.js';

export type SigningKeys = {
  /** The key that a header's `kid` names. Throws jose's errors, or Problem `entra_unavailable`. */
  readonly find: (header: JWTHeaderParameters, token: FlattenedJWSInput) => Promise<SigningKey>;
  /** True once the keys are known. */
  readonly isReady: () => boolean;
  /** Fetches the keys, and again now and then, until closed; nobody waits for it. */
  readonly start: () => void;
  readonly close: () => void;
};

export type SigningKey = {
  readonly key: CryptoKey;
  /** The issuer that the key is reserved for, when its publisher names one; it may hold `{tenantid}`. */
  readonly issuer: string | undefined;
};

export type SigningKeysOptions = {
  readonly http: HttpClient;
  readonly configurations: OpenidConfigurations;
  readonly tenantId: string;
  /** Milliseconds after a look-up, failed or not, in which no token causes another. Default 30000. */
  readonly cooldownMs?: number;
  /** Milliseconds between two attempts of its own while there are no keys. Default 2000. */
  readonly retryMs?: number;
  readonly clock?: Clock;
  /** Told of each look-up that failed. */
  readonly onFailure?: (error: unknown) => void;
};

/** Milliseconds that fetching the keys may take, retries included. */
const deadlineMs = 8_000;
/** Milliseconds between two look-ups of known keys, so that withdrawn ones go. */
const refreshMs = 60 * 60 * 1000;

/**
 * The tenant's published key set. However many wait for it, one look-up is under way. A `kid` that is not known causes one,
 * then none until the cool-down is over. Keys do not age out, so that an outage of the publisher locks nobody out.
 */
export function createSigningKeys(options: SigningKeysOptions): SigningKeys {
  const { http, configurations, tenantId, cooldownMs = 30_000, retryMs = 2_000 } = options;
  const { clock = systemClock, onFailure } = options;
  const closing = new AbortController();
  let known: ReturnType<typeof createLocalJWKSet> | undefined;
  let underWay: Promise<void> | undefined;
  let last: { readonly endedMs: number; readonly outcome: Promise<void> } | undefined;

  async function fetchKeys(): Promise<void> {
    const { jwksUri } = await configurations.refresh(tenantId);
    const answer = await http
      .send({
        url: new URL(jwksUri),
        signal: clock.timeout(deadlineMs),
        deadlineMs: clock.nowMs() + deadlineMs,
      })
      .catch((cause: unknown) => {
        throw unavailable(cause);
      });
    if (answer.status !== 200) throw unavailable(`the key set answered ${answer.status}`);
    known = toKeySet(answer.text);
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

  /** For whoever lacks a key: the look-up that is under way, or was just now, or else a new one. */
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
    // Entra's own member, which jose's type does not have.
    const published: { kid?: string; issuer?: unknown } | undefined = keys
      .jwks()
      .keys.find(({ kid }) => kid === header.kid);
    return { key, issuer: typeof published?.issuer === 'string' ? published.issuer : undefined };
  };

  return {
    find: async (header, token) => {
      try {
        return await findKnown(header, token);
      } catch (error) {
        // Whatever is not about the token is about a key that cannot be used.
        if (!(error instanceof errors.JOSEError)) throw unavailable(error);
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      }
      await lookUpForToken();
      return await findKnown(header, token);
    },
    isReady: () => known !== undefined,
    start: () => void keepFresh(),
    close: () => {
      closing.abort();
    },
  };
}

/** A set without keys would lock everybody out, so it counts as none. */
function toKeySet(text: string): ReturnType<typeof createLocalJWKSet> {
  try {
    const keys = createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
    if (keys.jwks().keys.length > 0) return keys;
  } catch (cause) {
    throw unavailable(cause);
  }
  throw unavailable('the key set is empty');
}
