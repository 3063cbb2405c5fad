import { refusal } from '../../../src/sandbox/grants.js';
import { tenantId } from '../../../src/sandbox/tenant.js';
import { entraProblem, EntraRefusal, isTransient } from '../../../src/server/auth/entraProblem.js';
import {
  createMemoryGraphTokenCache,
  type GraphToken,
  type GraphTokenCache,
} from '../../../src/server/auth/graphTokenCache.js';
import { ownFaults } from '../../../src/server/auth/ownFaults.js';
import { createRedisGraphTokenCache } from '../../../src/server/auth/redisGraphTokenCache.js';
import { createRedisConnection } from '../../../src/server/redis/redisConnection.js';
import { as, idOf } from '../../support/as.js';
import { makeCertificate } from '../../support/certificate.js';
import { createRedisServer, type RedisServer } from '../../support/redisServer.js';
import { startServer, until, useServer } from '../../support/startServer.js';

const server = useServer();

test('concurrent requests exchange their SSO token once, for Graph’s .default scope, and declare support for claims challenges', async () => {
  const forms: URLSearchParams[] = [];
  server.sandbox.idp.script = (form) => {
    forms.push(form);
    return undefined;
  };
  const token = await server.sandbox.ssoToken();
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      server.get(index % 2 === 0 ? '/api/delegators' : '/api/delegates', { token }),
    ),
  );
  const [form] = forms;

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(server.sandbox.idp.tokenRequests).toEqual(['urn:ietf:params:oauth:grant-type:jwt-bearer']);
  expect(form?.get('requested_token_use')).toBe('on_behalf_of');
  expect(form?.get('assertion')).toBe(token);
  expect(form?.get('scope')?.split(' ')).toContain(`${server.sandbox.graph.origin}/.default`);
  expect(JSON.parse(form?.get('claims') ?? '')).toMatchObject({
    access_token: { xms_cc: { values: ['CP1'] } },
  });
});

const claims = '{"access_token":{"polids":{"essential":true,"values":["a+/=ü"]}}}';

// entraProblem is tested below with each of Entra's numbers.
test.each<[string, ReturnType<typeof refusal>, object]>([
  ['no consent', refusal('invalid_grant', 65001, 'No.', { suberror: 'consent_required' }), { status: 403, code: 'consent_required', scopes: ['CallDelegation.Read'], tenantId }], // prettier-ignore
  ['MFA', refusal('interaction_required', 50076, 'MFA.', { claims }), { status: 401, code: 'interaction_required', claims, tenantId }], // prettier-ignore
  ['a location', refusal('interaction_required', 53003, 'No.'), { status: 403, code: 'sign_in_blocked', entraCode: 'AADSTS53003' }], // prettier-ignore
  ['a body that is not JSON', { status: 400, body: 'x' as never }, { status: 503, code: 'entra_unavailable' }], // prettier-ignore
])('maps Entra’s refusal for %s and does not ask Graph', async (_, answer, expected) => {
  server.sandbox.idp.script = () => answer;
  const { body, text, status } = await server.get('/api/delegators');

  expect(body).toMatchObject({ status, ...expected });
  expect(text).not.toContain('Trace ID');
  expect(server.sandbox.graph.requests).toEqual([]);
});

