import { getDelegation, listDelegations } from '../../../src/server/graph/delegationSettings.js';
import { endRequests } from '../../support/caller.js';
import { stubGraph } from '../../support/stubGraph.js';

afterEach(endRequests);

const base = '/beta/me/communications/callSettings';
const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const unexpected = { reason: { code: 'graph_unexpected' } };

test('reads all pages in Graph’s order, each id once, and every entry without an id', async () => {
  const pages: Record<string, unknown> = {
    [`${base}/delegators`]: { value: [{ id: 'b' }, { id: 'a' }, {}], '@odata.nextLink': '/2' },
    '/2': { value: [{ id: 'a' }, { id: null }, { id: 'c' }], '@odata.nextLink': '/3' },
    '/3': { value: null, '@odata.nextLink': null },
  };
  const graph = stubGraph((path) => pages[path]);

  expect(idsOf(await listDelegations(graph, 'delegators'))).toEqual(['b', 'a', '', '', 'c']);
  expect(graph.asked.map(({ path }) => path)).toEqual(Object.keys(pages));
});

test('reads at most two hundred pages', async () => {
  const pagesOf = (count: number) => {
    let page = 0;
    return stubGraph(() => {
      page += 1;
      return { value: [{ id: String(page) }], ...(page < count && { '@odata.nextLink': `/${page}` }) };
    });
  };
  expect(await listDelegations(pagesOf(200), 'delegates')).toHaveLength(200);
  await expect(listDelegations(pagesOf(201), 'delegates')).rejects.toMatchObject({
    ...unexpected,
    cause: 'too many pages',
  });
});

test('an empty next link ends the list', async () => {
  const graph = stubGraph(() => ({ value: [{ id: 'a' }], '@odata.nextLink': '' }));

  expect(await listDelegations(graph, 'delegates')).toHaveLength(1);
  expect(graph.asked).toHaveLength(1);
});

test('does not read a page that links to itself twice', async () => {
  const graph = stubGraph(() => ({ value: [], '@odata.nextLink': `${base}/delegates` }));

  await expect(listDelegations(graph, 'delegates')).rejects.toMatchObject(unexpected);
  expect(graph.asked).toHaveLength(1);
});

test('logs the path of a wrong value but not the value', async () => {
  const graph = stubGraph(() => ({ value: [{ id: 7 }, { id: { name: 'Adele Vance' } }] }));

  await expect(listDelegations(graph, 'delegates')).rejects.toMatchObject({
    ...unexpected,
    cause: 'wrong shape at value.0.id, value.1.id',
  });
  const many = stubGraph(() => ({ value: Array.from({ length: 99 }, () => ({ id: 7 })) }));
  const problem = await listDelegations(many, 'delegates').catch((error: unknown) => error);
  expect(String((problem as Error).cause)).toHaveLength('wrong shape at '.length + 200);
});

test.each([
  ['bare', { id: 'a', isActive: true }],
  ['wrapped', { value: { id: 'a', isActive: true } }],
  ['without an id', { isActive: true }],
])('reads one entry, %s', async (_, answer) => {
  const graph = stubGraph(() => answer);

  expect(await getDelegation(graph, 'delegates', 'a/b')).toMatchObject({
    id: 'id' in answer || 'value' in answer ? 'a' : 'a/b',
    isActive: true,
  });
  expect(graph.asked[0]?.path).toBe(`${base}/delegates/a%2Fb`);
});

test.each([[null], ['text'], [7], [[]], [{ value: null }], [{ value: 'a' }], [{ id: 7 }]])(
  'rejects %j as an entry',
  async (answer) => {
    await expect(
      getDelegation(
        stubGraph(() => answer),
        'delegates',
        'a',
      ),
    ).rejects.toMatchObject(unexpected);
  },
);

test.each([
  ['2025-01-14T09:30:00Z', '2025-01-14T09:30:00Z'],
  ['2025-01-14T09:30Z', '2025-01-14T09:30Z'],
  ['2025-01-14T09:30:00.1234567Z', '2025-01-14T09:30:00.1234567Z'],
  ['2025-01-14T09:30:00+02:00', '2025-01-14T07:30:00.000Z'],
  ['2025-01-14T09:30:00-11:30', '2025-01-14T21:00:00.000Z'],
  ['0002-01-01T00:00:00Z', '0002-01-01T00:00:00Z'],
  ['0001-12-31T00:00:00Z', null],
  ['2025-13-45T00:00:00Z', null],
  ['2025-01-14', null],
  ['2025-01-14T09:30:00', null],
  ['2025-01-14T09:30:00.Z', null],
  [' 2025-01-14T09:30:00Z', null],
  ['2025-01-14T09:30:00Z ', null],
  ['12025-01-14T09:30:00Z', null],
  ['2025-01-14T09:30:00+2:00', null],
  [1_736_846_999_000, null],
  [null, null],
])('reads createdDateTime %s as %s', async (createdDateTime, expected) => {
  const entry = await getDelegation(
    stubGraph(() => ({ id: 'a', createdDateTime })),
    'delegates',
    'a',
  );

  expect(entry.createdDateTime).toBe(expected);
});
