import { readWatchedLists } from '../../../src/server/graph/watchedLists.js';
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

test.each<[string, object | undefined, object]>([
  ['an empty list is one', { status: 200, body: { value: [] } }, { kind: 'read', entries: [] }],
  ['null is an empty list', { status: 200, body: { value: null } }, { kind: 'read', entries: [] }],
  ['an empty link is none', { status: 200, body: { value: [], '@odata.nextLink': '' } }, { kind: 'read', entries: [] }],
  ['a list with another page is not whole', { status: 200, body: { value: [], '@odata.nextLink': '/x' } }, { kind: 'unknown' }],
  ['another shape says nothing', { status: 200, body: { value: {} } }, { kind: 'unknown' }],
  ['a list that comes with another status says nothing', { status: 204, body: { value: [] } }, { kind: 'unknown' }],
  ['nobody of this id', { status: 404 }, { kind: 'unknown' }],
  ['the app may not', { status: 403, body: { value: [] } }, { kind: 'refused' }],
  ['throttled for an hour', { status: 429, headers: { 'Retry-After': '3600' } }, { kind: 'busy', retryAfter: 3600 }],
  ['out of order', { status: 500 }, { kind: 'busy', retryAfter: undefined }],
  ['out of order, with a list', { status: 502, body: { value: [] } }, { kind: 'busy', retryAfter: undefined }],
  ['no answer at all', undefined, { kind: 'busy', retryAfter: undefined }],
])('%s', async (_, item, reading) => {
  expect(await read(item)).toEqual(reading);
}); // prettier-ignore
