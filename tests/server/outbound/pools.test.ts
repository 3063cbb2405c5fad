import { startServer, until, type TestServer } from '../../support/startServer.js';

type Asked = { readonly path: string; readonly body: string };

let server: TestServer;
beforeEach(async () => {
  // Use the longest deadline, so that hanging requests still hang when the list arrives.
  server = await startServer({ optionalMs: 9_000 });
});
afterEach(() => server.close());

/** The number of connections per pool. */
const many = 128;

test.each([
  ['presence', ({ path }: Asked) => path.endsWith('/getPresencesByUserId')],
  ['photos', ({ body }: Asked) => body.includes('/photos/')],
])(
  'returns a list with names while all connections for %s hang',
  async (_, hangs) => {
    const { graph, ssoToken } = server.sandbox;
    const token = await ssoToken();
    graph.script = (request) => (hangs(request) ? 'handled' : undefined);
    const hanging = Array.from({ length: many }, async (_unused, index) => {
      const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
      await server.get(`/api/people?id=${id}`, { token }).catch(() => undefined);
      return 'too late: the hanging calls are over';
    });
    await until(() => graph.requests.filter(hangs).length === many);
    const list = server.get('/api/delegators', { token });

    expect(await Promise.race([list.then(({ body }) => body['value']), ...hanging])).toContainEqual(
      expect.objectContaining({ personStatus: 'found' }),
    );
    await server.sandbox.graph.close();
    await Promise.all(hanging);
  },
  30_000,
);
