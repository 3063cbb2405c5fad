import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusal } from '../../../src/sandbox/onBehalfOfGrant.js';
import { people, tenantId } from '../../../src/sandbox/tenant.js';
import { entraProblem, EntraRefusal, isTransient } from '../../../src/server/auth/entraProblem.js';
import {
  createLayeredGraphTokenCache,
  createMemoryGraphTokenCache,
  type GraphToken,
  type GraphTokenCache,
} from '../../../src/server/auth/graphTokenCache.js';
import { createRedisGraphTokenCache } from '../../../src/server/auth/redisGraphTokenCache.js';
import { createRedisConnection } from '../../../src/server/redis/redisConnection.js';
import { makeCertificate } from '../../support/certificate.js';
import { createRedisServer, type RedisServer } from '../../support/redisServer.js';
import { startServer, until, type TestServer } from '../../support/startServer.js';

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

// entraProblem and ownFaults have a row for each of Entra's numbers.
describe('maps Entra’s refusal', () => {
  const noConsent = { suberror: 'consent_required' };
  const badSecret = refusal('invalid_client', 7000215, 'Secret.', {}, 401);
  const transient = refusal('temporarily_unavailable', 90033, 'Transient.', {}, 503);

  test.each<[string, ReturnType<typeof refusal>, number, string, object]>([
    ['no consent', refusal('invalid_grant', 65001, 'No.', noConsent), 403, 'consent_required', { scopes: ['CallDelegation.Read'], tenantId }], // prettier-ignore
    ['MFA', refusal('interaction_required', 50076, 'MFA.', { claims }), 401, 'interaction_required', { claims, tenantId }], // prettier-ignore
    ['an expired assertion', refusal('invalid_grant', 500133, 'Expired.'), 401, 'invalid_token', {}],
    ['a wrong secret', badSecret, 500, 'misconfigured', {}],
    ['a transient error', transient, 503, 'entra_unavailable', {}],
    ['a body that is not JSON', { status: 400, body: 'x' as never }, 503, 'entra_unavailable', {}],
    ['a success without a token', { status: 200, body: {} }, 503, 'entra_unavailable', {}],
  ])('%s', async (_, answer, status, code, more) => {
    server.sandbox.idp.script = () => answer;
    const { body, text, ...sent } = await server.get('/api/delegators');

    expect(body).toMatchObject({ status, code, ...more });
    expect(sent.status).toBe(status);
    expect(text).not.toContain('Trace ID');
    expect(server.sandbox.graph.requests).toEqual([]);
  });
});

