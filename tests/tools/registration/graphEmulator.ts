import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { json as readJson } from 'node:stream/consumers';
import { listen } from '../../../src/sandbox/httpServer.js';

type Api = {
  readonly oauth2PermissionScopes: readonly { readonly id: string }[];
  readonly preAuthorizedApplications: readonly { readonly delegatedPermissionIds: readonly string[] }[];
};
type Application = { id: string; appId: string; api: Api; passwords: unknown[] };
type Body = Readonly<Record<string, unknown>>;
type Answer = readonly [status: number, body?: unknown];

export type GraphEmulator = Awaited<ReturnType<typeof startGraphEmulator>>;

const refuse = (status: number, code: string, message: string): Answer => [
  status,
  { error: { code, message } },
];
const notFound = refuse(404, 'Request_ResourceNotFound', 'Resource does not exist.');
const emptyApi: Api = { oauth2PermissionScopes: [], preAuthorizedApplications: [] };

/** Emulates the part of Microsoft Graph that registers applications, including its refusals. */
export async function startGraphEmulator(token: string) {
  const graph = {
    applications: [] as Application[],
    servicePrincipals: [] as string[],
    /** Method and path of each request, with placeholders for ids. */
    asked: [] as string[],
    /** Number of requests for a new application that are answered with 404, as directly after its creation. */
    missing: 0,
    /** A tenant policy limits the lifetime of secrets. */
    refusesSecrets: false,
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { method = '', url = '' } = request;
    const path = decodeURIComponent(new URL(url, 'http://graph').pathname);
    graph.asked.push(`${method} ${path.replaceAll(/(?<=\/applications\/|=')[^/']+/g, '…')}`);
    if (request.headers.authorization !== `Bearer ${token}`)
      return refuse(401, 'InvalidAuthenticationToken', 'No.');
    const body = (method === 'GET' ? {} : await readJson(request)) as Body;

    if (method === 'POST' && path === '/v1.0/applications') {
      const made = { ...body, id: randomUUID(), appId: randomUUID(), api: emptyApi, passwords: [] };
      graph.applications.push(made);
      return [201, made];
    }
    if (method === 'POST' && path === '/v1.0/servicePrincipals') {
      graph.servicePrincipals.push(String(body['appId']));
      return [201, {}];
    }
    if (path.startsWith('/v1.0/servicePrincipals('))
      return graph.servicePrincipals.some((id) => path.includes(id)) ? [200, {}] : notFound;
    const application = graph.applications.find(({ id, appId }) => path.includes(id) || path.includes(appId));
    if (application === undefined || graph.missing > 0) {
      graph.missing -= 1;
      return notFound;
    }
    if (path.endsWith('/addPassword')) {
      if (graph.refusesSecrets)
        return refuse(
          400,
          'CredentialInvalidLifetimeAsPerAppPolicy',
          'Credential lifetime exceeds the max value allowed as per assigned policy.',
        );
      application.passwords.push(body['passwordCredential']);
      return [200, { secretText: 'a~secret.of-Entra_1' }];
    }
    return method === 'PATCH' ? update(application, body) : [200, application];
  };

  const { origin, close } = await listen(async (request, response) => {
    const [status, body] = await answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
  });
  return Object.assign(graph, { endpoint: origin, close });
}

/** @see https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/2044 (error text) */
function update(application: Application, body: Body): Answer {
  const fixed = ['id', 'appId'].find((property) => property in body);
  if (fixed !== undefined) return refuse(400, 'Request_BadRequest', `Property '${fixed}' is read-only.`);
  const api = 'api' in body ? { ...emptyApi, ...(body['api'] as Api) } : application.api;
  const known = application.api.oauth2PermissionScopes.map(({ id }) => id);
  const wanted = api.preAuthorizedApplications.flatMap((client) => client.delegatedPermissionIds);
  if (wanted.some((id) => !known.includes(id)))
    return refuse(
      400,
      'InvalidAppPermissions',
      'Property api.preAuthorizedApplications.delegatedPermissionIds has a Permission Id that cannot be found in the AppPermissions sets.',
    );
  if (known.some((id) => !api.oauth2PermissionScopes.some((scope) => scope.id === id)))
    return refuse(
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
      'Permission cannot be deleted unless disabled first.',
    );
  Object.assign(application, body, { api });
  return [204];
}
