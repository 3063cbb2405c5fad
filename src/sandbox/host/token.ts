import { dialog, element, pickers } from './controls.js';
import { askSandbox, user, wishes } from './tenant.js';

/** Tokens by user. */
const kept = new Map<string, { readonly token: string; readonly expiresMs: number }>();
/** Refusals that the user has resolved, by user and reason. */
const ended = new Set<string>();
/** Number of requests that are refused before the host answers with a token. */
const refusals = Number(wishes.get('refusals') ?? Infinity);
let refused = 0;

/**
 * Answers `authentication.getAuthToken`: `[true, token]` or `[false, reason]`. As in Teams, each token is
 * cached until it expires. Only a request with claims, or an interactive one, gets a new token earlier.
 */
export async function getToken([, claimsArg, silentArg]: readonly unknown[]): Promise<readonly unknown[]> {
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
}

export function forgetTokens(): void {
  kept.clear();
  ended.clear();
  refused = 0;
}

/** Refusals that end when the user accepts a dialog of the host. */
const needsSignIn = ['resourceRequiresConsent', 'resourceRequiresMfa', 'tokenRevoked'];

/** Returns the reason of a refusal, or undefined if the user resolves it. */
async function refuse(isSilent: boolean): Promise<string | undefined> {
  const [, reason] = /^refuse:(.*)$/s.exec(pickers.answers.value) ?? [];
  if (reason === undefined || refused >= refusals) return undefined;
  const key = `${user().id} ${reason}`;
  if (ended.has(key)) return undefined;
  if (isSilent || !needsSignIn.some((word) => reason.includes(word))) {
    refused += 1;
    return reason;
  }
  if (!(await askUser('Sign in to Call Delegates', 'Call Delegates needs you to sign in.')))
    return 'CancelledByUser';
  ended.add(key);
  return undefined;
}

async function getKept(): Promise<string> {
  const known = kept.get(user().id);
  return known !== undefined && known.expiresMs > Date.now() ? known.token : await fetchToken([]);
}

async function fetchToken(claims: readonly string[]): Promise<string> {
  const { id } = user();
  const query = new URLSearchParams([['user', id], ...claims.map((json) => ['claims', json])]);
  const { token } = await askSandbox<{ token: string }>(`/sso-token?${query.toString()}`);
  kept.set(id, { token, expiresMs: readExpiry(token) });
  return token;
}

/** @returns milliseconds since the epoch */
function readExpiry(token: string): number {
  const [, payload = ''] = token.split('.');
  const { exp = 0 } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
    exp?: number;
  };
  return exp * 1000;
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
