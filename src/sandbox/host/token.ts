import type { DemoPerson } from './demoTenant.js';

type KeptToken = { readonly token: string; readonly expiresMs: number };

/**
 * The host's SSO tokens. It keeps each until it expires, as Teams does: only a request with claims, or one that may ask the
 * user, brings a new one earlier.
 */
export function createTokens(user: () => DemoPerson) {
  const kept = new Map<string, KeptToken>();

  async function fetchToken(claims: readonly string[]): Promise<string> {
    const { id } = user();
    const query = new URLSearchParams({ user: id });
    for (const json of claims) query.append('claims', json);
    const { token } = (await (await fetch(`/sso-token?${query.toString()}`)).json()) as { token: string };
    kept.set(id, { token, expiresMs: readExpiry(token) });
    return token;
  }

  return {
    /** Answers `authentication.getAuthToken`: `[true, token]` or `[false, reason]`. */
    get: async (args: readonly unknown[]): Promise<readonly unknown[]> => {
      const [, claimsArg, silent] = args;
      const claims = Array.isArray(claimsArg) ? claimsArg.map(String) : [];
      const known = kept.get(user().id);
      try {
        const isKnownEnough = claims.length === 0 && silent !== false;
        if (isKnownEnough && known !== undefined && known.expiresMs > Date.now()) return [true, known.token];
        return [true, await fetchToken(claims)];
      } catch {
        return [false, 'Error: the network is gone'];
      }
    },
    forget: () => {
      kept.clear();
    },
  };
}

/** @returns ms since the epoch */
function readExpiry(token: string): number {
  const [, payload = ''] = token.split('.');
  const { exp = 0 } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
    exp?: number;
  };
  return exp * 1000;
}
