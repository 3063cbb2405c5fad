import { createSsoTokens } from '../../../src/tab/host/ssoTokens.js';

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: [] });
});

const never = () => new Promise<string>(() => undefined);
const toToken = (name: string, expiresInS: number): string =>
  `x.${btoa(JSON.stringify({ name, exp: Math.floor(Date.now() / 1000) + expiresInS }))}.x`;

test('asks the host for each request', async () => {
  const askHost = jest.fn().mockResolvedValueOnce('first').mockResolvedValueOnce('second');
  const tokens = createSsoTokens(askHost);

  await expect(tokens.first).resolves.toBe('first');
  await expect(tokens.get()).resolves.toBe('second');
});

test('shares one request to the host among concurrent callers', async () => {
  const askHost = jest.fn(() => Promise.resolve('token'));
  const tokens = createSsoTokens(askHost);
  await tokens.first;
  await Promise.all([tokens.get(), tokens.get()]);

  expect(askHost).toHaveBeenCalledTimes(2);
});

test('gives up after 15 s and asks again on the next request', async () => {
  const askHost = jest.fn(never);
  const tokens = createSsoTokens(askHost);
  const got = expect(tokens.get()).rejects.toMatchObject({ name: 'HostSilent' });
  await jest.advanceTimersByTimeAsync(15_000);
  await got;
  askHost.mockResolvedValueOnce('token');

  await expect(tokens.get()).resolves.toBe('token');
});

test('waits for the first token without a limit', async () => {
  const { first } = createSsoTokens(
    () =>
      new Promise((resolve) => {
        setTimeout(resolve, 60_000, 'late');
      }),
  );
  await jest.advanceTimersByTimeAsync(60_000);

  await expect(first).resolves.toBe('late');
});

test('uses a held token until shortly before it expires, then renews it', async () => {
  const askHost = jest.fn(() => Promise.resolve('cached by the host'));
  const tokens = createSsoTokens(askHost);
  await tokens.first;
  const held = toToken('held', 600);
  const renewed = toToken('renewed', 6_000);
  const renew = jest.fn(() => Promise.resolve(renewed));
  tokens.hold(held, renew);
  await expect(tokens.get()).resolves.toBe(held);
  await jest.advanceTimersByTimeAsync(580_000);

  await expect(tokens.get()).resolves.toBe(renewed);
  await expect(tokens.get()).resolves.toBe(renewed);
  expect(renew).toHaveBeenCalledTimes(1);
  expect(askHost).toHaveBeenCalledTimes(1);
});

test('falls back to the host when a held token cannot be renewed', async () => {
  const tokens = createSsoTokens(() => Promise.resolve('cached by the host'));
  tokens.hold(toToken('held', 0), () => Promise.reject(new Error('No.')));

  await expect(tokens.get()).resolves.toBe('cached by the host');
});

test('distinguishes a new token from the last one used', async () => {
  const tokens = createSsoTokens(() => Promise.resolve('same'));
  await tokens.first;
  const renew = () => Promise.resolve('same');

  expect(tokens.hold('same', renew)).toBe(false);
  expect(tokens.hold('other', renew)).toBe(true);
});

test('falls back to the host when the server refuses a held token', async () => {
  const tokens = createSsoTokens(() => Promise.resolve('of the host'));
  await tokens.first;
  const held = toToken('held', 3_600);
  tokens.hold(held, never);
  tokens.drop('another token');
  await expect(tokens.get()).resolves.toBe(held);
  tokens.drop(held);

  await expect(tokens.get()).resolves.toBe('of the host');
});
