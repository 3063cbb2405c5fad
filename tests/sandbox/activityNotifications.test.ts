import { activityTypes } from '../../src/contract/activityTypes.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/startSandbox.js';
import { people, teamsAppId, tenantId } from '../../src/sandbox/tenant.js';
import { signGraphToken } from '../../src/sandbox/tokens.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tabEndpoint: 'http://localhost:3978' });
});
beforeEach(() => {
  sandbox.state.reset();
});
afterAll(() => sandbox.close());

const [amina = '', diego = ''] = people.map(({ id }) => id);
const good = {
  topic: { source: 'text', value: 'Topic', webUrl: `https://teams.microsoft.com/l/entity/${teamsAppId}/tab` },
  activityType: activityTypes.changed.name,
  previewText: { content: 'x'.repeat(200) },
  templateParameters: [],
  chainId: 1,
  teamsAppId,
};

async function appToken(): Promise<string> {
  const { env, idp, graph } = sandbox;
  const answer = await fetch(`${idp.origin}/${tenantId}/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: env['AAD_APP_CLIENT_ID'] ?? '',
      client_secret: env['SECRET_AAD_APP_CLIENT_SECRET'] ?? '',
      scope: `${graph.origin}/.default`,
    }),
  });
  return String(((await answer.json()) as Record<string, unknown>)['access_token']);
}

async function notify(body: object = good, userId = amina, token?: string) {
  const answer = await fetch(
    `${sandbox.graph.origin}/v1.0/users/${userId}/teamwork/sendActivityNotification`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${token ?? (await appToken())}` },
      body: JSON.stringify(body),
    },
  );
  const text = await answer.text();
  return { status: answer.status, text, retryAfter: answer.headers.get('retry-after') };
}
const feed = () => sandbox.state.teamsApp.activities;

test('delivers a notification with the part of the preview that Teams displays', async () => {
  expect(await notify()).toMatchObject({ status: 204, text: '' });
  expect(feed()).toMatchObject([{ userId: amina, topic: 'Topic', preview: 'x'.repeat(150), chainId: 1 }]);
});

test('replaces an earlier activity of the same chain, for that user only', async () => {
  await notify();
  await notify({ ...good, previewText: { content: 'again' } });
  await notify(good, diego);
  await notify({ ...good, chainId: 2 });

  expect(feed().map(({ userId, preview }) => [userId, preview.slice(0, 5)])).toEqual([
    [amina, 'again'],
    [diego, 'xxxxx'],
    [amina, 'xxxxx'],
  ]);
});

test.each<[string, object]>([
  ['of a type that the manifest does not declare', { activityType: 'DelegationChanged' }],
  ['with a parameter that its template does not have', { templateParameters: [{ name: 'x', value: '1' }] }],
])('answers 204 and drops a notification %s', async (_, change) => {
  expect((await notify({ ...good, ...change })).status).toBe(204);
  expect(feed()).toEqual([]);
});

test('shows nothing to a user who has muted the app', async () => {
  sandbox.state.teamsApp.muted.add(amina);

  expect((await notify()).status).toBe(204);
  expect(feed()).toEqual([]);
});

test.each<[string, () => void, object, number, RegExp]>([
  [
    'to a user without the app',
    () => sandbox.state.teamsApp.notInstalled.add(amina),
    good,
    403,
    /installed in the target scope/,
  ],
  [
    'to a user without consent',
    () => sandbox.state.teamsApp.withoutConsent.add(amina),
    good,
    403,
    /Missing role permissions/,
  ],
  [
    'to a user with two copies of the app',
    () => sandbox.state.teamsApp.installedTwice.add(amina),
    { ...good, teamsAppId: undefined },
    409,
    /multiple applications/,
  ],
  ['of another app', () => undefined, { ...good, teamsAppId: tenantId }, 400, /installed applications/],
  [
    'with a link outside Teams',
    () => undefined,
    { ...good, topic: { ...good.topic, webUrl: 'https://a.example/l/' } },
    400,
    /webUrl/,
  ],
])('refuses a notification %s', async (_, prepare, body, status, words) => {
  prepare();

  expect(await notify(body)).toMatchObject({ status, text: expect.stringMatching(words) as string });
  expect(feed()).toEqual([]);
});

test('refuses a user’s token, and a recipient who does not exist', async () => {
  const [key] = sandbox.idp.keys;
  if (key === undefined) throw new Error('There is no key.');
  const users = await signGraphToken(key, sandbox.graph.origin, diego, ['TeamsActivity.Send']);

  expect(await notify(good, amina, users)).toMatchObject({ status: 403 });
  expect(await notify(good, '00000000-0000-4000-8000-000000000000')).toMatchObject({ status: 404 });
});

test('accepts a permission for the whole tenant in place of the user’s consent', async () => {
  sandbox.state.teamsApp.withoutConsent.add(amina);
  sandbox.state.appRoles = new Set(['TeamsActivity.Send']);

  expect((await notify()).status).toBe(204);
});

test('delivers ten notifications to a user per minute and refuses more', async () => {
  const statuses: number[] = [];
  for (let chainId = 0; chainId < 10; chainId += 1)
    statuses.push((await notify({ ...good, chainId })).status);

  expect(new Set(statuses)).toEqual(new Set([204]));
  expect(await notify()).toMatchObject({ status: 429, retryAfter: '60' });
  expect((await notify(good, diego)).status).toBe(204);
});

test('gives the app neither “me” nor a user’s lists without the application permission', async () => {
  const get = async (path: string) =>
    (
      await fetch(`${sandbox.graph.origin}${path}`, {
        headers: { authorization: `Bearer ${await appToken()}` },
      })
    ).status;
  const lists = `/beta/users/${amina}/communications/callSettings/delegators`;

  expect(await get('/beta/me/communications/callSettings/delegators')).toBe(400);
  expect(await get(lists)).toBe(403);
  sandbox.state.appRoles = new Set(['CallDelegation.Read.All']);
  expect(await get(lists)).toBe(200);
});
