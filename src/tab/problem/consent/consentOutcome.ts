import type { ConsentEnd } from '../../i18n/PagesText.js';

export type ConsentOutcome = {
  readonly end: ConsentEnd;
  /** Microsoft's own name for what went wrong, such as `AADSTS65004`; undefined when nothing did. */
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
 * How consent ended, as the address says that Microsoft leads back to; undefined when it says nothing of it. Anybody can make
 * up such an address: this is good for words, and for nothing else.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function toConsentOutcome(query: URLSearchParams): ConsentOutcome | undefined {
  // First, since a refusal carries admin_consent=True as well.
  const error = query.get('error');
  if (error !== null) {
    const number = /AADSTS(\d{4,7})\b/.exec(query.get('error_description') ?? '')?.[1];
    if (number !== undefined) return { end: endByNumber[number] ?? 'unknown', code: `AADSTS${number}` };
    const end = Object.hasOwn(endByError, error) ? endByError[error] : undefined;
    return end === undefined ? { end: 'unknown', code: 'unknown_error' } : { end, code: error };
  }
  const adminConsent = query.get('admin_consent');
  if (adminConsent !== null)
    return adminConsent.toLowerCase() === 'true'
      ? { end: 'granted', code: undefined }
      : { end: 'unknown', code: 'unknown_error' };
  return query.has('code') ? { end: 'onePerson', code: undefined } : undefined;
}

/** The same outcome as a query that holds nothing of Microsoft's own text. */
export function toQuery({ end, code }: ConsentOutcome): string {
  if (code === undefined) return end === 'onePerson' ? 'code=1' : 'admin_consent=True';
  return code.startsWith('AADSTS') ? `error=error&error_description=${code}` : `error=${code}`;
}
