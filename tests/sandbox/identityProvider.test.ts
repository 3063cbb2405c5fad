import { startSandbox, type Sandbox } from '../../src/sandbox/startSandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tabEndpoint: 'http://localhost:3978' });
});
afterAll(() => sandbox.close());

/** The emulator must refuse what Entra refuses. A lenient emulator proves nothing. */
describe('the on-behalf-of grant', () => {
  const good = async (): Promise<Record<string, string>> => ({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    client_id: sandbox.env['AAD_APP_CLIENT_ID'] ?? '',
    client_secret: sandbox.env['SECRET_AAD_APP_CLIENT_SECRET'] ?? '',
    scope: `${sandbox.graph.origin}/.default openid`,
    assertion: await sandbox.ssoToken(),
  });
  const ask = async (change: Record<string, string>) => {
    const answer = await fetch(`${sandbox.idp.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...(await good()), ...change }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  test('accepts a valid request', async () => {
    const { status, body } = await ask({});

    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 4200,
      access_token: expect.any(String) as unknown,
    });
    expect(body['scope']).toContain('CallDelegation.Read');
  });

  test.each<[string, Record<string, string>, number]>([
    ['an unknown app', { client_id: 'x' }, 700016],
    ['a wrong secret', { client_secret: 'x' }, 7000215],
    ['a certificate that is not registered', { client_secret: '', client_assertion: 'x.y.z' }, 7000215],
    ['another resource', { scope: 'https://graph.microsoft.com/.default' }, 70011],
    ['another use', { requested_token_use: 'x' }, 900144],
    ['a forged assertion', { assertion: 'x.y.z' }, 50013],
  ])('refuses %s', async (_, change, code) => {
    const { body } = await ask(change);

    expect(body).toMatchObject({
      error_codes: [code],
      error_description: expect.stringContaining(`AADSTS${code}`) as unknown,
    });
    expect(body).not.toHaveProperty('access_token');
  });

  test('refuses an assertion for another audience', async () => {
    expect((await ask({ assertion: await sandbox.ssoToken({ aud: 'x' }) })).body).toMatchObject({
      error_codes: [50013],
    });
  });
});
