import { readdirSync } from 'node:fs';
import * as filesystem from 'node:fs';
import { rawRequest } from '../../support/rawRequest.js';
import { startServer, toAnswer, type TestServer } from '../../support/startServer.js';

/** Bounds of the work that an unauthenticated request can cause. The tests count the work and never measure time. */
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { TRUST_PROXY: 'loopback' } });
});
afterEach(() => {
  jest.restoreAllMocks();
  server.log.length = 0;
});
afterAll(() => server.close());

const fetchPath = async (path: string, init?: RequestInit) =>
  await toAnswer(await fetch(`${server.origin}${path}`, init));

describe('for any number of requested languages,', () => {
  const distinct = Array.from({ length: 1_900 }, (_, index) => `x${index.toString(36).padStart(3, 'a')}`);
  test.each([
    ['7,700 short tags', 'a,'.repeat(7_700)],
    ['1,900 different tags', distinct.join(',')],
    ['one tag of 15,000 characters', `de${'-abcdefgh'.repeat(1_660)}`],
    ['7,700 commas', ','.repeat(7_700)],
    ['a tag with 15,000 characters of parameters', `de;${'q=0.1;'.repeat(2_500)}`],
  ])('at most 16 tags are compared: %s', async (_, header) => {
    await fetchPath('/tab');
    const locales = jest.spyOn(Intl, 'Locale');
    const answer = await fetchPath('/tab', { headers: { 'accept-language': header } });

    expect(answer.status).toBe(200);
    expect(locales.mock.calls.length).toBeLessThanOrEqual(16);
    for (const [tag] of locales.mock.calls) expect(String(tag).length).toBeLessThanOrEqual(35);
  });

  test('a tag of 15,000 characters in the URL is ignored', async () => {
    const locales = jest.spyOn(Intl, 'Locale');
    await fetchPath(`/tab?lang=de${'-abcdefgh'.repeat(1_600)}`, { headers: { 'accept-language': 'fr' } });

    expect(locales.mock.calls).toEqual([['fr']]);
  });

  test('the first tags are compared', async () => {
    const header = `ja,${'a,'.repeat(7_000)}`;

    expect((await fetchPath('/tab', { headers: { 'accept-language': header } })).headers.get('content-language')).toBe('ja'); // prettier-ignore
  });
});

test('decodes at most 2,048 characters of a token’s header', async () => {
  const decode = jest.spyOn(TextDecoder.prototype, 'decode');
  const header = Buffer.from('['.repeat(11_000)).toString('base64url');
  const answer = await server.get('/api/delegates', { token: `${header}.AAAA.AAAA` });

  expect(answer.body).toMatchObject({ status: 401, code: 'invalid_token' });
  expect(decode.mock.calls.filter(([bytes]) => Buffer.isBuffer(bytes) && bytes.length > 1_536)).toEqual([]);
  expect(server.log.filter(({ level }) => level !== 'info')).toEqual([]);
});

describe('does not access the disk for a missing file:', () => {
  test.each([
    ['a long name', `/assets/${'a'.repeat(15_000)}.js`],
    ['a name of many folders', `/assets/${'a/'.repeat(7_000)}`],
    ['the name of a file with a suffix', '/assets/{file}x'],
    ['a hidden file', '/assets/.env'],
  ])('%s', async (_, path) => {
    const [file = ''] = readdirSync('dist/tab/assets');
    const stat = jest.spyOn(filesystem, 'stat');
    const answer = await fetchPath(path.replace('{file}', file));

    expect(answer.body).toMatchObject({ status: 404, code: 'not_found' });
    expect(stat.mock.calls).toEqual([]);
  });
});

test('sends the whole file, regardless of requested ranges', async () => {
  const file = readdirSync('dist/tab/assets').find((name) => name.endsWith('.js')) ?? '';
  const range = `bytes=${Array.from({ length: 1_500 }, (_, index) => `${index}-${index}`).join(',')}`;
  const answer = await fetchPath(`/assets/${file}`, { headers: { range, 'accept-encoding': 'identity' } });

  expect([answer.status, answer.headers.get('accept-ranges')]).toEqual([200, null]);
});

test('does not parse the body of a request to an unknown path', async () => {
  const parse = jest.spyOn(JSON, 'parse');
  const body = `{"on":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const response = await fetch(`${server.origin}/nowhere`, init);

  expect(response.status).toBe(404);
  expect(parse.mock.calls.filter(([text]) => text.includes('[['))).toEqual([]);
});

test('does not parse the body of a request without a valid token', async () => {
  const parse = jest.spyOn(JSON, 'parse');
  const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"on":true}' };
  const response = await fetch(`${server.origin}/api/notifications`, init);

  expect(response.status).toBe(401);
  expect(parse.mock.calls.filter(([text]) => text.includes('"on"'))).toEqual([]);
});

describe('answers an unusual request without an internal error:', () => {
  const long = 'a'.repeat(12_000);
  test.each<[string, string, Record<string, string>]>([
    ['a long path', `/${long}`, {}],
    ['a path of slashes', '/'.repeat(8_000), {}],
    ['a path of encoded slashes', `/api/delegates/${'%2f'.repeat(4_000)}`, {}],
    ['a long query', `/tab?theme=${long}`, {}],
    ['4,000 repeated query parameters', `/tab?${'theme=dark&'.repeat(1_300)}`, {}],
    ['query parameters named after object members', '/tab?__proto__=1&constructor=2&theme[__proto__]=3', {}],
    ['a long cookie', '/tab', { cookie: `a=${long}` }],
    ['many cookies', '/tab', { cookie: 'a=b; '.repeat(2_400) }],
    ['a long correlation id', '/tab', { 'x-correlation-id': long }],
    ['many encodings', '/assets/nothing.js', { 'accept-encoding': '*,'.repeat(6_000) }],
    ['many entity tags', '/tab', { 'if-none-match': 'W/"a",'.repeat(2_000) }],
    [
      'forwarding headers',
      '/tab',
      { 'x-forwarded-for': '::1,'.repeat(2_000), 'x-forwarded-host': long.slice(0, 6_000) },
    ],
    ['a long content type', '/tab', { 'content-type': `application/json;${'a=b;'.repeat(2_500)}` }],
  ])('%s', async (_, path, headers) => {
    const { status } = await fetch(`${server.origin}${path}`, { headers });

    expect([200, 400, 401, 404]).toContain(status);
    expect(server.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('does not repeat an unknown Host header in a page', async () => {
    const answer = await rawRequest(
      server.origin,
      `GET /tab HTTP/1.1\r\nHost: ${'a'.repeat(12_000)}\r\nConnection: close\r\n\r\n`,
    );

    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).not.toContain('aaaaa');
  });
});
