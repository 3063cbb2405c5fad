import type { Delegation } from '../../../src/contract/delegation.js';
import { ghostId, people } from '../../../src/sandbox/tenant.js';
import { startServer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ sandbox: { graphPageSize: 2 } });
});
afterEach(() => {
  server.sandbox.graph.script = undefined;
  server.sandbox.graph.requests.length = 0;
});
afterAll(() => server.close());

const idOf = (alias: string): string => people.find((person) => person.alias === alias)?.id ?? '';
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
    {
      '@odata.type': '#microsoft.graph.delegationSettings',
      id: '739cfec7-7956-409a-a1c8-a76daab23c2a',
      createdDateTime: '2025-02-01T00:00:00Z',
      isActive: true,
      allowedActions: {
        '@odata.type': 'microsoft.graph.delegateAllowedActions',
        makeCalls: false,
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
  const other = list === 'delegates' ? 'sofia' : 'sofia';
  const token = await server.sandbox.ssoToken({}, { objectId: idOf('kenji') });
  const answer = await server.get(`/api/${list}/${idOf(other)}`, { token });

  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    id: idOf('sofia'),
    personStatus: 'found',
    person: { displayName: 'Sofia Ribeiro' },
  });
  expect(server.sandbox.graph.requests[0]?.path).toBe(
    `/beta/me/communications/callSettings/${list}/${idOf('sofia')}`,
  );
});

test('accepts an entry that Graph wraps in value, as an earlier reference showed', async () => {
  const [bare] = referenceSample.value;
  server.sandbox.graph.script = ({ path }) =>
    path.includes('/delegates/') ? { status: 200, body: { value: bare } } : undefined;
  const answer = await server.get(`/api/delegates/${bare?.id ?? ''}`);

  expect(answer.body).toMatchObject({ id: bare?.id, isActive: true, personStatus: 'notFound' });
});

test('answers not_found for an entry that Graph does not know', async () => {
  const answer = await server.get(`/api/delegates/${idOf('noor')}`);

  expect(answer.status).toBe(404);
  expect(answer.body).toMatchObject({ code: 'not_found', status: 404 });
});

test("accepts the sample of Microsoft's reference", async () => {
  answerList(referenceSample);
  const answer = await server.get('/api/delegates');

  expect(
    entries(answer.body).map(({ id, createdDateTime, allowedActions }) => [
      id,
      createdDateTime,
      allowedActions.makeCalls,
    ]),
  ).toEqual([
    ['62de48e1-a72c-40db-9193-a3bd8cf167c9', '2025-01-01T00:00:00Z', true],
    ['739cfec7-7956-409a-a1c8-a76daab23c2a', '2025-02-01T00:00:00Z', false],
  ]);
});

const nothingReported = {
  makeCalls: null,
  receiveCalls: null,
  manageCallAndDelegateSettings: null,
  pickUpHeldCalls: null,
  joinActiveCalls: null,
};

describe('converts missing and invalid values of Graph to null:', () => {
  test.each([
    ['nulls everywhere', { id: 'a', isActive: null, createdDateTime: null, allowedActions: null }],
    ['nothing but an id', { id: 'a' }],
    ['wrong types', { id: 'a', isActive: 'yes', createdDateTime: 7, allowedActions: 'all' }],
    ['wrong types of rights', { id: 'a', allowedActions: { makeCalls: 'true', receiveCalls: 1 } }],
    ['the year 1', { id: 'a', createdDateTime: '0001-01-01T00:00:00Z' }],
    ['an invalid date', { id: 'a', createdDateTime: '2025-13-45T00:00:00Z' }],
    ['unknown members', { id: 'a', ringDelegates: true, allowedActions: { listenIn: true } }],
  ])('%s', async (_, entry) => {
    answerList({ value: [entry] });
    const answer = await server.get('/api/delegates');

    expect(answer.status).toBe(200);
    expect(answer.body['value']).toEqual([
      {
        id: 'a',
        isActive: null,
        createdDateTime: null,
        allowedActions: nothingReported,
        person: null,
        personStatus: 'notFound',
      },
    ]);
  });
});

test('treats a null list as empty, also on a later page', async () => {
  answerList({ value: null });
  const answer = await server.get('/api/delegates');
  expect(answer.body).toMatchObject({ value: [], fingerprint: expect.any(String) as unknown });

  const next = `${server.sandbox.graph.origin}/beta/me/communications/callSettings/delegates?page=2`;
  server.sandbox.graph.script = ({ path }) => {
    if (path.endsWith('/delegates'))
      return { status: 200, body: { value: [{ id: 'a' }], '@odata.nextLink': next } };
    return path.endsWith('page=2') ? { status: 200, body: { value: null } } : undefined;
  };
  expect(entries((await server.get('/api/delegates')).body).map(({ id }) => id)).toEqual(['a']);
});

test('keeps an entry without an id, because someone has these rights', async () => {
  answerList({
    value: [{ id: null, allowedActions: { makeCalls: true } }, { allowedActions: { makeCalls: true } }],
  });
  const answer = await server.get('/api/delegates');

  expect(entries(answer.body).map(({ id, personStatus }) => [id, personStatus])).toEqual([
    ['', 'unavailable'],
    ['', 'unavailable'],
  ]);
});

test('converts a date with an offset to UTC', async () => {
  answerList({ value: [{ id: 'a', createdDateTime: '2025-01-01T01:30:00+02:00' }] });

  expect(entries((await server.get('/api/delegates')).body)[0]?.createdDateTime).toBe(
    '2024-12-31T23:30:00.000Z',
  );
});

test('returns a duplicate id once', async () => {
  answerList({ value: [{ id: 'a', isActive: true }, { id: 'b' }, { id: 'a', isActive: false }] });

  expect(entries((await server.get('/api/delegates')).body).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('the fingerprint depends on rights and flags, not on order or names', async () => {
  const [a, b] = [
    { id: 'a', isActive: true, allowedActions: { makeCalls: true } },
    { id: 'b', isActive: false, allowedActions: { makeCalls: true } },
  ];
  const printOf = async (value: unknown[]) => {
    answerList({ value });
    return (await server.get('/api/delegates')).body['fingerprint'];
  };
  const print = await printOf([a, b]);

  expect(await printOf([b, a])).toBe(print);
  expect(await printOf([{ ...a, createdDateTime: '2025-01-01T00:00:00Z' }, b])).toBe(print);
  expect(await printOf([a])).not.toBe(print);
  expect(await printOf([{ ...a, isActive: null }, b])).not.toBe(print);
  expect(await printOf([{ ...a, allowedActions: { makeCalls: false } }, b])).not.toBe(print);
});

test('returns ten thousand entries over pages, even if there is no time for all names', async () => {
  server.sandbox.graph.script = ({ path }) => {
    const match = /\/delegates(?:\?page=(\d+))?$/.exec(path);
    if (match === null) return undefined;
    const page = Number(match[1] ?? 0);
    const value = Array.from({ length: 100 }, (_, index) => ({ id: `id-${page * 100 + index}` }));
    const next = `${server.sandbox.graph.origin}${path.split('?')[0] ?? ''}?page=${page + 1}`;
    return { status: 200, body: { value, ...(page < 99 && { '@odata.nextLink': next }) } };
  };
  const answer = await server.get('/api/delegates');

  expect(answer.status).toBe(200);
  expect(entries(answer.body)).toHaveLength(10_000);
}, 20_000);

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
