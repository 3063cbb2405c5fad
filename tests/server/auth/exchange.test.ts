import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusal } from '../../../src/sandbox/onBehalfOfGrant.js';
import { people, tenantId } from '../../../src/sandbox/tenant.js';
import { makeCertificate } from '../../support/certificate.js';
import { startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => {
  server.sandbox.idp.script = undefined;
  server.sandbox.graph.script = undefined;
  server.sandbox.graph.requests.length = 0;
  server.sandbox.idp.tokenRequests.length = 0;
  server.log.length = 0;
});
afterAll(() => server.close());

const tokenFor = (alias: string) =>
  server.sandbox.ssoToken({}, { objectId: people.find((person) => person.alias === alias)?.id ?? '' });

test('one SSO token is exchanged once for concurrent requests', async () => {
  const token = await server.sandbox.ssoToken();
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      server.get(index % 2 === 0 ? '/api/delegators' : '/api/delegates', { token }),
    ),
  );

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(server.sandbox.idp.tokenRequests).toEqual(['urn:ietf:params:oauth:grant-type:jwt-bearer']);
});

test('another SSO token of the same user is exchanged separately', async () => {
  await server.get('/api/delegators');
  await server.get('/api/delegators');

  expect(server.sandbox.idp.tokenRequests).toHaveLength(2);
});

test('requests Graph’s .default scope on behalf of the user and declares support for claims challenges', async () => {
  let form = new URLSearchParams();
  server.sandbox.idp.script = (seen) => {
    form = seen;
    return undefined;
  };
  const token = await server.sandbox.ssoToken();
  await server.get('/api/delegators', { token });

  expect(form.get('requested_token_use')).toBe('on_behalf_of');
  expect(form.get('assertion')).toBe(token);
  expect(form.get('scope')?.split(' ')).toContain(`${server.sandbox.graph.origin}/.default`);
  expect(JSON.parse(form.get('claims') ?? '')).toMatchObject({
    access_token: { xms_cc: { values: ['CP1'] } },
  });
});

const claims = '{"access_token":{"polids":{"essential":true,"values":["a+/=ü"]}}}';

describe('maps Entra’s refusal', () => {
  test.each<[string, ReturnType<typeof refusal>, Record<string, unknown>]>([
    [
      'no consent',
      refusal('invalid_grant', 65001, 'No consent.', { suberror: 'consent_required' }),
      { status: 403, code: 'consent_required', scopes: ['CallDelegation.Read'], tenantId },
    ],
    [
      'no consent, in the description only',
      refusal('invalid_grant', 65001, 'No consent.', { error_codes: undefined }),
      { status: 403, code: 'consent_required' },
    ],
    [
      'MFA',
      refusal('interaction_required', 50076, 'MFA.', { claims }),
      { status: 401, code: 'interaction_required', claims, tenantId },
    ],
    [
      'MFA setup',
      refusal('interaction_required', 50079, 'MFA.', { claims }),
      { status: 401, code: 'interaction_required', claims },
    ],
    [
      'conditional access',
      refusal('invalid_grant', 53003, 'Blocked.', { claims }),
      { status: 403, code: 'sign_in_blocked', entraCode: 'AADSTS53003' },
    ],
    [
      'a revoked session',
      refusal('invalid_grant', 50173, 'Revoked.'),
      { status: 401, code: 'interaction_required', claims: '' },
    ],
    [
      'a bad assertion',
      refusal('invalid_grant', 50013, 'Signature.'),
      { status: 401, code: 'invalid_token' },
    ],
    [
      'an assertion for another app',
      refusal('invalid_grant', 500131, 'Audience.'),
      { status: 401, code: 'invalid_token' },
    ],
    [
      'an expired assertion',
      refusal('invalid_grant', 500133, 'Expired.'),
      { status: 401, code: 'invalid_token' },
    ],
    [
      'a wrong secret',
      refusal('invalid_client', 7000215, 'Secret.', {}, 401),
      { status: 500, code: 'misconfigured' },
    ],
    [
      'an expired secret',
      refusal('invalid_client', 7000222, 'Secret.', {}, 401),
      { status: 500, code: 'misconfigured' },
    ],
    [
      'an unknown app',
      refusal('unauthorized_client', 700016, 'App.'),
      { status: 500, code: 'misconfigured' },
    ],
    [
      'an unknown resource',
      refusal('invalid_resource', 500011, 'Resource.'),
      { status: 500, code: 'misconfigured' },
    ],
    [
      'a transient error',
      refusal('temporarily_unavailable', 90033, 'Transient.', {}, 503),
      { status: 503, code: 'entra_unavailable' },
    ],
    [
      'a transient error with status 400',
      refusal('invalid_request', 90033, 'Transient.'),
      { status: 503, code: 'entra_unavailable' },
    ],
    [
      'a server error',
      refusal('server_error', 90099, 'Server.', {}, 500),
      { status: 503, code: 'entra_unavailable' },
    ],
    [
      'too many requests',
      refusal('invalid_request', 90055, 'Busy.', {}, 429),
      { status: 503, code: 'entra_unavailable' },
    ],
    [
      'a body that is not JSON',
      { status: 400, body: 'x' as never },
      { status: 503, code: 'entra_unavailable' },
    ],
    ['a success without a token', { status: 200, body: {} }, { status: 503, code: 'entra_unavailable' }],
  ])('%s', async (_, answer, expected) => {
    server.sandbox.idp.script = () => answer;
    const { status, body, text } = await server.get('/api/delegators');

    expect(body).toMatchObject(expected);
    expect(status).toBe(expected['status']);
    expect(text).not.toContain('Trace ID');
    expect(server.sandbox.graph.requests).toEqual([]);
  });
});

