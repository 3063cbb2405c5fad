import { createHash } from 'node:crypto';
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
    const key = createHash('sha256').update(token).digest('base64url');
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const user = await verify(token);
    const ttl = user.expiresAt * 1000 - Date.now();
    if (ttl > 0) known.set(key, user, { ttl });
    return user;
  };
}
