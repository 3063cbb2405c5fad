import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthenticationResult } from '@azure/msal-node';
import { startManagedIdentity, type ManagedIdentity } from '../../../src/sandbox/managedIdentity.js';
import { Problem } from '../../../src/server/Problem.js';
import { acquireAppToken, createAppTokens } from '../../../src/server/auth/appToken.js';
import { createEntraClient, type Grant } from '../../../src/server/auth/entraClient.js';
import { createMemoryGraphTokenCache, type GraphToken } from '../../../src/server/auth/graphTokenCache.js';
import { createOnBehalfOf } from '../../../src/server/auth/onBehalfOf.js';
import {
  createOpenidConfigurations,
  type OpenidConfigurations,
} from '../../../src/server/auth/openidConfiguration.js';
import { createHttpClient, type HttpClient } from '../../../src/server/outbound/httpClient.js';
import { startKeyPublisher, type KeyPublisher } from '../../support/keyPublisher.js';
import { createManualClock, type ManualClock } from '../../support/manualClock.js';
import { newFolder } from '../../support/newFolder.js';
import { startServer, until, useServer, type TestServer } from '../../support/startServer.js';

const managedIdentityId = '77777777-7777-4777-8777-777777777777';

describe('faults of the credential', () => {
  /** Returns the logged causes of faults that an administrator has to fix. */
  const causesIn = ({ log }: TestServer) =>
    log.filter(({ level }) => level === 'error').map(({ cause }) => String(cause));

  describe('with AZURE_FEDERATED_TOKEN_FILE', () => {
    const folder = newFolder();
    const file = join(folder, 'token');
    let identity: ManagedIdentity;
    const server = useServer(async () => {
      identity = await startManagedIdentity(managedIdentityId);
      writeFileSync(file, `${await identity.issue()}\n`);
      return {
        sandbox: { managedIdentity: identity },
        env: {
          SECRET_AAD_APP_CLIENT_SECRET: '',
          AAD_APP_MANAGED_IDENTITY_CLIENT_ID: managedIdentityId,
          AZURE_FEDERATED_TOKEN_FILE: file,
        },
      };
    });
    afterAll(() => identity.close());

    test('reads the assertion from the file for each exchange', async () => {
      const seen: (string | null)[] = [];
      server.sandbox.idp.script = (form) => {
        seen.push(form.get('client_assertion'));
        return undefined;
      };
      const assertions = [await identity.issue(), await identity.issue()];
      for (const assertion of assertions) {
        writeFileSync(file, `${assertion}\n`);
        expect((await server.get('/api/delegators')).status).toBe(200);
      }

      expect(seen).toEqual(assertions);
    });

    test.each([
      ['cannot be read (ENOENT)', undefined],
      ['is empty (empty)', '\n'],
    ])('answers misconfigured and logs the setting if the file %s', async (what, text) => {
      rmSync(file, { force: true });
      if (text !== undefined) writeFileSync(file, text);

      expect((await server.get('/api/delegators')).body).toMatchObject({
        status: 500,
        code: 'misconfigured',
      });
      expect(causesIn(server)).toEqual([expect.stringContaining(`AZURE_FEDERATED_TOKEN_FILE ${what}`)]);
      expect(JSON.stringify(server.log)).not.toContain(folder);
    });
  });

  test('answers misconfigured and logs the setting if the managed identity is not assigned', async () => {
    const managedIdentity = await startManagedIdentity(managedIdentityId);
    Object.assign(process.env, managedIdentity.env);
    const server = await startServer({
      sandbox: { managedIdentity },
      env: {
        SECRET_AAD_APP_CLIENT_SECRET: '',
        AAD_APP_MANAGED_IDENTITY_CLIENT_ID: '66666666-6666-4666-8666-666666666666',
      },
    });
    const { body } = await server.get('/api/delegators');
    for (const name of Object.keys(managedIdentity.env)) Reflect.deleteProperty(process.env, name);
    await Promise.all([server.close(), managedIdentity.close()]);

    expect(body).toMatchObject({ status: 500, code: 'misconfigured' });
    expect(causesIn(server)).toEqual([
      expect.stringMatching(/returned 400.*Check AAD_APP_MANAGED_IDENTITY_CLIENT_ID/),
    ]);
    expect(server.sandbox.idp.tokenRequests).toEqual([]);
  });
});

