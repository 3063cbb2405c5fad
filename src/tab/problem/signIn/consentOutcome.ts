export type ConsentEnd =
  | 'signedIn'
  | 'granted'
  | 'onePerson'
  | 'declined'
  | 'needsAdmin'
  | 'requested'
  | 'refused'
  | 'notSetUp'
  | 'unknown';

export type ConsentOutcome = {
  readonly end: ConsentEnd;
  /** Microsoft's error code, such as `AADSTS65004`. Undefined on success. */
  readonly code: string | undefined;
};

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const endByNumber: Readonly<Record<string, ConsentEnd>> = {
  65004: 'declined',
  65001: 'needsAdmin',
  90094: 'needsAdmin',
  900941: 'needsAdmin',
  90095: 'requested',
  50105: 'refused',
  53003: 'refused',
  50011: 'notSetUp',
  50194: 'notSetUp',
  500011: 'notSetUp',
  650052: 'notSetUp',
  650056: 'notSetUp',
  650057: 'notSetUp',
  700016: 'notSetUp',
  90097: 'notSetUp',
  900971: 'notSetUp',
};

const endByError: Readonly<Record<string, ConsentEnd>> = {
  access_denied: 'declined',
  consent_required: 'declined',
  permission_denied: 'declined',
  interaction_required: 'unknown',
  invalid_client: 'notSetUp',
  invalid_request: 'unknown',
  invalid_resource: 'notSetUp',
  invalid_scope: 'notSetUp',
  login_required: 'unknown',
  server_error: 'unknown',
  temporarily_unavailable: 'unknown',
  unauthorized_client: 'notSetUp',
};

/**
 * Reads how consent or sign-in ended from the redirect address. Undefined when the address does not say. Anyone can
 * forge such an address, so use the result only for display.
 * @param fragment holds the response to our own sign-in; an administrator's consent is answered in the query
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function toConsentOutcome(
  query: URLSearchParams,
  fragment = new URLSearchParams(),
): ConsentOutcome | undefined {
  // Errors come first, because a refusal also carries admin_consent=True.
  for (const answer of [query, fragment]) {
    const error = answer.get('error');
    if (error === null) continue;
    const byNumber = toErrorOutcome(answer.get('error_description') ?? '');
    if (byNumber !== undefined) return byNumber;
    const end = Object.hasOwn(endByError, error) ? endByError[error] : undefined;
    return end === undefined ? { end: 'unknown', code: 'unknown_error' } : { end, code: error };
  }
  const adminConsent = query.get('admin_consent');
  if (adminConsent !== null)
    return adminConsent.toLowerCase() === 'true'
      ? { end: 'granted', code: undefined }
      : { end: 'unknown', code: 'unknown_error' };
  if (fragment.has('code') || query.has('signed_in')) return { end: 'signedIn', code: undefined };
  return query.has('code') ? { end: 'onePerson', code: undefined } : undefined;
}

/** Maps Entra's error number to an outcome. Undefined when the text has none. */
export function toErrorOutcome(error: unknown): ConsentOutcome | undefined {
  const number = /AADSTS(\d{4,7})\b/.exec(String(error))?.[1];
  return number === undefined
    ? undefined
    : { end: endByNumber[number] ?? 'unknown', code: `AADSTS${number}` };
}

/** Returns true if Entra, nested app authentication or our sign-in page reports that only an administrator can consent. */
export const isNeedsAdmin = (text: string): boolean =>
  /AADSTS(65001|90094|900941|90095)\b|consent_required|needsAdmin/.test(text);

/** Encodes the outcome as a query without any of Microsoft's text. */
export function toQuery({ end, code }: ConsentOutcome): string {
  if (code !== undefined)
    return code.startsWith('AADSTS') ? `error=error&error_description=${code}` : `error=${code}`;
  if (end === 'onePerson') return 'code=1';
  return end === 'signedIn' ? 'signed_in=1' : 'admin_consent=True';
}
