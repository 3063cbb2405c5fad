import { startSandbox, type Sandbox } from '../../../src/sandbox/startSandbox.js';
import { parseConfig, type Credential } from '../../../src/server/config.js';
import { checkCertificate, checkCredential } from '../../../src/tools/doctor/credential.js';
import { freePort } from '../../support/startServer.js';
import { aResult } from './site.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tabEndpoint: 'https://tab.contoso.example' });
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
  [
    'a known number',
    401,
    { error: 'invalid_client', error_codes: [7000222] },
    'The client secret has expired. (AADSTS7000222)',
    /SECRET_AAD_APP/,
  ],
  [
    'an unknown number',
    400,
    { error: 'x', error_codes: [53003] },
    'Entra rejects this app. (AADSTS53003)',
    /AAD_APP_CLIENT_ID/,
  ],
  ['no number', 400, { error: 'invalid_client' }, 'Entra rejects this app. (HTTP 400)', /AAD_APP_CLIENT_ID/],
])('stops after a refusal with %s', async (_, status, body, message, fix) => {
  // prettier-ignore
  sandbox.idp.script = () => ({ status, body });

  expect(await check()).toEqual([aResult('Credential', 'failed', message, fix)]);
});

test('does not blame the credential for an outage', async () => {
  sandbox.idp.script = () => ({ status: 503, body: {} });

  expect(await check()).toEqual([
    aResult('Credential', 'failed', 'Entra did not issue a token (HTTP 503).', /try again/),
  ]);
});

test('reports the network error of an unreachable authority', async () => {
  const [result] = await check({ AAD_APP_OAUTH_AUTHORITY_HOST: `http://127.0.0.1:${await freePort()}` });

  expect(result?.message).toBe('Entra did not issue a token (ECONNREFUSED).');
});

test('fails for an App ID URI that Entra does not know', async () => {
  expect(await check({ TAB_ENDPOINT: 'https://tab.old.example' })).toEqual([
    accepted,
    aResult('App ID URI', 'failed', 'The API does not exist in the tenant. (AADSTS500011)', /Expose an API/),
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
    // prettier-ignore
    expect(checkCertificate(credential, validToMs - leftMs)).toEqual([
      aResult('Certificate', outcome, message, fix),
    ]);
  });

  test('has no results with a secret', () => {
    expect(checkCertificate({ kind: 'secret', secret: 's' }, validToMs)).toEqual([]);
  });
});
