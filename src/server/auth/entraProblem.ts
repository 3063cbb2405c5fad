import { z } from 'zod';
import { graphScopes } from '../../contract/graphScopes.js';
import type { ProblemReason } from '../../contract/problem.js';
import { parseJson } from '../outbound/httpClient.js';
import { LoggableError, Problem } from '../Problem.js';
import { ownFaults, someOwnFault, type OwnFault } from './ownFaults.js';

const refusal = z.object({
  error: z.string().catch(''),
  error_description: z.string().catch(''),
  error_codes: z.array(z.number()).catch([]),
  suberror: z.string().catch(''),
  claims: z.string().catch(''),
});

/** Category of an Entra refusal: which step, if any, can change the outcome. */
type EntraOutcome = 'consent' | 'assertion' | 'transient' | 'loop' | 'interaction' | 'device' | 'blocked';

/**
 * AADSTS error numbers by outcome. `ownFaults` covers errors in the app's own registration.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const outcomeCodes: Readonly<Record<EntraOutcome, readonly number[]>> = {
  // Consent is missing, was declined, or requires an administrator.
  consent: [65001, 65004, 90094, 90095, 900941],
  // Entra rejects the SSO token. A new token helps; user interaction does not.
  assertion: [50013, 50014, 50027, 500131, 500132, 500133, 500136],
  transient: [90006, 90024, 90033],
  // Entra detected a client that repeats the same request. Another attempt prolongs the block.
  loop: [50196],
  interaction: [
    // Multifactor authentication is required, not set up, failed, or external.
    50072, 50074, 50076, 50078, 50079, 50158, 500121,
    // The session is missing or expired, or sign-in frequency ended it.
    16000, 50058, 50132, 50133, 50140, 50173, 51006, 70008, 70043, 70044, 70046, 700082, 700084,
    // The user must set a new password on the sign-in page.
    50055, 50125, 50142, 50144,
    // Interactive sign-in can authenticate the device through the browser or broker.
    50097,
  ],
  // Device authentication is required. An on-behalf-of exchange cannot provide it, but an interactive request
  // for Graph can.
  // Interaction therefore helps only if Entra sends claims.
  device: [50129, 50131, 50155, 50187, 530003],
  blocked: [
    // Conditional Access on the device or client app: not compliant, not joined, not approved, or not
    // protected.
    53000, 53001, 53002, 53009,
    // Conditional Access on location, risk or other conditions. Entra evaluates this server's IP address.
    53003, 53004, 53011, 530031, 530032, 530034, 530035,
    // The user is not assigned to the app or is under age.
    50105, 54000,
    // The account does not exist in this tenant, or is deleted, disabled or locked.
    50020, 50034, 50053, 50057, 51004, 90072, 500341, 500571,
    // The request does not identify a tenant.
    50059, 50128,
    // This app and API require preauthorization by Microsoft.
    65002,
  ],
};

/** A refusal by Entra. Excludes the error description, which may contain names. */
export class EntraRefusal extends LoggableError {
  override name = 'EntraRefusal';
  /** Entra's AADSTS numbers, or the HTTP status if there are none. */
  readonly code: string;
  /** Set if the app registration or configuration is at fault. */
  readonly fault: OwnFault | undefined;

  constructor(summary: string, code: string, fault?: OwnFault) {
    super(fault === undefined ? summary : `${summary}. ${fault.message} ${fault.fix}`);
    this.code = code;
    this.fault = fault;
  }
}

/**
 * Maps a token endpoint error to a Problem with an EntraRefusal as its cause.
 * @param body response text; anything but JSON counts as an outage
 * @param tenantId tenant of the requested token
 */
