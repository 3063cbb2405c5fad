import { hash } from 'node:crypto';
import { graphScopes } from '../../contract/graphScopes.js';
import { consentRequired } from './entraProblem.js';
import type { Exchange } from './exchange.js';
import type { GraphToken, GraphTokenCache } from './graphTokenCache.js';
import type { VerifiedToken } from './verifySsoToken.js';

/** Requests a replacement for a token that Graph rejected. */
export type Renewal = {
  readonly rejected: Pick<GraphToken, 'accessToken'>;
  /** JSON of Graph's claims challenge. */
  readonly claims?: string | undefined;
};

export type OnBehalfOf = {
  /** Throws what the exchange throws, and Problem `consent_required` if the delegation scope was not granted. */
  getGraphToken: (verified: VerifiedToken, renewal?: Renewal) => Promise<GraphToken>;
  /** Removes the token from the cache. */
  drop: (verified: VerifiedToken) => Promise<void>;
};

export type OnBehalfOfOptions = {
  readonly exchange: Exchange;
  readonly cache: GraphTokenCache;
  readonly observe?: (outcome: 'hit' | 'miss') => void;
};

/** Concurrent requests with one SSO token share one exchange. */
export function createOnBehalfOf({ exchange, cache, observe }: OnBehalfOfOptions): OnBehalfOf {
  const underWay = new Map<string, Promise<GraphToken>>();

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
    getGraphToken: (verified, renewal) => {
      const key = toKey(verified);
      const known = renewal === undefined ? cache.peek(key) : undefined;
      if (known !== undefined) {
        observe?.('hit');
        return Promise.resolve(known);
      }
      const flight = `${key} ${renewal === undefined ? '' : digest(renewal.rejected.accessToken + (renewal.claims ?? ''))}`;
      const running = underWay.get(flight);
      if (running !== undefined) return running;
      const started = exchangeOnce(key, verified, renewal).finally(() => underWay.delete(flight));
      underWay.set(flight, started);
      return started;
    },
    drop: (verified) => cache.delete(toKey(verified)),
  };
}

const toKey = ({ tenantId, objectId, tokenHash }: VerifiedToken): string =>
  `${tenantId}.${objectId}.${tokenHash}`;

const digest = (text: string): string => hash('sha256', text, 'base64url');
