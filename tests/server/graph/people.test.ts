import {
  forEachRight,
  rights,
  type Profile,
  type Right,
  type TeamsPhone,
} from '../../../src/contract/delegation.js';
import { failure, type GraphAnswer } from '../../../src/sandbox/graph/GraphAnswer.js';
import { Problem } from '../../../src/server/Problem.js';
import {
  findRightsSeen,
  fingerprint,
  getDelegation,
  listDelegations,
} from '../../../src/server/graph/delegationSettings.js';
import type { Graph } from '../../../src/server/graph/graphClient.js';
import { getTeamsPhone } from '../../../src/server/graph/me.js';
import { getPeopleExtras } from '../../../src/server/graph/peopleExtras.js';
import { getProfiles, withPeople } from '../../../src/server/graph/profiles.js';
import { readWatchedLists } from '../../../src/server/graph/watchedLists.js';
import { endRequests } from '../../support/caller.js';
import { useServer } from '../../support/startServer.js';
import { inBatch, stubGraph } from '../../support/stubGraph.js';

afterEach(endRequests);

// Uses the production limits, because no test here may wait for them.
const server = useServer();

test.each<[string, GraphAnswer | 'handled']>([
  ['is refused', failure(403, 'Forbidden', '')],
  ['is not JSON', { status: 200, body: '<html>' }],
  ['has an unexpected shape', { status: 200, body: { answers: [] } }],
  ['hangs', 'handled'],
])('the list arrives without names if their batch %s', async (_, answer) => {
  server.sandbox.graph.script = ({ path }) => (path === '/v1.0/$batch' ? answer : undefined);
  const { status, body } = await server.get('/api/delegators');

  expect(status).toBe(200);
  expect((body['value'] as { personStatus: string }[]).map(({ personStatus }) => personStatus)).toEqual(
    Array(3).fill('unavailable'),
  );
});

describe('profiles', () => {
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

  test.each([
    [false, false],
    [null, null],
    ['false', null],
  ])('reads accountEnabled %j as %j', async (given, accountEnabled) => {
    const graph = stubGraph(inBatch(() => ({ status: 200, body: { accountEnabled: given } })));

    expect(await getProfiles(graph, ['a'])).toMatchObject([{ person: { accountEnabled } }]);
  });

  test.each(['', ' ', '\t\n', '\u00a0', '\u200b \u200d', '\ufeff', '\u3164', '\u2800', '\u202e\u202c'])(
    'treats the invisible name %j as missing',
    async (text) => {
      const graph = stubGraph(
        inBatch(() => ({ status: 200, body: { displayName: text, mail: text, jobTitle: `${text}Chief` } })),
      );

      expect(await getProfiles(graph, ['a'])).toMatchObject([
        { personStatus: 'found', person: { displayName: null, mail: null, jobTitle: `${text}Chief` } },
      ]);
    },
  );

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

  test.each<[string, object | undefined, Profile['personStatus']]>([
    ['404', failure(404, 'Request_ResourceNotFound', ''), 'notFound'],
    ['403', failure(403, 'Forbidden', ''), 'unavailable'],
    ['203', { status: 203, body: adele.body }, 'unavailable'],
    ['an error with status 200', { ...failure(404, 'Gone', ''), status: 200 }, 'unavailable'],
    ['text', { status: 200, body: 'Adele' }, 'unavailable'],
    ['nothing', undefined, 'unavailable'],
  ])('for one person, %s means %3$s', async (_, item, personStatus) => {
    const graph = stubGraph(inBatch((url) => (url.startsWith('/users/a?') ? item : adele)));

    expect(await getProfiles(graph, ['a', 'b'])).toMatchObject([
      { id: 'a', person: null, personStatus },
      { id: 'b', personStatus: 'found' },
    ]);
  });
});

