import { createApi } from '../../../src/tab/api/client.js';
import {
  fitIntoLink,
  longestLink,
  toChatLink,
  toMailLink,
  toParagraph,
} from '../../../src/tab/host/messageLinks.js';
import { createSsoTokens } from '../../../src/tab/host/ssoTokens.js';

describe('links to messages', () => {
  test('encodes a chat link as Teams requires', () => {
    expect(toChatLink('ann_x#EXT#@corp.example', 'Ä & m, 100 % + “ü”?')).toBe(
      'https://teams.microsoft.com/l/chat/0/0?users=ann_x%23EXT%23%40corp.example&message=%C3%84%20%26%20m%2C%20100%20%25%20%2B%20%E2%80%9C%C3%BC%E2%80%9D%3F',
    );
  });

  test('a mail link keeps line breaks and encodes its delimiters', () => {
    expect(toMailLink('o’neil+x@corp.example', 'A & B?', 'One\nTwo\r\nThree')).toBe(
      'mailto:o%E2%80%99neil%2Bx@corp.example?subject=A%20%26%20B%3F&body=One%0D%0ATwo%0D%0AThree',
    );
    expect(toMailLink('', 'S', 'B')).toBe('mailto:?subject=S&body=B');
  });

  test('takes the longest text whose encoded link has at most 1,900 characters', () => {
    const toLink = (text: string) => toChatLink('ann@corp.example', text);
    const room = longestLink - toLink('').length;

    expect(fitIntoLink(['a'.repeat(room), 'short'], toLink)).toHaveLength(room);
    expect(fitIntoLink(['a'.repeat(room + 1), 'short'], toLink)).toBe('short');
    // An umlaut takes six characters, an emoji twelve.
    expect(fitIntoLink(['ü'.repeat(Math.floor(room / 6) + 1), 'short'], toLink)).toBe('short');
    expect(fitIntoLink(['😀'.repeat(Math.floor(room / 12)), 'short'], toLink)).not.toBe('short');
    expect(fitIntoLink(['a'.repeat(room + 1)], toLink)).toBeUndefined();
  });

  test('toParagraph removes line breaks', () => {
    expect(toParagraph(' One\r\n\r\nTwo \u2028 Three\t')).toBe('One Two Three');
  });
});

describe('SSO tokens', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: [] });
  });

  const never = () => new Promise<string>(() => undefined);
  const toToken = (name: string, expiresInS: number): string =>
    `x.${btoa(JSON.stringify({ name, exp: Math.floor(Date.now() / 1000) + expiresInS }))}.x`;

  test('asks the host for each request, and once for concurrent callers', async () => {
    const askHost = jest.fn().mockResolvedValueOnce('first').mockResolvedValueOnce('second');
    const tokens = createSsoTokens(askHost);
    expect(await tokens.first).toBe('first');

    expect(await Promise.all([tokens.get(), tokens.get()])).toEqual(['second', 'second']);
    expect(askHost).toHaveBeenCalledTimes(2);
  });

  test('gives up after 15 s and asks again on the next request', async () => {
    const askHost = jest.fn(never);
    const tokens = createSsoTokens(askHost);
    const got = expect(tokens.get()).rejects.toMatchObject({ name: 'TimedOut' });
    await jest.advanceTimersByTimeAsync(15_000);
    await got;
    askHost.mockResolvedValueOnce('token');

    await expect(tokens.get()).resolves.toBe('token');
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
});

describe('the API client', () => {
  const asked: string[][] = [];
  const api = createApi({ getSsoToken: () => Promise.resolve('token') });

  beforeEach(() => {
    asked.length = 0;
    jest.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
    globalThis.fetch = (path) => {
      const ids = new URL(path as string, 'https://tab.example').searchParams.getAll('id');
      asked.push(ids);
      return Promise.resolve({
        ok: true,
        headers: new Headers({ 'content-type': 'application/json' }),
        json: () => Promise.resolve({ value: ids.map((id) => ({ id })) }),
      } as Response);
    };
  });

  test('splits a request for more people than the server allows, and keeps their order', async () => {
    const ids = Array.from({ length: 120 }, (_, at) => String(at));

    expect((await api.getPeople(ids)).map(({ id }) => id)).toEqual(ids);
    expect(asked.map(({ length }) => length)).toEqual([50, 50, 20]);
  });

  test('sends no request for no people', async () => {
    expect(await api.getProfiles([])).toEqual([]);
    expect(asked).toEqual([]);
  });
});
