import { refusal } from '../../../src/sandbox/onBehalfOfGrant.js';
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
});
afterAll(() => server.close());

const claims = '{"access_token":{"polids":{"essential":true,"values":["a+/=ü"]}}}';

describe('when Graph refuses the token', () => {
  const challenge = (encoded: string) => ({
    'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${encoded}"`,
  });
  const wanted = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
  const refuseWith = (headers: Record<string, string>, times = Infinity) => {
    let count = 0;
    server.sandbox.graph.script = () =>
      (count += 1) <= times
        ? { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } }, headers }
        : undefined;
  };

  test('sends the claims to Entra once, then to the tab, and drops the token', async () => {
    const asked: string[] = [];
    server.sandbox.idp.script = (form) => {
      asked.push(form.get('claims') ?? '');
      return undefined;
    };
    const token = await server.sandbox.ssoToken();
    refuseWith(challenge(Buffer.from(wanted).toString('base64')));
    const answer = await server.get('/api/delegators', { token });

    expect(answer.body).toMatchObject({ status: 401, code: 'interaction_required', claims: wanted });
    expect(server.sandbox.graph.requests).toHaveLength(2);
    expect(asked).toHaveLength(2);
    expect(JSON.parse(asked[1] ?? '')).toMatchObject(JSON.parse(wanted) as object);

    server.sandbox.graph.script = undefined;
    expect((await server.get('/api/delegators', { token })).status).toBe(200);
    expect(asked).toHaveLength(3);
  });

  test('answers normally if Entra satisfies the claims', async () => {
    refuseWith(challenge(Buffer.from(wanted).toString('base64')), 1);

    expect((await server.get('/api/delegators')).status).toBe(200);
  });

  test('sends Entra’s claims to the tab if Entra requires interaction', async () => {
    let count = 0;
    server.sandbox.idp.script = () =>
      (count += 1) === 1 ? undefined : refusal('interaction_required', 50076, 'MFA.', { claims });
    refuseWith(challenge(Buffer.from(wanted).toString('base64')));

    expect((await server.get('/api/delegators')).body).toMatchObject({
      code: 'interaction_required',
      claims,
    });
    expect(server.sandbox.graph.requests).toHaveLength(1);
  });

  test('uses the Bearer challenge with claims if there are several', async () => {
    const encoded = Buffer.from(wanted).toString('base64');
    refuseWith({
      'www-authenticate': `PoP realm="", claims="AAAA", Bearer realm="", claims="", Bearer realm="x", error="insufficient_claims", claims="${encoded}"`,
    });

    expect((await server.get('/api/delegators')).body).toMatchObject({
      code: 'interaction_required',
      claims: wanted,
    });
  });

  test('exchanges once more without claims, then gives up', async () => {
    const token = await server.sandbox.ssoToken();
    refuseWith({});

    expect((await server.get('/api/delegators', { token })).body).toMatchObject({
      status: 502,
      code: 'graph_unexpected',
    });
    expect(server.sandbox.idp.tokenRequests).toHaveLength(2);
    expect(server.sandbox.graph.requests).toHaveLength(2);
  });

  test('ignores claims that are not JSON', async () => {
    refuseWith(challenge('bm90IGpzb24='));

    expect((await server.get('/api/delegators')).body['code']).toBe('graph_unexpected');
  });
});
