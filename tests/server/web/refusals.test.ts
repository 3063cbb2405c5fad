import { rawRequest } from '../../support/rawRequest.js';
import { startServer, toAnswer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const fetchPath = async (path: string, init?: RequestInit) =>
  await toAnswer(await fetch(`${server.origin}${path}`, init));

describe('answers not_found for', () => {
  test.each([
    ['GET', '/api/nothing'],
    ['GET', '/api/Delegates'],
    ['GET', '/nowhere'],
    ['GET', '/assets/../../package.json'],
    ['GET', '/assets/%2e%2e/%2e%2e/package.json'],
    ['GET', '/assets/..%2f..%2fpackage.json'],
    ['GET', '/assets/'],
    ['GET', '/assets'],
    ['GET', '/.env'],
    ['POST', '/api/delegates'],
    ['PUT', '/api/delegates'],
    ['DELETE', '/api/delegates'],
    ['PATCH', '/api/delegates/a'],
    ['OPTIONS', '/api/delegates'],
    ['POST', '/tab'],
  ])('%s %s', async (method, path) => {
    const answer = await fetchPath(path, { method });

    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({
      type: 'about:blank',
      status: 404,
      code: 'not_found',
      title: 'Not found',
    });
    expect(server.sandbox.graph.requests).toEqual([]);
  });
});

test.each([
  ['a request that is not HTTP', 'nonsense\r\n\r\n', '"code":"invalid_request"'],
  [
    'a path that cannot be decoded',
    'GET /api/delegates/%zz HTTP/1.1\r\nHost: tab\r\nConnection: close\r\n\r\n',
    '"code":"invalid_request"',
  ],
])('answers %s with invalid_request', async (_, text, expected) => {
  const answer = await rawRequest(server.origin, text);

  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('application/problem+json');
  expect(answer).toContain(expected);
});
