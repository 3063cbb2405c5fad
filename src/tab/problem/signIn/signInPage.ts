import type { LanguageTag } from '../../../contract/languages.js';
import type { PageConfig } from '../../../contract/pageConfig.js';
import { pages } from '../../../contract/paths.js';

/** Parameters of `/auth/start`. */
export type SignInRequest = {
  /** Empty when the sign-in is for consent. */
  readonly claims: string;
  /** Tenant of the SSO token. */
  readonly tenantId: string | undefined;
  readonly loginHint: string | undefined;
};

/** Part of a guest's name in the resource tenant. Entra does not know such a name in the guest's home tenant. */
const guestMark = '#EXT#';

/**
 * Returns the address of the sign-in window. The request is in the fragment, which no server or access log sees. Only
 * the language is in the query.
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
