import type { IncomingMessage, ServerResponse } from 'node:http';
import { graphScopes, requiredScopes } from '../contract/graphScopes.js';
import { sendEntraPage } from './consentPage.js';
import type { EntraContext } from './entraContext.js';
import { readForm } from './httpServer.js';
import { clientId, tenantId } from './tenant.js';

/** Paths of the admin consent endpoint. Entra does not accept `common` here. */
export const adminConsentPaths: ReadonlySet<string> = new Set(
  [tenantId, 'organizations'].map((tenant) => `/${tenant}/v2.0/adminconsent`),
);

const descriptions: Readonly<Record<string, string>> = {
  [graphScopes.delegations]: 'Read delegation settings',
  [graphScopes.self]: 'Sign in and read user profile',
  [graphScopes.names]: 'Read all users’ basic profiles',
  [graphScopes.profiles]: 'Read all users’ full profiles',
  [graphScopes.presence]: 'Read presence information of all users in your organization',
};

const roles = ['Cloud Application Administrator', 'Global Administrator', 'no administrator'] as const;

/**
 * Grants exactly the requested scopes for the whole tenant, as Entra does. Earlier grants that are not
 * requested are removed.
 * The browser returns to `redirect_uri`. A refusal also carries `admin_consent=True`.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export async function adminConsentPage(
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
  context: EntraContext,
): Promise<void> {
  const { graphOrigin, registration } = context;
  const send = (status: number, title: string, body: string) => {
    sendEntraPage(response, 'An administrator', title, body, status);
  };
  const wanted = toScopes(query.get('scope') ?? '', graphOrigin);
  const fault = findFault(query, wanted, registration.redirectUris);
  if (fault !== undefined) {
    send(400, 'Sorry, but we’re having trouble signing you in.', `<p>${fault}</p>`);
    return;
  }
  if (request.method !== 'POST') {
    send(200, 'Permissions requested', form(wanted));
    return;
  }
  const answer = await readForm(request);
  const back = new URL(query.get('redirect_uri') ?? '');
  const state = query.get('state');
  back.searchParams.set('admin_consent', 'True');
  if (answer.get('choice') !== 'accept') {
    back.searchParams.set('error', 'consent_required');
    back.searchParams.set(
      'error_description',
      'AADSTS65004: The resource owner or authorization server denied the request.',
    );
  } else if (answer.get('role') === 'no administrator') {
    send(200, 'Need admin approval', '<p>AADSTS90094: only an administrator can grant this.</p>');
    return;
  } else {
    context.state.grantedForAll = new Set(wanted);
    back.searchParams.set('tenant', tenantId);
    back.searchParams.set('scope', wanted.map((scope) => `${graphOrigin}/${scope}`).join(' '));
  }
  if (state !== null) back.searchParams.set('state', state);
  response.writeHead(302, { location: back.href }).end();
}

/**
 * Short scope names. `.default` expands to the permissions of the registration. A scope without a resource
 * belongs to Graph.
 */
const toScopes = (text: string, graphOrigin: string): string[] =>
  text
    .split(' ')
    .filter((scope) => scope !== '')
    .map((scope) => scope.replace(`${graphOrigin}/`, ''))
    .flatMap((scope) => (scope === '.default' ? [...requiredScopes] : [scope]));

/** Finds a fault that Entra shows on its own page, without a redirect back to the app. */
function findFault(
  query: URLSearchParams,
  wanted: readonly string[],
  redirectUris: readonly string[],
): string | undefined {
  if (query.get('client_id') !== clientId) return 'AADSTS700016: Application was not found in the directory.';
  const redirectUri = query.get('redirect_uri');
  if (redirectUri === null) return 'AADSTS900971: No reply address provided.';
  if (!redirectUris.includes(redirectUri))
    return 'AADSTS50011: The redirect URI does not match the redirect URIs configured for the application.';
  if (wanted.length === 0) return 'AADSTS900144: The request must contain the parameter: scope.';
  const unknown = wanted.some((scope) => !(scope in descriptions));
  return unknown ? 'AADSTS650053: The application asked for a scope that doesn’t exist.' : undefined;
}

const form = (wanted: readonly string[]): string =>
  `<p>Call Delegates, for your organization:</p>
<ul>${wanted.map((scope) => `<li>${descriptions[scope] ?? scope}</li>`).join('')}</ul>
<form method="post">
<label>Signed in as <select name="role">${roles.map((role) => `<option>${role}</option>`).join('')}</select></label><br>
<button name="choice" value="cancel">Cancel</button>
<button name="choice" value="accept" class="primary">Accept</button></form>`;