test.each([
  ['freya', 'AADSTS53003'],
  ['gustav', 'AADSTS50105'],
])('answers sign_in_blocked for %s with %s', async (alias, entraCode) => {
  const { status, body } = await server.get('/api/delegates', { token: await tokenFor(alias) });

  expect([status, body['code'], body['entraCode']]).toEqual([403, 'sign_in_blocked', entraCode]);
  expect(server.sandbox.graph.requests).toEqual([]);
  expect(JSON.stringify(server.log)).toContain(entraCode);
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

describe('claims challenges', () => {
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
    afterAll(() => {
      close();
    });

    test('returns an entry under its own key only', async () => {
      const token = tokenOf('amina');
      await cache.set('tenant.amina.1', token);

      expect(await cache.get('tenant.amina.1')).toEqual(token);
      expect(await cache.get('tenant.amina.2')).toBeUndefined();
    });

    test('does not return a deleted entry', async () => {
      await cache.set('tenant.diego.1', tokenOf('diego'));
      await cache.delete('tenant.diego.1');

      expect(await cache.get('tenant.diego.1')).toBeUndefined();
    });

    test('does not store a token that expires within a minute', async () => {
      await cache.set('tenant.lars.1', tokenOf('lars', 59_000));

      expect(await cache.get('tenant.lars.1')).toBeUndefined();
    });

    test('stores a token without listed scopes', async () => {
      const token = { ...tokenOf('noor'), scopes: undefined };
      await cache.set('tenant.noor.1', token);

      expect(await cache.get('tenant.noor.1')).toEqual(token);
    });
  });

  describe('a layered token cache', () => {
    const setUpLayers = () => {
      const [near, far] = [createMemoryGraphTokenCache(10), createMemoryGraphTokenCache(10)];
      return { near, far, both: createLayeredGraphTokenCache(near, far) };
    };

    test('stores and deletes in both caches', async () => {
      const { near, far, both } = setUpLayers();
      const token = tokenOf('amina');
      await both.set('a', token);
      expect([await near.get('a'), await far.get('a')]).toEqual([token, token]);

      await both.delete('a');
      expect([await near.get('a'), await far.get('a')]).toEqual([undefined, undefined]);
    });

    test('reads the near cache first and copies hits of the far one into it', async () => {
      const { near, far, both } = setUpLayers();
      const [mine, theirs] = [tokenOf('mine'), tokenOf('theirs')];
      await far.set('a', theirs);
      expect(await both.get('a')).toEqual(theirs);
      expect(await near.get('a')).toEqual(theirs);

      await near.set('a', mine);
      expect(await both.get('a')).toEqual(mine);
      expect(await both.get('b')).toBeUndefined();
    });

    test('peeks into the near cache only', async () => {
      const { near, far, both } = setUpLayers();
      const token = tokenOf('amina');
      await far.set('a', token);
      expect(both.peek('a')).toBeUndefined();

      await near.set('a', token);
      expect(both.peek('a')).toEqual(token);
      expect(both.peek('b')).toBeUndefined();
    });
  });

  describe('in Redis', () => {
    let cache: GraphTokenCache;
    let close: () => void;
    beforeAll(async () => {
      ({ cache, close } = await connectCache());
      await cache.set('tenant.user.hash', tokenOf('somebody'));
    });
    afterAll(() => {
      close();
    });

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

    test('another key decrypts nothing', async () => {
      const stranger = await connectCache(Buffer.alloc(32, 8));
      await stranger.cache.set('own', tokenOf('own'));

      expect(await stranger.cache.get('own')).toBeDefined();
      expect(await cache.get('tenant.user.hash')).toBeDefined();
      expect(await stranger.cache.get('tenant.user.hash')).toBeUndefined();
      stranger.close();
    });

    test('another key does not reveal the name of a user’s entry', async () => {
      const stranger = await connectCache(Buffer.alloc(32, 9));
      const before = new Set((await redis.entries()).keys());
      await cache.set('tenant.tomás.hash', tokenOf('tomás'));
      await stranger.cache.set('tenant.tomás.hash', tokenOf('somebody else'));
      const names = [...(await redis.entries()).keys()].filter((name) => !before.has(name));

      expect(names).toHaveLength(2);
      expect(await cache.get('tenant.tomás.hash')).toMatchObject({
        accessToken: tokenOf('tomás').accessToken,
      });
      stranger.close();
    });

    test('an entry moved to another name does not decrypt', async () => {
      const names = [...(await redis.entries()).keys()];
      await cache.set('tenant.victim.hash', tokenOf('victim'));
      const victim = [...(await redis.entries()).keys()].find((name) => !names.includes(name)) ?? '';
      const other = (await redis.entries()).get(names[0] ?? '')?.value ?? '';
      await redis.overwrite(victim, other);

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
    await redis.overwrite(name, sealed);

    expect(await cache.get('tenant.amina.1')).toEqual({
      accessToken: 'secret-token-of-amina',
      scopes: undefined,
      expiresAtMs: 9_999_999_999_999,
    });
    close();
  });
});

describe('Entra’s refusals', () => {
  const tenantId = '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11';
  const problemOf = (status: number, response: object | string) =>
    entraProblem(status, typeof response === 'string' ? response : JSON.stringify(response), tenantId);

  describe('maps Entra’s refusal:', () => {
    test.each<[string, number, object | string, string]>([
      ['the error consent_required', 400, { error: 'consent_required' }, 'consent_required'],
      ['the suberror consent_required', 400, { error: 'invalid_grant', suberror: 'consent_required' }, 'consent_required'], // prettier-ignore
      ['a consent number among others', 400, { error: 'invalid_grant', error_codes: [1, 65001] }, 'consent_required'], // prettier-ignore
      ['a consent number in the description only', 400, { error: 'invalid_grant', error_description: 'AADSTS65004: No.' }, 'consent_required'], // prettier-ignore
      ['an assertion number', 400, { error: 'invalid_grant', error_codes: [50013] }, 'invalid_token'],
      ['an assertion for another app', 400, { error: 'invalid_grant', error_codes: [500131] }, 'invalid_token'], // prettier-ignore
      ['an expired assertion', 400, { error: 'invalid_grant', error_codes: [500133] }, 'invalid_token'],
      ['interaction', 400, { error: 'interaction_required' }, 'interaction_required'],
      ['sign-in', 400, { error: 'login_required' }, 'interaction_required'],
      ['an invalid grant without a number', 400, { error: 'invalid_grant' }, 'interaction_required'],
      ['an unknown grant error with a number', 400, { error: 'invalid_grant', error_codes: [99999] }, 'sign_in_blocked'], // prettier-ignore
      ['an unknown grant error with claims', 400, { error: 'invalid_grant', error_codes: [99999], claims: '{}' }, 'interaction_required'], // prettier-ignore
      ['an unknown grant error with basic_action', 400, { error: 'invalid_grant', error_codes: [99999], suberror: 'basic_action' }, 'interaction_required'], // prettier-ignore
      ['a request loop', 400, { error: 'invalid_request', error_codes: [50196] }, 'entra_unavailable'],
      ['claims with an unknown error', 400, { error: 'new_error', claims: '{}' }, 'interaction_required'],
      ['an unknown app despite claims', 400, { error: 'unauthorized_client', claims: '{}' }, 'misconfigured'], // prettier-ignore
      ['a wrong secret despite claims', 401, { error: 'invalid_client', claims: '{}' }, 'misconfigured'], // prettier-ignore
      ['a setup number with another error', 400, { error: 'invalid_grant', error_codes: [7000215] }, 'misconfigured'], // prettier-ignore
      ['an unknown error', 400, { error: 'new_error' }, 'misconfigured'],
      ['status 500', 500, { error: 'invalid_client' }, 'entra_unavailable'],
      ['status 499', 499, { error: 'invalid_client' }, 'misconfigured'],
      ['too many requests', 429, { error: 'invalid_client' }, 'entra_unavailable'],
      ['a transient error', 400, { error: 'temporarily_unavailable' }, 'entra_unavailable'],
      ['no error', 400, {}, 'entra_unavailable'],
      ['an error that is not a string', 400, { error: 7 }, 'entra_unavailable'],
      ['a list', 400, '[]', 'entra_unavailable'],
      ['a page', 400, '<html>', 'entra_unavailable'],
    ])('%s', (_, status, response, code) => {
      expect(problemOf(status, response).reason.code).toBe(code);
    });

    test('treats members of the wrong type as missing', () => {
      const response = {
        error: 'invalid_grant',
        error_codes: '65001',
        suberror: 1,
        claims: 2,
        error_description: 3,
      };

      expect(problemOf(400, response).reason).toEqual({ code: 'interaction_required', claims: '', tenantId });
    });
  });

  describe('logs', () => {
    test.each<[string, number, object | string, string, string]>([
      [
        'status, errors and numbers but no description',
        400,
        { error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001, 7], error_description: 'AADSTS1: Amina.' }, // prettier-ignore
        'Entra returned 400 invalid_grant consent_required AADSTS65001 AADSTS7',
        'AADSTS65001 AADSTS7',
      ],
      ['the status if there is nothing else', 503, '<html>', 'Entra returned 503', 'HTTP 503'],
      [
        'a number from the description',
        400,
        { error: 'invalid_grant', error_description: 'AADSTS50013: Amina.' },
        'Entra returned 400 invalid_grant AADSTS50013',
        'AADSTS50013',
      ],
    ])('%s', (_, status, response, message, code) => {
      const { cause } = problemOf(status, response);

      expect(cause).toBeInstanceOf(EntraRefusal);
      expect(cause).toMatchObject({ message, code, fault: undefined });
    });

    test('the fix', () => {
      const { cause } = problemOf(401, { error: 'invalid_client', error_codes: [7000215] });

      expect(cause).toMatchObject({
        message: expect.stringMatching(
          /^Entra returned 401 invalid_client AADSTS7000215\. .*SECRET_AAD_APP_CLIENT_SECRET/,
        ) as unknown,
      });
    });
  });

  describe('maps to sign_in_blocked with Entra’s number', () => {
    test.each([
      50020, 50034, 50053, 50057, 50059, 50105, 50128, 51004, 53000, 53001, 53002, 53003, 53004, 53009, 53011,
      54000, 65002, 90072, 500341, 500571, 530031, 530032, 530034, 530035,
    ])('for %i, with and without claims', (code) => {
      for (const claims of ['', '{}']) {
        const { reason } = problemOf(400, { error: 'interaction_required', error_codes: [code], claims });

        expect(reason).toEqual({ code: 'sign_in_blocked', entraCode: `AADSTS${code}` });
      }
    });

    test.each([50129, 50131, 50155, 50187, 530003])('for %i unless there are claims', (code) => {
      const response = { error: 'interaction_required', error_codes: [code] };

      expect(problemOf(400, response).reason).toEqual({
        code: 'sign_in_blocked',
        entraCode: `AADSTS${code}`,
      });
      expect(problemOf(400, { ...response, claims: '{}' }).reason).toMatchObject({
        code: 'interaction_required',
        claims: '{}',
      });
    });

    test('for message_only', () => {
      const response = {
        error: 'invalid_grant',
        error_codes: [50076],
        suberror: 'message_only',
        claims: '{}',
      };

      expect(problemOf(400, response).reason).toEqual({ code: 'sign_in_blocked', entraCode: 'AADSTS50076' });
    });
  });

  test.each([
    16000, 50055, 50058, 50072, 50074, 50076, 50078, 50079, 50097, 50125, 50132, 50133, 50140, 50142, 50144,
    50158, 50173, 51006, 70008, 70043, 70044, 70046, 500121, 700082, 700084,
  ])('maps %i to interaction_required with any error', (code) => {
    for (const error of ['invalid_grant', 'new_error']) {
      expect(problemOf(400, { error, error_codes: [code] }).reason).toEqual({
        code: 'interaction_required',
        claims: '',
        tenantId,
      });
    }
  });

  test.each<[string, number, object | string, boolean]>([
    ['the error temporarily_unavailable', 400, { error: 'temporarily_unavailable' }, true],
    ['a transient number', 400, { error: 'invalid_request', error_codes: [90033] }, true],
    ['a transient number in the description', 400, { error: 'x', error_description: 'AADSTS90033: Wait.' }, true], // prettier-ignore
    ['a transient number among others', 400, { error: 'x', error_codes: [1, 90006] }, true],
    ['a request loop, which a retry prolongs', 400, { error: 'x', error_codes: [50196] }, false],
    ['another number', 400, { error: 'invalid_grant', error_codes: [65001] }, false],
    ['a retried status', 503, { error: 'temporarily_unavailable' }, false],
    ['the lowest retried status', 500, { error: 'temporarily_unavailable' }, false],
    ['a body that is not JSON', 400, 'x', false],
  ])('isTransient for %s: status %i with %j is %s', (_, status, response, isWorth) => {
    expect(isTransient(status, typeof response === 'string' ? response : JSON.stringify(response))).toBe(
      isWorth,
    );
  });
});
