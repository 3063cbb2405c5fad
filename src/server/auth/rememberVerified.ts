import { LRUCache } from 'lru-cache';
import { hashSsoToken, type VerifiedToken, type VerifySsoToken } from './verifySsoToken.js';

/** Keyed by the hash of the token. */
export type KnownTokens = LRUCache<string, Omit<VerifiedToken, 'ssoToken'>>;

/** @param max maximum number of tokens; the least recently used is evicted */
export const createKnownTokens = (max: number): KnownTokens => new LRUCache({ max });

/**
 * Skips verification of a token that was already verified, until the token expires. Refusals are not cached.
 * A withdrawn signing key stays effective for tokens that are already cached.
 * Stores only hashes of whole tokens, including the signature, and the user. It never stores a token.
 * @param nowMs ms since the epoch
 */
export function rememberVerified(
  verify: VerifySsoToken,
  known: KnownTokens,
  nowMs: () => number = Date.now,
): VerifySsoToken {
  return async (token) => {
    const key = hashSsoToken(token);
    const remembered = known.get(key);
    if (remembered !== undefined && remembered.expiresAt * 1000 > nowMs()) {
      const { tenantId, objectId, tokenHash, expiresAt } = remembered;
      return { tenantId, objectId, ssoToken: token, tokenHash, expiresAt };
    }
    known.delete(key);
    const verified = await verify(token);
    const { ssoToken: _, ...rest } = verified;
    if (rest.expiresAt * 1000 > nowMs()) known.set(key, rest);
    return verified;
  };
}
