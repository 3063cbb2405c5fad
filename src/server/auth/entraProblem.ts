import { z } from 'zod';
import { graphScopes } from '../../contract/graphScopes.js';
import type { ProblemReason } from '../../contract/problem.js';
import { LoggableError, Problem } from '../Problem.js';
import { ownFaults, someOwnFault, type OwnFault } from './ownFaults.js';

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
/** Conditional access by the server's own address; a user who is not assigned to the app. */
const blockedCodes = new Set([53003, 50105]);
const transientCodes = new Set([90033, 50196, 90006, 90024]);

/** What Entra said, without the words of its own, which may name people. */
export class EntraRefusal extends LoggableError {
  override name = 'EntraRefusal';
  /** Entra's numbers, or its status where it gave none. */
  readonly code: string;
  /** When the fault is our own. */
  readonly fault: OwnFault | undefined;

  constructor(said: string, code: string, fault?: OwnFault) {
    super(fault === undefined ? said : `${said}. ${fault.seen} ${fault.mend}`);
    this.code = code;
    this.fault = fault;
  }
}

/**
 * Entra's refusal of a token → Problem, with an EntraRefusal as its cause. Pure.
 * @param body the answer's text; anything but JSON counts as an outage
 * @param tenantId the tenant whose token was requested
 */
export function entraProblem(status: number, body: string, tenantId: string): Problem {
  const parsed = refusal.safeParse(parseJson(body));
  const { error, error_codes, error_description, suberror, claims } = parsed.data ?? refusal.parse({});
  const codes = error_codes.length > 0 ? error_codes : codesInWords(error_description);
  const has = (known: { has: (code: number) => boolean }) => codes.some((code) => known.has(code));
  const numbers = codes.map((code) => `AADSTS${code}`).join(' ');
  const said = ['Entra answered', status, error, suberror, numbers].filter((part) => part !== '').join(' ');
  const code = numbers === '' ? `HTTP ${status}` : numbers;
  const problem = (reason: ProblemReason, detail: string) =>
    new Problem(reason, detail, { cause: new EntraRefusal(said, code) });

  if (!parsed.success || error === '' || status >= 500 || status === 429 || isTransient(status, body)) {
    return problem(
      { code: 'entra_unavailable' },
      'Microsoft Entra ID cannot sign you in right now. Try again in a minute.',
    );
  }
  if (has(consentCodes) || suberror === 'consent_required' || error === 'consent_required') {
    return consentRequired(tenantId, new EntraRefusal(said, code));
  }
  if (has(assertionCodes)) {
    return problem(
      { code: 'invalid_token' },
      'Microsoft Entra ID refused the sign-in token. Open the tab again.',
    );
  }
  const blocked = codes.find((one) => blockedCodes.has(one));
  if (blocked !== undefined) {
    return problem(
      { code: 'sign_in_blocked', entraCode: `AADSTS${blocked}` },
      'A policy of your organization blocks this sign-in.',
    );
  }
  const isOwnFault = has(ownFaults) || error === 'invalid_client' || error === 'unauthorized_client';
  const wantsUser =
    error === 'interaction_required' || error === 'login_required' || error === 'invalid_grant';
  if (!isOwnFault && (claims !== '' || wantsUser)) {
    return problem(
      { code: 'interaction_required', claims, tenantId },
      'Microsoft Entra ID wants you to sign in again.',
    );
  }
  const [fault = someOwnFault] = codes.flatMap((one) => ownFaults.get(one) ?? []);
  return misconfigured(new EntraRefusal(said, code, fault));
}

export const misconfigured = (cause: unknown): Problem =>
  new Problem(
    { code: 'misconfigured' },
    'Microsoft Entra ID refused this app. Its administrator must mend the set-up.',
    { cause },
  );

export const consentRequired = (tenantId: string, cause?: unknown): Problem =>
  new Problem(
    { code: 'consent_required', scopes: [graphScopes.delegations], tenantId },
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
