import { rawRequest } from '../../support/rawRequest.js';
import { startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => {
  server.sandbox.graph.requests.length = 0;
});
afterAll(() => server.close());

describe('an id has 1 to 128 letters, digits or - _ . @', () => {
  test.each(['a', 'A-Z_0.9@x', 'x'.repeat(128), '...', 'sip.user@contoso.com', 'user%40contoso.com'])(
    'accepts %s',
    async (id) => {
      expect((await server.get(`/api/delegates/${id}`)).body['code']).toBe('not_found');
      expect(server.sandbox.graph.requests).toHaveLength(1);
    },
  );

  test.each([
    'x'.repeat(129),
    'x'.repeat(3000),
    '%2e%2e%2f%2e%2e',
    '..%2fdelegators',
    'a%2fb',
    'a%5cb',
    'a%00b',
    'a%20b',
    'a%27%20or%201%20eq%201',
    '%24filter%3Dx',
    'a%3F%24filter%3Dx',
    'a%23',
    'a;b',
    'a,b',
    "a'b",
    'a(b)',
    '%E2%80%AE',
    '%C3%A9',
    '%252e%252e',
  ])('refuses %s', async (id) => {
    for (const list of ['delegates', 'delegators']) {
      const answer = await server.get(`/api/${list}/${id}`);
      expect(answer.body).toMatchObject({ status: 400, code: 'invalid_id' });
    }
    expect(server.sandbox.graph.requests).toEqual([]);
  });

  test.each(['.', '..'])('%s as a path segment never leads to another resource', async (id) => {
    // fetch() would resolve the dots before it sends the request.
    const text = await rawRequest(
      server.origin,
      `GET /api/delegates/${id} HTTP/1.1\r\nHost: tab\r\nAuthorization: Bearer ${await server.sandbox.ssoToken()}\r\nConnection: close\r\n\r\n`,
    );

    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain('"code":"invalid_id"');
    expect(server.sandbox.graph.requests).toEqual([]);
  });
});
