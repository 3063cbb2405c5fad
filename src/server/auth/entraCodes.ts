/** Who can change the outcome of a token request that Entra refused. */
export type EntraOutcome =
  'consent' | 'assertion' | 'transient' | 'loop' | 'interaction' | 'device' | 'blocked';

/**
 * Entra's error numbers that decide the answer. Faults of the app's own registration are in `ownFaults`.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const groups: Readonly<Record<EntraOutcome, readonly number[]>> = {
  // Consent is missing, was declined, or needs an administrator.
  consent: [65001, 65004, 90094, 90095, 900941],
  // The SSO token itself is not accepted: a new one is needed, not more from the user.
  assertion: [50013, 50014, 50027, 500131, 500132, 500133, 500136],
  // Passes by itself.
  transient: [90006, 90024, 90033],
  // Entra stops a client that repeats a request. Another attempt would prolong it.
  loop: [50196],
  interaction: [
    // Multifactor authentication: needed, to be set up, failed, or by an external provider.
    50072, 50074, 50076, 50078, 50079, 50158, 500121,
    // No session, one that ended, or one that sign-in frequency ends.
    16000, 50058, 50132, 50133, 50140, 50173, 51006, 70008, 70043, 70044, 70046, 700082, 700084,
    // The sign-in page lets the user set a new password.
    50055, 50125, 50142, 50144,
    // The browser or broker proves the device during an interactive sign-in.
    50097,
  ],
  // The device was not proved. An on-behalf-of exchange has none, while an interactive request for Graph proves it, so with
  // claims an interaction can help; without claims Entra offers no way.
  device: [50129, 50131, 50155, 50187, 530003],
  blocked: [
    // Conditional access on the device or the client app: not compliant, not joined, not approved, not protected.
    53000,
    53001, 53002, 53009,
    // Conditional access on location, risk or other conditions. The location is the address of this server.
    53003, 53004, 53011, 530031, 530032, 530034, 530035,
    // The user is not assigned to the app, or too young for it.
    50105, 54000,
    // The account is unknown in this tenant, deleted, disabled or locked.
    50020, 50034, 50053, 50057, 51004, 90072, 500341, 500571,
    // No tenant can be derived from the request.
    50059, 50128,
    // Only preauthorization by Microsoft would allow this pair of app and API.
    65002,
  ],
};

const outcomes: ReadonlyMap<number, EntraOutcome> = new Map(
  (Object.keys(groups) as EntraOutcome[]).flatMap((outcome) =>
    groups[outcome].map((code) => [code, outcome] as const),
  ),
);

export const entraOutcome = (code: number): EntraOutcome | undefined => outcomes.get(code);
