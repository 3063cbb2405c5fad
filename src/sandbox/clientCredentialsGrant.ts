import { randomUUID } from 'node:crypto';
import { signingKeyOf, type EntraContext } from './entraContext.js';
import { checkClient, refusal, type EntraAnswer } from './onBehalfOfGrant.js';
import { clientId, servicePrincipalId, tenantId } from './tenant.js';
import { sign } from './tokens.js';

/**
 * Issues an app-only token.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export async function grantClientCredentials(
  form: URLSearchParams,
  context: EntraContext,
): Promise<EntraAnswer> {
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
  const now = Math.floor(Date.now() / 1000);
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: await sign(signingKeyOf(context), {
        aud: audience,
        azp: clientId,
        idtyp: 'app',
        oid: servicePrincipalId,
        sub: servicePrincipalId,
        tid: tenantId,
        // Entra omits `roles` while no role is granted. Resource-specific consent is never part of the token.
        ...(state.appRoles.size > 0 && { roles: [...state.appRoles] }),
        iat: now,
        exp: now + 3599,
        uti: randomUUID(),
        ver: '2.0',
      }),
    },
  };
}
