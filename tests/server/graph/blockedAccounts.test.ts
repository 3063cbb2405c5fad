import { people } from '../../../src/sandbox/tenant.js';
import { startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => {
  server.sandbox.graph.script = undefined;
  server.sandbox.graph.requests.length = 0;
});
afterAll(() => server.close());

const idOf = (alias: string): string => people.find((person) => person.alias === alias)?.id ?? '';
type Entry = { id: string; personStatus: string; person: { accountEnabled: unknown } | null };
const ask = async (alias: string, path: string) => {
  const token = await server.sandbox.ssoToken({}, { objectId: idOf(alias) });
  const { body } = await server.get(path, { token });
  return (body['value'] as Entry[]).map(({ id, person }) => [id, person?.accountEnabled]);
};
const asked = () => server.sandbox.graph.requests.some(({ body }) => body.includes('accountEnabled'));

test('a list shows whose account is blocked', async () => {
  expect(await ask('nadia', '/api/delegates')).toEqual([
    [idOf('otto'), false],
    [idOf('esther'), true],
  ]);
});

test('profiles show it too', async () => {
  expect(await ask('nadia', `/api/profiles?id=${idOf('otto')}`)).toEqual([[idOf('otto'), false]]);
});

test('without User.Read.All it is neither requested nor known, and names still arrive', async () => {
  server.sandbox.state.delegations.push({
    delegatorId: idOf('dora'),
    delegateId: idOf('otto'),
    isActive: true,
    createdDateTime: null,
    allowedActions: {},
  });

  expect(await ask('dora', '/api/delegates')).toEqual([[idOf('otto'), null]]);
  expect(asked()).toBe(false);
  await ask('nadia', '/api/delegates');
  expect(asked()).toBe(true);
});

test.each([null, 'false', 0, undefined])('is unknown if Graph returns %j', async (accountEnabled) => {
  server.sandbox.graph.script = ({ path }) =>
    path.startsWith('/v1.0/users/') ? { status: 200, body: { displayName: 'X', accountEnabled } } : undefined;

  expect((await ask('nadia', '/api/delegates')).map(([, enabled]) => enabled)).toEqual([null, null]);
});
