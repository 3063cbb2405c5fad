import { getPeopleExtras } from '../../../src/server/graph/peopleExtras.js';
import { endRequests } from '../../support/asker.js';
import { graphThat, inBatch } from '../../support/graphThat.js';

afterEach(endRequests);

type Answers = {
  readonly presences?: unknown;
  readonly photo?: (url: string) => object | undefined;
};

const graphWith = ({ presences, photo = () => undefined }: Answers) =>
  graphThat((path, body) => {
    if (path.endsWith('/$batch')) return inBatch(photo)(path, body);
    if (presences instanceof Error) throw presences;
    return presences;
  });
const jpeg = (body: unknown = 'AAAA', type: unknown = 'image/jpeg') => ({
  status: 200,
  headers: { 'Content-Type': type },
  body,
});

test('presences in one call, by id whatever its case; one that is odd is missing alone', async () => {
  const graph = graphWith({
    presences: {
      value: [
        { id: 'A', availability: 'Busy', activity: 'InACall', other: 1 },
        null,
        { id: 'b', availability: 7, activity: 'Away' },
      ],
    },
  });

  expect(await getPeopleExtras(graph, ['a', 'B', 'c'])).toEqual([
    { id: 'a', presence: { availability: 'Busy', activity: 'InACall' }, photo: null },
    { id: 'B', presence: null, photo: null },
    { id: 'c', presence: null, photo: null },
  ]);
  expect(graph.asked[0]).toEqual({
    path: '/v1.0/communications/getPresencesByUserId',
    body: { ids: ['a', 'B', 'c'] },
  });
});

test('photos of 96 pixels, as data', async () => {
  const photo = (url: string) => (url === '/users/a/photos/96x96/$value' ? jpeg() : { status: 404 });

  expect(await getPeopleExtras(graphWith({ presences: { value: [] }, photo }), ['a', 'b'])).toEqual([
    { id: 'a', presence: null, photo: 'data:image/jpeg;base64,AAAA' },
    { id: 'b', presence: null, photo: null },
  ]);
});

test.each<[string, object | undefined, string | null]>([
  ['a PNG with a parameter, in capitals', jpeg('AA==', ' IMAGE/PNG ; q=1'), 'data:image/png;base64,AA=='],
  ['as long as may be', jpeg('A'.repeat(200_000)), `data:image/jpeg;base64,${'A'.repeat(200_000)}`],
  ['longer', jpeg('A'.repeat(200_001)), null],
  ['of another kind', jpeg('AAAA', 'image/svg+xml'), null],
  ['of no kind', jpeg('AAAA', null), null],
  ['with another status', { ...jpeg(), status: 203 }, null],
  ['that is empty', jpeg(''), null],
  ['that is no text', jpeg({ a: 1 }), null],
  ['with something in front of it', jpeg('"AAAA'), null],
  ['with something behind it', jpeg('AAAA"'), null],
  ['with too many signs of its end', jpeg('A==='), null],
  ['that did not come', undefined, null],
])('a photo %s', async (_, item, expected) => {
  const [extras] = await getPeopleExtras(graphWith({ presences: { value: [] }, photo: () => item }), ['a']);

  expect(extras?.photo).toBe(expected);
});

test('presence that is refused, or has another shape, leaves the photos', async () => {
  for (const presences of [new Error('Refused.'), { value: {} }, undefined]) {
    const [extras] = await getPeopleExtras(graphWith({ presences, photo: () => jpeg() }), ['a']);
    expect(extras).toEqual({ id: 'a', presence: null, photo: 'data:image/jpeg;base64,AAAA' });
  }
});

test('a caller who went away gets no answer without them', async () => {
  const graph = graphWith({ presences: new Error('Refused.') });
  graph.leave();

  await expect(getPeopleExtras(graph, ['a'])).rejects.toThrow('went away');
});