test('logs the setting to fix if Entra refuses the app, but not Entra’s description', async () => {
  server.sandbox.idp.script = () => refusal('invalid_client', 7000215, 'Quotes the tenant.', {}, 401);
  const { body, text } = await server.get('/api/delegators');

  expect(body).toMatchObject({ status: 500, code: 'misconfigured' });
  expect(text).not.toContain('SECRET_AAD_APP_CLIENT_SECRET');
  expect(server.log.filter(({ level }) => level === 'error').map(({ cause }) => cause)).toEqual([
    expect.stringMatching(/AADSTS7000215.*SECRET_AAD_APP_CLIENT_SECRET/),
  ]);
  expect(JSON.stringify(server.log)).not.toContain('Quotes the tenant');
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

test('uses a token whose scopes Entra does not list', async () => {
  const body = { token_type: 'Bearer', expires_in: 3600, access_token: 'x' };
  server.sandbox.idp.script = () => ({ status: 200, body });
  server.sandbox.graph.script = () => ({ status: 200, body: { value: [] } });

  expect((await server.get('/api/delegators')).body).toMatchObject({ value: [] });
});

test('a refusal affects no other user, and not the same user once they consent', async () => {
  // msal-node would treat a 503 for one user as throttling for all users of a client.
  server.sandbox.idp.script = () => refusal('temporarily_unavailable', 90033, 'Transient.', {}, 503);
  expect((await server.get('/api/delegators')).body['code']).toBe('entra_unavailable');
  server.sandbox.idp.script = undefined;
  const priya = as(server, 'priya');
  expect((await priya.get('/api/delegators')).body['code']).toBe('consent_required');
  expect((await as(server, 'diego').get('/api/delegators')).status).toBe(200);
  server.sandbox.state.consented.add(idOf('priya'));

  expect((await priya.get('/api/delegators')).status).toBe(200);
});

test('no response or log line contains a Graph token', async () => {
  const graphTokens: string[] = [];
  server.sandbox.graph.script = ({ headers }) => {
    graphTokens.push((headers.authorization ?? '').replace('Bearer ', ''));
    return undefined;
  };
  const answers = [
    await server.get('/api/delegators'),
    await as(server, 'elena').get('/api/delegators'),
    await as(server, 'ivo').get('/api/delegators'),
  ];
  const everything = JSON.stringify([answers.map(({ text, headers }) => [text, [...headers]]), server.log]);

  expect(graphTokens.length).toBeGreaterThan(3);
  for (const token of graphTokens)
    for (const part of token.split('.')) expect(everything).not.toContain(part);
});

test('authenticates with a certificate', async () => {
  const { path, certificate } = makeCertificate('app', 1);
  const withCertificate = await startServer({
    sandbox: { certificate },
    env: { AAD_APP_CERTIFICATE_PATH: path, SECRET_AAD_APP_CLIENT_SECRET: '' },
  });

  expect((await withCertificate.get('/api/delegators')).status).toBe(200);
  await withCertificate.close();
}, 20_000);

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
});

