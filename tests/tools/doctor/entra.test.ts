import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../../../src/sandbox/startSandbox.js';
import { createSandbox } from '../../support/createSandbox.js';
import { microsoft365Hosts } from '../../../src/server/auth/microsoft365Hosts.js';
import { parseConfig, type Config, type Credential } from '../../../src/server/config.js';
import { checkAuthority } from '../../../src/tools/doctor/authority.js';
import { checkCertificate, checkCredential } from '../../../src/tools/doctor/credential.js';
import { checkDocuments } from '../../../src/tools/doctor/documents.js';
import { checkRegistration } from '../../../src/tools/doctor/registration.js';
import { newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { freePort } from '../../support/startServer.js';
import { notSignedIn } from './patient.js';
import { aResult, startSite, type Site, type SiteAnswer } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site.close();
  removeFolders();
});

describe('the authority', () => {
  const configuration = '/contoso/v2.0/.well-known/openid-configuration';
  const now = 'Fri, 27 Nov 2026 12:00:00 GMT';
  const published = () => ({
    issuer: 'https://login.example/contoso/v2.0',
    jwks_uri: `${site.origin}/keys`,
    token_endpoint: 'https://login.example/token',
  });
  const headers = { date: now };
  const keys: SiteAnswer = { body: { keys: [{ kid: '1' }] } };

  const check = (aheadMs = 0, authorityHost = site.origin) =>
    checkAuthority({ authorityHost, tenantId: 'contoso' } as Config, () => Date.parse(now) + aheadMs);

  test('reports clock, metadata and keys of a working authority', async () => {
    site.setAnswers({ [configuration]: { headers, body: published() }, '/keys': keys });

    expect(await check()).toEqual({
      isUsable: true,
      results: [
        aResult('Clock', 'ok', 'Within 1 s of the authority’s.'),
        aResult('Authority', 'ok', `${site.origin} publishes its endpoints.`),
        aResult('Signing keys', 'ok', '1 key is published.'),
      ],
    });
    expect(site.asked).toEqual([`GET ${configuration}`, 'GET /keys']);
  });

  test.each([300, -300])('accepts a clock that is %i s ahead', async (s) => {
    site.setAnswers({ [configuration]: { headers, body: published() }, '/keys': keys });

    expect((await check(s * 1_000)).results[0]).toEqual(
      aResult('Clock', 'ok', 'Within 300 s of the authority’s.'),
    );
    expect((await check(Math.sign(s) * 301_000)).results[0]).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/^The clock of this machine differs from the authority’s by 301 s\./) as unknown, // prettier-ignore
    });
  });

  test('skips the clock check if the authority sends no valid date', async () => {
    site.setAnswers({ [configuration]: { headers: { date: 'soon' }, body: published() }, '/keys': keys });

    expect((await check()).results[0]).toMatchObject({ check: 'Clock', outcome: 'skipped' });
  });

  test.each<[string, SiteAnswer, message: (origin: string) => string, fix: RegExp]>([
    ['404', { status: 404 }, (origin) => `${origin}${configuration} returned 404.`, /AAD_APP_TENANT_ID/],
    ['an outage', { status: 503, body: {} }, (origin) => `${origin}${configuration} returned 503.`, /AAD_APP_OAUTH_AUTHORITY_HOST/], // prettier-ignore
    [
      'an unknown tenant',
      { status: 400, body: { error: 'invalid_tenant', error_codes: [90002] } },
      () => 'The tenant does not exist.',
      /AAD_APP_TENANT_ID/,
    ],
    ['a proxy page', { body: '<h1>Welcome</h1>' }, () => 'The response of the authority is not an OpenID configuration.', /proxy/], // prettier-ignore
  ])('rejects an authority that answers with %s', async (_, answer, message, fix) => {
    site.setAnswers({ [configuration]: { ...answer, headers } });

    expect(await check()).toEqual({
      isUsable: false,
      results: [
        aResult('Clock', 'ok', 'Within 1 s of the authority’s.'),
        aResult('Authority', 'failed', message(site.origin), fix),
      ],
    });
  });

  test.each(['issuer', 'jwks_uri', 'token_endpoint'])('rejects a configuration without %s', async (name) => {
    site.setAnswers({
      [configuration]: { headers, body: { ...published(), [name]: undefined } },
      '/keys': keys,
    });

    expect(await check()).toMatchObject({ isUsable: false, results: [{}, { outcome: 'failed' }] });
  });

  test('reports an unreachable authority', async () => {
    const unreachable = `http://127.0.0.1:${await freePort()}`;

    expect(await check(0, unreachable)).toEqual({
      isUsable: false,
      results: [
        aResult('Clock', 'skipped', 'There is no other clock to compare with.'),
        aResult(
          'Authority',
          'failed',
          `${unreachable} cannot be reached (ECONNREFUSED).`,
          /firewall.*AAD_APP_OAUTH/,
        ),
      ],
    });
  });

  describe('signing keys', () => {
    test.each<[string, SiteAnswer, number]>([
      ['empty', { body: { keys: [] } }, 200],
      ['of another shape', { body: { keys: 'later' } }, 200],
      ['not JSON', { body: 'later' }, 200],
      ['unavailable', { status: 503, body: { keys: [{}] } }, 503],
    ])('fails if the key set is %s', async (_, answer, status) => {
      site.setAnswers({ [configuration]: { headers, body: published() }, '/keys': answer });

      expect((await check()).results[2]).toEqual(
        aResult(
          'Signing keys',
          'failed',
          `${site.origin}/keys returned ${status} without keys.`,
          /no sign-in/,
        ),
      );
    });

    test('fails if the key set is unreachable', async () => {
      const url = `http://127.0.0.1:${await freePort()}/keys`;
      site.setAnswers({ [configuration]: { headers, body: { ...published(), jwks_uri: url } } });

      expect((await check()).results[2]).toEqual(
        aResult('Signing keys', 'failed', `${url} cannot be reached (ECONNREFUSED).`, /no sign-in/),
      );
    });
  });
});

