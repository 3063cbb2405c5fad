import { rememberVerified } from '../../../src/server/auth/rememberVerified.js';
import type { SsoUser } from '../../../src/server/auth/verifySsoToken.js';

const userFor = (ssoToken: string, secondsLeft: number): SsoUser => ({
  tenantId: 'tenant',
  objectId: `user of ${ssoToken}`,
  ssoToken,
  expiresAt: Math.floor(Date.now() / 1000) + secondsLeft,
});

/** Counts how often each token was verified. */
function counting(secondsLeft: number) {
  const seen: string[] = [];
  return {
    seen,
    verify: (token: string) => {
      seen.push(token);
      return token.startsWith('bad')
        ? Promise.reject(new Error('refused'))
        : Promise.resolve(userFor(token, secondsLeft));
    },
  };
}

test('verifies a token once, and another one by itself', async () => {
  const { seen, verify } = counting(3600);
  const remembered = rememberVerified(verify, 10);

  const users = [await remembered('a'), await remembered('a'), await remembered('b')];

  expect(users.map(({ objectId }) => objectId)).toEqual(['user of a', 'user of a', 'user of b']);
  expect(seen).toEqual(['a', 'b']);
});

test('refuses a refused token each time', async () => {
  const { seen, verify } = counting(3600);
  const remembered = rememberVerified(verify, 10);

  await expect(remembered('bad')).rejects.toThrow('refused');
  await expect(remembered('bad')).rejects.toThrow('refused');
  expect(seen).toEqual(['bad', 'bad']);
});

test('remembers no longer than the token lasts', async () => {
  const { seen, verify } = counting(2);
  const remembered = rememberVerified(verify, 10);
  await remembered('a');
  await new Promise((resolve) => setTimeout(resolve, 2_100));

  await remembered('a');
  expect(seen).toEqual(['a', 'a']);
});

test('keeps no more than it may', async () => {
  const { seen, verify } = counting(3600);
  const remembered = rememberVerified(verify, 2);
  for (const token of ['a', 'b', 'c', 'c', 'a']) await remembered(token);

  expect(seen).toEqual(['a', 'b', 'c', 'a']);
});
