import { createAppTokens } from '../../../src/server/auth/appTokens.js';

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
