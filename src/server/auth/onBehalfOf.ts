import { hash } from 'node:crypto';
import { graphScopes } from '../../contract/graphScopes.js';
import type { EntraClient } from './entraClient.js';
import { consentRequired } from './entraProblem.js';
import type { createMemoryGraphTokenCache, GraphToken } from './graphTokenCache.js';
import { createSharedCalls } from './sharedCalls.js';
import type { VerifiedToken } from './verifySsoToken.js';

type Exchange = (verified: VerifiedToken, claims: string | undefined) => Promise<GraphToken>;

/**
 * Exchanges an SSO token for a Graph token with the on-behalf-of flow. Does not cache. Throws Problem `consent_required`,
 * `interaction_required`, `sign_in_blocked`, `invalid_token`, `misconfigured` or `entra_unavailable`.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export const createExchange =
  (entra: EntraClient, graphEndpoint: string): Exchange =>
  async (verified, claims) => {
    const { accessToken, scopes, expiresOn } = await entra.acquireToken(verified.tenantId, (client) =>
      client.acquireTokenOnBehalfOf({
        oboAssertion: verified.ssoToken,
        scopes: [`${graphEndpoint}/.default`],
        ...(claims === undefined ? {} : { claims }),
      }),
    );
    return { accessToken, scopes: toShortScopes(scopes), expiresAtMs: expiresOn?.getTime() ?? 0 };
  };

/**
 * Entra returns `User.Read` or `https://graph.microsoft.com/User.Read` for the same scope.
 * If it returns no scopes, msal repeats the requested ones.
 */
function toShortScopes(scopes: readonly string[]): ReadonlySet<string> | undefined {
  const short = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase());
  return short.length === 0 || short.includes('.default') ? undefined : new Set(short);
}

export type Renewal = {
  readonly rejected: Pick<GraphToken, 'accessToken'>;
  /** JSON of Graph's claims challenge. */
  readonly claims?: string | undefined;
};

export type OnBehalfOf = ReturnType<typeof createOnBehalfOf>;

/** Concurrent requests with one SSO token share one exchange. */
export function createOnBehalfOf(
  exchange: Exchange,
  cache: ReturnType<typeof createMemoryGraphTokenCache>,
  observe?: (outcome: 'hit' | 'miss') => void,
) {
  const share = createSharedCalls<GraphToken>();

  async function exchangeOnce(
    key: string,
    verified: VerifiedToken,
    renewal: Renewal | undefined,
  ): Promise<GraphToken> {
    const known = await cache.get(key);
    // A cached token may not satisfy the claims of a challenge.
    const isGood = renewal?.claims === undefined && known?.accessToken !== renewal?.rejected.accessToken;
    if (known !== undefined && isGood) {
      observe?.('hit');
      return known;
    }
    observe?.('miss');
    if (known !== undefined) await cache.delete(key);
    const token = await exchange(verified, renewal?.claims);
    if (token.scopes?.has(graphScopes.delegations.toLowerCase()) === false) {
      throw consentRequired(verified.tenantId, `granted: ${[...token.scopes].join(' ')}`);
    }
    await cache.set(key, token);
    return token;
  }

  return {
    /** Throws what the exchange throws, and Problem `consent_required` if the delegation scope was not granted. */
    getGraphToken: (verified: VerifiedToken, renewal?: Renewal): Promise<GraphToken> => {
      const key = toKey(verified);
      const known = renewal === undefined ? cache.peek(key) : undefined;
      if (known !== undefined) {
        observe?.('hit');
        return Promise.resolve(known);
      }
      const cause = renewal && renewal.rejected.accessToken + (renewal.claims ?? '');
      const flight = cause === undefined ? key : `${key} ${hash('sha256', cause, 'base64url')}`;
      return share(flight, () => exchangeOnce(key, verified, renewal));
    },
    drop: (verified: VerifiedToken): Promise<void> => cache.delete(toKey(verified)),
  };
}

const toKey = ({ tenantId, objectId, tokenHash }: VerifiedToken): string =>
  `${tenantId}.${objectId}.${tokenHash}`;