describe('the cache of Graph tokens', () => {
  const key = Buffer.alloc(32, 7);
  const tokenOf = (name: string, livesMs = 3_600_000): GraphToken => ({
    accessToken: `secret-token-of-${name}`,
    scopes: new Set(['calldelegation.read', 'user.read']),
    expiresAtMs: Date.now() + livesMs,
  });
  let redis: RedisServer;

  /** Creates a Redis cache with its own open connection. */
  async function connectCache(secret = key) {
    const connection = createRedisConnection({ url: redis.url, operationMs: 10_000 });
    connection.connect();
    await until(async () => (await connection.attempt((client) => client.ping())) === 'PONG');
    return { cache: createRedisGraphTokenCache(connection, secret), close: connection.close };
  }

  beforeAll(async () => {
    redis = await createRedisServer();
    await redis.start();
  });
  afterAll(() => redis.kill());

  describe.each(['memory', 'redis'] as const)('a token cache in %s', (kind) => {
    let cache: GraphTokenCache;
    let close: () => void = () => undefined;
    beforeAll(async () => {
      if (kind === 'memory') cache = createMemoryGraphTokenCache(100);
      else ({ cache, close } = await connectCache());
    });
    afterAll(() => close());

    test('returns an entry under its own key only, until it is deleted', async () => {
      for (const token of [tokenOf('amina'), { ...tokenOf('amina'), scopes: undefined }]) {
        await cache.set('tenant.amina.1', token);
        expect(await cache.get('tenant.amina.1')).toEqual(token);
      }
      expect(await cache.get('tenant.amina.2')).toBeUndefined();
      await cache.delete('tenant.amina.1');

      expect(await cache.get('tenant.amina.1')).toBeUndefined();
    });

    test('returns no token in the last minute before it expires', async () => {
      for (const [livesMs, isUsable] of [
        [60_000, false],
        [75_000, true],
      ] as const) {
        await cache.set('tenant.lars.1', tokenOf('lars', livesMs));
        expect((await cache.get('tenant.lars.1')) !== undefined).toBe(isUsable);
      }
    });
  });

  test('a memory cache stores and deletes in a shared one, is read first, and keeps a shared token', async () => {
    const shared = createMemoryGraphTokenCache(10);
    const both = createMemoryGraphTokenCache(10, shared);
    const [mine, theirs] = [tokenOf('mine'), tokenOf('theirs')];
    await both.set('a', mine);
    expect([both.peek('a'), await shared.get('a')]).toEqual([mine, mine]);
    await both.delete('a');
    expect([both.peek('a'), await shared.get('a')]).toEqual([undefined, undefined]);

    await shared.set('a', theirs);
    expect(both.peek('a')).toBeUndefined();
    expect(await both.get('a')).toEqual(theirs);
    expect(both.peek('a')).toEqual(theirs);
    await shared.set('a', mine);
    expect(await both.get('a')).toEqual(theirs);
    expect([await both.get('b'), both.peek('b')]).toEqual([undefined, undefined]);
  });

  describe('in Redis', () => {
    let cache: GraphTokenCache;
    let close: () => void;
    beforeAll(async () => {
      ({ cache, close } = await connectCache());
      await cache.set('tenant.user.hash', tokenOf('somebody'));
    });
    afterAll(() => close());

    test('token and user are unreadable, and every entry expires with its token', async () => {
      const entries = await redis.entries();
      const everything = JSON.stringify([...entries]);

      expect(entries.size).toBeGreaterThan(0);
      for (const { ttlMs } of entries.values()) {
        expect(ttlMs).toBeGreaterThan(0);
        expect(ttlMs).toBeLessThanOrEqual(3_600_000 - 60_000);
      }
      for (const word of ['secret-token', 'tenant', 'user', 'calldelegation'])
        expect(everything).not.toContain(word);
      expect(Buffer.from([...entries.values()][0]?.value ?? '', 'base64').toString('latin1')).not.toContain(
        'secret-token',
      );
    });

    test('another key neither decrypts an entry nor finds its name', async () => {
      const stranger = await connectCache(Buffer.alloc(32, 8));
      expect(await stranger.cache.get('tenant.user.hash')).toBeUndefined();
      await stranger.cache.set('tenant.user.hash', tokenOf('stranger'));

      expect(await stranger.cache.get('tenant.user.hash')).toMatchObject({
        accessToken: 'secret-token-of-stranger',
      });
      expect(await cache.get('tenant.user.hash')).toMatchObject({ accessToken: 'secret-token-of-somebody' });
      stranger.close();
    });

    test('an entry moved to another name does not decrypt', async () => {
      const names = [...(await redis.entries()).keys()];
      await cache.set('tenant.victim.hash', tokenOf('victim'));
      const victim = [...(await redis.entries()).keys()].find((name) => !names.includes(name)) ?? '';
      const other = (await redis.entries()).get(names[0] ?? '')?.value ?? '';
      await redis.use((client) => client.set(victim, other));

      expect(other).not.toBe('');
      expect(await cache.get('tenant.victim.hash')).toBeUndefined();
    });
  });

  test('names and values in Redis use keys derived from TOKEN_CACHE_KEY', async () => {
    const { cache, close } = await connectCache();
    // HMAC-SHA-256 of the cache key, and AES-256-GCM with the name as additional data. The HKDF-SHA-256 labels
    // are
    // `call-delegates cache key` and `call-delegates graph token`. Computed independently of this code.
    const name = 'call-delegates:graph-token:QIZ6SXjivYvWbtMETPMld_bhGvlQzTeOIHDuGUWFDjA';
    const sealed =
      'BQUFBQUFBQUFBQUF7rZxMdndHkGY1uKfA4CdmugNC2YmZgrAQLSfq4sbWBSEiOupZwenf6dHR+Gv9TXbbthGpZJMsCeYbG7MElJ2oYew7vuN+QU8DywmPkFAlAf0cpE=';
    await redis.use((client) => client.set(name, sealed));

    expect(await cache.get('tenant.amina.1')).toEqual({
      accessToken: 'secret-token-of-amina',
      scopes: undefined,
      expiresAtMs: 9_999_999_999_999,
    });
    close();
  });
});

