import { LRUCache } from 'lru-cache';
import type { SsoUser, VerifySsoToken } from './verifySsoToken.js';

/**
 * A token that was verified is not verified again until it expires: its signature cannot change. What is refused is not
 * remembered. A key that Entra withdraws meanwhile counts for the tokens that nobody has shown yet.
 * @param maxEntries tokens; the least recently used goes first
 */
export function rememberVerified(verify: VerifySsoToken, maxEntries: number): VerifySsoToken {
  const known = new LRUCache<string, SsoUser>({ max: maxEntries });
  return async (token) => {
    const remembered = known.get(token);
    if (remembered !== undefined) return remembered;
    const user = await verify(token);
    const ttl = user.expiresAt * 1000 - Date.now();
    if (ttl > 0) known.set(token, user, { ttl });
    return user;
  };
}
