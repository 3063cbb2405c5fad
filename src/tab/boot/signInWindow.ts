import { PublicClientApplication } from '@azure/msal-browser';
import { graphScopes, requiredScopes } from '../../contract/graphScopes.js';
import { connectToHost, endSignInWindow } from '../host/teams.js';
import { withLimit } from '../host/withLimit.js';
import type { PageConfig } from '../../contract/pageConfig.js';
import type { ConsentOutcome } from '../problem/signIn/consentOutcome.js';
import { toAuthority, toFullScopes, toRedirectUri } from '../administrator/consentUrls.js';
import type { SignInRequest } from '../problem/signIn/signInPage.js';

/* Signs in by redirect (authorization code with PKCE), so that the user can consent or prove their identity. The
   resulting token is discarded. Works without a host or an opener: either can be missing, and Entra's pages can sever
   both. */

/** Milliseconds to wait for a host's answer. Hosts that opened the window answer immediately. */
const hostLimitMs = 5_000;

/** Navigates to the identity provider. Rejects when it cannot. */
export async function leaveForSignIn(config: PageConfig, request: SignInRequest): Promise<void> {
  const { claims, loginHint } = request;
  const client = await createClient(config, request.tenantId);
  // Ends a sign-in that was left unfinished in this window.
  await client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
  // A user who has consented and must give more proof is not asked for more permissions as well.
  const scopes = claims === '' ? requiredScopes : [graphScopes.delegations];
  await client.loginRedirect({
    scopes: toFullScopes(config.graphEndpoint, scopes),
    ...(loginHint !== undefined && { loginHint }),
    ...(claims !== '' && { claims }),
  });
}

/**
 * Redeems the code in the page's address in the window where msal started the sign-in. Rejects when Entra refuses or
 * msal's state is missing.
 */
export async function finishSignIn(config: PageConfig, tenantId: string | undefined): Promise<void> {
  const client = await createClient(config, tenantId);
  await client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
}

async function createClient(config: PageConfig, tenantId: string | undefined) {
  const authority = toAuthority(config, tenantId);
  // msal would fetch it from the authority's https address, which a local development host does not have.
  const metadata = await fetch(`${authority}/v2.0/.well-known/openid-configuration`);
  const client = new PublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: authority.replace(/^http:/, 'https:'),
      knownAuthorities: [new URL(config.authorityHost).host],
      authorityMetadata: await metadata.text(),
      redirectUri: toRedirectUri(config),
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await client.initialize();
  return client;
}

/** Reports the end to the tab through the host, if there is one. The host then closes the window. */
export async function tellTab(
  { hostOrigins }: PageConfig,
  outcome: ConsentOutcome | undefined,
): Promise<void> {
  try {
    await withLimit(connectToHost(hostOrigins), hostLimitMs);
  } catch {
    return;
  }
  const end = outcome?.end ?? 'unknown';
  if (end === 'signedIn' || end === 'granted' || end === 'onePerson') endSignInWindow.succeeded();
  // The consent request waits for an administrator.
  else endSignInWindow.failed(end === 'requested' ? 'needsAdmin' : end);
}
