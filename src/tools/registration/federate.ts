import { z } from 'zod';
import { guid } from '../../server/variables.js';
import type { Environment } from '../environmentFiles.js';
import type { Graph } from './graph.js';
import { RegistrationError } from './RegistrationError.js';

const listShape = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      issuer: z.string(),
      subject: z.string(),
      audiences: z.array(z.string()),
    }),
  ),
});

const audience = 'api://AzureADTokenExchange';
const name = 'call-delegates-server';
const needed = ['AAD_APP_CLIENT_ID', 'AAD_APP_TENANT_ID', 'MANAGED_IDENTITY_PRINCIPAL_ID'] as const;

/**
 * Lets a managed identity authenticate as the app, through a federated credential of the registration. Safe
 * to repeat: a new identity replaces the previous one. Throws RegistrationError.
 * @returns the result, in a sentence
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export async function federate(graph: Graph, variables: Environment, variablesFile: string): Promise<string> {
  const wrong = needed.filter((variable) => !guid.safeParse(variables[variable]).success);
  if (wrong.length > 0) {
    throw new RegistrationError(
      ...wrong.map((variable) => `${variable}: must be a GUID; set it in ${variablesFile}`),
    );
  }
  const { AAD_APP_CLIENT_ID: clientId = '', AAD_APP_TENANT_ID: tenantId = '' } = variables;
  const authority = variables['AAD_APP_OAUTH_AUTHORITY_HOST'] ?? 'https://login.microsoftonline.com';
  const credential = {
    issuer: `${authority}/${tenantId}/v2.0`,
    // The object id of the identity, not its client id.
    subject: variables['MANAGED_IDENTITY_PRINCIPAL_ID'] ?? '',
    audiences: [audience],
  };

  const path = `/applications(appId='${clientId}')/federatedIdentityCredentials`;
  const { value } = listShape.parse((await graph('GET', path)).json);
  const same = value.find(
    (one) =>
      one.issuer === credential.issuer &&
      one.subject === credential.subject &&
      one.audiences.includes(audience),
  );
  if (same !== undefined) return `The managed identity proves the app already (${same.name})`;
  const before = value.find((one) => one.name === name);
  if (before === undefined) {
    await graph('POST', path, { body: { name, ...credential } });
    return 'The managed identity proves the app from now on';
  }
  await graph('PATCH', `${path}/${before.id}`, { body: credential });
  return 'The managed identity proves the app, in place of the one before';
}
