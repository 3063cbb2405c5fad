import { listen, sendJson, type RunningServer } from '../../../src/sandbox/httpServer.js';
import { createManualClock, type ManualClock } from '../../support/manualClock.js';
import { freePort, until } from '../../support/startServer.js';

const identityId = '77777777-7777-4777-8777-777777777777';
const token = (lives = 86_400) => ({
  access_token: 'assertion',
  expires_on: String(Math.floor(Date.now() / 1000) + lives),
  resource: 'api://AzureADTokenExchange',
  token_type: 'Bearer',
});

let endpoint: RunningServer;
let clock: ManualClock;
/** Requested paths with query. */
let asked: string[];
/** Secret header of the last request, which identifies this process to the endpoint. */
let proof: unknown;
/** Response of the endpoint. Undefined: it does not respond. */
let answer: { readonly status: number; readonly body: object } | undefined;

beforeEach(async () => {
  asked = [];
  clock = createManualClock();
  endpoint = await listen((request, response) => {
    asked.push(request.url ?? '');
    proof = request.headers['x-identity-header'];
    if (answer !== undefined) sendJson(response, answer.status, answer.body);
  }, 0);
  process.env['IDENTITY_ENDPOINT'] = `${endpoint.origin}/msi/token`;
  process.env['IDENTITY_HEADER'] = 'header';
});
afterEach(async () => {
  delete process.env['IDENTITY_ENDPOINT'];
  delete process.env['IDENTITY_HEADER'];
  await endpoint.close();
});

/** Loads the modules again, because msal keeps the first endpoint and its tokens for the whole process. */
async function load(): Promise<() => Promise<string>> {
  jest.resetModules();
  const { createManagedIdentity } = await import('../../../src/server/auth/clientCredential.js');
  const { createHttpClient } = await import('../../../src/server/outbound/httpClient.js');
  const http = createHttpClient({ clock });
  const send: typeof http.send = (request) => {
    expect(request.isDirect).toBe(true);
    return http.send(request);
  };
  return createManagedIdentity({ ...http, send }, identityId, clock);
}

const failureOf = async (acquire: () => Promise<string>): Promise<unknown> =>
  await clock.settle(acquire().catch((error: unknown) => error));

test('concurrent callers share one request without a proxy, and the token is cached', async () => {
  answer = { status: 200, body: token() };
  const acquire = await load();
  const assertions = await Promise.all(Array.from({ length: 40 }, acquire));

  expect(new Set(assertions)).toEqual(new Set(['assertion']));
  expect(await acquire()).toBe('assertion');
  expect(asked).toHaveLength(1);
  const query = new URLSearchParams(asked[0]?.split('?')[1]);
  expect(query.get('client_id')).toBe(identityId);
  expect(query.get('resource')).toBe('api://AzureADTokenExchange');
  expect(proof).toBe('header');
});

const fault = { message: expect.any(String) as unknown, fix: expect.stringContaining('AAD_APP_MANAGED_IDENTITY_CLIENT_ID') as unknown }; // prettier-ignore

test.each([400, 500])('throws misconfigured if the endpoint returns %i', async (status) => {
  answer = { status, body: { statusCode: status, message: 'No such identity is assigned to amina’s app.' } };
  const failure = await failureOf(await load());

  expect(failure).toMatchObject({
    reason: { code: 'misconfigured' },
    cause: { code: `HTTP ${status}`, fault },
  });
  expect((failure as { cause: Error }).cause.message).toMatch(
    new RegExp(
      `^The managed identity endpoint returned ${status}\\. The managed identity did not return a token`,
    ),
  );
  expect((failure as { cause: Error }).cause.message).not.toContain('amina');
  expect(asked).toHaveLength(1);
});

test.each([
  ['there is no endpoint', async () => `http://127.0.0.1:${await freePort()}/msi/token`, { code: 'ECONNREFUSED', message: expect.stringContaining('(ECONNREFUSED)') as unknown }], // prettier-ignore
  ['the endpoint is not a URL', () => 'nowhere', {}],
  ['the response is not a token', () => `${endpoint.origin}/msi/token`, {}],
])('throws misconfigured if %s', async (_, toEndpoint, cause) => {
  process.env['IDENTITY_ENDPOINT'] = await toEndpoint();
  answer = { status: 200, body: [] };

  expect(await failureOf(await load())).toMatchObject({
    reason: { code: 'misconfigured' },
    cause: { fault, ...cause },
  });
});

test('gives up on a silent endpoint after five seconds with misconfigured', async () => {
  answer = undefined;
  const acquire = await load();
  const failing = acquire().catch((error: unknown) => error);
  await until(() => asked.length === 1);
  clock.advance(5_000);

  expect(await failing).toMatchObject({
    reason: { code: 'misconfigured' },
    cause: { code: 'TimeoutError', fault },
  });
});

test.each([429, 503])('treats %i as transient and asks again later', async (status) => {
  answer = { status, body: {} };
  const acquire = await load();

  expect(await failureOf(acquire)).toMatchObject({
    reason: { code: 'entra_unavailable' },
    cause: { code: `HTTP ${status}` },
  });
  answer = { status: 200, body: token() };
  expect(await acquire()).toBe('assertion');
});
