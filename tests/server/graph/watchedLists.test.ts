import { readWatchedLists } from '../../../src/server/graph/watchedLists.js';
import { Problem } from '../../../src/server/Problem.js';
import { endRequests } from '../../support/caller.js';
import { stubGraph, inBatch } from '../../support/stubGraph.js';

afterEach(endRequests);

const read = async (item: object | undefined) => {
  const [first] = await readWatchedLists(stubGraph(inBatch(() => item)), ['a']);
  return first?.reading;
};

test('reads both lists of each user from the beta endpoint', async () => {
  const graph = stubGraph(inBatch((url) => ({ status: 200, body: { value: [{ id: url }] } })));
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
  ['an empty link counts as no link', { status: 200, body: { value: [], '@odata.nextLink': '' } }, { kind: 'read', entries: [] }],
  ['a list with another page fails', { status: 200, body: { value: [], '@odata.nextLink': '/x' } }, { kind: 'failed', cause: new Error('Graph returned 200') }],
  ['an unexpected shape fails', { status: 200, body: { value: {} } }, { kind: 'failed', cause: new Error('Graph returned 200') }],
  ['a list with another status fails', { status: 204, body: { value: [] } }, { kind: 'failed', cause: new Error('Graph returned 204') }],
  ['an unknown user is not found', { status: 404 }, { kind: 'notFound' }],
  ['403 is a refusal', { status: 403, body: { value: [] } }, { kind: 'refused', isApp: false }],
  ['403 by a policy is a refusal for the user', { status: 403, body: { error: { code: 'Forbidden', message: 'By policy.' } } }, { kind: 'refused', isApp: false }],
  ['403 that names the missing role is a refusal for the app', { status: 403, body: { error: { code: 'Forbidden', message: missingRole } } }, { kind: 'refused', isApp: true }],
  ['403 with the directory’s code is a refusal for the app', { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } }, { kind: 'refused', isApp: true }],
  ['429 is throttled', { status: 429, headers: { 'Retry-After': '3600' } }, { kind: 'throttled', retryAfter: 3600 }],
  ['500 fails', { status: 500 }, { kind: 'failed', cause: new Error('Graph returned 500') }],
  ['502 fails even with a list', { status: 502, body: { value: [] } }, { kind: 'failed', cause: new Error('Graph returned 502') }],
  ['a missing response fails', undefined, { kind: 'failed', cause: new Error('no response in the batch') }],
])('%s', async (_, item, reading) => {
  expect(await read(item)).toEqual(reading);
}); // prettier-ignore

test('a throttled batch throttles all its lists', async () => {
  const graph = stubGraph(() => Promise.reject(new Problem({ code: 'throttled', retryAfter: 77 }, 'Busy.')));
  const lists = await readWatchedLists(graph, ['a']);

  expect(lists.map(({ reading }) => reading)).toEqual(Array(2).fill({ kind: 'throttled', retryAfter: 77 }));
});

test('a failed batch reports its cause for each list', async () => {
  const cause = new Problem({ code: 'entra_unavailable' }, 'Down.');
  const lists = await readWatchedLists(
    stubGraph(() => Promise.reject(cause)),
    ['a'],
  );

  expect(lists.map(({ reading }) => reading)).toEqual(Array(2).fill({ kind: 'failed', cause }));
});
