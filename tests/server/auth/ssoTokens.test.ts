import { clientId, people, tenantId } from '../../../src/sandbox/tenant.js';
import { tabEndpoint } from '../../support/startServer.js';
import { startDoorkeeper, type Doorkeeper } from './doorkeeper.js';

let at: Doorkeeper;
beforeAll(async () => {
  at = await startDoorkeeper();
});
afterEach(() => {
  at.server.sandbox.graph.requests.length = 0;
  at.server.sandbox.idp.tokenRequests.length = 0;
});
afterAll(() => at.server.close());

const other = '44444444-4444-4444-8444-444444444444';
const appIdUri = `api://${new URL(tabEndpoint).host}/${clientId}`;
const now = () => Math.floor(Date.now() / 1000);

describe('accepts', () => {
  test.each<[string, () => Promise<string>]>([
    ['a good token', () => at.server.sandbox.ssoToken()],
    ['one for the App ID URI', () => at.withClaims({ aud: appIdUri })],
    ['one with more scopes', () => at.withClaims({ scp: 'profile access_as_user' })],
    ['one that expired within the tolerance', () => at.withClaims({ exp: now() - 240 })],
    ['one that begins within the tolerance', () => at.withClaims({ nbf: now() + 240 })],
    ['one with idtyp user', () => at.withClaims({ idtyp: 'user' })],
    ['one from Nested App Authentication', () => at.withClaims({ azp: clientId })],
    ['one whose client is in upper case', () => at.withClaims({ azp: clientId.toUpperCase() })],
    ['one for Outlook', () => at.withClaims({ azp: 'bc59ab01-8403-45c6-8796-ac3ef710b3e3' })],
    [
      'one without typ',
      async () =>
        at.signRaw(
          JSON.stringify({ alg: 'RS256', kid: at.key().kid }),
          JSON.stringify(await at.goodClaims()),
        ),
    ],
  ])('%s', async (_, make) => {
    const answer = await at.server.get('/api/delegators', { token: await make() });

    expect(answer.status).toBe(200);
    expect(at.server.sandbox.graph.requests).not.toEqual([]);
  });
});

