import { randomUUID } from 'node:crypto';
import { createSigningKey, sign, ssoClaims, type SigningKey } from '../../../src/sandbox/tokens.js';
import { createOpenidConfigurations } from '../../../src/server/auth/openidConfiguration.js';
import { createSigningKeys } from '../../../src/server/auth/signingKeys.js';
import { createSsoTokenVerifier } from '../../../src/server/auth/verifySsoToken.js';
import {
  createHttpClient,
  type HttpAnswer,
  type HttpClient,
} from '../../../src/server/outbound/httpClient.js';
import { createSandbox } from '../../support/createSandbox.js';
import { startKeyPublisher, toPublished, type KeyPublisher } from '../../support/keyPublisher.js';
import { createManualClock, type ManualClock } from '../../support/manualClock.js';
import { startInstance, tabEndpoint, until } from '../../support/startServer.js';

test('while the keys are unavailable, the server is alive but not ready, and recovers', async () => {
  const sandbox = await createSandbox({ tabEndpoint });
  sandbox.idp.isDown = true;
  const server = await startInstance(sandbox);
  const statusOf = async (path: string) => (await fetch(`${server.origin}${path}`)).status;

  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 503]);
  expect((await server.get('/api/delegators')).body).toMatchObject({
    status: 503,
    code: 'entra_unavailable',
  });
  expect(sandbox.graph.requests).toEqual([]);

  sandbox.idp.isDown = false;
  await until(async () => (await statusOf('/readyz')) === 200);
  expect((await server.get('/api/delegators')).status).toBe(200);
  await server.close();
  await sandbox.close();
});

