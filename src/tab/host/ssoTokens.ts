import { getSsoToken } from './teams.js';
import { withLimit } from './withLimit.js';

/** The host has not answered within the limit. */
export class HostSilent extends Error {
  override name = 'HostSilent';
}

/** The bearer tokens of our API. */
export type SsoTokens = {
  /** The token of the start, without a limit: a late answer is used too. */
  readonly first: Promise<string>;
  /** The held token, else the host's. Throws SignInFailed, and HostSilent after 15 s. */
  readonly get: () => Promise<string>;
  /**
   * Uses this token until shortly before it expires: the host's cached token lacks what an interactive sign-in added.
   * @returns false for the token that was used last
   */
  readonly hold: (token: string, renew: () => Promise<string>) => boolean;
  /** The server refused this token: a held one is given up, and the host is asked again. */
  readonly drop: (token: string) => void;
};

/** Milliseconds. */
const hostLimitMs = 15_000;
const expiryMarginMs = 30_000;
const unknownExpiryMs = 5 * 60_000;

type Held = { readonly token: string; readonly expiresMs: number; readonly renew: () => Promise<string> };

/** @param askHost a silent request to the host */
export function createSsoTokens(askHost: () => Promise<string> = getSsoToken): SsoTokens {
  let held: Held | undefined;
  let last: string | undefined;
  /** Hosts may fail on parallel requests. */
  let pending: Promise<string> | undefined;

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
  const get = async (): Promise<string> => {
    if (held !== undefined && held.expiresMs - expiryMarginMs > Date.now()) return held.token;
    const mine = (pending ??= request());
    const end = () => {
      if (pending === mine) pending = undefined;
    };
    return await withLimit(mine, hostLimitMs, () => new HostSilent('The host gives no token.')).finally(end);
  };
  const drop = (token: string): void => {
    if (held?.token === token) held = undefined;
  };
  return { first: request(), get, hold, drop };
}

/** Milliseconds since the epoch. The token is not verified here. */
function readExpiry(token: string): number {
  try {
    const payload = token.split('.')[1] ?? '';
    const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: number };
    if (exp !== undefined) return exp * 1000;
  } catch {
    // Not a JWT: the server will say so.
  }
  return Date.now() + unknownExpiryMs;
}