describe('entraProblem', () => {
  const tenantId = '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11';
  const toText = (response: object | string) =>
    typeof response === 'string' ? response : JSON.stringify(response);
  const problemOf = (response: object | string, status = 400) =>
    entraProblem(status, toText(response), tenantId);

  test.each<[string, object | string, string, number?]>([
    ['the error consent_required', { error: 'consent_required' }, 'consent_required'],
    ['the suberror consent_required', { error: 'invalid_grant', suberror: 'consent_required' }, 'consent_required'], // prettier-ignore
    ['a consent number among others', { error: 'invalid_grant', error_codes: [1, 65001] }, 'consent_required'], // prettier-ignore
    ['a consent number in the description only', { error: 'invalid_grant', error_description: 'AADSTS65004: No.' }, 'consent_required'], // prettier-ignore
    ['an assertion number', { error: 'invalid_grant', error_codes: [50013] }, 'invalid_token'],
    ['an assertion for another app', { error: 'invalid_grant', error_codes: [500131] }, 'invalid_token'],
    ['an expired assertion', { error: 'invalid_grant', error_codes: [500133] }, 'invalid_token'],
    ['interaction', { error: 'interaction_required' }, 'interaction_required'],
    ['sign-in', { error: 'login_required' }, 'interaction_required'],
    ['an invalid grant without a number', { error: 'invalid_grant' }, 'interaction_required'],
    ['an unknown grant error with a number', { error: 'invalid_grant', error_codes: [99999] }, 'sign_in_blocked'], // prettier-ignore
    ['an unknown grant error with claims', { error: 'invalid_grant', error_codes: [99999], claims: '{}' }, 'interaction_required'], // prettier-ignore
    ['an unknown grant error with basic_action', { error: 'invalid_grant', error_codes: [99999], suberror: 'basic_action' }, 'interaction_required'], // prettier-ignore
    ['a request loop', { error: 'invalid_request', error_codes: [50196] }, 'entra_unavailable'],
    ['claims with an unknown error', { error: 'new_error', claims: '{}' }, 'interaction_required'],
    ['an unknown app despite claims', { error: 'unauthorized_client', claims: '{}' }, 'misconfigured'],
    ['a wrong secret despite claims', { error: 'invalid_client', claims: '{}' }, 'misconfigured'],
    ['an unknown error', { error: 'new_error' }, 'misconfigured'],
    ['status 499', { error: 'invalid_client' }, 'misconfigured', 499],
    ['status 500', { error: 'invalid_client' }, 'entra_unavailable', 500],
    ['too many requests', { error: 'invalid_client' }, 'entra_unavailable', 429],
    ['a transient error', { error: 'temporarily_unavailable' }, 'entra_unavailable'],
    ['no error', {}, 'entra_unavailable'],
    ['an error that is not a string', { error: 7 }, 'entra_unavailable'],
    ['a list', '[]', 'entra_unavailable'],
    ['a page', '<html>', 'entra_unavailable'],
  ])('maps %s', (...[, response, code, status]) => {
    expect(problemOf(response, status).reason.code).toBe(code);
  });

  test('treats members of the wrong type as missing', () => {
    const wrong = { error_codes: '65001', suberror: 1, claims: 2, error_description: 3 };

    expect(problemOf({ error: 'invalid_grant', ...wrong }).reason).toEqual({
      code: 'interaction_required',
      claims: '',
      tenantId,
    });
  });

  test.each<[string, object | string, string, string, number?]>([
    ['status, errors and numbers', { error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001, 7], error_description: 'AADSTS1: Amina.' }, 'Entra returned 400 invalid_grant consent_required AADSTS65001 AADSTS7', 'AADSTS65001 AADSTS7'], // prettier-ignore
    ['the status if there is nothing else', '<html>', 'Entra returned 503', 'HTTP 503', 503],
    ['a number from the description', { error: 'invalid_grant', error_description: 'AADSTS50013: Amina.' }, 'Entra returned 400 invalid_grant AADSTS50013', 'AADSTS50013'], // prettier-ignore
  ])('logs %s, but no description', (...[, response, message, code, status]) => {
    const { cause } = problemOf(response, status);

    expect(cause).toBeInstanceOf(EntraRefusal);
    expect(cause).toMatchObject({ message, code, fault: undefined });
  });

  const settings: Readonly<Record<string, readonly number[]>> = {
    SECRET_AAD_APP_CLIENT_SECRET: [7000215, 7000222],
    AAD_APP_CERTIFICATE_PATH: [700027, 700030, 700024],
    AAD_APP_MANAGED_IDENTITY_CLIENT_ID: [70021, 700211, 700212, 700213, 700223],
    AAD_APP_CLIENT_ID: [7000218, 700016, 7000229, 7000112, 650057],
    AAD_APP_TENANT_ID: [90002, 50194],
    AAD_APP_OAUTH_AUTHORITY_HOST: [50049],
    GRAPH_ENDPOINT: [500011, 70011],
    'AAD_APP_CLIENT_ID, AAD_APP_TENANT_ID and the credential': [7999999],
  };
  test.each(Object.entries(settings))('names %s as the setting to fix', (setting, codes) => {
    for (const number of codes) {
      // `invalid_grant` alone would be another problem. An unknown number needs an error of the app.
      const error = ownFaults.has(number) ? 'invalid_grant' : 'invalid_client';
      const { reason, cause } = problemOf({ error, error_codes: [number] }, 401);

      expect(reason.code).toBe('misconfigured');
      expect(cause).toMatchObject({
        message: expect.stringMatching(
          new RegExp(`^Entra returned 401 ${error} AADSTS${number}\\. .*${setting}`),
        ) as unknown,
      });
    }
  });
  test('tests a setting for each number of ownFaults', () => {
    expect(Object.values(settings).flat()).toEqual(expect.arrayContaining([...ownFaults.keys()]));
  });

  test.each([
    50020, 50034, 50053, 50057, 50059, 50105, 50128, 51004, 53000, 53001, 53002, 53003, 53004, 53009, 53011,
    54000, 65002, 90072, 500341, 500571, 530031, 530032, 530034, 530035,
  ])('maps %i to sign_in_blocked with and without claims', (code) => {
    for (const claims of ['', '{}']) {
      const { reason } = problemOf({ error: 'interaction_required', error_codes: [code], claims });

      expect(reason).toEqual({ code: 'sign_in_blocked', entraCode: `AADSTS${code}` });
    }
  });

  test.each([50129, 50131, 50155, 50187, 530003])(
    'maps %i to sign_in_blocked without claims only',
    (code) => {
      const response = { error: 'interaction_required', error_codes: [code] };

      expect(problemOf(response).reason).toEqual({ code: 'sign_in_blocked', entraCode: `AADSTS${code}` });
      expect(problemOf({ ...response, claims: '{}' }).reason).toMatchObject({
        code: 'interaction_required',
        claims: '{}',
      });
    },
  );

  test('maps message_only to sign_in_blocked', () => {
    const response = { error: 'invalid_grant', error_codes: [50076], suberror: 'message_only', claims: '{}' };

    expect(problemOf(response).reason).toEqual({ code: 'sign_in_blocked', entraCode: 'AADSTS50076' });
  });

  test.each([
    16000, 50055, 50058, 50072, 50074, 50076, 50078, 50079, 50097, 50125, 50132, 50133, 50140, 50142, 50144,
    50158, 50173, 51006, 70008, 70043, 70044, 70046, 500121, 700082, 700084,
  ])('maps %i to interaction_required with any error', (number) => {
    for (const error of ['invalid_grant', 'new_error']) {
      const { reason } = problemOf({ error, error_codes: [number] });

      expect(reason).toEqual({ code: 'interaction_required', claims: '', tenantId });
    }
  });

  test.each<[string, object | string, boolean, number?]>([
    ['the error temporarily_unavailable', { error: 'temporarily_unavailable' }, true],
    ['a transient number', { error: 'invalid_request', error_codes: [90033] }, true],
    ['a transient number in the description', { error: 'x', error_description: 'AADSTS90033: Wait.' }, true],
    ['a transient number among others', { error: 'x', error_codes: [1, 90006] }, true],
    ['a request loop, which a retry prolongs', { error: 'x', error_codes: [50196] }, false],
    ['another number', { error: 'invalid_grant', error_codes: [65001] }, false],
    ['the lowest retried status', { error: 'temporarily_unavailable' }, false, 500],
    ['a body that is not JSON', 'x', false],
  ])('isTransient for %s: %j is %s', (...[, response, isWorth, status = 400]) => {
    expect(isTransient(status, toText(response))).toBe(isWorth);
  });
});
