import { randomUUID } from 'node:crypto';
import { listen, sendJson } from './httpServer.js';
import { createSigningKey, issuedNow, sign, verifyWith } from './tokens.js';

const audience = 'api://AzureADTokenExchange';

export type ManagedIdentity = Awaited<ReturnType<typeof startManagedIdentity>>;

/**
 * The local endpoint in Azure that issues the tokens of an app's managed identity.
 * @see https://learn.microsoft.com/azure/container-apps/managed-identity#rest-endpoint-reference
 */
export async function startManagedIdentity(clientId: string) {
  const key = await createSigningKey();
  const secretHeader = randomUUID();
  const issue = () => sign(key, { aud: audience, sub: clientId, ...issuedNow(3600) });
  const running = await listen(async (request, response, url) => {
    const wanted = url.searchParams;
    const isOurs = wanted.get('client_id') === clientId && wanted.get('resource') === audience;
    if (request.headers['x-identity-header'] !== secretHeader || !isOurs) {
      sendJson(response, 400, { statusCode: 400, message: 'No such identity is assigned here.' });
      return;
    }
    sendJson(response, 200, {
      access_token: await issue(),
      expires_on: String(Math.floor(Date.now() / 1000) + 3600),
      resource: audience,
      token_type: 'Bearer',
      client_id: clientId,
    });
  });
  return {
    ...running,
    /** Environment variables that Azure sets for an app with a managed identity. */
    env: { IDENTITY_ENDPOINT: `${running.origin}/msi/token`, IDENTITY_HEADER: secretHeader },
    /** Issues an assertion, as AKS writes it to AZURE_FEDERATED_TOKEN_FILE. */
    issue,
    hasIssued: async (assertion: string): Promise<boolean> =>
      await verifyWith(key, assertion, [audience]).then(
        () => true,
        () => false,
      ),
  };
}
