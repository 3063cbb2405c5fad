import type { AuthenticationResult } from '@azure/msal-node';
import { acquireAppToken } from '../../../src/server/auth/appToken.js';
import { createEntraClient, type Grant } from '../../../src/server/auth/entraClient.js';
import { createOpenidConfigurations } from '../../../src/server/auth/openidConfiguration.js';
import { createHttpClient, type HttpClient } from '../../../src/server/outbound/httpClient.js';
import { Problem } from '../../../src/server/Problem.js';
import { startKeyPublisher, type KeyPublisher } from '../../support/keyPublisher.js';
import { createManualClock, type ManualClock } from '../../support/manualClock.js';
import { until } from '../../support/startServer.js';

const tenantId = '22222222-2222-4222-8222-222222222222';
const clientId = '11111111-1111-4111-8111-111111111111';
/** Client credentials, the simplest grant. */
const appGrant: Grant = (client) => client.acquireTokenByClientCredential({ scopes: ['api://x/.default'] });
const transient = { status: 400, body: { error: 'invalid_request', error_codes: [90033] } };

let publisher: KeyPublisher;
let clock: ManualClock;
let http: HttpClient;
beforeAll(async () => {
  publisher = await startKeyPublisher(tenantId);
});
beforeEach(() => {
  publisher.asked.length = 0;
  publisher.token = { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: 'given' } };
  clock = createManualClock();
  http = createHttpClient({ clock });
});
afterEach(() => http.close());
afterAll(() => publisher.close());

const createClient = () =>
  createEntraClient({
    http,
    configurations: createOpenidConfigurations(http, publisher.origin, clock),
    clientId,
    credential: { clientSecret: 'secret' },
    authorityHost: publisher.origin,
    clock,
  });
const acquire = (grant: Grant = appGrant) => createClient().acquireToken(tenantId, grant);
const failureOf = (grant?: Grant): Promise<unknown> =>
  clock.settle(acquire(grant).catch((error: unknown) => error));
const attempts = () => publisher.asked.filter((asked) => asked === 'token').length;

test('posts a form to the published endpoint and returns its token', async () => {
  expect(await acquire()).toMatchObject({ accessToken: 'given' });
  expect(publisher.tokenRequest?.method).toBe('POST');
  expect(publisher.tokenRequest?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  expect(attempts()).toBe(1);
});

test('acquires an app-only token for the requested API', async () => {
  const beforeMs = Date.now();
  const { accessToken, expiresAtMs } = await acquireAppToken(
    createClient(),
    tenantId,
    'https://graph.example',
  );

  expect(accessToken).toBe('given');
  expect(expiresAtMs).toBeGreaterThan(beforeMs);
  const form = new URLSearchParams(publisher.form);
  expect(form.get('grant_type')).toBe('client_credentials');
  expect(form.get('scope')).toContain('https://graph.example/.default');
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

test('does not retry a permanent refusal', async () => {
  publisher.token = { status: 400, body: { error: 'invalid_grant', error_codes: [50013] } };

  expect(await failureOf()).toMatchObject({ reason: { code: 'invalid_token' } });
  expect(attempts()).toBe(1);
});

test.each<[string, unknown]>([
  ['no token', {}],
  ['an empty token', { token_type: 'Bearer', expires_in: 3600, access_token: '' }],
])('treats a success with %s as an outage and does not retry it', async (_, body) => {
  publisher.token = { status: 200, body };

  expect(await failureOf()).toMatchObject({ reason: { code: 'entra_unavailable' } });
  expect(attempts()).toBe(1);
});

describe('an error before the request to Entra', () => {
  test('is misconfigured if msal cannot use the credential', async () => {
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
