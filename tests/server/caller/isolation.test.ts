import { people } from '../../../src/sandbox/tenant.js';
import { startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('concurrent users each get their own list, fetched with their own token', async () => {
  const users = people.filter(({ problem }) => problem === undefined);
  const wanted = await Promise.all(
    users
      .flatMap((user) => [user, user, user])
      .map(async (user) => {
        const token = await server.sandbox.ssoToken({}, { objectId: user.id });
        return { user, answer: await server.get('/api/delegators', { token }) };
      }),
  );

  for (const { user, answer } of wanted) {
    const mine = server.sandbox.state.delegations.filter(({ delegateId }) => delegateId === user.id);
    expect((answer.body['value'] as { id: string }[]).map(({ id }) => id)).toEqual(
      mine.map(({ delegatorId }) => delegatorId),
    );
  }
  const askedFor = new Set(server.sandbox.graph.requests.map(({ objectId }) => objectId));
  expect(askedFor).toEqual(new Set(users.map(({ id }) => id)));
});

test('presence and photos are not shown to a user who lacks the permission', async () => {
  const [first, second, third] = people.map(({ id }) => id) as [string, string, string];
  const { graph } = server.sandbox;
  const ask = async (objectId: string) => {
    const token = await server.sandbox.ssoToken({}, { objectId });
    return (await server.get(`/api/people?id=${third}`, { token })).body['value'];
  };
  const [seen] = (await ask(first)) as [{ presence: unknown }];
  expect(seen.presence).not.toBeNull();

  graph.script = ({ objectId }) =>
    objectId === second ? { status: 403, body: { error: { code: 'Forbidden' } } } : undefined;
  const answer = await ask(second);
  graph.script = undefined;
  expect(answer).toEqual([{ id: third, presence: null, photo: null }]);
});

describe('for any work tenant', () => {
  let many: TestServer;
  beforeAll(async () => {
    many = await startServer({ env: { AAD_APP_TENANT_ID: 'organizations' } });
  });
  afterAll(() => many.close());

  test('exchanges a token at the endpoint of its tenant', async () => {
    expect((await many.get('/api/delegators')).status).toBe(200);
    expect(many.sandbox.idp.tokenRequests).toHaveLength(1);
  });

  test.each([
    ['with our issuer and another tenant id', { tid: '55555555-5555-4555-8555-555555555555' }],
    [
      'with another issuer and our tenant id',
      { iss: 'http://127.0.0.1/55555555-5555-4555-8555-555555555555/v2.0' },
    ],
    ['with the unfilled template as its issuer', { iss: '{tenantid}' }],
    ['of personal accounts', { tid: '9188040d-6c67-4c5b-b112-36a304b66dad' }],
  ])('refuses a token %s', async (_, claims) => {
    const before = many.sandbox.graph.requests.length;
    const answer = await many.get('/api/delegators', { token: await many.sandbox.ssoToken(claims) });

    expect(answer.body['code']).toBe('invalid_token');
    expect(many.sandbox.graph.requests).toHaveLength(before);
  });

  test('refuses a token of personal accounts even if its issuer matches', async () => {
    const tid = '9188040d-6c67-4c5b-b112-36a304b66dad';
    const iss = `${many.sandbox.idp.origin}/${tid}/v2.0`;

    expect(
      (await many.get('/api/delegators', { token: await many.sandbox.ssoToken({ tid, iss }) })).body['code'],
    ).toBe('invalid_token');
  });
});
