import { readWatchedLists } from '../../../src/server/graph/watchedLists.js';
import { Problem } from '../../../src/server/Problem.js';
import { endRequests } from '../../support/asker.js';
import { graphThat, inBatch } from '../../support/graphThat.js';

afterEach(endRequests);

const read = async (item: object | undefined) => {
  const [first] = await readWatchedLists(graphThat(inBatch(() => item)), ['a']);
  return first?.reading;
};

test('both lists of each are asked for, of the beta, and told apart', async () => {
  const graph = graphThat(inBatch((url) => ({ status: 200, body: { value: [{ id: url }] } })));
  const lists = await readWatchedLists(graph, ['a', 'b/c']);

  expect(graph.asked.map(({ path }) => path)).toEqual(['/beta/$batch']);
  expect(
    lists.map(({ objectId, list, reading }) => [
      objectId,
      list,
      reading.kind === 'read' && reading.entries.map(({ id }) => id),
    ]),
  ).toEqual([
    ['a', 'delegators', ['/users/a/communications/callSettings/delegators']],
    ['a', 'delegates', ['/users/a/communications/callSettings/delegates']],
    ['b/c', 'delegators', ['/users/b%2Fc/communications/callSettings/delegators']],
    ['b/c', 'delegates', ['/users/b%2Fc/communications/callSettings/delegates']],
  ]);
});

const missingRole = 'Missing role permissions on the request. API requires one of ...';

test.each<[string, object | undefined, object]>([
  ['an empty list is read', { status: 200, body: { value: [] } }, { kind: 'read', entries: [] }],
  ['null is an empty list', { status: 200, body: { value: null } }, { kind: 'read', entries: [] }],
  ['an empty link is none', { status: 200, body: { value: [], '@odata.nextLink': '' } }, { kind: 'read', entries: [] }],
  ['a list with another page has failed', { status: 200, body: { value: [], '@odata.nextLink': '/x' } }, { kind: 'failed', cause: new Error('Graph answered 200') }],
  ['another shape has failed', { status: 200, body: { value: {} } }, { kind: 'failed', cause: new Error('Graph answered 200') }],
  ['a list with another status has failed', { status: 204, body: { value: [] } }, { kind: 'failed', cause: new Error('Graph answered 204') }],
  ['a user whom Graph does not know is not found', { status: 404 }, { kind: 'notFound' }],
  ['403 is a refusal', { status: 403, body: { value: [] } }, { kind: 'refused', isApp: false }],
  ['403 by a policy is a refusal of the user', { status: 403, body: { error: { code: 'Forbidden', message: 'By policy.' } } }, { kind: 'refused', isApp: false }],
  ['403 that names the missing role is a refusal of the app', { status: 403, body: { error: { code: 'Forbidden', message: missingRole } } }, { kind: 'refused', isApp: true }],
  ['403 with the code of the directory is a refusal of the app', { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } }, { kind: 'refused', isApp: true }],
  ['429 is throttled', { status: 429, headers: { 'Retry-After': '3600' } }, { kind: 'throttled', retryAfter: 3600 }],
  ['500 has failed', { status: 500 }, { kind: 'failed', cause: new Error('Graph answered 500') }],
  ['502 has failed, even with a list', { status: 502, body: { value: [] } }, { kind: 'failed', cause: new Error('Graph answered 502') }],
  ['a missing answer has failed', undefined, { kind: 'failed', cause: new Error('no answer in the batch') }],
])('%s', async (_, item, reading) => {
  expect(await read(item)).toEqual(reading);
}); // prettier-ignore

test('a batch that is throttled as a whole throttles its lists', async () => {
  const graph = graphThat(() => Promise.reject(new Problem({ code: 'throttled', retryAfter: 77 }, 'Busy.')));
  const lists = await readWatchedLists(graph, ['a']);

  expect(lists.map(({ reading }) => reading)).toEqual(Array(2).fill({ kind: 'throttled', retryAfter: 77 }));
});

test('a batch that fails as a whole says why for each of its lists', async () => {
  const cause = new Problem({ code: 'entra_unavailable' }, 'Down.');
  const lists = await readWatchedLists(
    graphThat(() => Promise.reject(cause)),
    ['a'],
  );

  expect(lists.map(({ reading }) => reading)).toEqual(Array(2).fill({ kind: 'failed', cause }));
});
