import { fastify } from 'fastify';
import type { Delegation } from '../../../src/contract/delegation.js';
import { failure } from '../../../src/sandbox/graph/GraphAnswer.js';
import { ghostId, people } from '../../../src/sandbox/tenant.js';
import { healthRoutes, type Readiness } from '../../../src/server/routes/health.js';
import { rawRequest } from '../../support/rawRequest.js';
import { startInstance, startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    deadlineMs: 3_000,
    http: { attemptTimeoutMs: 600 },
    sandbox: { graphPageSize: 2 },
  });
});
beforeEach(() => {
  server.sandbox.graph.script = undefined;
  server.sandbox.graph.requests.length = 0;
});
afterAll(() => server.close());

const idOf = (alias: string): string => people.find((person) => person.alias === alias)?.id ?? '';

describe('delegations', () => {
  const listOf = async (alias: string, list: 'delegates' | 'delegators') => {
    const token = await server.sandbox.ssoToken({}, { objectId: idOf(alias) });
    return await server.get(`/api/${list}`, { token });
  };
  const entries = (body: Record<string, unknown>): Delegation[] => body['value'] as Delegation[];
  /** Replaces Graph's response for a list. */
  const answerList = (body: unknown) => {
    server.sandbox.graph.script = ({ path }) =>
      /\/delegat(es|ors)(\?|$)/.test(path) ? { status: 200, body } : undefined;
  };

  /** Sample response in Microsoft's reference of "List delegates". */
  const referenceSample = {
    value: [
      {
        '@odata.type': '#microsoft.graph.delegationSettings',
        id: '62de48e1-a72c-40db-9193-a3bd8cf167c9',
        createdDateTime: '2025-01-01T00:00:00Z',
        isActive: true,
        allowedActions: {
          '@odata.type': 'microsoft.graph.delegateAllowedActions',
          makeCalls: true,
          receiveCalls: true,
          manageCallAndDelegateSettings: true,
          pickUpHeldCalls: true,
          joinActiveCalls: false,
        },
      },
    ],
  };

  test('returns the executives of an assistant with every right, over several pages', async () => {
    const answer = await listOf('amina', 'delegators');

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(entries(answer.body).map(({ person }) => person?.displayName)).toEqual([
      'Diego Marenco',
      'Miriam Feld',
      'Lars Hedlund',
    ]);
    expect(entries(answer.body)[0]).toEqual({
      id: idOf('diego'),
      isActive: true,
      createdDateTime: '2025-01-14T09:30:00Z',
      allowedActions: {
        makeCalls: true,
        receiveCalls: true,
        pickUpHeldCalls: true,
        joinActiveCalls: true,
        manageCallAndDelegateSettings: false,
      },
      person: {
        id: idOf('diego'),
        displayName: 'Diego Marenco',
        jobTitle: 'Chief Financial Officer',
        department: 'Finance',
        mail: 'diego@alder-finch.example',
        userPrincipalName: 'diego@alder-finch.example',
        accountEnabled: true,
      },
      personStatus: 'found',
    });
    expect(answer.body['fingerprint']).toMatch(/^[\w-]{43}$/);
  });

  test('returns the delegates of an executive, including a deleted account', async () => {
    const answer = await listOf('miriam', 'delegates');

    expect(
      entries(answer.body).map(({ id, personStatus, person }) => [id, personStatus, person?.displayName]),
    ).toEqual([
      [idOf('amina'), 'found', 'Amina Okafor'],
      [ghostId, 'notFound', undefined],
    ]);
  });

  test('returns empty lists for a user without delegations', async () => {
    for (const list of ['delegates', 'delegators'] as const) {
      const answer = await listOf('noor', list);

      expect(answer.status).toBe(200);
      expect(answer.body['value']).toEqual([]);
    }
  });

  test.each(['delegates', 'delegators'] as const)('returns a single entry of %s', async (list) => {
    const token = await server.sandbox.ssoToken({}, { objectId: idOf('kenji') });
    const id = idOf('sofia');
    const { status, body } = await server.get(`/api/${list}/${id}`, { token });

    expect(status).toBe(200);
    expect(body).toMatchObject({ id, personStatus: 'found', person: { displayName: 'Sofia Ribeiro' } });
    expect(server.sandbox.graph.requests[0]?.path).toBe(`/beta/me/communications/callSettings/${list}/${id}`);
  });

  test('answers not_found for an entry that Graph does not know', async () => {
    const answer = await server.get(`/api/delegates/${idOf('noor')}`);

    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'not_found', status: 404 });
  });

  test("accepts the sample of Microsoft's reference", async () => {
    answerList(referenceSample);
    const [{ id, createdDateTime, allowedActions } = {} as Delegation] = entries(
      (await server.get('/api/delegates')).body,
    );

    expect([id, createdDateTime]).toEqual(['62de48e1-a72c-40db-9193-a3bd8cf167c9', '2025-01-01T00:00:00Z']);
    expect(allowedActions).toMatchObject({ makeCalls: true, joinActiveCalls: false });
  });

  const nothingReported = {
    makeCalls: null,
    receiveCalls: null,
    manageCallAndDelegateSettings: null,
    pickUpHeldCalls: null,
    joinActiveCalls: null,
  };

  test('converts missing and invalid values of Graph to null', async () => {
    const given = [
      { id: 'nulls', isActive: null, createdDateTime: null, allowedActions: null },
      { id: 'nothing else' },
      { id: 'wrong types', isActive: 'yes', createdDateTime: 7, allowedActions: 'all' },
      { id: 'wrong rights', allowedActions: { makeCalls: 'true', receiveCalls: 1 } },
      { id: 'unknown members', ringDelegates: true, allowedActions: { listenIn: true } },
    ];
    answerList({ value: given });

    expect((await server.get('/api/delegates')).body['value']).toEqual(
      given.map(({ id }) => ({
        id,
        isActive: null,
        createdDateTime: null,
        allowedActions: nothingReported,
        person: null,
        personStatus: 'notFound',
      })),
    );
  });

  test('returns ten thousand entries over pages, even if there is no time for all names', async () => {
    const patient = await startInstance(server.sandbox);
    server.sandbox.graph.script = ({ path }) => {
      const match = /\/delegates(?:\?page=(\d+))?$/.exec(path);
      if (match === null) return undefined;
      const page = Number(match[1] ?? 0);
      const value = Array.from({ length: 100 }, (_, index) => ({ id: `id-${page * 100 + index}` }));
      const next = `${server.sandbox.graph.origin}${path.split('?')[0] ?? ''}?page=${page + 1}`;
      return { status: 200, body: { value, ...(page < 99 && { '@odata.nextLink': next }) } };
    };
    const answer = await patient.get('/api/delegates');

    expect(answer.status).toBe(200);
    expect(entries(answer.body)).toHaveLength(10_000);
    await patient.close();
  });

  test('sends the headers that Graph requires, and never the SSO token', async () => {
    const token = await server.sandbox.ssoToken();
    await server.get('/api/delegators', { token });
    const [list, batch] = server.sandbox.graph.requests;

    expect(list?.headers).toMatchObject({
      accept: 'application/json',
      'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    });
    expect(list?.headers['client-request-id']).not.toBe(batch?.headers['client-request-id']);
    expect(list?.headers.authorization).not.toContain(token);
    expect(server.sandbox.graph.requests.map(({ path }) => path)).toContain('/v1.0/$batch');
  });

  test('names are unavailable, and are not requested from Graph, without consent', async () => {
    const answer = await listOf('cora', 'delegators');

    expect(entries(answer.body).map(({ personStatus, person }) => [personStatus, person])).toEqual([
      ['unavailable', null],
      ['unavailable', null],
    ]);
    expect(server.sandbox.graph.requests.map(({ path }) => path)).not.toContain('/v1.0/$batch');
  });
});

