import { getProfiles, withPeople } from '../../../src/server/graph/profiles.js';
import { forEachRight } from '../../../src/contract/delegation.js';
import { endRequests } from '../../support/caller.js';
import { stubGraph, inBatch } from '../../support/stubGraph.js';

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
