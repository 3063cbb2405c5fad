import { failure, type GraphAnswer } from '../../../src/sandbox/graph/GraphAnswer.js';
import { people } from '../../../src/sandbox/tenant.js';
import { startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  // Uses the production limits, because no test here may wait for them.
  server = await startServer();
});
beforeEach(() => {
  server.sandbox.graph.script = undefined;
  server.sandbox.graph.requests.length = 0;
});
afterAll(() => server.close());

describe('the list arrives even if names fail:', () => {
  const statusesWith = async (person: (path: string) => GraphAnswer | undefined) => {
    server.sandbox.graph.script = ({ path }) => (path.startsWith('/v1.0/users/') ? person(path) : undefined);
    const { status, body } = await server.get('/api/delegators');
    expect(status).toBe(200);
    return (body['value'] as { personStatus: string }[]).map(({ personStatus }) => personStatus);
  };
  const first = `/v1.0/users/${people.find(({ alias }) => alias === 'diego')?.id ?? ''}`;
  const onlyFirst = (answer: GraphAnswer) => (path: string) => (path.startsWith(first) ? answer : undefined);

  test.each<[string, GraphAnswer, string]>([
    ['404 for one', failure(404, 'Request_ResourceNotFound', ''), 'notFound'],
    ['403 for one', failure(403, 'Forbidden', ''), 'unavailable'],
    ['500 for one', failure(500, 'Oops', ''), 'unavailable'],
    [
      '429 with a long Retry-After for one',
      failure(429, 'TooManyRequests', '', { 'Retry-After': '60' }),
      'unavailable',
    ],
    ['an error with status 200 for one', { ...failure(404, 'Gone', ''), status: 200 }, 'unavailable'],
    ['an invalid body for one', { status: 200, body: 'x' }, 'unavailable'],
  ])('%s', async (_, answer, expected) => {
    expect(await statusesWith(onlyFirst(answer))).toEqual([expected, 'found', 'found']);
  });

  test('does not wait for a name throttled beyond the deadline for names', async () => {
    const busy = failure(429, 'TooManyRequests', '', { 'Retry-After': '2' });

    expect(await statusesWith(onlyFirst(busy))).toEqual(['unavailable', 'found', 'found']);
    expect(server.sandbox.graph.requests.filter(({ path }) => path === '/v1.0/$batch')).toHaveLength(1);
  });

  test('a batch that hangs does not affect the names of the others', async () => {
    const value = Array.from({ length: 40 }, (_, index) => ({ id: `id-${index}` }));
    const { graph } = server.sandbox;
    graph.script = ({ path, body }) => {
      if (path.endsWith('/delegators')) return { status: 200, body: { value } };
      if (path.startsWith('/v1.0/users/')) return { status: 200, body: { displayName: 'Somebody' } };
      return path === '/v1.0/$batch' && body.includes('id-39') ? 'handled' : undefined;
    };
    const { body } = await server.get('/api/delegators');

    expect((body['value'] as { personStatus: string }[]).map(({ personStatus }) => personStatus)).toEqual([
      ...Array<string>(20).fill('found'),
      ...Array<string>(20).fill('unavailable'),
    ]);
  });

  test('a transient 429 for one', async () => {
    let count = 0;
    const busy = failure(429, 'TooManyRequests', '', { 'Retry-After': '0' });

    expect(
      await statusesWith((path) => (path.startsWith(first) && (count += 1) === 1 ? busy : undefined)),
    ).toEqual(['found', 'found', 'found']);
  });

  test.each<[string, GraphAnswer | 'silence']>([
    ['the whole batch is refused', failure(403, 'Forbidden', '')],
    ['the whole batch is not JSON', { status: 200, body: '<html>' }],
    ['the whole batch has an unexpected shape', { status: 200, body: { answers: [] } }],
    ['the whole batch hangs', 'silence'],
  ])('%s', async (_, answer) => {
    server.sandbox.graph.script = ({ path }) =>
      path !== '/v1.0/$batch' ? undefined : answer === 'silence' ? 'handled' : answer;
    const { status, body } = await server.get('/api/delegators');

    expect(status).toBe(200);
    expect((body['value'] as { personStatus: string }[]).map(({ personStatus }) => personStatus)).toEqual(
      Array(3).fill('unavailable'),
    );
  });
});