describe('lookups of keys', () => {
  const tenantId = '22222222-2222-4222-8222-222222222222';
  const clientId = '11111111-1111-4111-8111-111111111111';
  const hourMs = 60 * 60 * 1000;
  const cooldownMs = 30_000;

  let publisher: KeyPublisher;
  let clock: ManualClock;
  let http: HttpClient;
  let keys: ReturnType<typeof createSigningKeys>;
  let verify: ReturnType<typeof createSsoTokenVerifier>;

  let stranger: SigningKey;
  beforeAll(async () => {
    stranger = await createSigningKey();
  });
  beforeEach(async () => {
    publisher = await startKeyPublisher(tenantId);
    clock = createManualClock();
    http = createHttpClient({ clock });
    const configurations = createOpenidConfigurations(http, publisher.origin, clock);
    keys = createSigningKeys({ http, configurations, tenantId, clock });
    const tabEndpoint = 'https://tab.contoso.example';
    verify = createSsoTokenVerifier(keys, configurations, { clientId, tenantId, tabEndpoint });
  });
  afterEach(async () => {
    keys.close();
    await http.close();
    await publisher.close();
  });

  const makeToken = (key: SigningKey = publisher.key) =>
    sign(key, {
      ...ssoClaims(publisher.issuer, {
        id: '33333333-3333-4333-8333-333333333333',
        displayName: 'Amina',
        username: 'amina@contoso.example',
      }),
      aud: clientId,
      tid: tenantId,
    });
  const forged = () => makeToken({ ...stranger, kid: randomUUID() });
  const codeOf = (token: string): Promise<string> =>
    clock.settle(
      verify(token).then(
        () => 'let in',
        (error: unknown) => (error as { reason?: { code: string } }).reason?.code ?? String(error),
      ),
    );
  /** Verifies a valid token and clears the recorded requests. */
  const warmUp = async () => {
    expect(await codeOf(await makeToken())).toBe('let in');
    publisher.asked.length = 0;
  };
  const start = async () => {
    keys.start();
    await until(() => keys.isReady() && clock.sleeping().length === 1);
    publisher.asked.length = 0;
  };

  test('forty users at a cold start cause one lookup', async () => {
    keys.start();
    const tokens = await Promise.all(Array.from({ length: 40 }, () => makeToken()));
    const users = await Promise.all(tokens.map((token) => verify(token)));

    expect(users).toHaveLength(40);
    expect(publisher.asked).toEqual(['metadata', 'keys']);
  });

  test('tokens with unknown kids cause one lookup per cool-down, which begins when the keys are fetched', async () => {
    await warmUp();
    const tokens = await Promise.all(Array.from({ length: 10 }, forged));
    clock.advance(cooldownMs - 1);
    expect(await codeOf(tokens[0] ?? '')).toBe('invalid_token');
    expect(publisher.asked).toEqual([]);
    clock.advance(1);

    for (let round = 1; round <= 3; round += 1) {
      const codes = await Promise.all(tokens.map((token) => codeOf(token)));
      expect(new Set(codes)).toEqual(new Set(['invalid_token']));
      expect(await codeOf(tokens[0] ?? '')).toBe('invalid_token');
      expect(publisher.asked).toEqual(Array.from({ length: round }, () => ['metadata', 'keys']).flat());
      clock.advance(cooldownMs);
    }
  });

  test('tokens with unknown kids cause one lookup per cool-down while the provider is down', async () => {
    await warmUp();
    clock.advance(cooldownMs);
    publisher.brokenAbout = 'metadata';
    for (let count = 0; count < 8; count += 1) expect(await codeOf(await forged())).toBe('entra_unavailable');
    // One lookup makes three attempts.
    expect(publisher.asked).toEqual(['metadata', 'metadata', 'metadata']);

    publisher.brokenAbout = undefined;
    clock.advance(cooldownMs);
    expect(await codeOf(await forged())).toBe('invalid_token');
    expect(publisher.asked.slice(3)).toEqual(['metadata', 'keys']);
  });

  test('known keys outlive a day of outage: new tokens are accepted', async () => {
    await start();
    publisher.brokenAbout = 'metadata';
    for (let hour = 0; hour < 24; hour += 1) {
      const before = publisher.asked.length;
      clock.advance(hourMs);
      // The hourly lookup fails after all its attempts.
      await until(() => {
        if (publisher.asked.length < before + 3) clock.advance(1_000);
        return publisher.asked.length >= before + 3 && clock.sleeping().some((ms) => ms > 60_000);
      });
    }

    expect(await codeOf(await makeToken())).toBe('let in');
  });

  test('a new key is accepted at once after the cool-down, and the old one no longer', async () => {
    await warmUp();
    publisher.keySet = { keys: [toPublished(stranger)] };
    clock.advance(cooldownMs);

    expect(await codeOf(await makeToken(stranger))).toBe('let in');
    expect(await codeOf(await makeToken())).toBe('invalid_token');
  });

  test('a withdrawn key is accepted for at most an hour', async () => {
    await start();
    publisher.keySet = { keys: [toPublished(stranger)] };
    clock.advance(hourMs);
    await until(() => publisher.asked.length === 2 && clock.sleeping().length === 1);

    expect(await codeOf(await makeToken())).toBe('invalid_token');
    expect(await codeOf(await makeToken(stranger))).toBe('let in');
  });

  test('retries every two seconds without keys, and waiting requests add no lookup', async () => {
    publisher.brokenAbout = 'metadata';
    keys.start();
    await until(() => {
      const waits = clock.sleeping();
      if (waits.some((ms) => ms === 2_000)) return true;
      if (waits[0] !== undefined) clock.advance(waits[0]);
      return false;
    });
    const before = publisher.asked.length;
    const token = await makeToken();
    const refused = await Promise.all([verify(token), verify(token)].map((one) => one.catch(String)));
    expect(refused).toEqual(Array(2).fill(expect.stringContaining('cannot be reached')));
    expect(publisher.asked).toHaveLength(before);
    expect(keys.isReady()).toBe(false);

    publisher.brokenAbout = undefined;
    clock.advance(2_000);
    await until(() => keys.isReady());
    expect(await codeOf(token)).toBe('let in');
  });

  test.each(['metadata', 'keys'] as const)(
    'gives up after eight seconds if the provider does not answer the request for its %s',
    async (silentAbout) => {
      publisher.silentAbout = silentAbout;
      const asking = verify(await makeToken()).catch((error: unknown) => error);
      await until(() => publisher.asked.at(-1) === silentAbout);
      clock.advance(8_000);

      expect(await asking).toMatchObject({
        reason: { code: 'entra_unavailable' },
        cause: { name: 'TimeoutError' },
      });
    },
  );

  test.each([
    ['has no keys', { keys: [] }],
    ['is not a key set', { keys: 'none' }],
    ['is not an object', 'keys'],
  ])('keeps the known keys when the new key set %s', async (_, keySet) => {
    await warmUp();
    clock.advance(cooldownMs);
    publisher.keySet = keySet;

    expect(await codeOf(await forged())).toBe('entra_unavailable');
    expect(await codeOf(await makeToken())).toBe('let in');
  });

  test.each([
    ['this issuer verifies', () => publisher.issuer, 'let in'],
    ['the issuer of any tenant verifies', () => `${publisher.origin}/{tenantid}/v2.0`, 'let in'],
    ['another issuer does not verify', () => `${publisher.origin}/${clientId}/v2.0`, 'invalid_token'],
    ['an empty issuer does not verify', () => '', 'invalid_token'],
  ])('a key that its publisher restricts to %s the token', async (_, issuer, code) => {
    publisher.more = { issuer: issuer() };

    expect(await codeOf(await makeToken())).toBe(code);
  });
});

