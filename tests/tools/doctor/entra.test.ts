import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../../../src/sandbox/startSandbox.js';
import { createSandbox } from '../../support/createSandbox.js';
import { microsoft365Hosts } from '../../../src/server/auth/microsoft365Hosts.js';
import { parseConfig, type Config, type Credential } from '../../../src/server/config.js';
import { toLines } from '../../../src/tools/doctor/CheckResult.js';
import { checkAuthority } from '../../../src/tools/doctor/authority.js';
import { checkCertificate, checkCredential } from '../../../src/tools/doctor/credential.js';
import { checkDocuments } from '../../../src/tools/doctor/documents.js';
import { checkRegistration } from '../../../src/tools/doctor/registration.js';
import { newFolder } from '../../support/newFolder.js';
import { freePort } from '../../support/startServer.js';
import { aResult, collect, failureOf, notSignedIn, useSite, type SiteAnswer } from './site.js';

const site = useSite();

const clientId = 'a1de4f1c-0000-4000-8000-0000000000bb';
const tabEndpoint = 'https://tab.contoso.com:8443';
const redirectUris = [`${tabEndpoint}/auth/end`, 'brk-multihub://tab.contoso.com:8443'];

describe('the authority', () => {
  const path = '/contoso/v2.0/.well-known/openid-configuration';
  const headers = { date: 'Fri, 27 Nov 2026 12:00:00 GMT' };
  const published = () => ({
    issuer: 'https://login.example/contoso/v2.0',
    jwks_uri: `${site.origin}/keys`,
    token_endpoint: 'https://login.example/token',
  });
  const inTime = aResult('Clock', 'ok', 'Within 1 s of the authority’s.');

  type Change = { configuration?: SiteAnswer; keys?: SiteAnswer; aheadSeconds?: number; host?: string };
  const check = async ({ configuration, keys, aheadSeconds = 0, host = site.origin }: Change = {}) => {
    site.setAnswers({
      [path]: { headers, body: published(), ...configuration },
      '/keys': keys ?? { body: { keys: [{ kid: '1' }] } },
    });
    const nowMs = () => Date.parse(headers.date) + aheadSeconds * 1_000;
    return await collect(checkAuthority({ authorityHost: host, tenantId: 'contoso' } as Config, nowMs));
  };

  test('reports clock, metadata and keys of a working authority', async () => {
    expect(await check()).toEqual([
      inTime,
      aResult('Authority', 'ok', `${site.origin} publishes its endpoints.`),
      aResult('Signing keys', 'ok', '1 key is published.'),
    ]);
    expect(site.asked).toEqual([`GET ${path}`, 'GET /keys']);
  });

  const tooFar =
    'The clock of this machine differs from the authority’s by 301 s. More than 300 s breaks every sign-in.';
  test.each([
    [300, aResult('Clock', 'ok', 'Within 300 s of the authority’s.')],
    [-300, aResult('Clock', 'ok', 'Within 300 s of the authority’s.')],
    [301, aResult('Clock', 'failed', tooFar, /NTP/)],
    [-301, aResult('Clock', 'failed', tooFar, /NTP/)],
  ])('judges a clock that is %i s ahead', async (aheadSeconds, result) => {
    expect((await check({ aheadSeconds }))[0]).toEqual(result);
  });

  test('skips the clock check if the authority sends no valid date', async () => {
    const [clock] = await check({ configuration: { headers: { date: 'soon' } } });

    expect(clock).toMatchObject({ check: 'Clock', outcome: 'skipped' });
  });

  const notConfiguration = 'The response of the authority is not an OpenID configuration.';
  test.each<[string, () => SiteAnswer, message: string, fix: RegExp]>([
    ['with 404', () => ({ status: 404 }), '{url} returned 404.', /AAD_APP_TENANT_ID/],
    ['with an outage', () => ({ status: 503, body: {} }), '{url} returned 503.', /OAUTH_AUTHORITY_HOST/],
    [
      'that the tenant is unknown',
      () => ({ status: 400, body: { error: 'invalid_tenant', error_codes: [90002] } }),
      'The tenant does not exist.',
      /AAD_APP_TENANT_ID/,
    ],
    ['with a proxy page', () => ({ body: '<h1>Welcome</h1>' }), notConfiguration, /proxy/],
    ...['issuer', 'jwks_uri', 'token_endpoint'].map(
      (name) =>
        [`without ${name}`, () => ({ body: { ...published(), [name]: undefined } }), notConfiguration, /proxy/] as [string, () => SiteAnswer, string, RegExp], // prettier-ignore
    ),
  ])('rejects an authority that answers %s', async (_, toConfiguration, message, fix) => {
    expect(await check({ configuration: toConfiguration() })).toEqual([
      inTime,
      aResult('Authority', 'failed', message.replace('{url}', `${site.origin}${path}`), fix),
    ]);
  });

  test('reports an unreachable authority', async () => {
    const host = `http://127.0.0.1:${await freePort()}`;

    expect(await check({ host })).toEqual([
      aResult('Clock', 'skipped', 'There is no other clock to compare with.'),
      aResult('Authority', 'failed', `${host} cannot be reached (ECONNREFUSED).`, /firewall.*AAD_APP_OAUTH/),
    ]);
  });

  const keysFailed = failureOf('Signing keys');
  test.each<[string, SiteAnswer, number]>([
    ['empty', { body: { keys: [] } }, 200],
    ['of another shape', { body: { keys: 'later' } }, 200],
    ['not JSON', { body: 'later' }, 200],
    ['unavailable', { status: 503, body: { keys: [{}] } }, 503],
  ])('fails if the key set is %s', async (_, keys, status) => {
    expect((await check({ keys }))[2]).toEqual(
      keysFailed(`${site.origin}/keys returned ${status} without keys.`, /no sign-in/),
    );
  });

  test('fails if the key set is unreachable', async () => {
    const url = `http://127.0.0.1:${await freePort()}/keys`;
    const results = await check({ configuration: { body: { ...published(), jwks_uri: url } } });

    expect(results[2]).toEqual(keysFailed(`${url} cannot be reached (ECONNREFUSED).`, /no sign-in/));
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

  const check = (change: Readonly<Record<string, string>> = {}) =>
    collect(checkCredential(parseConfig({ ...sandbox.env, ...change })));
  const uri = () => `api://tab.contoso.example/${sandbox.env['AAD_APP_CLIENT_ID'] ?? ''}`;
  const accepted = aResult('Credential', 'ok', 'Entra accepts it.');
  const uriFailed = failureOf('App ID URI');

  test('skips the credential for multitenant configurations', async () => {
    expect(await check({ AAD_APP_TENANT_ID: 'organizations' })).toEqual([
      aResult('Credential', 'skipped', /AAD_APP_TENANT_ID=organizations .*Set a tenant GUID/),
    ]);
  });

  test.each<[string, status: number, body: Readonly<Record<string, unknown>>, message: string, fix: RegExp]>([
    ['a known number', 401, { error: 'invalid_client', error_codes: [7000222] }, 'The client secret has expired. (AADSTS7000222)', /SECRET_AAD_APP/], // prettier-ignore
    ['an unknown number', 400, { error: 'x', error_codes: [53003] }, 'Entra rejects this app. (AADSTS53003)', /AAD_APP_CLIENT_ID/], // prettier-ignore
    ['no number', 400, { error: 'invalid_client' }, 'Entra rejects this app. (HTTP 400)', /AAD_APP_CLIENT_ID/], // prettier-ignore
    ['an outage', 503, {}, 'Entra did not issue a token (HTTP 503).', /try again/],
  ])('stops after a refusal with %s', async (_, status, body, message, fix) => {
    sandbox.idp.script = () => ({ status, body });

    expect(await check()).toEqual([aResult('Credential', 'failed', message, fix)]);
  });

  test('fails for an App ID URI that Entra does not know', async () => {
    expect(await check({ TAB_ENDPOINT: 'https://tab.old.example' })).toEqual([
      accepted,
      uriFailed('The API does not exist in the tenant. (AADSTS500011)', /Expose an API/),
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
      uriFailed(`${uri()} issues tokens of version ${version}.`, /requestedAccessTokenVersion/),
    ]);
  });

  const validToMs = Date.parse('2027-01-31T23:00:00Z');
  const monthMs = 30 * 24 * 60 * 60 * 1000;
  test.each([
    ['30 days left', monthMs, aResult('Certificate', 'ok', 'Valid for 30 more days.')],
    [
      'fewer days left',
      monthMs - 1,
      aResult('Certificate', 'note', 'It expires in 29 days, on 2027-01-31.', /AAD_APP_CERTIFICATE_PATH/),
    ],
  ])('reports a certificate with %s', (_, leftMs, result) => {
    const credential = { kind: 'certificate', certificate: { validToMs } } as Credential;

    expect([...checkCertificate(credential, validToMs - leftMs)]).toEqual([result]);
  });
});

describe('the registration', () => {
  const tenantId = 'a1de4f1c-0000-4000-8000-0000000000aa';
  const scopeId = 'a1de4f1c-0000-4000-8000-0000000000cc';
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
    const azureCliToken = (...about: readonly unknown[]) => {
      asked.push(about);
      return Promise.resolve({ accessToken: 'token-of-az' });
    };
    const results = await collect(checkRegistration(config, 'dev', azureCliToken));
    expect(asked).toEqual([[site.origin, tenantId]]);
    return results;
  }

  test('accepts a valid registration, which it reads with the Azure CLI’s account', async () => {
    expect((await read({ body: right })).map(toLines)).toEqual([
      '✓ Redirect URIs in Entra: Sign-in windows and Nested App Authentication can redirect to this app.',
      '✓ Client applications in Entra: Microsoft 365 and the app itself may request access_as_user.',
      '✓ Sign-in windows: coopEnforcement is not set, so they can report the result of a sign-in to Teams.',
    ]);
    const [authorization, ...others] = site.requests.map(({ headers }) => headers.authorization);
    expect([authorization, others]).toEqual(['Bearer token-of-az', ['Bearer token-of-az']]);
  });

  test.each([
    [redirectUris.slice(0, 1), 'brk-multihub://tab.contoso.com:8443'],
    [redirectUris.slice(1), `${tabEndpoint}/auth/end`],
    [undefined, redirectUris.join(' and ')],
  ])('names the missing redirects next to %j', async (some, missing) => {
    const [result] = await read({ body: { ...right, spa: some && { redirectUris: some } } });
    const fix = /^Run npm run register -- --env dev, or add it under Authentication.*AADSTS700046/;

    expect(result).toEqual(failureOf('Redirect URIs in Entra')(`The registration lacks ${missing}.`, fix));
  });

  const outlook = '27922004-5251-4030-b22d-91ecd9a37ea4';
  test.each([
    ['the app itself', clientId, []],
    ['Teams web', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', []],
    ['Outlook mobile', outlook, toClients([outlook], 'another-permission')],
  ])('names a client that is not pre-authorized for the scope: %s', async (name, id, more) => {
    const preAuthorizedApplications = [...toClients(clients.filter((client) => client !== id)), ...more];
    const [, result] = await read({ body: { ...right, api: { ...api, preAuthorizedApplications } } });
    const fix =
      /^Run npm run register -- --env dev, or add them under Expose an API > Add a client application\.$/;

    expect(result).toEqual(
      failureOf('Client applications in Entra')(
        `Not pre-authorized for access_as_user: ${id} (${name}).`,
        fix,
      ),
    );
  });

  test('reports a missing scope', async () => {
    const [, result] = await read({ body: { ...right, api: undefined } });
    const message = 'The registration exposes no scope access_as_user.';

    expect(result).toEqual(failureOf('Client applications in Entra')(message, /under Expose an API/));
  });

  const coop = (coopEnforcement?: boolean | null) => ({
    body: { ...made, authenticationBehaviors: { coopEnforcement } },
  });
  const isolated = aResult('Sign-in windows', 'note', /isolates them/, /“Sign-in windows”/);
  const notSet = aResult('Sign-in windows', 'ok', /is not set/);
  test.each<[string, SiteAnswer, unknown]>([
    ['true', coop(true), isolated],
    ['false', coop(false), aResult('Sign-in windows', 'note', /is false/, /“Sign-in windows”/)],
    ['null', coop(null), notSet],
    ['left out', coop(), notSet],
    ['its default', { body: { ...made, createdDateTime: '2027-02-01T00:00:00Z' } }, isolated],
    ['missing in this cloud', { status: 400 }, aResult('Sign-in windows', 'skipped', /national clouds/)],
    [
      'cut off',
      { headers: { 'content-encoding': 'gzip' }, body: 'cut off' },
      failureOf('Sign-in windows')(/^No response/, /Check DNS/),
    ],
  ])('checks coopEnforcement: %s', async (_, behaviors, result) => {
    expect((await read({ body: right }, behaviors))[2]).toEqual(result);
  });

  test.each([
    [404, 'note', /no app registration with the client id a1de4f1c/, /az login/],
    [403, 'skipped', /^Graph returned 403 for the account of the Azure CLI\.$/, undefined],
  ] as const)('reports that Graph answers %i', async (status, outcome, message, fix) => {
    const result = aResult('Registration in Entra', outcome, message, fix);

    expect(await read({ status, body: {} })).toEqual([result]);
  });

  test('without an Azure CLI it reports what it cannot check and sends Graph no request', async () => {
    site.setAnswers({});
    const graphEndpoint = site.origin;
    const config = { clientId, tenantId: 'organizations', tabEndpoint, graphEndpoint } as Config;
    const results = await collect(checkRegistration(config, 'dev', notSignedIn));

    expect(site.asked).toEqual([]);
    expect(results).toEqual([aResult('Registration in Entra', 'skipped', /^Not checked/)]);
    for (const unseen of [...redirectUris, '10 client applications', 'coopEnforcement', 'az login'])
      expect(results[0]?.message).toContain(unseen);
  });
});

describe('the manifests', () => {
  const uri = `api://tab.contoso.com:8443/${clientId}`;
  /** Microsoft 365 hosts and the app itself. */
  const hosts = [...microsoft365Hosts.keys(), clientId].sort();
  const toHosts = (ids: readonly string[]) => ids.map((appId) => ({ appId }));

  const webApplicationInfo = { id: clientId, resource: uri };
  const teams = {
    webApplicationInfo,
    staticTabs: [{ contentUrl: `${tabEndpoint}/tab?theme={theme}` }],
    validDomains: ['login.example', 'tab.contoso.com:8443'],
  };
  const api = {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [{ value: 'access_as_user' }],
    preAuthorizedApplications: toHosts(hosts),
  };
  const entra = { appId: clientId, identifierUris: [uri], api, spa: { redirectUris } };

  const check = (teamsChange: object, entraChange: object, variables = {}, endpoint = tabEndpoint) => {
    const root = newFolder();
    mkdirSync(join(root, 'appPackage'));
    writeFileSync(join(root, 'appPackage/manifest.json'), JSON.stringify({ ...teams, ...teamsChange }));
    writeFileSync(join(root, 'aad.manifest.json'), JSON.stringify({ ...entra, ...entraChange }));
    return checkDocuments({ clientId, tabEndpoint: endpoint } as Config, root, variables, 'dev');
  };
  const both = (outcome: 'ok' | 'skipped', message: string) => [
    aResult('Teams app manifest', outcome, message),
    aResult('Entra app manifest', outcome, message),
  ];

  const shouted = (text: string) => text.toUpperCase();
  test.each([
    ['matching', {}, {}],
    [
      'matching in another letter case and order',
      { webApplicationInfo: { id: shouted(clientId), resource: shouted(uri) } },
      {
        appId: shouted(clientId),
        identifierUris: [shouted(uri)],
        api: { ...api, preAuthorizedApplications: toHosts(hosts.map(shouted).reverse()) },
      },
    ],
  ])('accepts %s manifests', (_, teamsChange, entraChange) => {
    expect(check(teamsChange, entraChange)).toEqual(both('ok', 'Matches the configuration.'));
  });

  const nothingForTeams = { webApplicationInfo: undefined, staticTabs: undefined, validDomains: undefined };
  const nothingForEntra = { appId: undefined, identifierUris: undefined, api: undefined, spa: undefined };
  const onlyVersion = { api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [] } };
  const otherInfo = (change: object) => ({ webApplicationInfo: { ...webApplicationInfo, ...change } });
  const oldTab = { staticTabs: [{ contentUrl: 'https://old.example/tab' }] };
  const scope = 'api.oauth2PermissionScopes[0].value';
  const version = 'api.requestedAccessTokenVersion';
  const authorized = 'api.preAuthorizedApplications, in alphabetical order,';
  const someHosts = hosts.slice(1);
  const otherApi = (change: object) => ({ api: { ...api, ...change } });
  test.each<['Teams' | 'Entra', place: string, actual: unknown, wanted: unknown, change: object]>([
    ['Teams', 'webApplicationInfo.id', 'x', clientId, otherInfo({ id: 'X' })],
    ['Teams', 'webApplicationInfo.id', undefined, clientId, nothingForTeams],
    ['Teams', 'webApplicationInfo.resource', 'api://x', uri, otherInfo({ resource: 'api://x' })],
    ['Teams', 'webApplicationInfo.resource', undefined, uri, otherInfo({ resource: undefined })],
    ['Teams', 'staticTabs[0].contentUrl', 'https://old.example', tabEndpoint, oldTab],
    ['Teams', 'staticTabs[0].contentUrl', '', tabEndpoint, { staticTabs: [{}] }],
    ['Teams', 'validDomains', false, true, { validDomains: ['tab.contoso.com'] }],
    ['Entra', 'appId', 'x', clientId, { appId: 'X' }],
    ['Entra', 'appId', undefined, clientId, nothingForEntra],
    ['Entra', 'identifierUris[0]', 'api://x', uri, { identifierUris: ['api://x', uri] }],
    ['Entra', version, 1, 2, otherApi({ requestedAccessTokenVersion: 1 })],
    ['Entra', scope, 'other', 'access_as_user', otherApi({ oauth2PermissionScopes: [{ value: 'other' }] })],
    ['Entra', scope, undefined, 'access_as_user', onlyVersion],
    ['Entra', authorized, someHosts.join(' '), hosts.join(' '), otherApi({ preAuthorizedApplications: toHosts(someHosts) })], // prettier-ignore
    ['Entra', 'spa.redirectUris', redirectUris[0], redirectUris.join(' '), { spa: { redirectUris: redirectUris.slice(0, 1) } }], // prettier-ignore
  ])('fails if the %s app manifest’s %s is %j', (kind, place, actual, wanted, change) => {
    const file = kind === 'Teams' ? 'appPackage/manifest.json' : 'aad.manifest.json';
    const results = kind === 'Teams' ? check(change, {}) : check({}, change);

    expect(results.filter(({ outcome }) => outcome !== 'ok')).toEqual([
      {
        check: `${kind} app manifest`,
        outcome: 'failed',
        message: `${place} is ${JSON.stringify(actual)}.`,
        fix: `The configuration requires ${JSON.stringify(wanted)}. Correct ${file}, or the variable that it comes from.`,
      },
    ]);
  });

  test.each<[string, string, outcome: 'ok' | 'skipped', message: string]>([
    ['which only the Agents Toolkit fills', '${{AAD_APP_OBJECT_ID}}', 'ok', 'Matches the configuration.'],
    ['which only the Agents Toolkit fills', '${{AAD_APP_ACCESS_AS_USER_PERMISSION_ID}}', 'ok', 'Matches the configuration.'], // prettier-ignore
    ['without a value', '${{FIRST}} ${{SECOND}}', 'skipped', 'Not set yet: FIRST, SECOND.'],
  ])('reports placeholders %s: %s', (_, notes, outcome, message) => {
    expect(check({}, { notes })[1]).toEqual(aResult('Entra app manifest', outcome, message));
  });

  test('names placeholders with an invalid value, and the file to correct', () => {
    const [, result] = check({}, { notes: '${{TEAMS_APP_ID}}' }, { TEAMS_APP_ID: 'mine' });
    const message =
      'TEAMS_APP_ID: must be a GUID such as 11111111-2222-4333-8444-555555555555 (env/.env.dev)';

    expect(result).toEqual(failureOf('Entra app manifest')(message, /^Correct it in env\/\.env\.dev\.$/));
  });

  test('skips both manifests for a loopback address', () => {
    expect(check({}, {}, {}, 'http://localhost:3978')).toEqual(
      both('skipped', 'TAB_ENDPOINT is on loopback, which a manifest cannot refer to.'),
    );
  });
});
