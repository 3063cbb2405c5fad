import { forEachRight, rights, type Right } from '../../../src/contract/delegation.js';
import type { TeamsPhone } from '../../../src/contract/me.js';
import { failure, type GraphAnswer } from '../../../src/sandbox/graph/GraphAnswer.js';
import { people } from '../../../src/sandbox/tenant.js';
import { Problem } from '../../../src/server/Problem.js';
import { getDelegation, listDelegations } from '../../../src/server/graph/delegationSettings.js';
import { findRightsSeen, fingerprint } from '../../../src/server/graph/fingerprint.js';
import { getTeamsPhone, toTeamsPhone } from '../../../src/server/graph/me.js';
import { getPeopleExtras } from '../../../src/server/graph/peopleExtras.js';
import { getProfiles, withPeople } from '../../../src/server/graph/profiles.js';
import { readWatchedLists } from '../../../src/server/graph/watchedLists.js';
import { endRequests } from '../../support/caller.js';
import { startServer, type TestServer } from '../../support/startServer.js';
import { inBatch, stubGraph } from '../../support/stubGraph.js';

describe('names', () => {
  let server: TestServer;
  beforeAll(async () => {
    // Uses the production limits, because no test here may wait for them.
    server = await startServer();
  });
  beforeEach(() => {
    server.sandbox.graph.script = undefined;
    server.sandbox.graph.requests.length = 0;
  });
  afterAll(() => server.close());

  test('a list shows whose account is blocked', async () => {
    const idOf = (alias: string) => people.find((person) => person.alias === alias)?.id ?? '';
    const token = await server.sandbox.ssoToken({}, { objectId: idOf('nadia') });
    const { body } = await server.get('/api/delegates', { token });

    expect(body['value']).toMatchObject([
      { id: idOf('otto'), person: { accountEnabled: false } },
      { id: idOf('esther'), person: { accountEnabled: true } },
    ]);
  });

  describe('the list arrives even if names fail:', () => {
    const statusesWith = async (person: (path: string) => GraphAnswer | undefined) => {
      server.sandbox.graph.script = ({ path }) =>
        path.startsWith('/v1.0/users/') ? person(path) : undefined;
      const { status, body } = await server.get('/api/delegators');
      expect(status).toBe(200);
      return (body['value'] as { personStatus: string }[]).map(({ personStatus }) => personStatus);
    };
    const first = `/v1.0/users/${people.find(({ alias }) => alias === 'diego')?.id ?? ''}`;
    const onlyFirst = (answer: GraphAnswer) => (path: string) =>
      path.startsWith(first) ? answer : undefined;

    test.each<[string, GraphAnswer, string]>([
      ['404 for one', failure(404, 'Request_ResourceNotFound', ''), 'notFound'],
      ['403 for one', failure(403, 'Forbidden', ''), 'unavailable'],
      ['500 for one', failure(500, 'Oops', ''), 'unavailable'],
      ['429 with a long Retry-After for one', failure(429, 'TooManyRequests', '', { 'Retry-After': '60' }), 'unavailable'], // prettier-ignore
      ['an error with status 200 for one', { ...failure(404, 'Gone', ''), status: 200 }, 'unavailable'],
      ['an invalid body for one', { status: 200, body: 'x' }, 'unavailable'],
    ])('%s', async (_, answer, expected) => {
      expect(await statusesWith(onlyFirst(answer))).toEqual([expected, 'found', 'found']);
    });

    test('a batch that hangs does not affect the names of the others', async () => {
      const value = Array.from({ length: 40 }, (_, index) => ({ id: `id-${index}` }));
      const { graph } = server.sandbox;
      graph.script = ({ path, body }) => {
        if (path.endsWith('/delegators')) return { status: 200, body: { value } };
        if (path.startsWith('/v1.0/users/')) return { status: 200, body: { displayName: 'Somebody' } };
        return path === '/v1.0/$batch' && body.includes('id-39') ? 'handled' : undefined;
      };
      const { body } = await server.get('/api/delegators');

      expect((body['value'] as { personStatus: string }[]).map(({ personStatus }) => personStatus)).toEqual([
        ...Array<string>(20).fill('found'),
        ...Array<string>(20).fill('unavailable'),
      ]);
    });

    test.each<[string, GraphAnswer | 'silence']>([
      ['the whole batch is refused', failure(403, 'Forbidden', '')],
      ['the whole batch is not JSON', { status: 200, body: '<html>' }],
      ['the whole batch has an unexpected shape', { status: 200, body: { answers: [] } }],
      ['the whole batch hangs', 'silence'],
    ])('%s', async (_, answer) => {
      server.sandbox.graph.script = ({ path }) =>
        path !== '/v1.0/$batch' ? undefined : answer === 'silence' ? 'handled' : answer;
      const { status, body } = await server.get('/api/delegators');

      expect(status).toBe(200);
      expect((body['value'] as { personStatus: string }[]).map(({ personStatus }) => personStatus)).toEqual(
        Array(3).fill('unavailable'),
      );
    });
  });
});