describe('presence and photos', () => {
  const jpeg = '/9j/4AAQSkZJRgAB';
  const jpegUrl = `data:image/jpeg;base64,${jpeg}`;
  const toBase64 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('base64');
  const graphWith = (presences: unknown, photo: (url: string) => object | undefined = () => undefined) =>
    stubGraph((path, body) => (path.endsWith('/$batch') ? inBatch(photo)(path, body) : presences));

  test('reads presences in one request, matches ids case-insensitively, and skips invalid entries', async () => {
    const graph = graphWith({
      value: [
        { id: 'A', availability: 'Busy', activity: 'InACall', other: 1 },
        null,
        { id: 'b', availability: 7, activity: 'Away' },
      ],
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

  test.each<[string, unknown, string | null]>([
    ['JPEG', jpeg, jpegUrl],
    ['PNG', 'iVBORw0KGgoAAAAN', 'data:image/png;base64,iVBORw0KGgoAAAAN'],
    ['GIF', 'R0lGODlhAQABAAAA', 'data:image/gif;base64,R0lGODlhAQABAAAA'],
    ['WebP', 'UklGRhoAAABXRUJQ', 'data:image/webp;base64,UklGRhoAAABXRUJQ'],
    ['the longest JPEG', jpeg.padEnd(200_000, 'A'), jpegUrl.padEnd(200_000 + jpegUrl.length - jpeg.length, 'A')], // prettier-ignore
    ['a JPEG that is too long', jpeg.padEnd(200_001, 'A'), null],
    ['SVG', toBase64('<svg xmlns="x"/>'), null],
    ['RIFF that is not WebP', toBase64('RIFF....AVI LIST'), null],
    ['bytes that contain a JPEG', toBase64(' \xff\xd8\xff'), null],
    ['text before a JPEG', `"${jpeg}`, null],
    ['text after a JPEG', `${jpeg}"`, null],
    ['an object', { a: 1 }, null],
  ])('requests photos of 96 pixels and detects their type by their bytes: %s', async (_, body, photo) => {
    const graph = graphWith({ value: [] }, (url) =>
      url === '/users/a/photos/96x96/$value' ? { status: 200, body } : undefined,
    );

    expect(await getPeopleExtras(graph, ['a'])).toEqual([{ id: 'a', presence: null, photo }]);
  });
});

test.each<[string, (graph: Graph) => Promise<unknown>]>([
  ['profiles', (graph) => getProfiles(graph, ['a'])],
  ['presence', (graph) => getPeopleExtras(graph, ['a'])],
  ['the Teams Phone licence', getTeamsPhone],
])('after the client disconnects, %s are an error instead of missing', async (_, read) => {
  const refuse = () => Promise.reject(new Error('Refused.'));
  const graph = { ...stubGraph(refuse), getScopes: refuse };
  await read(graph);
  graph.leave();

  await expect(read(graph)).rejects.toThrow('closed the connection');
});

describe('Teams Phone', () => {
  const phone = '4828c8ec-dc2e-4779-b502-87ac9ce28ab7';
  const government = 'db23fce2-a974-42ef-9002-d78dd42a0f22';
  const smallBusiness = 'ed777b71-af04-42ca-9798-84344c66f7c6';
  const teams = '57ff2da0-773e-42df-b2af-ffb7a2317929';
  const resourceAccount = 'f47330e9-c134-43b3-9993-e7f004506889';
  const callingPlan = '4ed3ff63-69d7-4fb7-b984-5aec7f605ca8';

  const plan = (servicePlanId: unknown, capabilityStatus: unknown = 'Enabled') => ({
    servicePlanId,
    capabilityStatus,
  });
  const user = (...assignedPlans: unknown[]) => ({ accountEnabled: true, assignedPlans });

  test.each<[string, unknown, TeamsPhone | null]>([
    ['Teams Phone', user(plan(teams), plan(phone)), 'enabled'],
    ['Teams Phone for government', user(plan(government)), 'enabled'],
    ['Teams Phone for small businesses', user(plan(smallBusiness)), 'enabled'],
    ['an id in upper case and a status in lower case', user(plan(phone.toUpperCase(), 'enabled')), 'enabled'],
    ['an enabled entry next to a suspended one', user(plan(smallBusiness, 'Suspended'), plan(phone)), 'enabled'], // prettier-ignore
    ['an enabled entry next to an unknown status', user(plan(phone, 'Melted'), plan(phone)), 'enabled'],
    ['a blocked account', { ...user(plan(phone)), accountEnabled: false }, 'enabled'],
    ['a grace period', user(plan(phone, 'Warning')), 'warning'],
    ['a grace period next to a suspended entry', user(plan(phone, 'Suspended'), plan(government, 'Warning')), 'warning'], // prettier-ignore
    ['a suspended plan', user(plan(phone, 'Suspended')), 'suspended'],
    ['a locked plan', user(plan(phone, 'LockedOut')), 'suspended'],
    ['a suspended entry next to a deleted one', user(plan(phone, 'Deleted'), plan(phone, 'Suspended')), 'suspended'], // prettier-ignore
    ['a deleted plan', user(plan(teams), plan(phone, 'Deleted')), 'none'],
    ['a calling plan alone', user(plan(callingPlan)), 'none'],
    ['the plan of a resource account', user(plan(resourceAccount)), 'none'],
    ['no plan in a complete response', user(), 'none'],
    ['a deleted plan without an id', user(plan(null, 'Deleted')), 'none'],
    ['a response with withheld data', { accountEnabled: null, assignedPlans: [] }, null],
    ['a response with withheld data and a plan', { ...user(plan(phone)), accountEnabled: null }, null],
    ['plans that are missing', { accountEnabled: true }, null],
    ['a status that is null', user(plan(phone, null)), null],
    ['an unknown status', user(plan(phone, 'Melted')), null],
    ['an unknown status next to a suspended one', user(plan(phone, 'Suspended'), plan(smallBusiness, 'Melted')), null], // prettier-ignore
    ['an enabled plan without an id', user(plan(teams), plan(null)), null],
    ['a plan that is not an object', user(plan(teams), 7), null],
    ['text', 'Teams Phone', null],
  ])('maps %s to the Teams Phone status', async (_, answer, teamsPhone) => {
    const graph = stubGraph(() => answer);

    expect(await getTeamsPhone(graph)).toBe(teamsPhone);
    // These properties show whether the response is complete.
    expect(graph.asked.map(({ path }) => path)).toEqual([
      '/v1.0/me?$select=id,accountEnabled,userType,assignedPlans',
    ]);
  });
});

describe('delegation settings', () => {
  const base = '/beta/me/communications/callSettings';
  const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
  const unexpected = { reason: { code: 'graph_unexpected' } };

  test('reads all pages in Graph’s order, each id once, and every entry without an id', async () => {
    const pages: Record<string, unknown> = {
      [`${base}/delegators`]: { value: [{ id: 'b' }, { id: 'a' }, {}], '@odata.nextLink': '/2' },
      '/2': { value: [{ id: 'a' }, { id: null }, { id: 'c' }], '@odata.nextLink': '/3' },
      '/3': { value: null, '@odata.nextLink': '' },
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

  test.each([[null], [[]], [{ value: null }], [{ id: 7 }]])('rejects %j as an entry', async (answer) => {
    const graph = stubGraph(() => answer);

    await expect(getDelegation(graph, 'delegates', 'a')).rejects.toMatchObject(unexpected);
  });

  test.each([
    ['2025-01-14T09:30:00Z', '2025-01-14T09:30:00Z'],
    ['2025-01-14T09:30Z', '2025-01-14T09:30Z'],
    ['2025-01-14T09:30:00.1234567Z', '2025-01-14T09:30:00.1234567Z'],
    ['2025-01-14T09:30:00+02:00', '2025-01-14T07:30:00.000Z'],
    ['0002-01-01T00:00:00Z', '0002-01-01T00:00:00Z'],
    ['0001-12-31T00:00:00Z', null],
    ['2025-13-45T00:00:00Z', null],
    ['2025-01-14', null],
    ['2025-01-14T09:30:00', null],
    [' 2025-01-14T09:30:00Z', null],
    ['2025-01-14T09:30:00Z ', null],
    [1_736_846_999_000, null],
  ])('reads createdDateTime %s as %s', async (createdDateTime, expected) => {
    const graph = stubGraph(() => ({ id: 'a', createdDateTime }));

    expect((await getDelegation(graph, 'delegates', 'a')).createdDateTime).toBe(expected);
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
  ])('changes with another %s', (_, other) => expect(fingerprint(other)).not.toBe(fingerprint(list)));

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
  test('reads both lists of each user from the beta endpoint', async () => {
    const graph = stubGraph(inBatch((url) => ({ status: 200, body: { value: [{ id: url }] } })));
    const lists = await readWatchedLists(graph, ['a', 'b/c']);
    const reading = (id: string) => ({ kind: 'read', entries: [{ id }] });

    expect(graph.asked.map(({ path }) => path)).toEqual(['/beta/$batch']);
    expect(lists).toMatchObject(
      ['a', 'b/c'].flatMap((objectId) =>
        ['delegators', 'delegates'].map((list) => ({
          objectId,
          list,
          reading: reading(`/users/${encodeURIComponent(objectId)}/communications/callSettings/${list}`),
        })),
      ),
    );
  });

  const missingRole = 'Missing role permissions on the request. API requires one of ...';

  // prettier-ignore
  test.each<[string, object | undefined, object]>([
    ['an empty list is read', { status: 200, body: { value: [] } }, { kind: 'read', entries: [] }],
    ['null is an empty list', { status: 200, body: { value: null, '@odata.nextLink': null } }, { kind: 'read', entries: [] }],
    ['a list with another page fails', { status: 200, body: { value: [], '@odata.nextLink': '/x' } }, { kind: 'failed', cause: new Error('Graph returned 200') }],
    ['an unexpected shape fails', { status: 200, body: { value: {} } }, { kind: 'failed', cause: new Error('Graph returned 200') }],
    ['an unknown user is not found', { status: 404 }, { kind: 'notFound' }],
    ['403 by a policy is a refusal for the user', { status: 403, body: { error: { code: 'Forbidden', message: 'By policy.' } } }, { kind: 'refused', isApp: false }],
    ['403 that names the missing role is a refusal for the app', { status: 403, body: { error: { code: 'Forbidden', message: missingRole } } }, { kind: 'refused', isApp: true }],
    ['403 with the directory’s code is a refusal for the app', { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } }, { kind: 'refused', isApp: true }],
    ['429 is throttled, with header names in any case', { status: 429, headers: { 'Content-Type': 7, 'retry-AFTER': '3600' } }, { kind: 'throttled', retryAfter: 3600 }],
    ['502 fails even with a list', { status: 502, body: { value: [] } }, { kind: 'failed', cause: new Error('Graph returned 502') }],
    ['a missing response fails', undefined, { kind: 'failed', cause: new Error('no response in the batch') }],
  ])('%s', async (_, item, reading) => {
    const [first] = await readWatchedLists(stubGraph(inBatch(() => item)), ['a']);

    expect(first?.reading).toEqual(reading);
  });

  test.each([
    ['throttled', new Problem({ code: 'throttled', retryAfter: 77 }, 'Busy.'), { retryAfter: 77 }],
    [
      'failed',
      new Problem({ code: 'entra_unavailable' }, 'Down.'),
      { cause: expect.any(Problem) as unknown },
    ],
  ])('all lists of a batch that is %s are', async (kind, problem, more) => {
    const graph = stubGraph(() => Promise.reject(problem));
    const lists = await readWatchedLists(graph, ['a']);

    expect(lists.map(({ reading }) => reading)).toEqual(Array(2).fill({ kind, ...more }));
  });
});
