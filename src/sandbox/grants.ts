import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { compactVerify, decodeJwt, importX509 } from 'jose';
import { graphScopes } from '../contract/graphScopes.js';
import { challengeOf, isSatisfied, policyClaims } from './claimsChallenges.js';
import type { EntraContext } from './entraContext.js';
import type { SandboxState } from './state.js';
import { clientId, servicePrincipalId, tenantId, type DemoProblem } from './tenant.js';
import { issuedNow, sign, signGraphToken, verifyWith } from './tokens.js';

export type EntraAnswer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/**
 * An error response of Entra. @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const refusal = (
  error: string,
  code: number,
  words: string,
  more: Readonly<Record<string, unknown>> = {},
  status = 400,
): EntraAnswer => ({
  status,
  body: {
    error,
    error_description: `AADSTS${code}: ${words} Trace ID: ${randomUUID()} Timestamp: ${new Date().toISOString()}`,
    error_codes: [code],
    timestamp: new Date().toISOString(),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    ...more,
  },
});

/**
 * The on-behalf-of grant, with Entra's refusals.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
async function grantOnBehalfOf(form: URLSearchParams, context: EntraContext): Promise<EntraAnswer> {
  const { state, registration, signingKey, graphOrigin } = context;
  const clientRefusal = await checkClient(form, context);
  if (clientRefusal !== undefined) return clientRefusal;
  if (form.get('requested_token_use') !== 'on_behalf_of') {
    return refusal('invalid_request', 900144, "The request body must contain 'requested_token_use'.");
  }
  if (!(form.get('scope') ?? '').split(' ').includes(`${graphOrigin}/.default`)) {
    return refusal('invalid_scope', 70011, 'The provided value for scope is not valid.');
  }
  const claims = await verifyWith(signingKey, form.get('assertion') ?? '', [
    clientId,
    registration.identifierUri,
  ]).catch(() => undefined);
  if (claims === undefined) return refusal('invalid_grant', 50013, 'Assertion failed signature validation.');

  const objectId = String(claims['oid']);
  const problem = state.people.get(objectId)?.problem;
  const scopes = grantedScopes(state, objectId);
  if (scopes.length === 0) {
    const words = 'The user or administrator has not consented to use the application.';
    return refusal('invalid_grant', 65001, words, { suberror: 'consent_required' });
  }
  const challenge = challengeOf(problem);
  if (challenge !== undefined && !isSatisfied(challenge, claims)) {
    return refusal('interaction_required', challenge.code, challenge.words, {
      suberror: 'basic_action',
      claims: challenge.claims,
    });
  }
  const refused = problem && refusals[problem]?.();
  if (refused !== undefined) return refused;
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      scope: scopes.map((scope) => `${graphOrigin}/${scope}`).join(' '),
      expires_in: 4200,
      ext_expires_in: 4200,
      access_token: await signGraphToken(signingKey, graphOrigin, objectId, scopes),
    },
  };
}

/**
 * Issues an app-only token.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
async function grantClientCredentials(form: URLSearchParams, context: EntraContext): Promise<EntraAnswer> {
  const { registration, graphOrigin, state } = context;
  const clientRefusal = await checkClient(form, context);
  if (clientRefusal !== undefined) return clientRefusal;
  const audiences: Readonly<Record<string, string>> = {
    [`${graphOrigin}/.default`]: graphOrigin,
    [`${registration.identifierUri}/.default`]: clientId,
  };
  const audience = audiences[form.get('scope') ?? ''];
  if (audience === undefined) {
    return refusal('invalid_resource', 500011, 'The resource principal was not found in the tenant.');
  }
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: await sign(context.signingKey, {
        aud: audience,
        azp: clientId,
        idtyp: 'app',
        oid: servicePrincipalId,
        sub: servicePrincipalId,
        tid: tenantId,
        // Entra omits `roles` while no role is granted. Resource-specific consent is never part of the token.
        ...(state.appRoles.size > 0 && { roles: [...state.appRoles] }),
        ...issuedNow(3599),
        ver: '2.0',
      }),
    },
  };
}

/** The grants that oidc-provider does not implement as Entra does, by `grant_type`. */
export const grants: Readonly<Record<string, typeof grantOnBehalfOf>> = {
  'urn:ietf:params:oauth:grant-type:jwt-bearer': grantOnBehalfOf,
  client_credentials: grantClientCredentials,
};

