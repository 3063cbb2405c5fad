import { getPeopleExtras } from '../../../src/server/graph/peopleExtras.js';
import { endRequests } from '../../support/caller.js';
import { stubGraph, inBatch } from '../../support/stubGraph.js';

afterEach(endRequests);

type Answers = {
  readonly presences?: unknown;
  readonly photo?: (url: string) => object | undefined;
};

const graphWith = ({ presences, photo = () => undefined }: Answers) =>
  stubGraph((path, body) => {
    if (path.endsWith('/$batch')) return inBatch(photo)(path, body);
    if (presences instanceof Error) throw presences;
    return presences;
  });
const jpegText = '/9j/4AAQSkZJRgAB';
const startOf = (bytes: string) => Buffer.from(bytes, 'latin1').toString('base64');
const jpeg = (body: unknown = jpegText, type: unknown = 'image/jpeg') => ({
  status: 200,
  headers: { 'Content-Type': type },
  body,
});

test('reads presences in one request, matches ids case-insensitively, and skips invalid entries', async () => {
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

test('returns photos of 96 pixels as data URLs', async () => {
  const photo = (url: string) => (url === '/users/a/photos/96x96/$value' ? jpeg() : { status: 404 });

  expect(await getPeopleExtras(graphWith({ presences: { value: [] }, photo }), ['a', 'b'])).toEqual([
    { id: 'a', presence: null, photo: `data:image/jpeg;base64,${jpegText}` },
    { id: 'b', presence: null, photo: null },
  ]);
});

test.each<[string, object | undefined, string | null]>([
  ['of JPEG bytes without a type', jpeg(jpegText, null), `data:image/jpeg;base64,${jpegText}`],
  ['of JPEG bytes as image/jpg', jpeg(jpegText, 'image/jpg'), `data:image/jpeg;base64,${jpegText}`],
  ['of JPEG bytes as JSON', jpeg(jpegText, 'application/json'), `data:image/jpeg;base64,${jpegText}`],
  ['of JPEG bytes as SVG', jpeg(jpegText, 'image/svg+xml'), `data:image/jpeg;base64,${jpegText}`],
  ['of PNG bytes', jpeg('iVBORw0KGgoAAAAN', 'image/jpeg'), 'data:image/png;base64,iVBORw0KGgoAAAAN'],
  ['of GIF bytes', jpeg('R0lGODlhAQABAAAA', null), 'data:image/gif;base64,R0lGODlhAQABAAAA'],
  ['of WebP bytes', jpeg('UklGRhoAAABXRUJQ', null), 'data:image/webp;base64,UklGRhoAAABXRUJQ'],
  [
    'of the maximum length',
    jpeg(jpegText.padEnd(200_000, 'A')),
    `data:image/jpeg;base64,${jpegText.padEnd(200_000, 'A')}`,
  ],
  ['beyond the maximum length', jpeg(jpegText.padEnd(200_001, 'A')), null],
  ['of SVG bytes as JPEG', jpeg(startOf('<svg xmlns="x"/>')), null],
  ['of HTML bytes as JPEG', jpeg(startOf('<html><body></b>')), null],
  ['of RIFF bytes that are not WebP', jpeg(startOf('RIFF....AVI LIST')), null],
  ['with JPEG bytes later', jpeg(startOf(` \xff\xd8\xff`)), null],
  ['with another status', { ...jpeg(), status: 203 }, null],
  ['that is empty', jpeg(''), null],
  ['that is not a string', jpeg({ a: 1 }), null],
  ['with a prefix', jpeg(`"${jpegText}`), null],
  ['with a suffix', jpeg(`${jpegText}"`), null],
  ['with too much padding', jpeg(`${jpegText}A===`), null],
  ['that is missing', undefined, null],
])('returns a data URL or null for a photo %s', async (_, item, expected) => {
  const [extras] = await getPeopleExtras(graphWith({ presences: { value: [] }, photo: () => item }), ['a']);

  expect(extras?.photo).toBe(expected);
});

test('returns photos if presence is refused or invalid', async () => {
  for (const presences of [new Error('Refused.'), { value: {} }, undefined]) {
    const [extras] = await getPeopleExtras(graphWith({ presences, photo: () => jpeg() }), ['a']);
    expect(extras).toEqual({ id: 'a', presence: null, photo: `data:image/jpeg;base64,${jpegText}` });
  }
});

test('rejects instead of returning empty values after the client disconnects', async () => {
  const graph = graphWith({ presences: new Error('Refused.') });
  graph.leave();

  await expect(getPeopleExtras(graph, ['a'])).rejects.toThrow('closed the connection');
});
