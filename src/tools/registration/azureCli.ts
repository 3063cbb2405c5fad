import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { guid, origin } from '../../server/variables.js';
import type { Environment } from '../environmentFiles.js';
import { ToolError } from '../ToolError.js';

const tokenShape = z.object({ accessToken: z.string(), tenant: z.string() });

/** Throws ToolError if the variable is not an origin. */
export function graphEndpointOf(variables: Environment): string {
  const endpoint = origin.safeParse(variables['GRAPH_ENDPOINT'] ?? 'https://graph.microsoft.com');
  if (endpoint.success) return endpoint.data;
  throw new ToolError(`GRAPH_ENDPOINT: ${endpoint.error.issues[0]?.message ?? 'is not an origin'}`);
}

/**
 * Gets a Graph token from the Azure CLI, and the tenant of the signed-in account. Throws ToolError if
 * no one is signed in.
 * @param tenant a GUID; undefined for the account's default tenant
 */
export async function azureCliToken(
  graphEndpoint: string,
  tenant: string | undefined,
): Promise<z.infer<typeof tokenShape>> {
  // On Windows `az` is a batch file, which requires a shell. An origin and a GUID need no quoting.
  const within = guid.safeParse(tenant).success ? ` --tenant ${tenant}` : '';
  try {
    const { stdout } = await promisify(exec)(
      `az account get-access-token --resource ${graphEndpoint}${within} --output json`,
    );
    return tokenShape.parse(JSON.parse(stdout));
  } catch (error) {
    const stderr = (error as { stderr?: string }).stderr?.trim() ?? '';
    throw new ToolError(
      `The Azure CLI has no token for Microsoft Graph${stderr === '' ? '.' : `: ${stderr}`}`,
      `Install it (https://aka.ms/azure-cli), then: az login --allow-no-subscriptions${within}`,
    );
  }
}
