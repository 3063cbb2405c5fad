import { isSignInNeeded } from './answering.js';
import { dialog, element } from './controls.js';
import type { DemoPerson } from './demoTenant.js';

type KeptToken = { readonly token: string; readonly expiresMs: number };

export type TokenOptions = {
  readonly user: () => DemoPerson;
  /** The error code with which the host refuses a token, if any. */
  readonly refusal: () => string | undefined;
  /** Number of requests that are refused before the host answers with a token. Infinity refuses all. */
  readonly refusals: number;
};

/**
 * The host's SSO tokens. As in Teams, each token is cached until it expires. Only a request with claims, or
 * an interactive one, gets a new token earlier.
 */
export function createTokens({ user, refusal, refusals }: TokenOptions) {
  const kept = new Map<string, KeptToken>();
  /** Refusals that the user has resolved, by user and reason. */
  const ended = new Set<string>();
  let refused = 0;

  /** Returns the reason of a refusal, or undefined if the user resolves it. */
  const refuse = async (isSilent: boolean): Promise<string | undefined> => {
    const reason = refusal();
    if (reason === undefined || refused >= refusals) return undefined;
    const key = `${user().id} ${reason}`;
    if (ended.has(key)) return undefined;
    if (isSilent || !isSignInNeeded(reason)) {
      refused += 1;
      return reason;
    }
    if (!(await askUser('Sign in to Call Delegates', 'Call Delegates needs you to sign in.')))
      return 'CancelledByUser';
    ended.add(key);
    return undefined;
  };

  const fetchToken = async (claims: readonly string[]): Promise<string> => {
    const { id } = user();
    const query = new URLSearchParams({ user: id });
    for (const json of claims) query.append('claims', json);
    const { token } = (await (await fetch(`/sso-token?${query.toString()}`)).json()) as { token: string };
    kept.set(id, { token, expiresMs: readExpiry(token) });
    return token;
  };

  const getKept = async (): Promise<string> => {
    const known = kept.get(user().id);
    return known !== undefined && known.expiresMs > Date.now() ? known.token : await fetchToken([]);
  };

  return {
    /** Answers `authentication.getAuthToken`: `[true, token]` or `[false, reason]`. */
    get: async ([, claimsArg, silentArg]: readonly unknown[]): Promise<readonly unknown[]> => {
      const isSilent = silentArg === true;
      const claims = Array.isArray(claimsArg) ? claimsArg.map(String) : [];
      const { problem } = user();
      try {
        const reason = await refuse(isSilent);
        if (reason !== undefined) return [false, reason];
        // Some hosts ignore claims and return the cached token.
        if (claims.length > 0 && problem === 'mfaByApp') return [true, await getKept()];
        if (claims.length > 0 && (problem === 'mfa' || problem === 'mfaByNothing')) {
          if (isSilent) return [false, 'resourceRequiresMfa'];
          if (!(await askUser('Approve sign-in request', 'Enter 42 in your authenticator app.')))
            return [false, 'CancelledByUser'];
        }
        return [true, claims.length === 0 && isSilent ? await getKept() : await fetchToken(claims)];
      } catch {
        return [false, 'Error: the network is gone'];
      }
    },
    forget: () => {
      kept.clear();
      ended.clear();
      refused = 0;
    },
  };
}

let pending: Promise<boolean> | undefined;

/**
 * Shows a dialog of the host. Resolves with true if the user accepts. A second request joins the open dialog.
 */
function askUser(title: string, text: string): Promise<boolean> {
  pending ??= new Promise<boolean>((resolve) => {
    element('ask-title').textContent = title;
    element('ask-text').textContent = text;
    dialog.returnValue = '';
    dialog.showModal();
    dialog.addEventListener(
      'close',
      () => {
        pending = undefined;
        resolve(dialog.returnValue === 'accept');
      },
      { once: true },
    );
  });
  return pending;
}

/** @returns milliseconds since the epoch */
function readExpiry(token: string): number {
  const [, payload = ''] = token.split('.');
  const { exp = 0 } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
    exp?: number;
  };
  return exp * 1000;
}
