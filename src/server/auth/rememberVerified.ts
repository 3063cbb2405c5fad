import { LRUCache } from 'lru-cache';
import { hashSsoToken, type SsoUser, type VerifySsoToken } from './verifySsoToken.js';

/** By hash of the token. */
export type KnownTokens = LRUCache<string, Omit<SsoUser, 'ssoToken'>>;

/** @param max tokens; the least recently used goes first */
export const createKnownTokens = (max: number): KnownTokens => new LRUCache({ max });

/**
 * A token that was verified is not verified again until it expires: its signature cannot change. What is refused is not
 * remembered. A key that Entra withdraws meanwhile counts for the tokens that nobody has shown yet.
 * Kept are hashes of whole tokens, signature included, and who they are for; never a token.
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
    const user = await verify(token);
    const { ssoToken: _, ...rest } = user;
    if (rest.expiresAt * 1000 > nowMs()) known.set(key, rest);
    return user;
  };
}