describe('the Entra client', () => {
  const tenantId = '22222222-2222-4222-8222-222222222222';
  const clientId = '11111111-1111-4111-8111-111111111111';
  /** Client credentials, the simplest grant. */
  const appGrant: Grant = (client) => client.acquireTokenByClientCredential({ scopes: ['api://x/.default'] });
  const transient = { status: 400, body: { error: 'invalid_request', error_codes: [90033] } };

  let publisher: KeyPublisher;
  let clock: ManualClock;
  let http: HttpClient;
  let configurations: OpenidConfigurations;
  beforeEach(async () => {
    publisher = await startKeyPublisher(tenantId);
    publisher.token = {
      status: 200,
      body: { token_type: 'Bearer', expires_in: 3600, access_token: 'given' },
    };
    clock = createManualClock();
    http = createHttpClient({ clock });
    configurations = createOpenidConfigurations(http, publisher.origin, clock);
  });
  afterEach(async () => {
    await http.close();
    await publisher.close();
  });

  const createClient = () =>
    createEntraClient({
      http,
      configurations,
      clientId,
      credential: { clientSecret: 'secret' },
      authorityHost: publisher.origin,
      clock,
    });
  const acquire = (grant: Grant = appGrant) => createClient().acquireToken(tenantId, grant);
  const failureOf = (grant?: Grant): Promise<unknown> =>
    clock.settle(acquire(grant).catch((error: unknown) => error));
  const attempts = () => publisher.asked.filter((asked) => asked === 'token').length;

  test('acquires an app-only token for the requested API with one request', async () => {
    const { accessToken, expiresAtMs } = await acquireAppToken(
      createClient(),
      tenantId,
      'https://graph.example',
    );

    expect(accessToken).toBe('given');
    expect(expiresAtMs).toBeGreaterThan(Date.now());
    const form = new URLSearchParams(publisher.form);
    expect(form.get('grant_type')).toBe('client_credentials');
    expect(form.get('scope')).toContain('https://graph.example/.default');
    expect(attempts()).toBe(1);
  });

  test('gives up on a transient error after three attempts with increasing delays', async () => {
    publisher.token = transient;
    const failing = acquire().catch((error: unknown) => error);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await until(() => clock.sleeping().length === 1);
      const [wait = 0] = clock.sleeping();
      waits.push(wait);
      clock.advance(wait);
      await until(() => attempts() === attempt + 1);
    }

    expect(await failing).toMatchObject({ reason: { code: 'entra_unavailable' } });
    expect(attempts()).toBe(3);
    const [first = 0, second = 0] = waits;
    expect(first).toBeGreaterThanOrEqual(100);
    expect(first).toBeLessThan(300);
    expect(second).toBeGreaterThanOrEqual(200);
    expect(second).toBeLessThan(600);
  });

  test.each([
    ['a permanent refusal', 400, { error: 'invalid_grant', error_codes: [50013] }, 'invalid_token'],
    ['a success without a token, which is an outage', 200, {}, 'entra_unavailable'],
  ])('does not retry %s', async (_, status, body, code) => {
    publisher.token = { status, body };

    expect(await failureOf()).toMatchObject({ reason: { code } });
    expect(attempts()).toBe(1);
  });

  test('gives up on a silent token endpoint after eight seconds', async () => {
    publisher.silentAbout = 'token';
    const asking = acquire().catch((error: unknown) => error);
    await until(() => publisher.asked.includes('token'));
    clock.advance(8_000);

    expect(await asking).toMatchObject({
      reason: { code: 'entra_unavailable' },
      cause: { name: 'TimeoutError' },
    });
  });

  test('keeps the network’s error code if the token endpoint refuses connections', async () => {
    await configurations.get(tenantId);
    await publisher.close();

    expect(await failureOf()).toMatchObject({
      reason: { code: 'entra_unavailable' },
      cause: { reason: 'unreachable', cause: { code: 'ECONNREFUSED' } },
    });
  });

  test('answers misconfigured if msal cannot use the credential', async () => {
    const failure = new Error('no such key');

    expect(await failureOf(() => Promise.reject(failure))).toMatchObject({
      reason: { code: 'misconfigured' },
      cause: failure,
    });
  });

  test('keeps the credential’s own problem', async () => {
    const problem = new Problem({ code: 'entra_unavailable' }, 'The managed identity has no time.');

    expect(await failureOf(() => Promise.reject(problem))).toBe(problem);
  });

  test.each<[string, AuthenticationResult | null]>([
    ['nothing', null],
    ['no token', { accessToken: '' } as AuthenticationResult],
  ])('treats a grant that returns %s as an outage', async (_, result) => {
    expect(await failureOf(() => Promise.resolve(result))).toMatchObject({
      reason: { code: 'entra_unavailable' },
      cause: 'no token in the response',
    });
  });
});

