import { PublicClientApplication } from '@azure/msal-browser';
import { graphScopes, requiredScopes } from '../../contract/graphScopes.js';
import { connectToHost, endSignInWindow } from '../host/teams.js';
import { withLimit } from '../host/withLimit.js';
import type { PageConfig } from '../../contract/pageConfig.js';
import type { ConsentOutcome } from '../problem/signIn/consentOutcome.js';
import { toAuthority, toFullScopes, toRedirectUri } from '../problem/signIn/consentUrls.js';
import type { SignInRequest } from '../problem/signIn/signInPage.js';

/*
 * Signs in by redirect (authorization code with PKCE), so that the user can consent or prove who they are. The token that
 * this brings is thrown away. Needs no host and no opener: either may be missing, and Entra's pages may cut both off.
 */

/** Milliseconds for a host's answer; hosts that opened the window answer at once. */
const hostLimitMs = 5_000;

/** Leaves the page for the identity provider. Rejects when it cannot. */
export async function leaveForSignIn(config: PageConfig, request: SignInRequest): Promise<void> {
  const { claims, loginHint } = request;
  const client = await createClient(config, request.tenantId);
  // Ends a sign-in that was left unfinished in this window.
  await client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
  // A user who has consented and is asked for more proof is not asked for more permissions as well.
  const scopes = claims === '' ? requiredScopes : [graphScopes.delegations];
  await client.loginRedirect({
    scopes: toFullScopes(config.graphEndpoint, scopes),
    ...(loginHint !== undefined && { loginHint }),
    ...(claims !== '' && { claims }),
  });
}

/**
 * Redeems the code in the page's address where msal began this sign-in. Rejects when Entra refuses, and when msal's state is
 * missing.
 */
export async function finishSignIn(config: PageConfig, tenantId: string | undefined): Promise<void> {
  const client = await createClient(config, tenantId);
  await client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
}

async function createClient(config: PageConfig, tenantId: string | undefined) {
  const authority = toAuthority(config, tenantId);
  // msal would fetch it from the authority's https address, which a host on a developer's machine does not have.
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

/** Tells the tab through the host how it ended, where there is a host. The host then closes the window. */
export async function tellTab(
  { hostOrigins }: PageConfig,
  outcome: ConsentOutcome | undefined,
): Promise<void> {
  try {
    await withLimit(connectToHost(hostOrigins), hostLimitMs, () => new Error('No host.'));
  } catch {
    return;
  }
  const end = outcome?.end ?? 'unknown';
  if (end === 'signedIn' || end === 'granted' || end === 'onePerson') endSignInWindow.succeeded();
  // The request waits for an administrator.
  else endSignInWindow.failed(end === 'requested' ? 'needsAdmin' : end);
}