describe('profiles', () => {
  afterEach(endRequests);

  const adele = { status: 200, body: { displayName: 'Adele Vance', jobTitle: 7 } };
  const found = {
    personStatus: 'found',
    person: {
      displayName: 'Adele Vance',
      jobTitle: null,
      department: null,
      mail: null,
      userPrincipalName: null,
      accountEnabled: null,
    },
  };
  const unavailable = { person: null, personStatus: 'unavailable' };
  const members = 'id,displayName,jobTitle,department,mail,userPrincipalName';

  test.each([
    ['unknown permissions', undefined, members],
    ['permission for basic profiles', ['user.readbasic.all'], members],
    ['permission for full profiles', ['user.read.all'], `${members},accountEnabled`],
    ['permission for the directory', ['directory.read.all'], members],
  ])('requests the readable properties with %s', async (_, scopes, selected) => {
    const graph = stubGraph(
      inBatch(() => adele),
      scopes && { scopes: new Set(scopes) },
    );

    expect(await getProfiles(graph, ['a/b'])).toEqual([
      { id: 'a/b', personStatus: 'found', person: { id: 'a/b', ...found.person } },
    ]);
    expect(graph.asked).toEqual([
      {
        path: '/v1.0/$batch',
        body: { requests: [{ id: '0', method: 'GET', url: `/users/a%2Fb?$select=${selected}` }] },
      },
    ]);
  });

  test.each([null, 'false', 0, undefined])('treats accountEnabled %j as unknown', async (accountEnabled) => {
    const graph = stubGraph(inBatch(() => ({ status: 200, body: { ...adele.body, accountEnabled } })));

    expect(await getProfiles(graph, ['a'])).toMatchObject([{ person: { accountEnabled: null } }]);
  });

  test.each([
    '',
    ' ',
    '\t\n',
    '\u00a0',
    '\u200b',
    '\u200b \u200d',
    '\u2060\ufeff',
    '\u3164',
    '\u2800',
    '\u202e\u202c',
    '\u3000',
  ])('treats the invisible name %j as missing', async (text) => {
    const graph = stubGraph(
      inBatch(() => ({ status: 200, body: { displayName: text, mail: text, jobTitle: `${text}Chief` } })),
    );

    expect(await getProfiles(graph, ['a'])).toMatchObject([
      { personStatus: 'found', person: { displayName: null, mail: null, jobTitle: `${text}Chief` } },
    ]);
  });

  test('sends no request without a permission to read names', async () => {
    const graph = stubGraph(
      inBatch(() => adele),
      { scopes: new Set(['user.read', 'calldelegation.read']) },
    );

    expect(await getProfiles(graph, ['a'])).toEqual([{ id: 'a', ...unavailable }]);
    expect(graph.asked).toEqual([]);
  });

  test('looks up each id once and skips entries without an id', async () => {
    const graph = stubGraph(inBatch((url) => (url.startsWith('/users/a?') ? adele : { status: 404 })));
    const delegation = { isActive: true, createdDateTime: null, allowedActions: forEachRight(() => true) };
    const whole = await withPeople(
      graph,
      ['a', '', 'b', 'a'].map((id) => ({ id, ...delegation })),
    );

    expect(whole.map(({ id, personStatus }) => [id, personStatus])).toEqual([
      ['a', 'found'],
      ['', 'unavailable'],
      ['b', 'notFound'],
      ['a', 'found'],
    ]);
    expect(whole[0]).toMatchObject(delegation);
    expect(JSON.stringify(graph.asked).match(/\/users\//g)).toHaveLength(2);
  });

  test('sends no request for an empty list', async () => {
    const graph = stubGraph(inBatch(() => adele));

    expect(await getProfiles(graph, [])).toEqual([]);
    expect(graph.asked).toEqual([]);
  });

  test.each([
    ['a response with another status', { status: 203, body: adele.body }],
    ['text', { status: 200, body: 'Adele' }],
    ['nothing', undefined],
  ])('returns unavailable for %s', async (_, item) => {
    expect(await getProfiles(stubGraph(inBatch(() => item)), ['a'])).toEqual([{ id: 'a', ...unavailable }]);
  });

  test('rejects instead of returning a list without names after the client disconnects', async () => {
    const graph = stubGraph(inBatch(() => adele));
    graph.leave();
    const refused = { ...graph, getScopes: () => Promise.reject(new Error('Refused.')) };

    await expect(getProfiles(refused, ['a'])).rejects.toThrow('closed the connection');
  });
});

describe('presence and photos', () => {
  afterEach(endRequests);

  type Answers = {
    readonly presences?: unknown;
    readonly photo?: (url: string) => object | undefined;
  };

  const graphWith = ({ presences, photo = () => undefined }: Answers) =>
    stubGraph((path, body) => {
      if (path.endsWith('/$batch')) return inBatch(photo)(path, body);
      if (presences instanceof Error) throw presences;
      return presences;
    });
  const jpegText = '/9j/4AAQSkZJRgAB';
  const startOf = (bytes: string) => Buffer.from(bytes, 'latin1').toString('base64');
  const jpeg = (body: unknown = jpegText, type: unknown = 'image/jpeg') => ({
    status: 200,
    headers: { 'Content-Type': type },
    body,
  });

  test('reads presences in one request, matches ids case-insensitively, and skips invalid entries', async () => {
    const graph = graphWith({
      presences: {
        value: [
          { id: 'A', availability: 'Busy', activity: 'InACall', other: 1 },
          null,
          { id: 'b', availability: 7, activity: 'Away' },
        ],
      },
    });

    expect(await getPeopleExtras(graph, ['a', 'B', 'c'])).toEqual([
      { id: 'a', presence: { availability: 'Busy', activity: 'InACall' }, photo: null },
      { id: 'B', presence: null, photo: null },
      { id: 'c', presence: null, photo: null },
    ]);
    expect(graph.asked[0]).toEqual({
      path: '/v1.0/communications/getPresencesByUserId',
      body: { ids: ['a', 'B', 'c'] },
    });
  });

  test('returns photos of 96 pixels as data URLs', async () => {
    const photo = (url: string) => (url === '/users/a/photos/96x96/$value' ? jpeg() : { status: 404 });

    expect(await getPeopleExtras(graphWith({ presences: { value: [] }, photo }), ['a', 'b'])).toEqual([
      { id: 'a', presence: null, photo: `data:image/jpeg;base64,${jpegText}` },
      { id: 'b', presence: null, photo: null },
    ]);
  });

  test.each<[string, object | undefined, string | null]>([
    ['of JPEG bytes without a type', jpeg(jpegText, null), `data:image/jpeg;base64,${jpegText}`],
    ['of JPEG bytes as image/jpg', jpeg(jpegText, 'image/jpg'), `data:image/jpeg;base64,${jpegText}`],
    ['of JPEG bytes as JSON', jpeg(jpegText, 'application/json'), `data:image/jpeg;base64,${jpegText}`],
    ['of JPEG bytes as SVG', jpeg(jpegText, 'image/svg+xml'), `data:image/jpeg;base64,${jpegText}`],
    ['of PNG bytes', jpeg('iVBORw0KGgoAAAAN', 'image/jpeg'), 'data:image/png;base64,iVBORw0KGgoAAAAN'],
    ['of GIF bytes', jpeg('R0lGODlhAQABAAAA', null), 'data:image/gif;base64,R0lGODlhAQABAAAA'],
    ['of WebP bytes', jpeg('UklGRhoAAABXRUJQ', null), 'data:image/webp;base64,UklGRhoAAABXRUJQ'],
    ['of the maximum length', jpeg(jpegText.padEnd(200_000, 'A')), `data:image/jpeg;base64,${jpegText.padEnd(200_000, 'A')}`], // prettier-ignore
    ['beyond the maximum length', jpeg(jpegText.padEnd(200_001, 'A')), null],
    ['of SVG bytes as JPEG', jpeg(startOf('<svg xmlns="x"/>')), null],
    ['of HTML bytes as JPEG', jpeg(startOf('<html><body></b>')), null],
    ['of RIFF bytes that are not WebP', jpeg(startOf('RIFF....AVI LIST')), null],
    ['with JPEG bytes later', jpeg(startOf(` \xff\xd8\xff`)), null],
    ['with another status', { ...jpeg(), status: 203 }, null],
    ['that is empty', jpeg(''), null],
    ['that is not a string', jpeg({ a: 1 }), null],
    ['with a prefix', jpeg(`"${jpegText}`), null],
    ['with a suffix', jpeg(`${jpegText}"`), null],
    ['with too much padding', jpeg(`${jpegText}A===`), null],
    ['that is missing', undefined, null],
  ])('returns a data URL or null for a photo %s', async (_, item, expected) => {
    const [extras] = await getPeopleExtras(graphWith({ presences: { value: [] }, photo: () => item }), ['a']);

    expect(extras?.photo).toBe(expected);
  });

  test('returns photos if presence is refused or invalid', async () => {
    for (const presences of [new Error('Refused.'), { value: {} }, undefined]) {
      const [extras] = await getPeopleExtras(graphWith({ presences, photo: () => jpeg() }), ['a']);
      expect(extras).toEqual({ id: 'a', presence: null, photo: `data:image/jpeg;base64,${jpegText}` });
    }
  });

  test('rejects instead of returning empty values after the client disconnects', async () => {
    const graph = graphWith({ presences: new Error('Refused.') });
    graph.leave();

    await expect(getPeopleExtras(graph, ['a'])).rejects.toThrow('closed the connection');
  });
});

describe('Teams Phone', () => {
  afterEach(endRequests);

  const phone = '4828c8ec-dc2e-4779-b502-87ac9ce28ab7';
  const government = 'db23fce2-a974-42ef-9002-d78dd42a0f22';
  const smallBusiness = 'ed777b71-af04-42ca-9798-84344c66f7c6';
  const teams = '57ff2da0-773e-42df-b2af-ffb7a2317929';
  const resourceAccount = 'f47330e9-c134-43b3-9993-e7f004506889';
  const callingPlan = '4ed3ff63-69d7-4fb7-b984-5aec7f605ca8';
  const skype = '0feaeb32-d00e-4d66-bd5a-43b5b83db82c';

  const plan = (servicePlanId: unknown, capabilityStatus: unknown = 'Enabled') => ({
    assignedDateTime: '2025-02-03T09:12:44Z',
    service: 'MicrosoftCommunicationsOnline',
    servicePlanId,
    capabilityStatus,
  });
  const user = (...assignedPlans: unknown[]) => ({
    id: 'x',
    accountEnabled: true,
    userType: 'Member',
    assignedPlans,
  });

  test.each<[string, unknown, TeamsPhone | null]>([
    ['Teams Phone', user(plan(teams), plan(phone)), 'enabled'],
    ['Teams Phone for government', user(plan(government)), 'enabled'],
    ['Teams Phone for small businesses', user(plan(smallBusiness)), 'enabled'],
    ['an id in upper case and a status in lower case', user(plan(phone.toUpperCase(), 'enabled')), 'enabled'],
    ['a deleted entry and an enabled one', user(plan(phone, 'Deleted'), plan(phone)), 'enabled'],
    ['an enabled entry and a suspended one of another plan', user(plan(phone), plan(smallBusiness, 'Suspended')), 'enabled'], // prettier-ignore
    ['an enabled entry and one with an unknown status', user(plan(phone, 'Melted'), plan(phone)), 'enabled'],
    ['a blocked account', { ...user(plan(phone)), accountEnabled: false }, 'enabled'],

    ['a grace period', user(plan(phone, 'Warning')), 'warning'],
    ['a grace period and a deleted entry', user(plan(phone, 'Deleted'), plan(phone, 'WARNING')), 'warning'],
    ['a grace period and a suspended entry', user(plan(phone, 'Suspended'), plan(government, 'Warning')), 'warning'], // prettier-ignore

    ['a suspended plan', user(plan(phone, 'Suspended')), 'suspended'],
    ['a locked plan', user(plan(phone, 'LockedOut')), 'suspended'],
    ['a suspended entry and a deleted one', user(plan(phone, 'Deleted'), plan(phone, 'Suspended')), 'suspended'], // prettier-ignore

    ['a deleted plan', user(plan(teams), plan(phone, 'Deleted')), 'none'],
    ['plans without Teams Phone', user(plan(teams), plan(skype)), 'none'],
    ['a calling plan alone', user(plan(callingPlan)), 'none'],
    ['the plan of a resource account', user(plan(resourceAccount)), 'none'],
    ['no plan in a complete response', user(), 'none'],
    ['a deleted plan without an id', user(plan(null, 'Deleted')), 'none'],

    ['a response with withheld data', { id: 'x', accountEnabled: null, userType: null, assignedPlans: [] }, null], // prettier-ignore
    ['a response with withheld data and a plan', { ...user(plan(phone)), accountEnabled: null }, null],
    ['a response without a property', { id: 'x', assignedPlans: [plan(phone)] }, null],
    ['plans that are null', { ...user(), assignedPlans: null }, null],
    ['plans that are missing', { id: 'x', accountEnabled: true }, null],
    ['plans that are not a list', { ...user(), assignedPlans: {} }, null],
    ['a status that is null', user(plan(phone, null)), null],
    ['an unknown status', user(plan(phone, 'Melted')), null],
    ['an unknown status next to a suspended one', user(plan(phone, 'Suspended'), plan(smallBusiness, 'Melted')), null], // prettier-ignore
    ['an enabled plan without an id', user(plan(teams), plan(null)), null],
    ['a plan that is not an object', user(plan(teams), 7), null],
    ['a list', [], null],
    ['nothing', null, null],
    ['text', 'Teams Phone', null],
  ])('maps %s to the Teams Phone status', (_, answer, teamsPhone) => {
    expect(toTeamsPhone(answer)).toBe(teamsPhone);
  });

  test.each(['constructor', '__proto__', 'toString'])('treats the status %s as unknown', (status) => {
    expect(toTeamsPhone(user(plan(phone, status)))).toBeNull();
  });

  test('requests the properties that show whether the response is complete', async () => {
    const graph = stubGraph(() => user(plan(phone)));

    expect(await getTeamsPhone(graph)).toBe('enabled');
    expect(graph.asked.map(({ path }) => path)).toEqual([
      '/v1.0/me?$select=id,accountEnabled,userType,assignedPlans',
    ]);
  });

  test('returns null after a failure and rejects after the client disconnects', async () => {
    const graph = stubGraph(() => Promise.reject(new Error('Refused.')));
    expect(await getTeamsPhone(graph)).toBeNull();
    graph.leave();

    await expect(getTeamsPhone(graph)).rejects.toThrow('closed the connection');
  });
});

describe('delegation settings', () => {
  afterEach(endRequests);

  const base = '/beta/me/communications/callSettings';
  const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
  const unexpected = { reason: { code: 'graph_unexpected' } };

  test('reads all pages in Graph’s order, each id once, and every entry without an id', async () => {
    const pages: Record<string, unknown> = {
      [`${base}/delegators`]: { value: [{ id: 'b' }, { id: 'a' }, {}], '@odata.nextLink': '/2' },
      '/2': { value: [{ id: 'a' }, { id: null }, { id: 'c' }], '@odata.nextLink': '/3' },
      '/3': { value: null, '@odata.nextLink': null },
    };
    const graph = stubGraph((path) => pages[path]);

    expect(idsOf(await listDelegations(graph, 'delegators'))).toEqual(['b', 'a', '', '', 'c']);
    expect(graph.asked.map(({ path }) => path)).toEqual(Object.keys(pages));
  });

  test('reads at most two hundred pages', async () => {
    const pagesOf = (count: number) => {
      let page = 0;
      return stubGraph(() => {
        page += 1;
        return { value: [{ id: String(page) }], ...(page < count && { '@odata.nextLink': `/${page}` }) };
      });
    };
    expect(await listDelegations(pagesOf(200), 'delegates')).toHaveLength(200);
    await expect(listDelegations(pagesOf(201), 'delegates')).rejects.toMatchObject({
      ...unexpected,
      cause: 'too many pages',
    });
  });

  test('an empty next link ends the list', async () => {
    const graph = stubGraph(() => ({ value: [{ id: 'a' }], '@odata.nextLink': '' }));

    expect(await listDelegations(graph, 'delegates')).toHaveLength(1);
    expect(graph.asked).toHaveLength(1);
  });

  test('does not read a page that links to itself twice', async () => {
    const graph = stubGraph(() => ({ value: [], '@odata.nextLink': `${base}/delegates` }));

    await expect(listDelegations(graph, 'delegates')).rejects.toMatchObject(unexpected);
    expect(graph.asked).toHaveLength(1);
  });

  test('logs the path of a wrong value but not the value', async () => {
    const graph = stubGraph(() => ({ value: [{ id: 7 }, { id: { name: 'Adele Vance' } }] }));

    await expect(listDelegations(graph, 'delegates')).rejects.toMatchObject({
      ...unexpected,
      cause: 'wrong shape at value.0.id, value.1.id',
    });
    const many = stubGraph(() => ({ value: Array.from({ length: 99 }, () => ({ id: 7 })) }));
    const problem = await listDelegations(many, 'delegates').catch((error: unknown) => error);
    expect(String((problem as Error).cause)).toHaveLength('wrong shape at '.length + 200);
  });

  test.each([
    ['bare', { id: 'a', isActive: true }],
    ['wrapped', { value: { id: 'a', isActive: true } }],
    ['without an id', { isActive: true }],
  ])('reads one entry, %s', async (_, answer) => {
    const graph = stubGraph(() => answer);

    expect(await getDelegation(graph, 'delegates', 'a/b')).toMatchObject({
      id: 'id' in answer || 'value' in answer ? 'a' : 'a/b',
      isActive: true,
    });
    expect(graph.asked[0]?.path).toBe(`${base}/delegates/a%2Fb`);
  });

  test.each([[null], ['text'], [7], [[]], [{ value: null }], [{ value: 'a' }], [{ id: 7 }]])(
    'rejects %j as an entry',
    async (answer) => {
      await expect(
        getDelegation(
          stubGraph(() => answer),
          'delegates',
          'a',
        ),
      ).rejects.toMatchObject(unexpected);
    },
  );

  test.each([
    ['2025-01-14T09:30:00Z', '2025-01-14T09:30:00Z'],
    ['2025-01-14T09:30Z', '2025-01-14T09:30Z'],
    ['2025-01-14T09:30:00.1234567Z', '2025-01-14T09:30:00.1234567Z'],
    ['2025-01-14T09:30:00+02:00', '2025-01-14T07:30:00.000Z'],
    ['2025-01-14T09:30:00-11:30', '2025-01-14T21:00:00.000Z'],
    ['0002-01-01T00:00:00Z', '0002-01-01T00:00:00Z'],
    ['0001-12-31T00:00:00Z', null],
    ['2025-13-45T00:00:00Z', null],
    ['2025-01-14', null],
    ['2025-01-14T09:30:00', null],
    ['2025-01-14T09:30:00.Z', null],
    [' 2025-01-14T09:30:00Z', null],
    ['2025-01-14T09:30:00Z ', null],
    ['12025-01-14T09:30:00Z', null],
    ['2025-01-14T09:30:00+2:00', null],
    [1_736_846_999_000, null],
    [null, null],
  ])('reads createdDateTime %s as %s', async (createdDateTime, expected) => {
    const entry = await getDelegation(
      stubGraph(() => ({ id: 'a', createdDateTime })),
      'delegates',
      'a',
    );

    expect(entry.createdDateTime).toBe(expected);
  });
});

describe('the fingerprint of a list', () => {
  const entry = (id: string, held: readonly Right[] = [], isActive: boolean | null = true) => ({
    id,
    isActive,
    allowedActions: forEachRight((right) => held.includes(right)),
  });
  const list = [entry('a', ['makeCalls']), entry('b')];

  test('is the SHA-256 hash that the documentation and stored confirmations rely on', () => {
    expect(fingerprint([entry('b', [], null), entry('a', ['makeCalls'])])).toBe(
      'EFfhvdHZxGxdWwborkhajHsQmAZEeOMFygZxbDUUZb4',
    );
  });

  test('is independent of order and 43 characters long', () => {
    expect(fingerprint(list)).toBe(fingerprint([...list].reverse()));
    expect(fingerprint(list, [...rights].reverse())).toBe(fingerprint(list));
    expect(fingerprint(list)).toMatch(/^[\w-]{43}$/);
  });

  test.each([
    ['id', [entry('c', ['makeCalls']), entry('b')]],
    ['right', [entry('a', ['receiveCalls']), entry('b')]],
    ['flag', [entry('a', ['makeCalls'], false), entry('b')]],
    ['unknown flag', [entry('a', ['makeCalls'], null), entry('b')]],
    ['entry', [entry('a', ['makeCalls'])]],
    ['owner of a right', [entry('a'), entry('b', ['makeCalls'])]],
  ])('changes with another %s', (_, other) => {
    expect(fingerprint(other)).not.toBe(fingerprint(list));
  });

  test('findRightsSeen returns the covered rights: all, or all but one', () => {
    expect(findRightsSeen(fingerprint(list), list)).toEqual(rights);
    for (const newer of rights) {
      const known = rights.filter((right) => right !== newer);
      expect(findRightsSeen(fingerprint(list, known), list)).toEqual(known);
    }
    expect(findRightsSeen(fingerprint(list, rights.slice(2)), list)).toBeUndefined();
    expect(findRightsSeen(fingerprint([]), list)).toBeUndefined();
  });
});

describe('background reading of lists', () => {
  afterEach(endRequests);

  const read = async (item: object | undefined) => {
    const [first] = await readWatchedLists(stubGraph(inBatch(() => item)), ['a']);
    return first?.reading;
  };

  test('reads both lists of each user from the beta endpoint', async () => {
    const graph = stubGraph(inBatch((url) => ({ status: 200, body: { value: [{ id: url }] } })));
    const lists = await readWatchedLists(graph, ['a', 'b/c']);

    expect(graph.asked.map(({ path }) => path)).toEqual(['/beta/$batch']);
    expect(
      lists.map(({ objectId, list, reading }) => [
        objectId,
        list,
        reading.kind === 'read' && reading.entries.map(({ id }) => id),
      ]),
    ).toEqual([
      ['a', 'delegators', ['/users/a/communications/callSettings/delegators']],
      ['a', 'delegates', ['/users/a/communications/callSettings/delegates']],
      ['b/c', 'delegators', ['/users/b%2Fc/communications/callSettings/delegators']],
      ['b/c', 'delegates', ['/users/b%2Fc/communications/callSettings/delegates']],
    ]);
  });

  const missingRole = 'Missing role permissions on the request. API requires one of ...';

  // prettier-ignore
  test.each<[string, object | undefined, object]>([
    ['an empty list is read', { status: 200, body: { value: [] } }, { kind: 'read', entries: [] }],
    ['null is an empty list', { status: 200, body: { value: null } }, { kind: 'read', entries: [] }],
    ['an empty link counts as no link', { status: 200, body: { value: [], '@odata.nextLink': '' } }, { kind: 'read', entries: [] }],
    ['a list with another page fails', { status: 200, body: { value: [], '@odata.nextLink': '/x' } }, { kind: 'failed', cause: new Error('Graph returned 200') }],
    ['an unexpected shape fails', { status: 200, body: { value: {} } }, { kind: 'failed', cause: new Error('Graph returned 200') }],
    ['a list with another status fails', { status: 204, body: { value: [] } }, { kind: 'failed', cause: new Error('Graph returned 204') }],
    ['an unknown user is not found', { status: 404 }, { kind: 'notFound' }],
    ['403 is a refusal', { status: 403, body: { value: [] } }, { kind: 'refused', isApp: false }],
    ['403 by a policy is a refusal for the user', { status: 403, body: { error: { code: 'Forbidden', message: 'By policy.' } } }, { kind: 'refused', isApp: false }],
    ['403 that names the missing role is a refusal for the app', { status: 403, body: { error: { code: 'Forbidden', message: missingRole } } }, { kind: 'refused', isApp: true }],
    ['403 with the directory’s code is a refusal for the app', { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } }, { kind: 'refused', isApp: true }],
    ['429 is throttled', { status: 429, headers: { 'Retry-After': '3600' } }, { kind: 'throttled', retryAfter: 3600 }],
    ['500 fails', { status: 500 }, { kind: 'failed', cause: new Error('Graph returned 500') }],
    ['502 fails even with a list', { status: 502, body: { value: [] } }, { kind: 'failed', cause: new Error('Graph returned 502') }],
    ['a missing response fails', undefined, { kind: 'failed', cause: new Error('no response in the batch') }],
  ])('%s', async (_, item, reading) => {
    expect(await read(item)).toEqual(reading);
  });

  test('a throttled batch throttles all its lists', async () => {
    const graph = stubGraph(() =>
      Promise.reject(new Problem({ code: 'throttled', retryAfter: 77 }, 'Busy.')),
    );
    const lists = await readWatchedLists(graph, ['a']);

    expect(lists.map(({ reading }) => reading)).toEqual(Array(2).fill({ kind: 'throttled', retryAfter: 77 }));
  });

  test('a failed batch reports its cause for each list', async () => {
    const cause = new Problem({ code: 'entra_unavailable' }, 'Down.');
    const lists = await readWatchedLists(
      stubGraph(() => Promise.reject(cause)),
      ['a'],
    );

    expect(lists.map(({ reading }) => reading)).toEqual(Array(2).fill({ kind: 'failed', cause }));
  });
});