describe('the credential', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandbox({ tabEndpoint: 'https://tab.contoso.example' });
  });
  afterEach(() => {
    sandbox.idp.script = undefined;
  });
  afterAll(() => sandbox.close());

  const toConfig = (change: Readonly<Record<string, string>> = {}) =>
    parseConfig({ ...sandbox.env, ...change });
  const check = (change?: Readonly<Record<string, string>>) => checkCredential(toConfig(change));
  const uri = () => `api://tab.contoso.example/${sandbox.env['AAD_APP_CLIENT_ID'] ?? ''}`;
  const accepted = aResult('Credential', 'ok', 'Entra accepts it.');

  test('accepts a working credential and App ID URI', async () => {
    expect(await check()).toEqual([
      accepted,
      aResult('App ID URI', 'ok', `${uri()} issues version 2.0 tokens.`),
    ]);
  });

  test('skips the credential for multitenant configurations', async () => {
    const [result, ...rest] = await check({ AAD_APP_TENANT_ID: 'organizations' });

    expect(rest).toEqual([]);
    expect(result).toMatchObject({ check: 'Credential', outcome: 'skipped' });
    expect(result?.message).toMatch(/AAD_APP_TENANT_ID=organizations .*Set a tenant GUID/);
  });

  test.each<[string, status: number, body: Readonly<Record<string, unknown>>, message: string, fix: RegExp]>([
    ['a known number', 401, { error: 'invalid_client', error_codes: [7000222] }, 'The client secret has expired. (AADSTS7000222)', /SECRET_AAD_APP/], // prettier-ignore
    ['an unknown number', 400, { error: 'x', error_codes: [53003] }, 'Entra rejects this app. (AADSTS53003)', /AAD_APP_CLIENT_ID/], // prettier-ignore
    ['no number', 400, { error: 'invalid_client' }, 'Entra rejects this app. (HTTP 400)', /AAD_APP_CLIENT_ID/], // prettier-ignore
  ])('stops after a refusal with %s', async (_, status, body, message, fix) => {
    sandbox.idp.script = () => ({ status, body });

    expect(await check()).toEqual([aResult('Credential', 'failed', message, fix)]);
  });

  test('does not blame the credential for an outage', async () => {
    sandbox.idp.script = () => ({ status: 503, body: {} });

    expect(await check()).toEqual([
      aResult('Credential', 'failed', 'Entra did not issue a token (HTTP 503).', /try again/),
    ]);
  });

  test('fails for an App ID URI that Entra does not know', async () => {
    expect(await check({ TAB_ENDPOINT: 'https://tab.old.example' })).toEqual([
      accepted,
      aResult(
        'App ID URI',
        'failed',
        'The API does not exist in the tenant. (AADSTS500011)',
        /Expose an API/,
      ),
    ]);
  });

  const toToken = (claims: string) => `e30.${Buffer.from(claims).toString('base64url')}.x`;
  test.each([
    ['1.0', toToken('{"ver":"1.0"}')],
    ['unknown', toToken('{"ver":2}')],
    ['unknown', 'opaque'],
  ])('fails for app-only tokens of version %s: %s', async (version, token) => {
    sandbox.idp.script = (form) =>
      form.get('scope') === `${uri()}/.default`
        ? { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: 3600 } }
        : undefined;

    expect(await check()).toEqual([
      accepted,
      aResult(
        'App ID URI',
        'failed',
        `${uri()} issues tokens of version ${version}.`,
        /requestedAccessTokenVersion/,
      ),
    ]);
  });

  describe('a certificate', () => {
    const validToMs = Date.parse('2027-01-31T23:00:00Z');
    const dayMs = 24 * 60 * 60 * 1000;
    const credential = { kind: 'certificate', certificate: { validToMs } } as Credential;

    test.each([
      ['passes with 30 days left', 30 * dayMs, 'ok', 'Valid for 30 more days.', undefined],
      [
        'gets a note with fewer days left',
        30 * dayMs - 1,
        'note',
        'It expires in 29 days, on 2027-01-31.',
        /AAD_APP_CERTIFICATE_PATH/,
      ],
    ] as const)('%s', (_, leftMs, outcome, message, fix) => {
      expect(checkCertificate(credential, validToMs - leftMs)).toEqual([
        aResult('Certificate', outcome, message, fix),
      ]);
    });

    test('has no results with a secret', () => {
      expect(checkCertificate({ kind: 'secret', secret: 's' }, validToMs)).toEqual([]);
    });
  });
});

