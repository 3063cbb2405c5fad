import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { TokenUser, VerifiedToken } from './verifySsoToken.js';

export type VerifySsoToken = (token: string) => Promise<VerifiedToken>;

/** Keyed by the hash of the token. */
export type KnownTokens = LRUCache<string, TokenUser>;

/** @param max maximum number of tokens; the least recently used is evicted */
export const createKnownTokens = (max: number): KnownTokens => new LRUCache({ max });

/** SHA-256 over all three segments. */
export const hashSsoToken = (token: string): string => hash('sha256', token, 'base64url');

/**
 * Skips verification of a token that was already verified, until the token expires. Refusals are not cached.
 * A withdrawn signing key stays effective for tokens that are already cached.
 * Stores only hashes of whole tokens, including the signature, and the user. It never stores a token.
 * @param nowMs ms since the epoch
 */
export function rememberVerified(
  verify: (token: string) => Promise<TokenUser>,
  known: KnownTokens,
  nowMs: () => number = Date.now,
): VerifySsoToken {
  const isValid = ({ expiresAt }: TokenUser) => expiresAt * 1000 > nowMs();
  return async (token) => {
    const tokenHash = hashSsoToken(token);
    let user = known.get(tokenHash);
    if (user === undefined || !isValid(user)) {
      known.delete(tokenHash);
      user = await verify(token);
      if (isValid(user)) known.set(tokenHash, user);
    }
    return { ...user, ssoToken: token, tokenHash };
  };
}
