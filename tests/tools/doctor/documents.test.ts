import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { microsoft365Hosts } from '../../../src/server/auth/microsoft365Hosts.js';
import type { Config } from '../../../src/server/config.js';
import { checkDocuments } from '../../../src/tools/doctor/documents.js';
import { newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { aResult } from './site.js';

afterAll(removeFolders);

const clientId = 'a1de4f1c-0000-4000-8000-0000000000bb';
const tabEndpoint = 'https://tab.contoso.com:8443';
const uri = `api://tab.contoso.com:8443/${clientId}`;
/** Microsoft 365 hosts and the app itself. */
const hosts = [...microsoft365Hosts.keys(), clientId].sort();
const redirects = [`${tabEndpoint}/auth/end`, 'brk-multihub://tab.contoso.com:8443'];
const toHosts = (ids: readonly string[]) => ids.map((appId) => ({ appId }));

const teams = {
  webApplicationInfo: { id: clientId, resource: uri },
  staticTabs: [{ contentUrl: `${tabEndpoint}/tab?theme={theme}` }],
  validDomains: ['login.example', 'tab.contoso.com:8443'],
};
const api = {
  requestedAccessTokenVersion: 2,
  oauth2PermissionScopes: [{ value: 'access_as_user' }],
  preAuthorizedApplications: toHosts(hosts),
};
const entra = {
  appId: clientId,
  identifierUris: [uri],
  api,
  spa: { redirectUris: redirects },
};

const check = (teamsManifest: object, entraManifest: object, variables = {}, endpoint = tabEndpoint) => {
  const root = newFolder();
  mkdirSync(join(root, 'appPackage'));
  writeFileSync(join(root, 'appPackage/manifest.json'), JSON.stringify(teamsManifest));
  writeFileSync(join(root, 'aad.manifest.json'), JSON.stringify(entraManifest));
  return checkDocuments({ clientId, tabEndpoint: endpoint } as Config, root, variables, 'dev');
};
const both = (outcome: 'ok' | 'skipped', message: string) => [
  aResult('Teams app manifest', outcome, message),
  aResult('Entra app manifest', outcome, message),
];

test('accepts matching manifests in any letter case and client order', () => {
  const shouted = (text: string) => text.toUpperCase();

  expect(check(teams, entra)).toEqual(both('ok', 'Matches the configuration.'));
  expect(
    check(
      { ...teams, webApplicationInfo: { id: shouted(clientId), resource: shouted(uri) } },
      {
        ...entra,
        appId: shouted(clientId),
        identifierUris: [shouted(uri)],
        api: { ...api, preAuthorizedApplications: toHosts(hosts.map(shouted).reverse()) },
      },
    ),
  ).toEqual(both('ok', 'Matches the configuration.'));
});

test.each<[place: string, actual: unknown, wanted: unknown, change: object]>([
  ['webApplicationInfo.id', 'x', clientId, { webApplicationInfo: { id: 'X', resource: uri } }],
  ['webApplicationInfo.id', undefined, clientId, { webApplicationInfo: undefined }],
  ['webApplicationInfo.id', undefined, clientId, { webApplicationInfo: {} }],
  [
    'webApplicationInfo.resource',
    'api://x',
    uri,
    { webApplicationInfo: { id: clientId, resource: 'api://x' } },
  ],
  ['webApplicationInfo.resource', undefined, uri, { webApplicationInfo: { id: clientId } }],
  [
    'staticTabs[0].contentUrl',
    'https://old.example',
    tabEndpoint,
    { staticTabs: [{ contentUrl: 'https://old.example/tab' }] },
  ],
  ['staticTabs[0].contentUrl', '', tabEndpoint, { staticTabs: [{}] }],
  ['staticTabs[0].contentUrl', '', tabEndpoint, { staticTabs: [] }],
  ['staticTabs[0].contentUrl', '', tabEndpoint, { staticTabs: undefined }],
  ['validDomains', false, true, { validDomains: ['tab.contoso.com'] }],
  ['validDomains', undefined, true, { validDomains: undefined }],
])('fails if the Teams app manifest’s %s is %j', (place, actual, wanted, change) => {
  // prettier-ignore
  expect(check({ ...teams, ...change }, entra)[0]).toEqual({
    check: 'Teams app manifest',
    outcome: 'failed',
    message: `${place} is ${JSON.stringify(actual)}.`,
    fix: `The configuration requires ${JSON.stringify(wanted)}. Correct appPackage/manifest.json, or the variable that it comes from.`,
  });
});

test.each<[place: string, actual: unknown, wanted: unknown, change: object]>([
  ['appId', 'x', clientId, { appId: 'X' }],
  ['appId', undefined, clientId, { appId: undefined }],
  ['identifierUris[0]', 'api://x', uri, { identifierUris: ['api://x', uri] }],
  ['identifierUris[0]', undefined, uri, { identifierUris: [] }],
  ['identifierUris[0]', undefined, uri, { identifierUris: undefined }],
  ['api.requestedAccessTokenVersion', 1, 2, { api: { ...api, requestedAccessTokenVersion: 1 } }],
  ['api.requestedAccessTokenVersion', undefined, 2, { api: undefined }],
  [
    'api.oauth2PermissionScopes[0].value',
    'user_impersonation',
    'access_as_user',
    { api: { ...api, oauth2PermissionScopes: [{ value: 'user_impersonation' }] } },
  ],
  [
    'api.oauth2PermissionScopes[0].value',
    undefined,
    'access_as_user',
    { api: { ...api, oauth2PermissionScopes: [] } },
  ],
  [
    'api.oauth2PermissionScopes[0].value',
    undefined,
    'access_as_user',
    { api: { requestedAccessTokenVersion: 2 } },
  ],
  [
    'api.preAuthorizedApplications, in alphabetical order,',
    hosts.slice(1).join(' '),
    hosts.join(' '),
    { api: { ...api, preAuthorizedApplications: toHosts(hosts.slice(1)) } },
  ],
  [
    'api.preAuthorizedApplications, in alphabetical order,',
    undefined,
    hosts.join(' '),
    { api: { ...api, preAuthorizedApplications: undefined } },
  ],
  [
    'spa.redirectUris',
    `${tabEndpoint}/tab`,
    redirects.join(' '),
    { spa: { redirectUris: [`${tabEndpoint}/tab`] } },
  ],
  ['spa.redirectUris', redirects[0], redirects.join(' '), { spa: { redirectUris: redirects.slice(0, 1) } }],
  ['spa.redirectUris', undefined, redirects.join(' '), { spa: {} }],
  ['spa.redirectUris', undefined, redirects.join(' '), { spa: undefined }],
])('fails if the Entra app manifest’s %s is %j', (place, actual, wanted, change) => {
  // prettier-ignore
  expect(check(teams, { ...entra, ...change })[1]).toEqual({
    check: 'Entra app manifest',
    outcome: 'failed',
    message: `${place} is ${JSON.stringify(actual)}.`,
    fix: `The configuration requires ${JSON.stringify(wanted)}. Correct aad.manifest.json, or the variable that it comes from.`,
  });
});

describe('placeholders', () => {
  const name = (variable: string) => ({ ...entra, displayName: `\${{${variable}}}` });

  test.each(['AAD_APP_OBJECT_ID', 'AAD_APP_ACCESS_AS_USER_PERMISSION_ID'])(
    'ignores %s, which only the Agents Toolkit fills',
    (variable) => {
      expect(check(teams, name(variable))[1]?.outcome).toBe('ok');
    },
  );

  test('names placeholders without a value', () => {
    expect(check(teams, { ...name('FIRST'), notes: '${{SECOND}}' })[1]).toEqual(
      aResult('Entra app manifest', 'skipped', 'Not set yet: FIRST, SECOND.'),
    );
  });

  test('names placeholders with an invalid value, and the file to correct', () => {
    expect(check(teams, name('TEAMS_APP_ID'), { TEAMS_APP_ID: 'mine' })[1]).toEqual(
      aResult(
        'Entra app manifest',
        'failed',
        'TEAMS_APP_ID: must be a GUID such as 11111111-2222-4333-8444-555555555555 (env/.env.dev)',
        /^Correct it in env\/\.env\.dev\.$/,
      ),
    );
  });
});

test('skips both manifests for a loopback address', () => {
  expect(check({}, {}, {}, 'http://localhost:3978')).toEqual(
    both('skipped', 'TAB_ENDPOINT is on loopback, which a manifest cannot refer to.'),
  );
});
