import { people } from '../../../src/sandbox/tenant.js';
import { Problem } from '../../../src/server/Problem.js';
import { askBroken } from '../../support/askBroken.js';
import { startInstance, useServer } from '../../support/startServer.js';

describe('in a running server', () => {
  const server = useServer();

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

  test('a server for any work tenant exchanges a token at the endpoint of its tenant, and refuses any other', async () => {
    const many = await startInstance(server.sandbox, { env: { AAD_APP_TENANT_ID: 'organizations' } });
    const { sandbox } = server;
    expect((await many.get('/api/delegators')).status).toBe(200);
    const before = [sandbox.idp.tokenRequests.length, sandbox.graph.requests.length];
    const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';
    for (const claims of [
      // Our issuer and another tenant id, and the reverse.
      { tid: '55555555-5555-4555-8555-555555555555' },
      { iss: 'http://127.0.0.1/55555555-5555-4555-8555-555555555555/v2.0' },
      // The unfilled template.
      { iss: '{tenantid}' },
      // Personal accounts, also with their own issuer.
      { tid: personal },
      { tid: personal, iss: `${sandbox.idp.origin}/${personal}/v2.0` },
    ]) {
      const answer = await many.get('/api/delegators', { token: await sandbox.ssoToken(claims) });
      expect(answer.body['code']).toBe('invalid_token');
    }

    expect([sandbox.idp.tokenRequests.length, sandbox.graph.requests.length]).toEqual(before);
    await many.close();
  });
});

test('the deadline starts when a request arrives and includes token verification', async () => {
  const { answer } = await askBroken(new Error('not reached'), {
    verifySsoToken: () => new Promise<never>(() => undefined),
    deadlineMs: 20,
  });

  expect(answer.json()).toMatchObject({ status: 504, code: 'graph_timeout' });
});

test.each([
  [new Problem({ code: 'misconfigured' }, 'No client.'), 'misconfigured', 'misconfigured'],
  [new Problem({ code: 'entra_unavailable' }, 'No keys.'), 'entra_unavailable', 'entra_unavailable'],
  [new TypeError('diego is not a function'), 'internal_error', 'rate_limited'],
  ['not an Error', 'internal_error', 'rate_limited'],
])(
  'counts an unexpected error against the address, but no failure on our side: %s',
  async (fault, first, eleventh) => {
    const { codes } = await askBroken(fault, {}, 11);

    expect(codes).toEqual([...Array<string>(10).fill(first), eleventh]);
  },
);
