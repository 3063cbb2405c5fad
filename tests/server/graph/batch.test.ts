import { getInBatches } from '../../../src/server/graph/batch.js';
import { endRequests } from '../../support/asker.js';
import { graphThat, inBatch, type Posted } from '../../support/graphThat.js';

afterEach(endRequests);

const paths = (count: number) => Array.from({ length: count }, (_, index) => `/users/${index}`);
const sizes = (graph: ReturnType<typeof graphThat>) =>
  graph.asked.map(({ body }) => (body as Posted).requests.length);
const throttled = (seconds: string, status = 429) => ({ status, headers: { 'Retry-After': seconds } });

test.each([
  [0, []],
  [1, [1]],
  [20, [20]],
  [21, [20, 1]],
  [100, [20, 20, 20, 20, 20]],
])('%i paths are asked for twenty at a time', async (count, expected) => {
  const graph = graphThat(inBatch(() => ({ status: 200 })));
  const answers = await getInBatches(graph, paths(count));

  expect(sizes(graph)).toEqual(expected);
  expect([...answers.keys()].sort()).toEqual(paths(count).sort());
});

test('four batches are under way at once, and no more', async () => {
  const waiting: (() => void)[] = [];
  const graph = graphThat(async (path, body) => {
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

test('each request is a GET of its path, of the version that is wanted', async () => {
  const graph = graphThat(inBatch(() => ({ status: 200 })));
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

test('an answer says what the item said, whatever the case of its headers', async () => {
  const answers = await getInBatches(
    graphThat(
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
  ['with an id that was not asked for', { responses: [{ id: '9', status: 200 }] }],
])('an answer %s is none', async (_, answer) => {
  expect(
    (
      await getInBatches(
        graphThat(() => answer),
        ['/a'],
      )
    ).size,
  ).toBe(0);
});

test.each([429, 503])('what is throttled with %i is asked for once more, alone', async (status) => {
  const graph = graphThat(inBatch((url) => (url === '/b' ? throttled('0', status) : { status: 200 })));
  const answers = await getInBatches(graph, ['/a', '/b', '/c']);

  expect(sizes(graph)).toEqual([3, 1]);
  expect(answers.get('/b')?.status).toBe(status);
});

test.each([500, 502, 404])('what failed with %i is not', async (status) => {
  const graph = graphThat(inBatch(() => ({ status })));
  await getInBatches(graph, ['/a']);

  expect(sizes(graph)).toEqual([1]);
});

test('the wait is the one that Graph asks for, and one that is too long is not begun', async () => {
  let count = 0;
  const graph = graphThat(
    inBatch((url) => ((count += 1) > 2 ? { status: 200 } : throttled(url === '/a' ? '0.01' : '60'))),
  );
  const answers = await getInBatches(graph, ['/a', '/b']);

  expect(graph.asked.map(({ body }) => (body as Posted).requests.map(({ url }) => url))).toEqual([
    ['/a', '/b'],
    ['/a'],
  ]);
  expect([answers.get('/a')?.status, answers.get('/b')?.status]).toEqual([200, 429]);
});

test('once the caller is gone nothing more is asked for', async () => {
  const graph = graphThat((path, body) => {
    graph.leave();
    return inBatch(() => ({ status: 200 }))(path, body);
  });
  await getInBatches(graph, paths(200));

  expect(graph.asked.length).toBeLessThanOrEqual(4);
});

test('a caller who goes away ends the wait for what was throttled', async () => {
  const graph = graphThat(
    inBatch(() => throttled('60')),
    { totalMs: 120_000 },
  );
  const all = getInBatches(graph, ['/a']);
  await new Promise(setImmediate);
  graph.leave();
  await all;

  expect(graph.asked).toHaveLength(1);
}, 10_000);

test('one batch that fails takes none of the others along', async () => {
  const graph = graphThat((path, body) => {
    if ((body as Posted).requests.length === 20) throw new Error('Refused.');
    return inBatch(() => ({ status: 200 }))(path, body);
  });

  expect([...(await getInBatches(graph, paths(21))).keys()]).toEqual(['/users/20']);
});