describe('the registration', () => {
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

  const path = `/v1.0/applications(appId='${clientId}')?$select=`;
  async function read(application: SiteAnswer, behaviors: SiteAnswer = { body: made }) {
    site.setAnswers({
      [`${path}spa,api`]: application,
      [`${path}createdDateTime,authenticationBehaviors`]: behaviors,
    });
    const asked: unknown[] = [];
    const config = { clientId, tenantId, tabEndpoint, graphEndpoint: site.origin } as Config;
    const results = await checkRegistration(config, 'dev', (...about) => {
      asked.push(about);
      return Promise.resolve({ accessToken: 'token-of-az' });
    });
    expect(asked).toEqual([[site.origin, tenantId]]);
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
    expect(site.requests.map(({ headers }) => headers.authorization)).toEqual([
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
    ['Teams web', { ...api, preAuthorizedApplications: toClients(clients.filter((id) => !id.startsWith('5e3c'))) }], // prettier-ignore
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
    site.setAnswers({});
    const config = {
      clientId,
      tenantId: 'organizations',
      tabEndpoint,
      graphEndpoint: site.origin,
    } as Config;
    const results = await checkRegistration(config, 'dev', notSignedIn);

    expect(site.asked).toEqual([]);
    expect(results).toMatchObject([{ check: 'Registration in Entra', outcome: 'skipped' }]);
    for (const unseen of [...redirectUris, '10 client applications', 'coopEnforcement', 'az login']) {
      expect(results[0]?.message).toContain(unseen);
    }
  });
});

describe('the manifests', () => {
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

  const wrong = (check: string, file: string, place: string, actual: unknown, wanted: unknown) => ({
    check,
    outcome: 'failed',
    message: `${place} is ${JSON.stringify(actual)}.`,
    fix: `The configuration requires ${JSON.stringify(wanted)}. Correct ${file}, or the variable that it comes from.`,
  });

  test.each<[place: string, actual: unknown, wanted: unknown, change: object]>([
    ['webApplicationInfo.id', 'x', clientId, { webApplicationInfo: { id: 'X', resource: uri } }],
    ['webApplicationInfo.id', undefined, clientId, { webApplicationInfo: undefined }],
    ['webApplicationInfo.resource', 'api://x', uri, { webApplicationInfo: { id: clientId, resource: 'api://x' } }], // prettier-ignore
    ['webApplicationInfo.resource', undefined, uri, { webApplicationInfo: { id: clientId } }],
    ['staticTabs[0].contentUrl', 'https://old.example', tabEndpoint, { staticTabs: [{ contentUrl: 'https://old.example/tab' }] }], // prettier-ignore
    ['staticTabs[0].contentUrl', '', tabEndpoint, { staticTabs: [{}] }],
    ['staticTabs[0].contentUrl', '', tabEndpoint, { staticTabs: undefined }],
    ['validDomains', false, true, { validDomains: ['tab.contoso.com'] }],
    ['validDomains', undefined, true, { validDomains: undefined }],
  ])('fails if the Teams app manifest’s %s is %j', (place, actual, wanted, change) => {
    expect(check({ ...teams, ...change }, entra)[0]).toEqual(
      wrong('Teams app manifest', 'appPackage/manifest.json', place, actual, wanted),
    );
  });

  const authorized = 'api.preAuthorizedApplications, in alphabetical order,';
  const scope = 'api.oauth2PermissionScopes[0].value';
  const [allHosts, someHosts] = [hosts, hosts.slice(1)];
  test.each<[place: string, actual: unknown, wanted: unknown, change: object]>([
    ['appId', 'x', clientId, { appId: 'X' }],
    ['appId', undefined, clientId, { appId: undefined }],
    ['identifierUris[0]', 'api://x', uri, { identifierUris: ['api://x', uri] }],
    ['identifierUris[0]', undefined, uri, { identifierUris: undefined }],
    ['api.requestedAccessTokenVersion', 1, 2, { api: { ...api, requestedAccessTokenVersion: 1 } }],
    ['api.requestedAccessTokenVersion', undefined, 2, { api: undefined }],
    [scope, 'other', 'access_as_user', { api: { ...api, oauth2PermissionScopes: [{ value: 'other' }] } }],
    [scope, undefined, 'access_as_user', { api: { requestedAccessTokenVersion: 2 } }],
    [authorized, someHosts.join(' '), allHosts.join(' '), { api: { ...api, preAuthorizedApplications: toHosts(someHosts) } }], // prettier-ignore
    [authorized, undefined, allHosts.join(' '), { api: { ...api, preAuthorizedApplications: undefined } }],
    ['spa.redirectUris', redirects[0], redirects.join(' '), { spa: { redirectUris: redirects.slice(0, 1) } }],
    ['spa.redirectUris', undefined, redirects.join(' '), { spa: undefined }],
  ])('fails if the Entra app manifest’s %s is %j', (place, actual, wanted, change) => {
    expect(check(teams, { ...entra, ...change })[1]).toEqual(
      wrong('Entra app manifest', 'aad.manifest.json', place, actual, wanted),
    );
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
});
