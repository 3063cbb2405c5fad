/** Category of an Entra refusal: which step, if any, can change the outcome. */
export type EntraOutcome =
  'consent' | 'assertion' | 'transient' | 'loop' | 'interaction' | 'device' | 'blocked';

/**
 * The AADSTS error numbers by outcome. `ownFaults` covers errors in the app's own registration.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const groups: Readonly<Record<EntraOutcome, readonly number[]>> = {
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

const outcomes: ReadonlyMap<number, EntraOutcome> = new Map(
  (Object.keys(groups) as EntraOutcome[]).flatMap((outcome) =>
    groups[outcome].map((code) => [code, outcome] as const),
  ),
);

export const entraOutcome = (code: number): EntraOutcome | undefined => outcomes.get(code);
