import { failure } from '../../../src/sandbox/graph/GraphAnswer.js';
import { people } from '../../../src/sandbox/tenant.js';
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

const idOf = (alias: string): string => people.find((person) => person.alias === alias)?.id ?? '';
const ask = async (alias: string) => {
  const token = await server.sandbox.ssoToken({}, { objectId: idOf(alias) });
  const { status, body } = await server.get('/api/me', { token });
  return { status, body };
};

test.each([
  ['amina', 'enabled'],
  ['gail', 'enabled'],
  ['sam', 'enabled'],
  ['june', 'enabled'],
  ['greta', 'warning'],
  ['pablo', 'suspended'],
  ['zoe', 'none'],
  ['ian', 'none'],
  ['lena', 'none'],
  ['reception', 'none'],
  ['abel', null],
])('tells %s that their Teams Phone is %s', async (alias, teamsPhone) => {
  expect(await ask(alias)).toEqual({ status: 200, body: { teamsPhone } });
});

test('asks Graph once, for what it needs and nothing else', async () => {
  await ask('amina');

  expect(server.sandbox.graph.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v1.0/me?$select=id,accountEnabled,userType,assignedPlans',
  ]);
});

test.each([
  ['refuses', failure(403, 'Authorization_RequestDenied', 'No.')],
  ['knows nobody', failure(404, 'Request_ResourceNotFound', 'No.')],
  ['refuses the token', failure(401, 'InvalidAuthenticationToken', 'No.')],
  ['throttles', failure(429, 'TooManyRequests', 'Busy.', { 'retry-after': '60' })],
  ['is down', failure(503, 'ServiceUnavailable', 'Down.')],
  ['talks nonsense', { status: 200, body: '<html>A proxy</html>' }],
])('is an answer that knows nothing when Graph %s', async (_, answer) => {
  server.sandbox.graph.script = () => answer;

  expect(await ask('amina')).toEqual({ status: 200, body: { teamsPhone: null } });
});

test('is an answer that knows nothing when Graph never answers', async () => {
  server.sandbox.graph.script = () => 'handled';

  expect(await ask('amina')).toEqual({ status: 200, body: { teamsPhone: null } });
});

test('is an answer that knows nothing when Entra gives no token', async () => {
  expect(await ask('priya')).toEqual({ status: 200, body: { teamsPhone: null } });
  expect(server.sandbox.graph.requests).toEqual([]);
});

test('is told to nobody who is not signed in', async () => {
  const { status, body } = await server.get('/api/me', { token: 'x.y.z' });

  expect({ status, code: body['code'] }).toEqual({ status: 401, code: 'invalid_token' });
  expect(server.sandbox.graph.requests).toEqual([]);
});
