import { forEachRight, listNames, type Delegation } from '../../../src/contract/delegation.js';
import { failure } from '../../../src/sandbox/graph/GraphAnswer.js';
import { ghostId } from '../../../src/sandbox/tenant/delegations.js';
import { as, idOf } from '../../support/as.js';
import { rawGet, rawRequest } from '../../support/rawRequest.js';
import { useServer } from '../../support/startServer.js';

const server = useServer({
  deadlineMs: 3_000,
  http: { attemptTimeoutMs: 600 },
  sandbox: { graphPageSize: 2 },
});

describe('delegations', () => {
  const entries = (body: Record<string, unknown>): Delegation[] => body['value'] as Delegation[];

  test('returns the executives of an assistant with every right, over several pages', async () => {
    const answer = await as(server, 'amina').get('/api/delegators');

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
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
    const answer = await as(server, 'miriam').get('/api/delegates');

    expect(
      entries(answer.body).map(({ id, personStatus, person }) => [id, personStatus, person?.displayName]),
    ).toEqual([
      [idOf('amina'), 'found', 'Amina Okafor'],
      [ghostId, 'notFound', undefined],
    ]);
  });

  test.each(listNames)('returns an empty list and a single entry of %s', async (list) => {
    const empty = await as(server, 'noor').get(`/api/${list}`);
    expect([empty.status, empty.body['value']]).toEqual([200, []]);

    server.sandbox.graph.requests.length = 0;
    const id = idOf('sofia');
    const { status, body } = await as(server, 'kenji').get(`/api/${list}/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, personStatus: 'found', person: { displayName: 'Sofia Ribeiro' } });
    expect(server.sandbox.graph.requests[0]?.path).toBe(`/beta/me/communications/callSettings/${list}/${id}`);
  });

  test('converts missing and invalid values of Graph to null', async () => {
    const given = [
      { id: 'nulls', isActive: null, createdDateTime: null, allowedActions: null },
      { id: 'nothing else' },
      { id: 'wrong types', isActive: 'yes', createdDateTime: 7, allowedActions: 'all' },
      { id: 'wrong rights', allowedActions: { makeCalls: 'true', receiveCalls: 1 } },
      { id: 'unknown members', ringDelegates: true, allowedActions: { listenIn: true } },
    ];
    server.sandbox.graph.script = ({ path }) =>
      path.endsWith('/delegates') ? { status: 200, body: { value: given } } : undefined;

    expect((await server.get('/api/delegates')).body['value']).toEqual(
      given.map(({ id }) => ({
        id,
        isActive: null,
        createdDateTime: null,
        allowedActions: forEachRight(() => null),
        person: null,
        personStatus: 'notFound',
      })),
    );
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
    const answer = await as(server, 'cora').get('/api/delegators');

    expect(entries(answer.body).map(({ personStatus, person }) => [personStatus, person])).toEqual([
      ['unavailable', null],
      ['unavailable', null],
    ]);
    expect(server.sandbox.graph.requests.map(({ path }) => path)).not.toContain('/v1.0/$batch');
  });
});

describe('an id has 1 to 128 letters, digits or - _ . @', () => {
  test.each(['a', 'A-Z_0.9@x', 'x'.repeat(128), '...', 'user%40contoso.com'])('accepts %s', async (id) => {
    const { status, body } = await server.get(`/api/delegates/${id}`);

    expect([status, body['code']]).toEqual([404, 'not_found']);
    expect(server.sandbox.graph.requests).toHaveLength(1);
  });

  test.each([
    'x'.repeat(129),
    'x'.repeat(3000),
    '%2e%2e%2f%2e%2e',
    'a%2fb',
    'a%5cb',
    'a%00b',
    'a%20b',
    'a%3F%24filter%3Dx',
    'a%23',
    'a;b',
    "a'b",
    '%C3%A9',
    '%252e%252e',
  ])('refuses %s', async (id) => {
    for (const list of listNames) {
      const answer = await server.get(`/api/${list}/${id}`);
      expect(answer.body).toMatchObject({ status: 400, code: 'invalid_id' });
    }
    expect(server.sandbox.graph.requests).toEqual([]);
  });

  test.each(['.', '..'])('%s as a path segment never leads to another resource', async (id) => {
    const authorization = `Authorization: Bearer ${await server.sandbox.ssoToken()}`;
    const text = await rawRequest(server.origin, rawGet(`/api/delegates/${id}`, authorization));

    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain('"code":"invalid_id"');
    expect(server.sandbox.graph.requests).toEqual([]);
  });
});

describe('the caller', () => {
  test('has a Teams Phone licence, as Graph reports it', async () => {
    for (const [alias, teamsPhone] of [
      ['amina', 'enabled'],
      ['abel', null],
    ] as const)
      expect(await as(server, alias).get('/api/me')).toMatchObject({ status: 200, body: { teamsPhone } });
  });

  test('the licence is null if Graph never responds, or Entra issues no token', async () => {
    server.sandbox.graph.script = () => 'handled';

    for (const alias of ['amina', 'priya'])
      expect(await as(server, alias).get('/api/me')).toMatchObject({
        status: 200,
        body: { teamsPhone: null },
      });
  });
});

describe('people', () => {
  const [diego, lars] = [idOf('diego'), idOf('lars')];
  const query = (ids: readonly string[]) => `/api/people?${ids.map((id) => `id=${id}`).join('&')}`;
  const unknown = (count: number) =>
    Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
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

  test.each([
    ['no id', '/api/people'],
    ['an empty id', '/api/people?id='],
    ['an id that is not a GUID', `/api/people?id=${diego}&id=me`],
    ['51 ids', query(unknown(51))],
    ['no id of a profile', '/api/profiles'],
    ['an id of a profile that is not a GUID', '/api/profiles?id=me'],
  ])('refuses %s', async (_, path) => {
    expect((await server.get(path)).body).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(server.sandbox.graph.requests).toEqual([]);
  });

  test('returns photos without presence, and presence without photos, also if Graph never answers', async () => {
    const photo = expect.stringContaining('data:image') as unknown;
    const invalid = { status: 200, body: { value: {} } };
    for (const answer of [failure(403, 'Forbidden', ''), invalid, 'handled'] as const) {
      server.sandbox.graph.script = ({ path }) => (path.includes('getPresences') ? answer : undefined);
      expect(await ask([diego])).toEqual([{ id: diego, presence: null, photo }]);
    }

    server.sandbox.graph.script = ({ path }) =>
      path === '/v1.0/$batch' ? failure(500, 'Oops', '') : undefined;
    expect(await ask([diego])).toEqual([
      { id: diego, presence: { availability: 'Available', activity: 'Available' }, photo: null },
    ]);
  });

  test('returns the profiles that the directory knows, in the requested order', async () => {
    const { status, body } = await server.get(`/api/profiles?id=${lars}&id=${ghostId}&id=${diego}`);

    expect(status).toBe(200);
    expect(body['value']).toMatchObject([
      { id: lars, personStatus: 'found', person: { id: lars } },
      { id: ghostId, personStatus: 'notFound', person: null },
      { id: diego, personStatus: 'found', person: { id: diego, displayName: 'Diego Marenco' } },
    ]);
  });
});
