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
])('the Teams Phone licence of %s is %s', async (alias, teamsPhone) => {
  expect(await ask(alias)).toEqual({ status: 200, body: { teamsPhone } });
});

test('sends one request to Graph and selects only needed properties', async () => {
  await ask('amina');

  expect(server.sandbox.graph.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v1.0/me?$select=id,accountEnabled,userType,assignedPlans',
  ]);
});

test.each([
  ['refuses', failure(403, 'Authorization_RequestDenied', 'No.')],
  ['does not find the user', failure(404, 'Request_ResourceNotFound', 'No.')],
  ['refuses the token', failure(401, 'InvalidAuthenticationToken', 'No.')],
  ['throttles', failure(429, 'TooManyRequests', 'Busy.', { 'retry-after': '60' })],
  ['is down', failure(503, 'ServiceUnavailable', 'Down.')],
  ['returns HTML', { status: 200, body: '<html>A proxy</html>' }],
])('answers null when Graph %s', async (_, answer) => {
  server.sandbox.graph.script = () => answer;

  expect(await ask('amina')).toEqual({ status: 200, body: { teamsPhone: null } });
});

test('answers null when Graph never responds', async () => {
  server.sandbox.graph.script = () => 'handled';

  expect(await ask('amina')).toEqual({ status: 200, body: { teamsPhone: null } });
});

test('answers null when Entra issues no token', async () => {
  expect(await ask('priya')).toEqual({ status: 200, body: { teamsPhone: null } });
  expect(server.sandbox.graph.requests).toEqual([]);
});

test('answers invalid_token without a valid SSO token', async () => {
  const { status, body } = await server.get('/api/me', { token: 'x.y.z' });

  expect({ status, code: body['code'] }).toEqual({ status: 401, code: 'invalid_token' });
  expect(server.sandbox.graph.requests).toEqual([]);
});
