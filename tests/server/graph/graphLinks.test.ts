import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphAnswer } from '../../../src/sandbox/graph/GraphAnswer.js';
import { startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => {
  server.sandbox.graph.script = undefined;
  server.sandbox.graph.requests.length = 0;
});
afterAll(() => server.close());

const isList = (path: string) => /\/delegat(es|ors)(\?|$)/.test(path);
const lists = () => server.sandbox.graph.requests.filter(({ path }) => isList(path));
const answerList = (answer: GraphAnswer) => {
  server.sandbox.graph.script = ({ path }) => (isList(path) ? answer : undefined);
};

describe('a link', () => {
  let elsewhere: ReturnType<typeof createServer>;
  let elsewhereOrigin: string;
  const seen: string[] = [];
  beforeAll(async () => {
    elsewhere = createServer((request, response) => {
      seen.push(request.headers.authorization ?? '');
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[]}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    elsewhereOrigin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    seen.length = 0;
  });
  afterAll(() => elsewhere.close());

  test.each([
    ['to another origin', () => `${elsewhereOrigin}/beta/me`],
    ['without a scheme to another origin', () => elsewhereOrigin.replace('http:', '')],
    ['with a backslash to another origin', () => elsewhereOrigin.replace('http://', '/\\\\')],
    [
      'with another origin after an @',
      () =>
        server.sandbox.graph.origin
          .replace('http://', 'http://graph@')
          .replace('127.0.0.1', new URL(elsewhereOrigin).hostname),
    ],
    ['to our origin with a suffix', () => `${server.sandbox.graph.origin}1/beta/me`],
    [
      'to a host that starts with ours',
      () => `${server.sandbox.graph.origin.replace(/:\d+$/, '')}.evil.example/beta/me`,
    ],
    [
      'to a host that ends with ours',
      () => `${server.sandbox.graph.origin.replace('//', '//evil-')}/beta/me`,
    ],
    ['to a subdomain of ours', () => `${server.sandbox.graph.origin.replace('//', '//evil.')}/beta/me`],
    [
      'to another origin with ours as its path',
      () => `${elsewhereOrigin}/${server.sandbox.graph.origin}/beta/me`,
    ],
    ['to our origin in a query of another one', () => `${elsewhereOrigin}/?${server.sandbox.graph.origin}`],
    [
      'to another scheme of our host',
      () => `${server.sandbox.graph.origin.replace('http:', 'https:')}/beta/me`,
    ],
    ['with a password', () => `${server.sandbox.graph.origin.replace('//', '//:secret@')}/beta/me`],
    ['of another scheme', () => 'file:///etc/passwd'],
    ['that is none', () => 'http://['],
  ])('%s is never followed', async (_, link) => {
    answerList({ status: 200, body: { value: [], '@odata.nextLink': link() } });

    expect((await server.get('/api/delegates')).body).toMatchObject({
      status: 502,
      code: 'graph_unexpected',
    });
    expect(seen).toEqual([]);
    expect(lists()).toHaveLength(1);
  });

  test.each([301, 302, 303, 307, 308])('in a %i redirect is never followed', async (status) => {
    answerList({ status, body: {}, headers: { location: `${elsewhereOrigin}/beta/me` } });

    expect((await server.get('/api/delegates')).body['code']).toBe('graph_unexpected');
    expect(seen).toEqual([]);
  });

  test('that loops is followed once', async () => {
    const { origin } = server.sandbox.graph;
    server.sandbox.graph.script = ({ path }) =>
      isList(path)
        ? {
            status: 200,
            body: {
              value: [],
              '@odata.nextLink': `${origin}/beta/me/communications/callSettings/delegates?page=1`,
            },
          }
        : undefined;

    expect((await server.get('/api/delegates')).body['code']).toBe('graph_unexpected');
    expect(lists()).toHaveLength(2);
  });

  test('that always leads to a new page is followed up to the limit', async () => {
    let page = 0;
    const { origin } = server.sandbox.graph;
    server.sandbox.graph.script = ({ path }) =>
      isList(path)
        ? {
            status: 200,
            body: {
              value: [],
              '@odata.nextLink': `${origin}/beta/me/communications/callSettings/delegates?page=${(page += 1)}`,
            },
          }
        : undefined;

    expect((await server.get('/api/delegates')).body['code']).toMatch(/graph_unexpected|graph_timeout/);
    expect(lists().length).toBeLessThanOrEqual(200);
  });
});
