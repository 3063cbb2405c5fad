import { createMemoryGraphTokenCache, type GraphToken } from '../../../src/server/auth/graphTokenCache.js';
import { createOnBehalfOf } from '../../../src/server/auth/onBehalfOf.js';

const user = { tenantId: 'tenant', objectId: 'amina', ssoToken: 'a.b.c', tokenHash: 'hash', expiresAt: 0 };

/** Each exchange gives a token of its own. */
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

test('is exchanged once for all who wait, and kept', async () => {
  const { asked, outcomes, getGraphToken } = setUp();
  const tokens = await Promise.all([getGraphToken(user), getGraphToken(user)]);
  tokens.push(await getGraphToken(user));

  expect(tokens.map(({ accessToken }) => accessToken)).toEqual(['token 1', 'token 1', 'token 1']);
  expect(asked).toEqual([undefined]);
  expect(outcomes).toEqual(['miss', 'hit']);
});

test('is given at once where this process has it, and is not exchanged anew after a refusal of another', async () => {
  const { asked, outcomes, getGraphToken } = setUp();
  const token = await getGraphToken(user);

  expect(await getGraphToken(user)).toBe(token);
  expect(await getGraphToken(user, { rejected: { accessToken: 'older' } })).toBe(token);
  expect(asked).toEqual([undefined]);
  expect(outcomes).toEqual(['miss', 'hit', 'hit']);
});

test('claims of a challenge are exchanged, although the cache has a newer token', async () => {
  const { asked, getGraphToken } = setUp();
  await getGraphToken(user);
  await getGraphToken(user, { rejected: { accessToken: 'older' }, claims: 'one' });

  expect(asked).toEqual([undefined, 'one']);
});

test.each([
  ['tenant', { tenantId: 'other' }],
  ['user', { objectId: 'jonas' }],
  ['SSO token', { tokenHash: 'other' }],
])('another %s has an exchange of its own', async (_, other) => {
  const { asked, getGraphToken } = setUp();
  await Promise.all([getGraphToken(user), getGraphToken({ ...user, ...other })]);

  expect(asked).toHaveLength(2);
});

test('a token that Graph refused is exchanged anew, once for all, and for each set of claims by itself', async () => {
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

test('whoever was refused an older token gets the newer one', async () => {
  const { asked, getGraphToken } = setUp();
  const rejected = await getGraphToken(user);
  const renewed = await getGraphToken(user, { rejected });

  expect(await getGraphToken(user, { rejected })).toBe(renewed);
  expect(asked).toHaveLength(2);
});

test('a token that was dropped is exchanged anew', async () => {
  const { asked, getGraphToken, drop } = setUp();
  await getGraphToken(user);
  await drop(user);
  await getGraphToken(user);

  expect(asked).toHaveLength(2);
});
