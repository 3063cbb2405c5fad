import { getSsoToken } from './teams.js';
import { withLimit } from './withLimit.js';

export type SsoTokens = ReturnType<typeof createSsoTokens>;

/** Milliseconds. */
const hostLimitMs = 15_000;
const expiryMarginMs = 30_000;
const unknownExpiryMs = 5 * 60_000;

type Held = { readonly token: string; readonly expiresMs: number; readonly renew: () => Promise<string> };

/**
 * Bearer tokens for our API.
 * @param askHost requests a token silently
 */
export function createSsoTokens(askHost: () => Promise<string> = getSsoToken) {
  let held: Held | undefined;
  let last: string | undefined;
  /** Shared by concurrent requests, because hosts can fail on parallel ones. */
  let pending: Promise<string> | undefined;

  /**
   * Uses this token until shortly before it expires: the host's cached token lacks what an interactive sign-in added.
   * @returns false for the token that was used last
   */
  const hold = (token: string, renew: () => Promise<string>): boolean => {
    held = { token, expiresMs: readExpiry(token), renew };
    const isNew = token !== last;
    last = token;
    return isNew;
  };
  const request = async (): Promise<string> => {
    if (held !== undefined) {
      const { renew } = held;
      try {
        hold(await renew(), renew);
      } catch {
        held = undefined;
      }
    }
    last = held?.token ?? (await askHost());
    return last;
  };
  /** Returns the held token, or else asks the host. Rejects with the host's error, or TimedOut after 15 s. */
  const get = async (): Promise<string> => {
    if (held !== undefined && held.expiresMs - expiryMarginMs > Date.now()) return held.token;
    const mine = (pending ??= request());
    const end = () => {
      if (pending === mine) pending = undefined;
    };
    return await withLimit(mine, hostLimitMs).finally(end);
  };
  /** Called with a token that the server refused. Drops a held token, so that the next request asks the host. */
  const drop = (token: string): void => {
    if (held?.token === token) held = undefined;
  };
  // The first token has no time limit, so that a late answer is still used.
  return { first: request(), get, hold, drop };
}

/** Milliseconds since the epoch. The token is not verified. */
function readExpiry(token: string): number {
  try {
    const payload = token.split('.')[1] ?? '';
    const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: number };
    if (exp !== undefined) return exp * 1000;
  } catch {
    // Not a JWT. The server refuses it.
  }
  return Date.now() + unknownExpiryMs;
}
