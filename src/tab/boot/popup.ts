import { PublicClientApplication } from '@azure/msal-browser';
import { graphScopes, requiredScopes } from '../../contract/graphScopes.js';
import { pages } from '../../contract/paths.js';
import { connectToHost, endSignInPopup } from '../host/teams.js';
import { toFullScopes, type PopupEnd } from '../problem/consent/consentUrls.js';
import { readPageConfig } from './pageConfig.js';

/**
 * The pop-up: signs in by redirect (authorization code with PKCE), so that the person can consent or prove who they are.
 * The token that this brings is thrown away; the tab is only told how it ended.
 * @returns true once the tab has been told; false while the window goes on to Microsoft. Throws when no host answers.
 */
export async function signIn(): Promise<boolean> {
  const config = readPageConfig();
  const { clientId, authorityHost, tenantId, graphEndpoint, tabEndpoint } = config;
  await connectToHost(config.hostOrigins);
  try {
    const authority = `${authorityHost}/${tenantId}`;
    // Fetched here rather than by msal, which looks below the authority's https address only.
    const metadata = await fetch(`${authority}/v2.0/.well-known/openid-configuration`);
    const client = new PublicClientApplication({
      auth: {
        clientId,
        authority: authority.replace(/^http:/, 'https:'),
        knownAuthorities: [new URL(authorityHost).host],
        authorityMetadata: await metadata.text(),
        redirectUri: new URL(pages.authEnd, tabEndpoint).href,
        clientCapabilities: ['CP1'],
      },
      cache: { cacheLocation: 'sessionStorage' },
    });
    await client.initialize();
    const isEnd = location.pathname === pages.authEnd;
    const result = await client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
    if (isEnd) {
      if (result === null) throw new Error('There is no answer to handle.');
      endSignInPopup.succeeded();
      return true;
    }
    const query = new URLSearchParams(location.search);
    const [loginHint, claims] = [query.get('login_hint'), query.get('claims')];
    // Whoever has consented and is asked for more proof is not asked for more permissions as well.
    const scopes = claims === null ? requiredScopes : [graphScopes.delegations];
    await client.loginRedirect({
      scopes: toFullScopes(graphEndpoint, scopes),
      ...(loginHint !== null && { loginHint }),
      ...(claims !== null && { claims }),
    });
    return false;
  } catch (error) {
    endSignInPopup.failed(toEnd(error));
    return true;
  }
}

/** "Need admin approval", by Entra's numbers. @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const toEnd = (error: unknown): PopupEnd =>
  /AADSTS(90094|900941|90095|65001)\b/.test(String(error)) ? 'needsAdmin' : 'declined';
