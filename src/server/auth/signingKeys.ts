import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type FlattenedJWSInput,
  type CryptoKey,
  type JWTHeaderParameters,
} from 'jose';
import type { HttpClient } from '../http/httpClient.js';
import { unavailable, type OpenidConfigurations } from './openidConfiguration.js';

export type SigningKeys = {
  /** The key that a header's `kid` names. Throws jose's errors, or Problem `entra_unavailable`. */
  find: (header: JWTHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;
  /** The issuer that the key with this `kid` is reserved for, when its publisher names one. */
  issuerOf: (kid: string) => string | undefined;
  /** True once the keys are known. */
  isReady: () => boolean;
  /** Fetches the keys, and goes on doing so: again soon while there are none, now and then once they are known. */
  start: () => void;
  close: () => void;
};

export type SigningKeysOptions = {
  readonly http: HttpClient;
  readonly configurations: OpenidConfigurations;
  readonly tenantId: string;
  /** Milliseconds between two look-ups that unknown `kid`s can cause. Default 30000. */
  readonly cooldownMs?: number;
  /** Milliseconds between two attempts to fetch the keys while there are none. Default 2000. */
  readonly retryMs?: number;
  /** Told why they cannot be fetched. Those that are known stay. */
  readonly onFailure?: (cause: unknown) => void;
};

type KeySet = { readonly uri: string; readonly set: ReturnType<typeof createRemoteJWKSet> };

/** Milliseconds between two look-ups of the known keys, so that withdrawn ones go. */
const refreshMs = 60 * 60 * 1000;
/** Milliseconds that fetching the keys may take, retries included. */
const deadlineMs = 8_000;

/**
 * The tenant's published key set. A `kid` that is not known causes one look-up, then none until the cool-down is over.
 * Keys do not age out by themselves: once started it fetches them now and then, so that an outage of the publisher locks nobody out.
 */
export function createSigningKeys(options: SigningKeysOptions): SigningKeys {
  const { http, configurations, tenantId, cooldownMs = 30_000, retryMs = 2_000, onFailure } = options;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let current: KeySet | undefined;

  const open = (uri: string): KeySet => ({
    uri,
    set: createRemoteJWKSet(new URL(uri), {
      cooldownDuration: cooldownMs,
      cacheMaxAge: Infinity,
      [customFetch]: async (url) => {
        const answer = await http.send({
          url: new URL(url),
          signal: AbortSignal.timeout(deadlineMs),
          deadlineMs: Date.now() + deadlineMs,
        });
        return new Response(answer.text, { status: answer.status });
      },
    }),
  });

  async function refresh(): Promise<KeySet> {
    const { jwksUri } = await configurations.refresh(tenantId);
    const next = current?.uri === jwksUri ? current : open(jwksUri);
    await next.set.reload().catch((cause: unknown) => {
      throw unavailable(cause);
    });
    current = next;
    return next;
  }

  const isReady = () => current?.set.jwks() !== undefined;

  async function keepFetching(): Promise<void> {
    await refresh().catch(onFailure);
    if (!isClosed) timer = setTimeout(() => void keepFetching(), isReady() ? refreshMs : retryMs).unref();
  }

  return {
    find: async (header, token) => {
      const { set } = current ?? (await refresh());
      try {
        return await set(header, token);
      } catch (error) {
        if (isAboutTheToken(error)) throw error;
        throw unavailable(error);
      }
    },
    issuerOf: (kid) => {
      // Entra's own member, which jose's type does not have.
      const key: { kid?: string; issuer?: unknown } | undefined = current?.set
        .jwks()
        ?.keys.find((one) => one.kid === kid);
      return typeof key?.issuer === 'string' ? key.issuer : undefined;
    },
    isReady,
    start: () => void keepFetching(),
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** jose's errors for a key set that cannot be fetched or read also extend JOSEError; those are not the token's fault. */
const isAboutTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;
