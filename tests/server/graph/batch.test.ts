import { getInBatches } from '../../../src/server/graph/batch.js';
import { endRequests } from '../../support/caller.js';
import { stubGraph, inBatch, type Posted } from '../../support/stubGraph.js';

afterEach(endRequests);

const paths = (count: number) => Array.from({ length: count }, (_, index) => `/users/${index}`);
const sizes = (graph: ReturnType<typeof stubGraph>) =>
  graph.asked.map(({ body }) => (body as Posted).requests.length);
const throttled = (seconds: string, status = 429) => ({ status, headers: { 'Retry-After': seconds } });

test.each([
  [0, []],
  [1, [1]],
  [20, [20]],
  [21, [20, 1]],
  [100, [20, 20, 20, 20, 20]],
])('splits %i paths into batches of twenty', async (count, expected) => {
  const graph = stubGraph(inBatch(() => ({ status: 200 })));
  const answers = await getInBatches(graph, paths(count));

  expect(sizes(graph)).toEqual(expected);
  expect([...answers.keys()].sort()).toEqual(paths(count).sort());
});

test('runs at most four batches concurrently', async () => {
  const waiting: (() => void)[] = [];
  const graph = stubGraph(async (path, body) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return inBatch(() => ({ status: 200 }))(path, body);
  });
  const all = getInBatches(graph, paths(120));
  const counts: number[] = [];
  while (counts.length < 2) {
    await new Promise(setImmediate);
    counts.push(waiting.length);
    waiting.splice(0).forEach((go) => {
      go();
    });
  }

  expect(counts).toEqual([4, 2]);
  expect((await all).size).toBe(120);
});

test('each request is a GET of its path in the given version', async () => {
  const graph = stubGraph(inBatch(() => ({ status: 200 })));
  await getInBatches(graph, ['/a', '/b'], 'beta');
  await getInBatches(graph, ['/c']);

  expect(graph.asked).toEqual([
    {
      path: '/beta/$batch',
      body: {
        requests: [
          { id: '0', method: 'GET', url: '/a' },
          { id: '1', method: 'GET', url: '/b' },
        ],
      },
    },
    { path: '/v1.0/$batch', body: { requests: [{ id: '0', method: 'GET', url: '/c' }] } },
  ]);
});

test('returns status, body and headers of an item, with case-insensitive header names', async () => {
  const answers = await getInBatches(
    stubGraph(
      inBatch((url) =>
        url === '/a'
          ? { status: 200, headers: { 'CONTENT-type': 'image/png', 'retry-AFTER': '7' }, body: 'x' }
          : { status: 404, headers: { 'content-type': 7 } },
      ),
    ),
    ['/a', '/b'],
  );

  expect(answers.get('/a')).toMatchObject({
    status: 200,
    retryAfter: 7,
    body: 'x',
  });
  expect(answers.get('/b')).toMatchObject({ status: 404, retryAfter: undefined });
});

test.each([
  ['of another shape', { answers: [] }],
  ['with an unknown id', { responses: [{ id: '9', status: 200 }] }],
])('ignores a response %s', async (_, answer) => {
  expect(
    (
      await getInBatches(
        stubGraph(() => answer),
        ['/a'],
      )
    ).size,
  ).toBe(0);
});

test.each([429, 503])('retries only the items throttled with %i, once', async (status) => {
  const graph = stubGraph(inBatch((url) => (url === '/b' ? throttled('0', status) : { status: 200 })));
  const answers = await getInBatches(graph, ['/a', '/b', '/c']);

  expect(sizes(graph)).toEqual([3, 1]);
  expect(answers.get('/b')?.status).toBe(status);
});

test.each([500, 502, 404])('does not retry items that failed with %i', async (status) => {
  const graph = stubGraph(inBatch(() => ({ status })));
  await getInBatches(graph, ['/a']);

  expect(sizes(graph)).toEqual([1]);
});

test('waits as long as Graph asks, and does not retry if that exceeds the deadline', async () => {
  let count = 0;
  const graph = stubGraph(
    inBatch((url) => ((count += 1) > 2 ? { status: 200 } : throttled(url === '/a' ? '0.01' : '60'))),
  );
  const answers = await getInBatches(graph, ['/a', '/b']);

  expect(graph.asked.map(({ body }) => (body as Posted).requests.map(({ url }) => url))).toEqual([
    ['/a', '/b'],
    ['/a'],
  ]);
  expect([answers.get('/a')?.status, answers.get('/b')?.status]).toEqual([200, 429]);
});

test('sends no further batch after the client disconnects', async () => {
  const graph = stubGraph((path, body) => {
    graph.leave();
    return inBatch(() => ({ status: 200 }))(path, body);
  });
  await getInBatches(graph, paths(200));

  expect(graph.asked.length).toBeLessThanOrEqual(4);
});

test('stops waiting for a retry when the client disconnects', async () => {
  const graph = stubGraph(
    inBatch(() => throttled('60')),
    { totalMs: 120_000 },
  );
  const all = getInBatches(graph, ['/a']);
  await new Promise(setImmediate);
  graph.leave();
  await all;

  expect(graph.asked).toHaveLength(1);
}, 10_000);

test('a failed batch does not affect the others', async () => {
  const graph = stubGraph((path, body) => {
    if ((body as Posted).requests.length === 20) throw new Error('Refused.');
    return inBatch(() => ({ status: 200 }))(path, body);
  });

  expect([...(await getInBatches(graph, paths(21))).keys()]).toEqual(['/users/20']);
});