test.each([
  ['freya', 'AADSTS53003'],
  ['gustav', 'AADSTS50105'],
])('answers sign_in_blocked for %s with %s', async (alias, entraCode) => {
  const token = await tokenFor(alias);

  for (const path of ['/api/delegators', '/api/delegates']) {
    const { status, body } = await server.get(path, { token });

    expect([status, body['code'], body['entraCode']]).toEqual([403, 'sign_in_blocked', entraCode]);
  }
  expect(server.sandbox.graph.requests).toEqual([]);
  expect(JSON.stringify(server.log)).toContain(entraCode);
});

test('retries a transient refusal', async () => {
  let count = 0;
  server.sandbox.idp.script = () =>
    (count += 1) < 3 ? refusal('invalid_request', 90033, 'Transient.') : undefined;

  expect((await server.get('/api/delegators')).status).toBe(200);
  expect(count).toBe(3);
});

test('a refusal for one user does not affect the next user', async () => {
  server.sandbox.idp.script = () => refusal('temporarily_unavailable', 90033, 'Transient.', {}, 503);
  expect((await server.get('/api/delegators')).body['code']).toBe('entra_unavailable');
  server.sandbox.idp.script = undefined;

  expect((await server.get('/api/delegators', { token: await tokenFor('diego') })).status).toBe(200);
});

test('answers consent_required without a Graph request if the token lacks CallDelegation.Read', async () => {
  server.sandbox.idp.script = () => ({
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: 'x',
      scope: 'https://graph.microsoft.com/User.Read openid',
    },
  });

  expect((await server.get('/api/delegators')).body).toMatchObject({
    code: 'consent_required',
    scopes: ['CallDelegation.Read'],
  });
  expect(JSON.stringify(server.log)).toContain('granted: user.read openid');
  expect(server.sandbox.graph.requests).toEqual([]);
});

test('a user who consents is served after an earlier refusal', async () => {
  const token = await tokenFor('priya');
  expect((await server.get('/api/delegators', { token })).body['code']).toBe('consent_required');
  server.sandbox.state.consented.add(people.find(({ alias }) => alias === 'priya')?.id ?? '');

  expect((await server.get('/api/delegators', { token })).status).toBe(200);
});

test('no response or log line contains a Graph token', async () => {
  const graphTokens: string[] = [];
  server.sandbox.graph.script = ({ headers }) => {
    graphTokens.push((headers.authorization ?? '').replace('Bearer ', ''));
    return undefined;
  };
  const answers = [
    await server.get('/api/delegators'),
    await server.get('/api/delegators', { token: await tokenFor('elena') }),
    await server.get('/api/delegators', { token: await tokenFor('ivo') }),
  ];
  const everything = JSON.stringify([answers.map(({ text, headers }) => [text, [...headers]]), server.log]);

  expect(graphTokens.length).toBeGreaterThan(3);
  for (const token of graphTokens)
    for (const part of token.split('.')) expect(everything).not.toContain(part);
});

test('logs the setting to fix if Entra refuses the app’s credential', async () => {
  server.sandbox.idp.script = () => refusal('invalid_client', 7000222, 'Expired.', {}, 401);
  await server.get('/api/delegators');

  expect(JSON.stringify(server.log)).toContain('SECRET_AAD_APP_CLIENT_SECRET');
  expect(JSON.stringify(server.log)).toContain('AADSTS7000222');
});

test('authenticates with a certificate', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const { path, certificate } = makeCertificate(folder, 'app', 1);
  const withCertificate = await startServer({
    sandbox: { certificate },
    env: { AAD_APP_CERTIFICATE_PATH: path, SECRET_AAD_APP_CLIENT_SECRET: '' },
  });

  expect((await withCertificate.get('/api/delegators')).status).toBe(200);
  await withCertificate.close();
  rmSync(folder, { recursive: true });
}, 20_000);
