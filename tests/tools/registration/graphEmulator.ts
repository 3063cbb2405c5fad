import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';

type Scope = { readonly id: string; readonly value: string };
type Api = {
  readonly oauth2PermissionScopes: readonly Scope[];
  readonly preAuthorizedApplications: readonly { readonly delegatedPermissionIds: readonly string[] }[];
};
export type Application = {
  id: string;
  appId: string;
  api: Api;
  passwords: unknown[];
  [property: string]: unknown;
};

export type GraphEmulator = {
  readonly endpoint: string;
  readonly applications: Application[];
  readonly servicePrincipals: string[];
  /** Method and path of each request, with placeholders for ids. */
  readonly asked: string[];
  /** Number of requests for a new application that are answered with 404, as directly after its creation. */
  missing: number;
  /** A tenant policy limits the lifetime of secrets. */
  refusesSecrets: boolean;
  readonly close: () => Promise<void>;
};

type Answer = readonly [status: number, body?: unknown];
const refuse = (status: number, code: string, message: string): Answer => [
  status,
  { error: { code, message } },
];
const emptyApi: Api = { oauth2PermissionScopes: [], preAuthorizedApplications: [] };

/** Emulates the part of Microsoft Graph that registers applications, including its refusals. */
export async function startGraphEmulator(token: string): Promise<GraphEmulator> {
  const graph: Omit<GraphEmulator, 'endpoint' | 'close'> = {
    applications: [],
    servicePrincipals: [],
    asked: [],
    missing: 0,
    refusesSecrets: false,
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://graph').pathname);
    const method = request.method ?? '';
    graph.asked.push(`${method} ${path.replaceAll(/(?<=\/applications\/|=')[^/']+/g, '…')}`);
    if (request.headers.authorization !== `Bearer ${token}`)
      return refuse(401, 'InvalidAuthenticationToken', 'No.');
    const body = (method === 'GET' ? {} : await readJson(request)) as Record<string, unknown>;

    if (method === 'POST' && path === '/v1.0/applications') {
      const made = {
        ...body,
        id: randomUUID(),
        appId: randomUUID(),
        api: emptyApi,
        passwords: [],
      };
      graph.applications.push(made);
      return [201, made];
    }
    if (path.startsWith('/v1.0/servicePrincipals')) return principals(method, path, body);
    const [, key = '', , rest = ''] =
      /^\/v1\.0\/applications(\(appId='[^']+'\)|\/[^/]+)(\/(.*))?$/.exec(path) ?? [];
    const application = graph.applications.find(({ id, appId }) => key.includes(id) || key.includes(appId));
    if (application === undefined || graph.missing > 0) {
      graph.missing -= 1;
      return refuse(404, 'Request_ResourceNotFound', 'Resource does not exist.');
    }
    if (rest === 'addPassword') {
      if (graph.refusesSecrets) {
        return refuse(
          400,
          'CredentialInvalidLifetimeAsPerAppPolicy',
          'Credential lifetime exceeds the max value allowed as per assigned policy.',
        );
      }
      application.passwords.push(body['passwordCredential']);
      return [200, { secretText: 'a~secret.of-Entra_1' }];
    }
    return method === 'PATCH' ? update(application, body) : [200, application];
  };

  const principals = (method: string, path: string, { appId }: Record<string, unknown>): Answer => {
    if (method === 'POST') {
      graph.servicePrincipals.push(String(appId));
      return [201, {}];
    }
    return graph.servicePrincipals.some((one) => path.includes(one))
      ? [200, {}]
      : refuse(404, 'Request_ResourceNotFound', 'Resource does not exist.');
  };

  const server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(graph, {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  });
}

/** @see https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/2044 (error text) */
function update(application: Application, body: Record<string, unknown>): Answer {
  const fixed = ['id', 'appId'].find((property) => property in body);
  if (fixed !== undefined) return refuse(400, 'Request_BadRequest', `Property '${fixed}' is read-only.`);
  const api = 'api' in body ? { ...emptyApi, ...(body['api'] as Api) } : application.api;
  const known = new Set(application.api.oauth2PermissionScopes.map(({ id }) => id));
  const wanted = api.preAuthorizedApplications.flatMap(
    ({ delegatedPermissionIds }) => delegatedPermissionIds,
  );
  if (wanted.some((id) => !known.has(id))) {
    return refuse(
      400,
      'InvalidAppPermissions',
      'Property api.preAuthorizedApplications.delegatedPermissionIds has a Permission Id that cannot be found in the AppPermissions sets.',
    );
  }
  const after = new Set(api.oauth2PermissionScopes.map(({ id }) => id));
  if ([...known].some((id) => !after.has(id))) {
    return refuse(
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
      'Permission cannot be deleted unless disabled first.',
    );
  }
  Object.assign(application, body, { api });
  return [204];
}
