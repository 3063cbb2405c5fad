import { failure } from '../../../src/sandbox/graph/GraphAnswer.js';
import { ghostId, people } from '../../../src/sandbox/tenant.js';
import { startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ deadlineMs: 3_000, http: { attemptTimeoutMs: 600 } });
});
beforeEach(() => {
  server.sandbox.graph.script = undefined;
  server.sandbox.graph.requests.length = 0;
});
afterAll(() => server.close());

const [amina, diego, miriam, lars] = people.map(({ id }) => id) as [string, string, string, string];
const query = (ids: readonly string[]) => `/api/people?${ids.map((id) => `id=${id}`).join('&')}`;
type Extras = { id: string; presence: unknown; photo: string | null };
const ask = async (ids: readonly string[]) => (await server.get(query(ids))).body['value'] as Extras[];

test('returns presence and photo in the requested order', async () => {
  const value = await ask([lars, diego, ghostId]);

  expect(value.map(({ id, presence }) => [id, presence])).toEqual([
    [lars, { availability: 'Away', activity: 'Away' }],
    [diego, { availability: 'Available', activity: 'Available' }],
    [ghostId, { availability: 'PresenceUnknown', activity: 'PresenceUnknown' }],
  ]);
  expect(value[0]?.photo).toBeNull();
  expect(value[1]?.photo).toMatch(/^data:image\/png;base64,iVBOR/);
  expect(server.sandbox.graph.requests).toHaveLength(2);
});

test('accepts fifty ids and sends batches of twenty', async () => {
  const ids = Array.from(
    { length: 50 },
    (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  );

  expect(await ask(ids)).toHaveLength(50);
  expect(server.sandbox.graph.requests.filter(({ path }) => path === '/v1.0/$batch')).toHaveLength(3);
});

test.each([
  ['no id', '/api/people'],
  ['an empty id', '/api/people?id='],
  ['an id that is not a GUID', `/api/people?id=${amina}&id=me`],
  ['an id with a path', `/api/people?id=${amina}/../${diego}`],
  [
    '51 ids',
    query(
      Array.from({ length: 51 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
    ),
  ],
  ['ids under another name', `/api/people?ids=${amina}`],
])('refuses %s', async (_, path) => {
  expect((await server.get(path)).body).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(server.sandbox.graph.requests).toEqual([]);
});

test('returns photos when presence is refused, and presence when photos are refused', async () => {
  server.sandbox.graph.script = ({ path }) =>
    path.includes('getPresences') ? failure(403, 'Forbidden', '') : undefined;
  expect(await ask([diego])).toEqual([
    { id: diego, presence: null, photo: expect.stringContaining('data:image') as unknown },
  ]);

  server.sandbox.graph.script = ({ path }) =>
    path === '/v1.0/$batch' ? failure(500, 'Oops', '') : undefined;
  expect(await ask([diego])).toEqual([
    { id: diego, presence: { availability: 'Available', activity: 'Available' }, photo: null },
  ]);
});

test.each([
  ['with a type other than a bitmap', { 'Content-Type': 'image/svg+xml' }, 'AAAA'],
  ['that is not base64', { 'Content-Type': 'image/png' }, '"><script>'],
  ['that is far too large', { 'Content-Type': 'image/png' }, 'A'.repeat(300_000)],
  ['that is not text', { 'Content-Type': 'image/png' }, { data: 'AAAA' }],
])('omits a photo %s', async (_, headers, body) => {
  server.sandbox.graph.script = ({ path }) =>
    path.endsWith('/$value') ? { status: 200, headers, body } : undefined;

  expect((await ask([miriam]))[0]?.photo).toBeNull();
});

test('returns photos when the presence request never completes', async () => {
  server.sandbox.graph.script = ({ path }) => (path.includes('getPresences') ? 'handled' : undefined);

  expect((await ask([diego]))[0]).toMatchObject({
    presence: null,
    photo: expect.stringContaining('data:image') as unknown,
  });
});

describe('GET /api/profiles', () => {
  test('returns what the directory knows, in the requested order', async () => {
    const { status, body } = await server.get(`/api/profiles?id=${lars}&id=${ghostId}&id=${diego}`);

    expect(status).toBe(200);
    expect(body['value']).toMatchObject([
      { id: lars, personStatus: 'found', person: { id: lars } },
      { id: ghostId, personStatus: 'notFound', person: null },
      { id: diego, personStatus: 'found', person: { id: diego, displayName: 'Diego Marenco' } },
    ]);
  });

  test.each([
    ['no id', '/api/profiles'],
    ['an id that is not a GUID', '/api/profiles?id=me'],
  ])('refuses %s', async (_, path) => {
    expect((await server.get(path)).body).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(server.sandbox.graph.requests).toEqual([]);
  });
});