const refusals: Partial<Record<DemoProblem, () => EntraAnswer>> = {
  // Entra sends claims here too, although no interaction satisfies them.
  blockedByPolicy: () =>
    refusal('interaction_required', 53003, 'Access has been blocked by Conditional Access policies.', {
      suberror: 'message_only',
      claims: policyClaims('2b8d5c17-6a0e-4f93-8c41-97d3e5a1b602'),
    }),
  notAssigned: () =>
    refusal('invalid_grant', 50105, 'The signed in user is not assigned to a role for the application.'),
  entraDown: () => refusal('temporarily_unavailable', 90033, 'A transient error has occurred.', {}, 503),
  badSecret: () =>
    refusal('invalid_client', 7000222, 'The provided client secret keys are expired.', {}, 401),
};

/** Scopes without consent for users with these problems. */
const missingScopes: Readonly<Record<string, readonly string[]>> = {
  noNames: [graphScopes.names, graphScopes.profiles, graphScopes.presence],
  basicNames: [graphScopes.profiles],
  noOwnProfile: [graphScopes.self, graphScopes.profiles],
};

/** Graph scopes that the user, or an administrator for the whole tenant, has consented to. */
export function grantedScopes(state: SandboxState, objectId: string): readonly string[] {
  const own = consentedBy(state.people.get(objectId)?.problem, !state.consented.has(objectId));
  return [...new Set([...own, ...state.grantedForAll])];
}

/** Scopes that are consented to for one user, without the grants for the whole tenant. */
function consentedBy(problem: DemoProblem | undefined, isOpen: boolean): readonly string[] {
  if ((problem === 'noConsent' || problem === 'needsAdmin') && isOpen) return [];
  const missing = missingScopes[problem ?? ''] ?? [];
  return Object.values(graphScopes).filter((scope) => !missing.includes(scope));
}

/** Returns Entra's refusal of a client that fails to authenticate, or undefined. */
async function checkClient(
  form: URLSearchParams,
  { registration, issuer }: EntraContext,
): Promise<EntraAnswer | undefined> {
  const { secret, certificate, managedIdentity } = registration;
  if (form.get('client_id') !== clientId) {
    return refusal('unauthorized_client', 700016, 'Application was not found in the directory.');
  }
  const assertion = form.get('client_assertion');
  if (assertion !== null && certificate !== undefined) {
    const isGood = await isSignedBy(certificate, assertion, `${issuer}/token`);
    return isGood
      ? undefined
      : refusal('invalid_client', 700027, 'Client assertion failed signature validation.', {}, 401);
  }
  if (assertion !== null && managedIdentity !== undefined) {
    return (await managedIdentity.hasIssued(assertion))
      ? undefined
      : refusal('invalid_client', 700213, 'No matching federated identity record found.', {}, 401);
  }
  if (form.get('client_secret') === secret) return undefined;
  return refusal('invalid_client', 7000215, 'Invalid client secret provided.', {}, 401);
}

async function isSignedBy(certificate: string, assertion: string, audience: string): Promise<boolean> {
  const thumbprint = createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url');
  try {
    const { protectedHeader } = await compactVerify(
      assertion,
      async ({ alg }) => await importX509(certificate, alg),
    );
    const { iss, sub, aud, exp } = decodeJwt(assertion);
    const isFresh = exp !== undefined && exp > Date.now() / 1000;
    return (
      protectedHeader['x5t#S256'] === thumbprint &&
      iss === clientId &&
      sub === clientId &&
      isFresh &&
      aud === audience
    );
  } catch {
    return false;
  }
}
