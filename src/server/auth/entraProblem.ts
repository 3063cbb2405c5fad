import { z } from 'zod';
import { graphScopes } from '../../contract/graphScopes.js';
import type { ProblemReason } from '../../contract/problem.js';
import { Problem } from '../Problem.js';

const refusal = z.object({
  error: z.string().catch(''),
  error_description: z.string().catch(''),
  error_codes: z.array(z.number()).catch([]),
  suberror: z.string().catch(''),
  claims: z.string().catch(''),
});

/** Entra's own numbers, which are steadier than its words. @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const consentCodes = new Set([65001, 65004, 90094, 900941]);
const assertionCodes = new Set([50013, 50027, 500131, 500132, 500133, 500136, 50014]);
const ownFaultCodes = new Set([
  7000215, 7000222, 7000218, 700016, 700027, 700024, 7000229, 7000112, 90002, 500011, 650057, 50049, 70011,
  70021, 700211, 700213,
]);
const transientCodes = new Set([90033, 50196, 90006, 90024]);

/**
 * Entra's refusal of an exchange → Problem. Pure.
 * @param body the answer's text; anything but JSON counts as an outage
 */
export function entraProblem(status: number, body: string): Problem {
  const parsed = refusal.safeParse(parseJson(body));
  const { error, error_codes, error_description, suberror, claims } = parsed.data ?? refusal.parse({});
  const codes = error_codes.length > 0 ? error_codes : codesInWords(error_description);
  const has = (known: ReadonlySet<number>) => codes.some((code) => known.has(code));
  const cause =
    `Entra answered ${status} ${error} ${suberror} ${codes.map((code) => `AADSTS${code}`).join(' ')}`.trim();
  const problem = (reason: ProblemReason, detail: string) => new Problem(reason, detail, { cause });

  if (!parsed.success || error === '' || status >= 500 || status === 429 || isTransient(status, body)) {
    return problem(
      { code: 'entra_unavailable' },
      'Microsoft Entra ID cannot sign you in right now. Try again in a minute.',
    );
  }
  if (has(consentCodes) || suberror === 'consent_required' || error === 'consent_required') {
    return consentRequired(cause);
  }
  if (has(assertionCodes)) {
    return problem(
      { code: 'invalid_token' },
      'Microsoft Entra ID refused the sign-in token. Open the tab again.',
    );
  }
  if (has(ownFaultCodes) || error === 'invalid_client' || error === 'unauthorized_client') {
    return problem(
      { code: 'misconfigured' },
      'Microsoft Entra ID refused this app. Its administrator must mend the set-up.',
    );
  }
  if (
    claims !== '' ||
    error === 'interaction_required' ||
    error === 'login_required' ||
    error === 'invalid_grant'
  ) {
    return problem(
      { code: 'interaction_required', claims },
      'Microsoft Entra ID wants you to sign in again.',
    );
  }
  return problem(
    { code: 'misconfigured' },
    'Microsoft Entra ID refused this app. Its administrator must mend the set-up.',
  );
}

export const consentRequired = (cause?: unknown): Problem =>
  new Problem(
    { code: 'consent_required', scopes: [graphScopes.delegations] },
    `Nobody has agreed yet that this app may read call delegations (${graphScopes.delegations}).`,
    { cause },
  );

/** Worth another attempt, though the status does not say so. */
export function isTransient(status: number, body: string): boolean {
  const parsed = refusal.safeParse(parseJson(body));
  if (!parsed.success || status >= 500) return false;
  const { error, error_codes, error_description } = parsed.data;
  return (
    error === 'temporarily_unavailable' ||
    [...error_codes, ...codesInWords(error_description)].some((code) => transientCodes.has(code))
  );
}

const codesInWords = (description: string): number[] =>
  [...description.matchAll(/AADSTS(\d+)/g)].map((match) => Number(match[1]));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
