import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ssoScope } from '../../contract/paths.js';
import { fillPlaceholders } from '../appPackage/placeholders.js';
import type { Environment } from '../environmentFiles.js';
import { GraphRefusal, type Graph } from './graph.js';
import { ToolError } from '../ToolError.js';

const applicationShape = z.object({ id: z.string(), appId: z.string() });
const scopesShape = z.object({
  api: z.object({ oauth2PermissionScopes: z.array(z.object({ id: z.string(), value: z.string() })) }),
});
const manifestShape = z.looseObject({
  displayName: z.string(),
  signInAudience: z.string(),
  api: z.looseObject({ preAuthorizedApplications: z.array(z.unknown()) }),
});

export type Registration = {
  readonly graph: Graph;
  /** The text of aad.manifest.json with its placeholders. */
  readonly manifest: string;
  readonly variables: Environment;
  /** The file that messages name as the place to set a variable. */
  readonly variablesFile: string;
  /** Saves the ids that are known so far, so that a later run can continue. */
  readonly keep: (variables: Readonly<Record<string, string>>) => void;
  readonly say: (line: string) => void;
};

/**
 * Updates the app registration from the manifest. Creates it unless AAD_APP_CLIENT_ID names one. Safe to
 * repeat. Throws ToolError.
 */
export async function register(options: Registration): Promise<{ readonly objectId: string }> {
  const { graph, variables, keep, say } = options;
  const known = {
    AAD_APP_CLIENT_ID: '00000000-0000-0000-0000-000000000000',
    AAD_APP_OBJECT_ID: 'new',
    AAD_APP_ACCESS_AS_USER_PERMISSION_ID: randomUUID(),
    ...variables,
  };
  // Throws for missing variables before anything is created.
  const { displayName, signInAudience } = readManifest(options, known);

  const given = variables['AAD_APP_CLIENT_ID'];
  const { id, appId } = applicationShape.parse(
    given === undefined
      ? (await graph('POST', '/applications', { body: { displayName, signInAudience } })).json
      : (await graph('GET', `/applications(appId='${given}')`)).json,
  );
  const ids = { AAD_APP_CLIENT_ID: appId, AAD_APP_OBJECT_ID: id };
  // Save the ids immediately: without them another run would create a second registration.
  keep(ids);
  say(`${displayName}: ${given === undefined ? 'registered' : 'found'}, client id ${appId}`);

  const { json } = await graph('GET', `/applications/${id}?$select=api`);
  const exposed = scopesShape
    .safeParse(json)
    .data?.api.oauth2PermissionScopes.find(({ value }) => value === ssoScope);
  const scope = {
    AAD_APP_ACCESS_AS_USER_PERMISSION_ID: exposed?.id ?? known.AAD_APP_ACCESS_AS_USER_PERMISSION_ID,
  };
  keep(scope);
  for (const { what, body } of toUpdates(readManifest(options, { ...known, ...ids, ...scope }))) {
    await graph('PATCH', `/applications/${id}`, { body });
    say(what);
  }

  const principal = await graph('GET', `/servicePrincipals(appId='${appId}')`, { orStatus: 404 });
  if (principal.status === 404) await graph('POST', '/servicePrincipals', { body: { appId } });
  say('The service principal exists in the tenant');
  return { objectId: id };
}

/**
 * The two updates, in the order that Graph requires: a client can be pre-authorized only for a scope that an
 * earlier request has added.
 * @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/20177
 */
function toUpdates(manifest: z.infer<typeof manifestShape>) {
  const { id: _id, appId: _appId, ...application } = manifest;
  const { preAuthorizedApplications, ...api } = application.api;
  return [
    {
      what: `Set the scope ${ssoScope} and the requested permissions`,
      body: { ...application, api },
    },
    {
      what: `Pre-authorized ${preAuthorizedApplications.length} clients for it: Microsoft 365 and the app itself`,
      body: { api: application.api },
    },
  ];
}

function readManifest({ manifest, variablesFile }: Registration, variables: Environment) {
  const { text, lines } = fillPlaceholders(manifest, variables, variablesFile);
  if (lines.length > 0) throw new ToolError(...lines);
  return manifestShape.parse(JSON.parse(text));
}

const passwordShape = z.object({ secretText: z.string().min(1) });
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Adds a client secret and keeps the existing ones. Throws ToolError.
 * @returns the secret, which Graph returns only once
 */
export async function addSecret(graph: Graph, objectId: string, days: number): Promise<string> {
  const endDateTime = new Date(Date.now() + days * dayMs).toISOString();
  const body = { passwordCredential: { displayName: 'server', endDateTime } };
  try {
    const { json } = await graph('POST', `/applications/${objectId}/addPassword`, { body });
    return passwordShape.parse(json).secretText;
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    throw new ToolError(
      ...error.lines,
      'A policy of the tenant may limit the lifetime of secrets (try --secret-days 90) or forbid them. In that case use a certificate or a managed identity.',
    );
  }
}
