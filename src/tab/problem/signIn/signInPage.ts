import type { LanguageTag } from '../../../contract/languages.js';
import type { PageConfig } from '../../../contract/pageConfig.js';
import { pages } from '../../../contract/paths.js';

/** What `/auth/start` signs in with. */
export type SignInRequest = {
  /** Empty: sign in for consent. */
  readonly claims: string;
  /** The tenant of the SSO token. */
  readonly tenantId: string | undefined;
  readonly loginHint: string | undefined;
};

/** The names of guests in the resource tenant contain this; Entra does not know them at the guest's home tenant. */
const guestMark = '#EXT#';

/**
 * The address that the sign-in window opens with. The request is in the fragment, which no server and no access log sees.
 * Only the language is in the query.
 */
export function toSignInUrl(
  { tabEndpoint }: PageConfig,
  { claims, tenantId, loginHint }: SignInRequest,
  lang: LanguageTag,
): URL {
  const url = new URL(`${pages.authStart}?lang=${lang}`, tabEndpoint);
  const request = new URLSearchParams({
    ...(claims !== '' && { claims }),
    ...(tenantId !== undefined && { tenantId }),
    ...(loginHint !== undefined && !loginHint.toUpperCase().includes(guestMark) && { loginHint }),
  });
  url.hash = request.toString();
  return url;
}

export function readSignInRequest(fragment: string): SignInRequest {
  const request = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    claims: request.get('claims') ?? '',
    tenantId: request.get('tenantId') ?? undefined,
    loginHint: request.get('loginHint') ?? undefined,
  };
}