describe('sends nothing to Graph or Entra and refuses a token', () => {
  const claims: [string, Record<string, unknown>][] = [
    ['that expired', { exp: now() - 301 }],
    ['that is not yet valid', { nbf: now() + 400 }],
    ['without exp', { exp: undefined }],
    ['with exp as a string', { exp: '9999999999' }],
    ['with exp as null', { exp: null }],
    ['with nbf as a string', { nbf: '0' }],
    ['for another audience', { aud: other }],
    ['for a part of our id', { aud: clientId.slice(0, -1) }],
    ['for our App ID URI with a suffix', { aud: `${appIdUri}/` }],
    ['for an App ID URI of a host that ends with ours', { aud: appIdUri.replace('//', '//evil-') }],
    [
      'for an App ID URI of a host that begins with ours',
      { aud: appIdUri.replace(`/${clientId}`, `.evil.example/${clientId}`) },
    ],
    ['for our host without our id', { aud: appIdUri.replace(`/${clientId}`, '') }],
    ['for a list of audiences', { aud: ['b5a0c9f2-3d47-4c1e-8f6a-92e7d15b3c40'] }],
    ['for no audience', { aud: undefined }],
    [
      'for the App ID URI of another domain',
      { aud: `api://evil.example/b5a0c9f2-3d47-4c1e-8f6a-92e7d15b3c40` },
    ],
    ['of version 1.0', { ver: '1.0' }],
    ['without a version', { ver: undefined }],
    ['with the version as a number', { ver: 2 }],
    ['from another issuer', { iss: `https://login.microsoftonline.com/${tenantId}/v2.0` }],
    ['from the issuer of another tenant with our tid', { iss: `https://login.example/${other}/v2.0` }],
    ['of another tenant, with ours as the beginning', { tid: `${tenantId}0` }],
    ['of another tenant, with ours at the end', { tid: `0${tenantId}` }],
    ['without an issuer', { iss: undefined }],
    ['of another tenant', { tid: other }],
    ['of personal accounts', { tid: '9188040d-6c67-4c5b-b112-36a304b66dad' }],
    ['without a tenant', { tid: undefined }],
    ['without an object id', { oid: undefined }],
    ['with an object id that is not a GUID', { oid: 'amina' }],
    ['with an object id and a suffix', { oid: `${people[0]?.id ?? ''}/../other` }],
    ['with an object id as a list', { oid: [people[0]?.id] }],
    ['without scopes', { scp: undefined }],
    ['with scopes as a list', { scp: ['access_as_user'] }],
    ['of an app', { idtyp: 'app' }],
    ['of an app with roles', { scp: undefined, roles: ['access_as_user'] }],
    ['of a device', { idtyp: 'device' }],
    ['with an empty client', { azp: '' }],
    ['for an unknown client', { azp: other }],
    ['whose client begins like this app', { azp: `${clientId}0` }],
    ['whose client ends like this app', { azp: `0${clientId}` }],
    ['whose client begins like a host', { azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346/x' }],
    ['whose client ends like a host', { azp: 'x/5e3ce6c0-2b1f-4285-8d4b-75ee78787346' }],
    ['whose client is a list with this app', { azp: [clientId] }],
    ['whose audience begins like this app', { aud: `${clientId}0` }],
    ['whose audience ends like this app', { aud: `0${clientId}` }],
    ['whose App ID URI begins like ours', { aud: `${appIdUri}/x` }],
    ['whose App ID URI ends like ours', { aud: `x${appIdUri}` }],
    [
      'for the App ID URI of a domain that begins like ours',
      { aud: appIdUri.replace('.example/', '.example.evil/') },
    ],
    [
      'for the App ID URI of a domain that ends like ours',
      { aud: appIdUri.replace('api://', 'api://evil.') },
    ],
    ['whose tenant begins like ours', { tid: `${tenantId}0` }],
    ['whose tenant ends like ours', { tid: `0${tenantId}` }],
    ['whose version begins like ours', { ver: '2.0.1' }],
    ['whose version ends like ours', { ver: '12.0' }],
    ['without a client', { azp: undefined }],
    ['with appid instead of azp', { azp: undefined, appid: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' }],
    ['that is an ID token', { scp: undefined, azp: undefined, nonce: 'x' }],
  ];
  test.each(claims)('%s', async (_, change) => {
    at.expectRefused(await at.server.get('/api/delegators', { token: await at.withClaims(change) }));
  });
});

test.each([
  ['with a suffix', (issuer: string) => `${issuer}/`],
  ['with another label', (issuer: string) => `${issuer}.evil`],
  ['with a prefix', (issuer: string) => `https://evil.example/?${issuer}`],
  ['without its last character', (issuer: string) => issuer.slice(0, -1)],
  ['in another case', (issuer: string) => issuer.toUpperCase()],
  ['with a subdomain', (issuer: string) => issuer.replace('//', '//evil.')],
])('refuses a token from our issuer %s', async (_, change) => {
  const iss = change(String((await at.goodClaims())['iss']));

  at.expectRefused(await at.server.get('/api/delegators', { token: await at.withClaims({ iss }) }));
});

describe('answers insufficient_scope and sends nothing to Graph or Entra for a token', () => {
  test.each([
    ['with another scope', 'profile'],
    ['whose scope only begins like ours', 'access_as_user_preview'],
    ['whose scope only ends like ours', 'no_access_as_user'],
    ['whose scope differs in case', 'Access_As_User'],
    ['whose scopes are empty', ''],
  ])('%s', async (_, scp) => {
    const answer = await at.server.get('/api/delegators', { token: await at.withClaims({ scp }) });

    expect(answer.body).toMatchObject({ status: 403, code: 'insufficient_scope' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
    at.expectNothingWentFurther();
  });
});

test.each([
  ['begins', (issuer: string) => `${issuer}/x`],
  ['ends', (issuer: string) => `x${issuer}`],
])('refuses a token whose issuer %s like ours', async (_, change) => {
  const { iss } = await at.goodClaims();

  at.expectRefused(
    await at.server.get('/api/delegators', { token: await at.withClaims({ iss: change(String(iss)) }) }),
  );
});

describe('logs reason and fix but no user for a refused token', () => {
  test.each<[string, Record<string, unknown>]>([
    ['it has expired. If this persists, check the clock of the server (NTP).', { exp: now() - 301 }],
    ['it is not valid yet. If this persists, check the clock of the server (NTP).', { nbf: now() + 400 }],
    [
      'it is not a version 2.0 token. Set requestedAccessTokenVersion to 2 in the app registration.',
      { ver: '1.0' },
    ],
    [
      'it is for another audience. AAD_APP_CLIENT_ID, the Application ID URI and webApplicationInfo of the app package must name the same app, and TAB_ENDPOINT its host.',
      { aud: other },
    ],
    ['its tenant may not use this app. Check AAD_APP_TENANT_ID.', { tid: other }],
    ['it is from another issuer.', { iss: 'https://login.example' }],
    [
      'it was requested by a client that is neither a Microsoft 365 host nor this app. Pre-authorize only the clients of aad.manifest.json.',
      { azp: other },
    ],
  ])('%s', async (reason, claims) => {
    at.server.log.length = 0;
    await at.server.get('/api/delegators', { token: await at.withClaims(claims) });
    const line = at.server.log.find(({ code }) => code === 'invalid_token');

    expect(line?.['cause']).toBe(`The sign-in token was refused: ${reason}`);
    expect(JSON.stringify(line)).not.toMatch(/amina|okafor|a1de4f1c|44444444/i);
  });

  test('missing', async () => {
    at.server.log.length = 0;
    await fetch(`${at.server.origin}/api/delegators`);

    expect(at.server.log.find(({ code }) => code === 'invalid_token')?.['cause']).toBe(
      '0 Authorization headers, no bearer token',
    );
  });
});

describe('names the violated rule', () => {
  test.each<[string, Record<string, unknown>]>([
    ['it has expired', { exp: now() - 301 }],
    ['it is not valid yet', { nbf: now() + 400 }],
    ['it is not a version 2.0 token', { ver: '1.0' }],
    ['it is for another audience', { aud: other }],
    ['its tid is not a GUID', { tid: 'contoso' }],
    ['its tenant may not use this app', { tid: other }],
    ['it is from another issuer', { iss: 'https://login.example' }],
    ['it has no expiry', { exp: undefined }],
    ["it is not a user's access token", { idtyp: 'app' }],
    ['it was requested by a client that is neither a Microsoft 365 host nor this app', { azp: other }],
    ['its oid is not a GUID', { oid: 'amina' }],
  ])('%s', async (rule, claims) => {
    const { body } = await at.server.get('/api/delegators', { token: await at.withClaims(claims) });

    expect(body['detail']).toBe(`The sign-in token was refused: ${rule}.`);
  });
});

test('no response or log line contains the token', async () => {
  const token = await at.withClaims({ aud: other });
  const answer = await at.server.get('/api/delegators', { token });
  const good = await at.server.sandbox.ssoToken();
  await at.server.get('/api/delegators', { token: good });
  const everything = answer.text + JSON.stringify(at.server.log);

  for (const part of [...token.split('.'), ...good.split('.')]) expect(everything).not.toContain(part);
});