describe('ids', () => {
  describe('an id has 1 to 128 letters, digits or - _ . @', () => {
    test.each(['a', 'A-Z_0.9@x', 'x'.repeat(128), '...', 'sip.user@contoso.com', 'user%40contoso.com'])(
      'accepts %s',
      async (id) => {
        expect((await server.get(`/api/delegates/${id}`)).body['code']).toBe('not_found');
        expect(server.sandbox.graph.requests).toHaveLength(1);
      },
    );

    test.each([
      'x'.repeat(129),
      'x'.repeat(3000),
      '%2e%2e%2f%2e%2e',
      '..%2fdelegators',
      'a%2fb',
      'a%5cb',
      'a%00b',
      'a%20b',
      'a%27%20or%201%20eq%201',
      '%24filter%3Dx',
      'a%3F%24filter%3Dx',
      'a%23',
      'a;b',
      'a,b',
      "a'b",
      'a(b)',
      '%E2%80%AE',
      '%C3%A9',
      '%252e%252e',
    ])('refuses %s', async (id) => {
      for (const list of ['delegates', 'delegators']) {
        const answer = await server.get(`/api/${list}/${id}`);
        expect(answer.body).toMatchObject({ status: 400, code: 'invalid_id' });
      }
      expect(server.sandbox.graph.requests).toEqual([]);
    });

    test.each(['.', '..'])('%s as a path segment never leads to another resource', async (id) => {
      // fetch() would resolve the dots before it sends the request.
      const text = await rawRequest(
        server.origin,
        `GET /api/delegates/${id} HTTP/1.1\r\nHost: tab\r\nAuthorization: Bearer ${await server.sandbox.ssoToken()}\r\nConnection: close\r\n\r\n`,
      );

      expect(text).toMatch(/^HTTP\/1\.1 400 /);
      expect(text).toContain('"code":"invalid_id"');
      expect(server.sandbox.graph.requests).toEqual([]);
    });
  });
});

describe('the caller', () => {
  const ask = async (alias: string) => {
    const token = await server.sandbox.ssoToken({}, { objectId: idOf(alias) });
    const { status, body } = await server.get('/api/me', { token });
    return { status, body };
  };

  test.each([
    ['amina', 'enabled'],
    ['greta', 'warning'],
    ['pablo', 'suspended'],
    ['zoe', 'none'],
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
});

describe('people', () => {
  const [amina, diego, , lars] = people.map(({ id }) => id) as [string, string, string, string];
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
    ['51 ids', query(Array.from({ length: 51 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`))], // prettier-ignore
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
});

describe('health', () => {
  const ask = async (path: string, readiness: Readiness = 'ready') => {
    const app = fastify();
    healthRoutes(app, () => readiness);
    const { statusCode, headers, body } = await app.inject(path);
    await app.close();
    return { statusCode, cache: headers['cache-control'], body: JSON.parse(body) as unknown };
  };

  test.each<[Readiness, number]>([
    ['ready', 200],
    ['waiting for the keys of the identity provider', 503],
    ['stopping', 503],
  ])('/readyz of a server that is %s answers %i', async (status, statusCode) => {
    expect(await ask('/readyz', status)).toEqual({ statusCode, cache: 'no-store', body: { status } });
  });

  test('/healthz answers 200 on a server that is not ready', async () => {
    expect(await ask('/healthz', 'stopping')).toEqual({
      statusCode: 200,
      cache: 'no-store',
      body: { status: 'ok' },
    });
  });
});
