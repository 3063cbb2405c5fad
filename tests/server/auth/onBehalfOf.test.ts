import { createMemoryGraphTokenCache, type GraphToken } from '../../../src/server/auth/graphTokenCache.js';
import { createOnBehalfOf } from '../../../src/server/auth/onBehalfOf.js';

const user = { tenantId: 'tenant', objectId: 'amina', ssoToken: 'a.b.c', tokenHash: 'hash', expiresAt: 0 };

/** Returns a different token for each exchange. */
function setUp() {
  const asked: (string | undefined)[] = [];
  const outcomes: string[] = [];
  const { getGraphToken, drop } = createOnBehalfOf({
    exchange: (_user, claims) => {
      asked.push(claims);
      const token: GraphToken = {
        accessToken: `token ${asked.length}`,
        scopes: undefined,
        expiresAtMs: Date.now() + 3_600_000,
      };
      return Promise.resolve(token);
    },
    cache: createMemoryGraphTokenCache(10),
    observe: (outcome) => outcomes.push(outcome),
  });
  return { asked, outcomes, getGraphToken, drop };
}

test('concurrent callers share one exchange, and the token is cached', async () => {
  const { asked, outcomes, getGraphToken } = setUp();
  const tokens = await Promise.all([getGraphToken(user), getGraphToken(user)]);
  tokens.push(await getGraphToken(user));

  expect(tokens.map(({ accessToken }) => accessToken)).toEqual(['token 1', 'token 1', 'token 1']);
  expect(asked).toEqual([undefined]);
  expect(outcomes).toEqual(['miss', 'hit']);
});

test('returns a token in memory immediately, also after another token was rejected', async () => {
  const { asked, outcomes, getGraphToken } = setUp();
  const token = await getGraphToken(user);

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

test('returns the newer token after an older one was rejected', async () => {
  const { asked, getGraphToken } = setUp();
  const rejected = await getGraphToken(user);
  const renewed = await getGraphToken(user, { rejected });

  expect(await getGraphToken(user, { rejected })).toBe(renewed);
  expect(asked).toHaveLength(2);
});

test('exchanges again after a token was dropped', async () => {
  const { asked, getGraphToken, drop } = setUp();
  await getGraphToken(user);
  await drop(user);
  await getGraphToken(user);

  expect(asked).toHaveLength(2);
});
