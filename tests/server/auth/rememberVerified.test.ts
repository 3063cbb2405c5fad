import { createKnownTokens, rememberVerified } from '../../../src/server/auth/rememberVerified.js';
import { hashSsoToken } from '../../../src/server/auth/verifySsoToken.js';
import { startServer, type TestServer } from '../../support/startServer.js';

const startMs = Date.UTC(2026, 10, 2, 9);

/** Counts verifications per token. Each token is valid for an hour. */
function setUp({ max = 10 } = {}) {
  const seen: string[] = [];
  const clock = { nowMs: startMs };
  const known = createKnownTokens(max);
  const remembered = rememberVerified(
    (token) => {
      seen.push(token);
      if (token.startsWith('bad')) return Promise.reject(new Error('refused'));
      return Promise.resolve({
        tenantId: 'tenant',
        objectId: `user of ${token}`,
        ssoToken: token,
        tokenHash: hashSsoToken(token),
        expiresAt: startMs / 1000 + 3600,
      });
    },
    known,
    () => clock.nowMs,
  );
  return { seen, clock, known, remembered };
}

test('verifies each token once', async () => {
  const { seen, remembered } = setUp();

  const users = [await remembered('a'), await remembered('a'), await remembered('b')];

  expect(users.map(({ objectId, ssoToken }) => [objectId, ssoToken])).toEqual([
    ['user of a', 'a'],
    ['user of a', 'a'],
    ['user of b', 'b'],
  ]);
  expect(seen).toEqual(['a', 'b']);
});

test.each([
  ['signature', 'header.payload.other'],
  ['payload', 'header.other.signature'],
  ['header', 'other.payload.signature'],
])('verifies a token that differs only in its %s', async (_, other) => {
  const { seen, remembered } = setUp();
  await remembered('header.payload.signature');
  await remembered(other);

  expect(seen).toEqual(['header.payload.signature', other]);
});

test('stores hashes but no token', async () => {
  const { known, remembered } = setUp();
  await remembered('secret.of.amina');

  expect([...known.keys()]).toEqual([hashSsoToken('secret.of.amina')]);
  expect(Object.keys([...known.values()][0] ?? {})).toEqual([
    'tenantId',
    'objectId',
    'tokenHash',
    'expiresAt',
  ]);
});

test('verifies a refused token each time', async () => {
  const { seen, remembered } = setUp();

  await expect(remembered('bad')).rejects.toThrow('refused');
  await expect(remembered('bad')).rejects.toThrow('refused');
  expect(seen).toEqual(['bad', 'bad']);
});

test('remembers a token exactly until it expires', async () => {
  const { seen, clock, known, remembered } = setUp();
  await remembered('a');
  clock.nowMs = startMs + 3_600_000 - 1;
  await remembered('a');
  expect(seen).toEqual(['a']);

  clock.nowMs = startMs + 3_600_000;
  await remembered('a');
  expect(seen).toEqual(['a', 'a']);
  expect(known.size).toBe(0);
});

test('stores at most the configured number of tokens', async () => {
  const { seen, remembered } = setUp({ max: 2 });
  for (const token of ['a', 'b', 'c', 'c', 'a']) await remembered(token);

  expect(seen).toEqual(['a', 'b', 'c', 'a']);
});

describe('in the server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  test('refuses a forged signature on the header and payload of an accepted token', async () => {
    const token = await server.sandbox.ssoToken();
    expect((await server.get('/api/delegators', { token })).status).toBe(200);
    server.sandbox.graph.requests.length = 0;
    const [header = '', payload = ''] = token.split('.');
    const [, , signature = ''] = (await server.sandbox.ssoToken()).split('.');

    for (const forged of [`${header}.${payload}.${signature}`, `${header}.${payload}.AAAA`]) {
      const answer = await server.get('/api/delegators', { token: forged });
      expect(answer.body).toMatchObject({ status: 401, code: 'invalid_token' });
    }
    expect(server.sandbox.graph.requests).toEqual([]);
  });
});