export function entraProblem(status: number, body: string, tenantId: string): Problem {
  const parsed = parseRefusal(body);
  const { error, codes, suberror, claims } = parsed;
  const has = (outcome: EntraOutcome) => findCode(codes, outcome) !== undefined;
  const numbers = codes.map((code) => `AADSTS${code}`).join(' ');
  const summary = ['Entra returned', status, error, suberror, numbers]
    .filter((part) => part !== '')
    .join(' ');
  const code = numbers === '' ? `HTTP ${status}` : numbers;
  const problem = (reason: ProblemReason, detail: string) =>
    new Problem(reason, detail, { cause: new EntraRefusal(summary, code) });

  const isOutage = error === '' || status >= 500 || status === 429;
  if (isOutage || isTransient(status, body) || has('loop')) {
    return problem(
      { code: 'entra_unavailable' },
      'Microsoft Entra ID cannot sign you in right now. Try again in a minute.',
    );
  }
  if (has('consent') || suberror === 'consent_required' || error === 'consent_required') {
    return consentRequired(tenantId, new EntraRefusal(summary, code));
  }
  if (has('assertion')) {
    return problem(
      { code: 'invalid_token' },
      'Microsoft Entra ID rejected the sign-in token. Open the tab again.',
    );
  }
  const isOwnFault =
    codes.some((one) => ownFaults.has(one)) || error === 'invalid_client' || error === 'unauthorized_client';
  if (!isOwnFault) {
    const block = findBlock(parsed);
    if (block !== undefined) {
      return problem(
        { code: 'sign_in_blocked', entraCode: `AADSTS${block}` },
        'Microsoft Entra ID blocks this sign-in. Signing in again does not help.',
      );
    }
    const wantsUser =
      error === 'interaction_required' || error === 'login_required' || error === 'invalid_grant';
    if (claims !== '' || wantsUser || has('interaction')) {
      return problem(
        { code: 'interaction_required', claims, tenantId },
        'Microsoft Entra ID requires you to sign in again.',
      );
    }
  }
  const [fault = someOwnFault] = codes.flatMap((one) => ownFaults.get(one) ?? []);
  return misconfigured(new EntraRefusal(summary, code, fault));
}

const findCode = (codes: readonly number[], ...outcomes: readonly EntraOutcome[]): number | undefined =>
  codes.find((code) => outcomes.some((outcome) => outcomeCodes[outcome].includes(code)));

/** Returns the AADSTS number if no sign-in in this app can help. */
function findBlock({ error, codes, suberror, claims }: Refusal): number | undefined {
  const [first] = codes;
  // `message_only`: the client can only show a message.
  if (suberror === 'message_only') return first;
  const blocked = claims === '' ? findCode(codes, 'blocked', 'device') : findCode(codes, 'blocked');
  if (blocked !== undefined) return blocked;
  const canInteractionHelp =
    claims !== '' || suberror === 'basic_action' || findCode(codes, 'interaction') !== undefined;
  // Without claims, a sign-in would return the same SSO token and cause the same refusal.
  // Report the number to an administrator instead of looping.
  return error === 'invalid_grant' && !canInteractionHelp ? first : undefined;
}

export const misconfigured = (cause: unknown): Problem =>
  new Problem(
    { code: 'misconfigured' },
    'Microsoft Entra ID rejected this app. An administrator must fix its configuration.',
    { cause },
  );

export const consentRequired = (tenantId: string, cause?: unknown): Problem =>
  new Problem(
    { code: 'consent_required', scopes: [graphScopes.delegations], tenantId },
    `Neither you nor an administrator has granted this app permission to read call delegations (${graphScopes.delegations}).`,
    { cause },
  );

/** Detects transient errors that the HTTP status does not indicate. */
export function isTransient(status: number, body: string): boolean {
  const { error, codes } = parseRefusal(body);
  return status < 500 && (error === 'temporarily_unavailable' || findCode(codes, 'transient') !== undefined);
}

type Refusal = ReturnType<typeof parseRefusal>;

/** Everything is empty if the body is not an error of Entra. */
function parseRefusal(body: string) {
  const { error_codes, error_description, ...rest } = refusal.catch(refusal.parse({})).parse(parseJson(body));
  const described = [...error_description.matchAll(/AADSTS(\d+)/g)].map((match) => Number(match[1]));
  return { ...rest, codes: error_codes.length > 0 ? error_codes : described };
}