describe('the OpenID configuration', () => {
  const host = 'https://login.example';
  const published = {
    issuer: `${host}/tenant/v2.0`,
    jwks_uri: `${host}/keys`,
    token_endpoint: `${host}/token`,
    authorization_endpoint: `${host}/authorize`,
  };

  /** Creates configurations of an authority with this response. */
  function setUp(answer: { status?: number; text?: string } = {}) {
    const clock = createManualClock();
    const asked: string[] = [];
    const answers = { status: 200, text: JSON.stringify(published), ...answer };
    const http: Pick<HttpClient, 'send'> = {
      send: ({ url }) => {
        asked.push(url.origin + url.pathname + url.search);
        return Promise.resolve({ headers: {}, ...answers } as unknown as HttpAnswer);
      },
    };
    const configurations = createOpenidConfigurations(http as HttpClient, host, clock);
    return { clock, asked, answers, configurations };
  }
  const unavailable = { reason: { code: 'entra_unavailable' } };

  test('returns the tenant’s published configuration and fetches it once', async () => {
    const { asked, configurations } = setUp();

    expect(await configurations.get('tenant')).toEqual(published);
    await configurations.get('tenant');
    expect(asked).toEqual([`${host}/tenant/v2.0/.well-known/openid-configuration`]);
    await configurations.get('other');
    expect(asked).toHaveLength(2);
  });

  test.each<[string, { status?: number; text?: string }]>([
    ['another status', { status: 404 }],
    ['text that is not JSON', { text: '<html>' }],
    ['no issuer', { text: JSON.stringify({ ...published, issuer: '' }) }],
    ['no token endpoint', { text: JSON.stringify({ ...published, token_endpoint: undefined }) }],
    ['a key set address that is not a URL', { text: JSON.stringify({ ...published, jwks_uri: 'keys' }) }],
    ['an http key set endpoint', { text: JSON.stringify({ ...published, jwks_uri: 'http://login.example/keys' }) }], // prettier-ignore
    ['an http token endpoint', { text: JSON.stringify({ ...published, token_endpoint: 'http://login.example/token' }) }], // prettier-ignore
  ])('rejects an https authority with %s', async (_, answer) => {
    await expect(setUp(answer).configurations.get('tenant')).rejects.toMatchObject(unavailable);
  });

  test('keeps the cached configuration if a refresh fails', async () => {
    const { answers, configurations } = setUp();
    await configurations.get('tenant');
    answers.status = 503;

    await expect(configurations.refresh('tenant')).rejects.toMatchObject(unavailable);
    await expect(configurations.get('tenant')).resolves.toMatchObject({ issuer: published.issuer });
  });

  test('forgets a failure after a successful fetch', async () => {
    const { answers, clock, configurations } = setUp({ status: 503 });
    await expect(configurations.get('tenant')).rejects.toMatchObject(unavailable);
    answers.status = 200;
    await expect(configurations.get('tenant')).rejects.toMatchObject(unavailable);
    clock.advance(1_999);
    await expect(configurations.get('tenant')).rejects.toMatchObject(unavailable);
    clock.advance(1);

    await expect(configurations.get('tenant')).resolves.toMatchObject({ issuer: published.issuer });
  });

  test('concurrent callers share one fetch', async () => {
    const { asked, configurations } = setUp();
    await Promise.all([
      configurations.get('tenant'),
      configurations.refresh('tenant'),
      configurations.get('tenant'),
    ]);

    expect(asked).toHaveLength(1);
    await configurations.refresh('tenant');
    expect(asked).toHaveLength(2);
  });
});
