import { startSandbox, type Sandbox } from '../../src/sandbox/startSandbox.js';
import { people } from '../../src/sandbox/tenant.js';
import { signGraphToken } from '../../src/sandbox/tokens.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tabEndpoint: 'http://localhost:3978', graphPageSize: 2 });
});
afterAll(() => sandbox.close());

const amina = people[0]?.id ?? '';
const authorization = async (scopes: string[]) => {
  const [key] = sandbox.idp.keys;
  if (key === undefined) throw new Error('no key');
  return { authorization: `Bearer ${await signGraphToken(key, sandbox.graph.origin, amina, scopes)}` };
};
const ask = async (
  path: string,
  scopes = ['CallDelegation.Read', 'User.ReadBasic.All'],
  init: RequestInit = {},
) => {
  const answer = await fetch(`${sandbox.graph.origin}${path}`, {
    headers: await authorization(scopes),
    ...init,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const list = '/beta/me/communications/callSettings/delegators';

test('returns a list in the shape of the reference, with pages and a count on request', async () => {
  const first = await ask(`${list}?$count=true`);

  expect(first.body).toMatchObject({
    '@odata.count': 3,
    '@odata.nextLink': expect.stringContaining(sandbox.graph.origin) as unknown,
  });
  expect((first.body['value'] as unknown[])[0]).toEqual({
    '@odata.type': '#microsoft.graph.delegationSettings',
    id: people[1]?.id,
    createdDateTime: '2025-01-14T09:30:00Z',
    isActive: true,
    allowedActions: {
      '@odata.type': 'microsoft.graph.delegateAllowedActions',
      makeCalls: true,
      receiveCalls: true,
      manageCallAndDelegateSettings: false,
      pickUpHeldCalls: true,
      joinActiveCalls: true,
    },
  });
});

test('filters a list by a permission', async () => {
  const { body } = await ask(`${list}?$filter=${encodeURIComponent('allowedActions/makeCalls eq false')}`);

  expect((body['value'] as { id: string }[]).map(({ id }) => id)).toEqual([people[3]?.id]);
  expect((await ask(`${list}?$filter=name eq 1`)).status).toBe(400);
});

test.each([
  ['no token', list, { headers: {} }, 401],
  ['a token that it did not issue', list, { headers: { authorization: 'Bearer x.y.z' } }, 401],
  ['an unknown path', '/beta/me/messages', {}, 404],
])('refuses %s', async (_, path, init, status) => {
  const answer = await ask(path, undefined, init);

  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({
    error: {
      code: expect.any(String) as unknown,
      innerError: { 'request-id': expect.any(String) as unknown },
    },
  });
});

test('refuses a list without its scope, an SSO token, and 21 requests in a batch', async () => {
  expect((await ask(list, ['User.Read'])).status).toBe(403);
  expect(
    (await ask(list, [], { headers: { authorization: `Bearer ${await sandbox.ssoToken()}` } })).status,
  ).toBe(401);
  const requests = Array.from({ length: 21 }, (_, id) => ({
    id: String(id),
    method: 'GET',
    url: '/users/x',
  }));
  const [key] = sandbox.idp.keys;
  const token = key === undefined ? '' : await signGraphToken(key, sandbox.graph.origin, amina, []);
  const headers = { authorization: `Bearer ${token}` };
  expect(
    (await ask('/v1.0/$batch', [], { method: 'POST', body: JSON.stringify({ requests }), headers })).status,
  ).toBe(400);
});

test('returns job titles only with User.Read.All', async () => {
  const path = `/v1.0/users/${amina}?$select=displayName,jobTitle`;

  expect((await ask(path)).body).toEqual({ displayName: 'Amina Okafor', jobTitle: null });
  expect((await ask(path, ['User.ReadBasic.All', 'User.Read.All'])).body['jobTitle']).toBe(
    'Executive Assistant',
  );
});

describe('returns null or an empty list, with status 200, for properties without permission', () => {
  const select = '$select=id,accountEnabled,userType,assignedPlans';
  const thin = { id: amina, accountEnabled: null, userType: null, assignedPlans: [] };

  test.each([
    [
      'of another user, without User.Read.All',
      `/v1.0/users/${people[1]?.id ?? ''}`,
      ['User.ReadBasic.All', 'User.Read'],
    ],
    ['of the caller, without User.Read', '/v1.0/me', ['User.ReadBasic.All']],
  ])('%s', async (_, path, scopes) => {
    const { status, body } = await ask(`${path}?${select}`, scopes);

    expect({ status, body: { ...body, id: amina } }).toEqual({ status: 200, body: thin });
  });

  test('returns the caller’s own properties with User.Read, including past plans', async () => {
    expect((await ask(`/v1.0/me?${select}`, ['User.Read'])).body).toMatchObject({
      id: amina,
      accountEnabled: true,
      userType: 'Member',
      assignedPlans: [
        { capabilityStatus: 'Enabled' },
        { servicePlanId: '4828c8ec-dc2e-4779-b502-87ac9ce28ab7' },
      ],
    });
  });

  test('returns plans and flags only if they are selected', async () => {
    expect(Object.keys((await ask('/v1.0/me', ['User.Read'])).body)).toEqual([
      'id',
      'displayName',
      'jobTitle',
      'department',
      'mail',
      'userPrincipalName',
    ]);
  });
});

test('gives a guest a user principal name from Entra and the external mail address', async () => {
  const guest = people.find(({ isGuest }) => isGuest === true)?.id ?? '';

  expect((await ask(`/v1.0/users/${guest}?$select=mail,userPrincipalName`)).body).toEqual({
    mail: 'lena@guest.example',
    userPrincipalName: 'lena_guest.example#EXT#@alder-finch.example',
  });
});

test('ends a list of an odd user with an empty next link', async () => {
  const second = await ask(`${list}?$skiptoken=2`);

  expect(second.body).toMatchObject({ '@odata.nextLink': '', value: [{ id: people[3]?.id }] });
});

test('gives an odd user a blank department and an unexpected photo type', async () => {
  const { body } = await ask('/v1.0/$batch', ['User.Read.All', 'User.ReadBasic.All'], {
    method: 'POST',
    body: JSON.stringify({
      requests: [
        { id: '1', method: 'GET', url: `/users/${amina}` },
        { id: '2', method: 'GET', url: `/users/${amina}/photos/96x96/$value` },
        { id: '3', method: 'GET', url: `/users/${people[11]?.id ?? ''}/photos/96x96/$value` },
      ],
    }),
  });

  expect(body['responses']).toMatchObject([
    { id: '3', status: 200, body: { error: { code: 'ImageNotFound' } } },
    { id: '2', headers: { 'Content-Type': 'image/jpg' } },
    { id: '1', body: { department: '\u200b ' } },
  ]);
});