describe('the on-behalf-of grant', () => {
  const user = { tenantId: 'tenant', objectId: 'amina', ssoToken: 'a.b.c', tokenHash: 'hash', expiresAt: 0 };

  /** Returns a different token for each exchange. */
  function setUp() {
    const asked: (string | undefined)[] = [];
    const outcomes: string[] = [];
    const { getGraphToken } = createOnBehalfOf(
      (_user, claims) => {
        asked.push(claims);
        if (claims === 'refused') return Promise.reject(new Error('No token satisfies these claims.'));
        const token: GraphToken = {
          accessToken: `token ${asked.length}`,
          scopes: undefined,
          expiresAtMs: Date.now() + 3_600_000,
        };
        return Promise.resolve(token);
      },
      createMemoryGraphTokenCache(10),
      (outcome) => outcomes.push(outcome),
    );
    return { asked, outcomes, getGraphToken };
  }

  test('concurrent callers share one exchange, and the token is cached, also after another token was rejected', async () => {
    const { asked, outcomes, getGraphToken } = setUp();
    const [token, same] = await Promise.all([getGraphToken(user), getGraphToken(user)]);

    expect(same).toBe(token);
    expect(await getGraphToken(user)).toBe(token);
    expect(await getGraphToken(user, { rejected: { accessToken: 'older' } })).toBe(token);
    expect(asked).toEqual([undefined]);
    expect(outcomes).toEqual(['miss', 'hit', 'hit']);
  });

  test('exchanges with the claims of a challenge although the cache has a newer token', async () => {
    const { asked, getGraphToken } = setUp();
    await getGraphToken(user);
    await getGraphToken(user, { rejected: { accessToken: 'older' }, claims: 'one' });

    expect(asked).toEqual([undefined, 'one']);
  });

  test.each([
    ['tenant', { tenantId: 'other' }],
    ['user', { objectId: 'jonas' }],
    ['SSO token', { tokenHash: 'other' }],
  ])('another %s causes its own exchange', async (_, other) => {
    const { asked, getGraphToken } = setUp();
    await Promise.all([getGraphToken(user), getGraphToken({ ...user, ...other })]);

    expect(asked).toHaveLength(2);
  });

  test('exchanges a rejected token again, once per set of claims', async () => {
    const { asked, getGraphToken } = setUp();
    const rejected = await getGraphToken(user);
    const renewed = await Promise.all([
      getGraphToken(user, { rejected, claims: 'one' }),
      getGraphToken(user, { rejected, claims: 'one' }),
      getGraphToken(user, { rejected, claims: 'other' }),
    ]);

    expect(asked).toEqual([undefined, 'one', 'other']);
    expect(renewed[0]).toBe(renewed[1]);
    expect(renewed[2]).not.toBe(renewed[0]);
  });

  test('does not return a rejected token again, even if its renewal failed', async () => {
    const { getGraphToken } = setUp();
    const rejected = await getGraphToken(user);
    await expect(getGraphToken(user, { rejected, claims: 'refused' })).rejects.toThrow();

    expect(await getGraphToken(user)).not.toBe(rejected);
  });
});

describe('app tokens', () => {
  const hourMs = 60 * 60 * 1_000;

  /** Issues numbered tokens that are valid for an hour. */
  function start() {
    const state = { nowMs: 0, asked: [] as string[], failure: undefined as Error | undefined };
    const tokens = createAppTokens(
      async (tenantId) => {
        state.asked.push(tenantId);
        const accessToken = `${tenantId} ${state.asked.length}`;
        await Promise.resolve();
        if (state.failure !== undefined) throw state.failure;
        return { accessToken, expiresAtMs: state.nowMs + hourMs };
      },
      () => state.nowMs,
    );
    return { state, tokens };
  }

  test('concurrent callers of a tenant share one token request', async () => {
    const { state, tokens } = start();
    const all = await Promise.all(['a', 'a', 'b', 'a'].map((tenant) => tokens.get(tenant)));

    expect(all.map(({ accessToken }) => accessToken)).toEqual(['a 1', 'a 1', 'b 2', 'a 1']);
    expect(state.asked).toEqual(['a', 'b']);
  });

  test('a token is renewed five minutes before it expires, not earlier', async () => {
    const { state, tokens } = start();
    await tokens.get('a');
    state.nowMs = hourMs - 5 * 60_000 - 1;
    expect((await tokens.get('a')).accessToken).toBe('a 1');
    state.nowMs += 1;

    expect((await tokens.get('a')).accessToken).toBe('a 2');
  });

  test('a rejected token is not returned again, but its replacement is', async () => {
    const { tokens } = start();
    const refused = await tokens.get('a');
    expect((await tokens.get('a', refused)).accessToken).toBe('a 2');

    expect((await tokens.get('a', refused)).accessToken).toBe('a 2');
  });

  test('a failure is not cached', async () => {
    const { state, tokens } = start();
    state.failure = new Error('down');
    await expect(tokens.get('a')).rejects.toThrow('down');
    state.failure = undefined;

    expect((await tokens.get('a')).accessToken).toBe('a 2');
  });
});
