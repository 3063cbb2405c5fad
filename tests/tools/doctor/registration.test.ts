import { microsoft365Hosts } from '../../../src/server/auth/microsoft365Hosts.js';
import type { Config } from '../../../src/server/config.js';
import { checkRegistration } from '../../../src/tools/doctor/registration.js';
import { notSignedIn } from './patient.js';
import { aResult, startSite, type Site, type SiteAnswer } from './site.js';

const clientId = 'a1de4f1c-0000-4000-8000-0000000000bb';
const tenantId = 'a1de4f1c-0000-4000-8000-0000000000aa';
const scopeId = 'a1de4f1c-0000-4000-8000-0000000000cc';
const tabEndpoint = 'https://tab.contoso.com:8443';
const redirectUris = [`${tabEndpoint}/auth/end`, 'brk-multihub://tab.contoso.com:8443'];
const clients = [...microsoft365Hosts.keys(), clientId];
const toClients = (ids: readonly string[], permission = scopeId) =>
  ids.map((appId) => ({ appId, delegatedPermissionIds: [permission] }));
const api = {
  oauth2PermissionScopes: [{ id: scopeId, value: 'access_as_user' }],
  preAuthorizedApplications: toClients(clients),
};
const right = { spa: { redirectUris }, api };
const made = { createdDateTime: '2026-11-01T00:00:00Z', authenticationBehaviors: null };

let graph: Site;
beforeAll(async () => {
  graph = await startSite();
});
afterAll(() => graph.close());

const path = `/v1.0/applications(appId='${clientId}')?$select=`;
async function read(application: SiteAnswer, behaviors: SiteAnswer = { body: made }) {
  graph.setAnswers({
    [`${path}spa,api`]: application,
    [`${path}createdDateTime,authenticationBehaviors`]: behaviors,
  });
  const asked: unknown[] = [];
  const config = { clientId, tenantId, tabEndpoint, graphEndpoint: graph.origin } as Config;
  const results = await checkRegistration(config, 'dev', (...about) => {
    asked.push(about);
    return Promise.resolve({ accessToken: 'token-of-az' });
  });
  expect(asked).toEqual([[graph.origin, tenantId]]);
  return results;
}

test('accepts a valid registration, which it reads with the Azure CLI’s account', async () => {
  expect(await read({ body: right })).toEqual([
    aResult(
      'Redirect URIs in Entra',
      'ok',
      'Sign-in windows and Nested App Authentication can redirect to this app.',
    ),
    aResult(
      'Client applications in Entra',
      'ok',
      'Microsoft 365 and the app itself may request access_as_user.',
    ),
    aResult(
      'Sign-in windows',
      'ok',
      'coopEnforcement is not set, so they can report the result of a sign-in to Teams.',
    ),
  ]);
  expect(graph.requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-of-az',
    'Bearer token-of-az',
  ]);
});

test.each([
  [redirectUris.slice(0, 1), 'brk-multihub://tab.contoso.com:8443'],
  [redirectUris.slice(1), `${tabEndpoint}/auth/end`],
  [undefined, redirectUris.join(' and ')],
])('names the missing redirects next to %j', async (some, missing) => {
  const [result] = await read({ body: { ...right, spa: some && { redirectUris: some } } });

  expect(result).toEqual(
    aResult(
      'Redirect URIs in Entra',
      'failed',
      `The registration lacks ${missing}.`,
      /^Run npm run register -- --env dev, or add it under Authentication.*AADSTS700046/,
    ),
  );
});

test.each([
  ['the app itself', { ...api, preAuthorizedApplications: toClients(clients.slice(0, -1)) }],
  [
    'Teams web',
    { ...api, preAuthorizedApplications: toClients(clients.filter((id) => !id.startsWith('5e3c'))) },
  ],
  [
    'Outlook mobile',
    {
      ...api,
      preAuthorizedApplications: [
        ...toClients(clients.filter((id) => !id.startsWith('2792'))),
        ...toClients(['27922004-5251-4030-b22d-91ecd9a37ea4'], 'another-permission'),
      ],
    },
  ],
])('names a client that is not pre-authorized for the scope: %s', async (name, changed) => {
  const [, result] = await read({ body: { ...right, api: changed } });
  const id = [...microsoft365Hosts].find(([, host]) => host === name)?.[0] ?? clientId;

  expect(result).toEqual(
    aResult(
      'Client applications in Entra',
      'failed',
      `Not pre-authorized for access_as_user: ${id} (${name}).`,
      /^Run npm run register -- --env dev, or add them under Expose an API > Add a client application\.$/,
    ),
  );
});

test('reports a missing scope', async () => {
  const [, result] = await read({ body: { ...right, api: undefined } });

  expect(result).toMatchObject({
    outcome: 'failed',
    message: 'The registration exposes no scope access_as_user.',
  });
});

test.each([
  ['true', { ...made, authenticationBehaviors: { coopEnforcement: true } }, 'note', /isolates them/],
  ['false', { ...made, authenticationBehaviors: { coopEnforcement: false } }, 'note', /is false/],
  ['null', { ...made, authenticationBehaviors: { coopEnforcement: null } }, 'ok', /is not set/],
  ['left out', { ...made, authenticationBehaviors: {} }, 'ok', /is not set/],
  [
    'left out, in a registration that has it by default',
    { ...made, createdDateTime: '2027-02-01T00:00:00Z' },
    'note',
    /isolates them/,
  ],
] as const)('checks coopEnforcement: %s', async (_, body, outcome, message) => {
  const result = (await read({ body: right }, { body }))[2];

  expect(result).toMatchObject({ check: 'Sign-in windows', outcome });
  expect(result?.message).toMatch(message);
  expect(result?.fix ?? '“Sign-in windows”').toContain('“Sign-in windows”');
});

test('accepts a cloud without coopEnforcement', async () => {
  expect((await read({ body: right }, { status: 400 }))[2]).toMatchObject({
    check: 'Sign-in windows',
    outcome: 'skipped',
  });
});

test.each([
  [404, 'note', /no app registration with the client id a1de4f1c/],
  [403, 'skipped', /^Graph returned 403 for the account of the Azure CLI\.$/],
] as const)('reports that Graph answers %i', async (status, outcome, message) => {
  const results = await read({ status, body: {} });

  expect(results).toMatchObject([{ check: 'Registration in Entra', outcome }]);
  expect(results[0]?.message).toMatch(message);
});

test('without an Azure CLI it reports what it cannot check and sends Graph no request', async () => {
  graph.setAnswers({});
  const config = { clientId, tenantId: 'organizations', tabEndpoint, graphEndpoint: graph.origin } as Config;
  const results = await checkRegistration(config, 'dev', notSignedIn);

  expect(graph.asked).toEqual([]);
  expect(results).toMatchObject([{ check: 'Registration in Entra', outcome: 'skipped' }]);
  for (const unseen of [...redirectUris, '10 client applications', 'coopEnforcement', 'az login']) {
    expect(results[0]?.message).toContain(unseen);
  }
});
