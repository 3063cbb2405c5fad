import { getProfiles, withPeople } from '../../../src/server/graph/profiles.js';
import { forEachRight } from '../../../src/contract/delegation.js';
import { endRequests } from '../../support/asker.js';
import { graphThat, inBatch } from '../../support/graphThat.js';

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
  ['not known', undefined, members],
  ['basic profiles', ['user.readbasic.all'], members],
  ['full profiles', ['user.read.all'], `${members},accountEnabled`],
  ['all of the directory', ['directory.read.all'], members],
])('with %s as permissions it asks for what they show', async (_, scopes, selected) => {
  const graph = graphThat(
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
])('a name %j that shows nothing is no name', async (text) => {
  const graph = graphThat(
    inBatch(() => ({ status: 200, body: { displayName: text, mail: text, jobTitle: `${text}Chief` } })),
  );

  expect(await getProfiles(graph, ['a'])).toMatchObject([
    { personStatus: 'found', person: { displayName: null, mail: null, jobTitle: `${text}Chief` } },
  ]);
});

test('without any permission that tells names nobody is asked for', async () => {
  const graph = graphThat(
    inBatch(() => adele),
    { scopes: new Set(['user.read', 'calldelegation.read']) },
  );

  expect(await getProfiles(graph, ['a'])).toEqual([{ id: 'a', ...unavailable }]);
  expect(graph.asked).toEqual([]);
});

test('each is asked for once, and nobody for an entry without an id', async () => {
  const graph = graphThat(inBatch((url) => (url.startsWith('/users/a?') ? adele : { status: 404 })));
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

test('with nobody to ask for, nothing is asked', async () => {
  const graph = graphThat(inBatch(() => adele));

  expect(await getProfiles(graph, [])).toEqual([]);
  expect(graph.asked).toEqual([]);
});

test.each([
  ['an answer of another status', { status: 203, body: adele.body }],
  ['text', { status: 200, body: 'Adele' }],
  ['nothing', undefined],
])('who comes as %s is unavailable', async (_, item) => {
  expect(await getProfiles(graphThat(inBatch(() => item)), ['a'])).toEqual([{ id: 'a', ...unavailable }]);
});

test('a caller who went away gets no list without names', async () => {
  const graph = graphThat(inBatch(() => adele));
  graph.leave();
  const refused = { ...graph, getScopes: () => Promise.reject(new Error('Refused.')) };

  await expect(getProfiles(refused, ['a'])).rejects.toThrow('went away');
});
