import { decodeJwt } from 'jose';
import { activityTypes } from '../../src/contract/teamsApp.js';
import { requiredScopes } from '../../src/contract/graphScopes.js';
import type { Sandbox } from '../../src/sandbox/startSandbox.js';
import type { NotificationObstacle } from '../../src/sandbox/state.js';
import { clientId, people, teamsAppId, tenantId } from '../../src/sandbox/tenant.js';
import { signGraphToken } from '../../src/sandbox/tokens.js';
import { createSandbox } from '../support/createSandbox.js';

/** The emulator must refuse what Microsoft refuses. A lenient emulator proves nothing. */
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ tabEndpoint: 'https://tab.contoso.com', graphPageSize: 2 });
});
beforeEach(() => sandbox.state.reset());
afterAll(() => sandbox.close());

const idOf = (alias: string) => people.find((person) => person.alias === alias)?.id ?? '';
const [amina, diego] = [idOf('amina'), idOf('diego')];
const containing = (text: string) => expect.stringContaining(text) as unknown;

const askToken = async (form: Record<string, string>) => {
  const { SECRET_AAD_APP_CLIENT_SECRET: client_secret = '' } = sandbox.env;
  const answer = await fetch(`${sandbox.idp.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, client_secret, ...form }),
  });
  return (await answer.json()) as {
    access_token?: string;
    error_codes?: number[];
    claims?: string;
    scope?: string;
  };
};
/** Sends the server’s on-behalf-of request. */
const exchange = async (assertion: string, change: Record<string, string> = {}) =>
  await askToken({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    scope: `${sandbox.graph.origin}/.default`,
    assertion,
    ...change,
  });
const assertionOf = (alias: string) => sandbox.ssoToken({}, { objectId: idOf(alias) });
const graphToken = (scopes: string[], user = amina) =>
  signGraphToken(sandbox.signingKey, sandbox.graph.origin, user, scopes);

describe('the on-behalf-of grant', () => {
  test.each<[string, Record<string, string>, number]>([
    ['an unknown app', { client_id: 'x' }, 700016],
    ['a wrong secret', { client_secret: 'x' }, 7000215],
    ['a certificate that is not registered', { client_secret: '', client_assertion: 'x.y.z' }, 7000215],
    ['another resource', { scope: 'https://graph.microsoft.com/.default' }, 70011],
    ['another use', { requested_token_use: 'x' }, 900144],
    ['a forged assertion', { assertion: 'x.y.z' }, 50013],
  ])('refuses %s', async (_, change, code) => {
    const body = await exchange(await sandbox.ssoToken(), change);

    expect(body).toMatchObject({ error_codes: [code], error_description: containing(`AADSTS${code}`) });
    expect(body).not.toHaveProperty('access_token');
  });

  test('refuses an assertion for another audience', async () => {
    expect((await exchange(await sandbox.ssoToken({ aud: 'x' }))).error_codes).toEqual([50013]);
  });
});

describe('admin consent', () => {
  const back = 'https://tab.contoso.com/auth/end';
  const named = (...scopes: readonly string[]) =>
    scopes.map((scope) => `${sandbox.graph.origin}/${scope}`).join(' ');
  const linkTo = (change: Readonly<Record<string, string | undefined>> = {}, tenant = 'organizations') => {
    const good: Readonly<Record<string, string | undefined>> = {
      client_id: clientId,
      scope: named(...requiredScopes),
      redirect_uri: back,
      state: 'a state',
    };
    const url = new URL(`${sandbox.idp.origin}/${tenant}/v2.0/adminconsent`);
    for (const [name, value] of Object.entries({ ...good, ...change }))
      if (value !== undefined) url.searchParams.set(name, value);
    return url;
  };
  const answer = async (url: URL, choice: string, role = 'Cloud Application Administrator') =>
    await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ choice, role }) });
  const answerOf = (response: Response) => {
    const url = new URL(response.headers.get('location') ?? '');
    return { page: url.origin + url.pathname, ...Object.fromEntries(url.searchParams) };
  };
  const exchangeFor = async (alias: string) => await exchange(await assertionOf(alias));

  test('grants the requested scopes for the whole tenant and redirects back', async () => {
    expect((await exchangeFor('tomas')).error_codes).toEqual([65001]);

    expect(answerOf(await answer(linkTo(), 'accept'))).toEqual({
      page: back,
      admin_consent: 'True',
      tenant: tenantId,
      scope: named(...requiredScopes),
      state: 'a state',
    });
    for (const alias of ['tomas', 'priya'])
      expect((await exchangeFor(alias)).scope).toBe(named(...requiredScopes));
  });

  test.each([
    ['removes a scope that is not requested again', 'CallDelegation.Read', ['CallDelegation.Read']],
    ['expands .default to all scopes of the registration', '.default', requiredScopes],
  ])('%s', async (_, scope, granted) => {
    await answer(linkTo(), 'accept');
    await answer(linkTo({ scope: named(scope) }), 'accept');

    expect((await exchangeFor('tomas')).scope).toBe(named(...granted));
  });

  test('grants nothing after a refusal, and reports it next to admin_consent=True', async () => {
    expect(answerOf(await answer(linkTo(), 'cancel'))).toEqual({
      page: back,
      admin_consent: 'True',
      error: 'consent_required',
      error_description: containing('AADSTS65004: '),
      state: 'a state',
    });
    expect((await exchangeFor('tomas')).error_codes).toEqual([65001]);
  });

  test('keeps a user who is not an administrator on Entra’s own page', async () => {
    const response = await answer(linkTo(), 'accept', 'no administrator');

    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('AADSTS90094');
    expect((await exchangeFor('tomas')).error_codes).toEqual([65001]);
  });

  test.each<[string, Record<string, string | undefined>, string]>([
    ['an unknown app', { client_id: 'x' }, 'AADSTS700016'],
    ['no redirect address', { redirect_uri: undefined }, 'AADSTS900971'],
    ['another redirect address', { redirect_uri: 'https://evil.example/auth/end' }, 'AADSTS50011'],
    ['the right one in another case', { redirect_uri: back.replace('end', 'End') }, 'AADSTS50011'],
    ['the right one with a query', { redirect_uri: `${back}?x=1` }, 'AADSTS50011'],
    ['no scope', { scope: undefined }, 'AADSTS900144'],
    ['an unknown scope', { scope: 'CallDelegation.Read Calls.Start' }, 'AADSTS650053'],
  ])('never redirects back for %s', async (_, change, code) => {
    for (const response of [await fetch(linkTo(change)), await answer(linkTo(change), 'accept')]) {
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
      expect(await response.text()).toContain(code);
    }
    expect(sandbox.state.grantedForAll.size).toBe(0);
  });

  test('does not know the tenant common', async () => {
    expect((await fetch(linkTo({}, 'common'))).status).toBe(404);
  });
});

describe('nested app authentication', () => {
  const mfaClaims =
    '{"access_token":{"capolids":{"essential":true,"values":["c5a1f7de-1d0a-4c1b-8b19-5a5b6f5e8a01"]}}}';
  const contextClaims =
    '{"access_token":{"acrs":{"essential":true,"value":"c1"},"xms_cc":{"values":["CP1"]}}}';
  const ownApi = `${clientId}/access_as_user`;

  const ask = async (alias: string, scope: string, claims?: string, method = 'GetTokenPopup') =>
    await sandbox.idp.nestedAppAuth.request(idOf(alias), method, {
      clientId,
      scope,
      ...(claims !== undefined && { claims }),
    });
  const accept = { method: 'POST', body: new URLSearchParams({ choice: 'accept' }) };
  const decide = async (alias: string, scope: string, claims?: string) => {
    const { interaction } = await ask(alias, scope, claims);
    if (interaction === undefined) throw new Error('No interaction is needed.');
    await fetch(interaction.url, accept);
    return sandbox.idp.nestedAppAuth.outcome(interaction.id);
  };
  const tokenOf = (outcome: object | undefined) =>
    (outcome as { token: { access_token: string } }).token.access_token;

  test('issues a token for the app’s own API with the app’s client as azp', async () => {
    const { outcome } = await ask('amina', `openid profile ${ownApi}`, undefined, 'GetToken');

    expect(decodeJwt(tokenOf(outcome))).toMatchObject({
      aud: clientId,
      azp: clientId,
      scp: 'access_as_user',
      oid: amina,
      ver: '2.0',
    });
  });

  test('ends a challenge only for an assertion that was issued with the claims', async () => {
    const assertion = await assertionOf('maren');
    const challenged = await exchange(assertion);
    expect(challenged.error_codes).toEqual([50076]);
    expect(JSON.parse(challenged.claims ?? '')).toHaveProperty('access_token.acrs');

    // A Graph token with the claims changes nothing.
    await decide('maren', 'CallDelegation.Read', contextClaims);
    expect((await exchange(assertion)).error_codes).toEqual([50076]);
    const proven = tokenOf(await decide('maren', ownApi, contextClaims));
    expect(await exchange(proven)).toHaveProperty('access_token');
    // The proof belongs to the token, not to the user.
    expect((await exchange(assertion)).error_codes).toEqual([50076]);
  });

  test('does not accept the claims of another policy', async () => {
    const { outcome } = await ask('maren', ownApi, mfaClaims);

    expect((await exchange(tokenOf(outcome))).error_codes).toEqual([50076]);
  });

  test('repeats a challenge that nothing satisfies', async () => {
    const { claims } = await exchange(await assertionOf('idris'));
    const proven = tokenOf(await decide('idris', ownApi, claims));

    expect((await exchange(proven)).error_codes).toEqual([50158]);
  });

  test.each<[string, scope: string, code: string, client: string]>([
    ['another app', 'CallDelegation.Read', 'AADSTS700016', 'x'],
    ['no scope besides the OIDC ones', 'openid profile', 'AADSTS70011', clientId],
    ['its own API by URI', `api://tab.contoso.com/${clientId}/access_as_user`, 'AADSTS90009', clientId],
    ['two resources', `${ownApi} CallDelegation.Read`, 'AADSTS28000', clientId],
    ['a scope that does not exist', 'Calls.Start', 'AADSTS650053', clientId],
  ])('refuses %s', async (_, scope, code, client) => {
    const request = { scope, clientId: client };

    expect((await sandbox.idp.nestedAppAuth.request(amina, 'GetToken', request)).outcome).toMatchObject({
      success: false,
      error: { status: 'PERSISTENT_ERROR', description: containing(code) },
    });
  });

  test('refuses an app without the broker redirect', async () => {
    sandbox.state.signIn = { ...sandbox.state.signIn, hasBrokerRedirect: false };

    expect((await ask('amina', 'CallDelegation.Read')).outcome).toMatchObject({
      error: { description: containing('AADSTS700046') },
    });
  });

  test('treats a closed window as cancelled, unless the user had already decided', async () => {
    const { id = '', url = '' } = (await ask('priya', 'CallDelegation.Read')).interaction ?? {};
    await fetch(url, accept);
    await fetch(`${url}/closed`, { method: 'POST' });
    expect(sandbox.idp.nestedAppAuth.outcome(id)).toMatchObject({ success: true });

    const other = (await ask('tomas', 'CallDelegation.Read')).interaction;
    await fetch(`${other?.url ?? ''}/closed`, { method: 'POST' });
    expect(sandbox.idp.nestedAppAuth.outcome(other?.id ?? '')).toMatchObject({
      error: { status: 'USER_CANCEL' },
    });
  });

  test('sends COOP on the sign-in pages only, and only while it is on', async () => {
    const { interaction } = await ask('priya', 'CallDelegation.Read');
    const { origin, issuer } = sandbox.idp;
    const pages = [interaction?.url ?? '', `${issuer}/auth`, `${origin}/organizations/v2.0/adminconsent`];
    const read = async (url: string) =>
      (await fetch(url, { redirect: 'manual' })).headers.get('cross-origin-opener-policy');

    for (const url of pages) expect(await read(url)).toBe('same-origin');
    expect(await read(`${issuer}/.well-known/openid-configuration`)).toBeNull();
    sandbox.state.signIn = { ...sandbox.state.signIn, hasCoop: false };
    for (const url of pages) expect(await read(url)).toBeNull();
  });
});

describe('Graph', () => {
  const ask = async (
    path: string,
    scopes = ['CallDelegation.Read', 'User.ReadBasic.All'],
    init: RequestInit = {},
  ) => {
    const answer = await fetch(`${sandbox.graph.origin}${path}`, {
      headers: { authorization: `Bearer ${await graphToken(scopes)}` },
      ...init,
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const batch = (...urls: readonly string[]): RequestInit => {
    const requests = urls.map((url, index) => ({ id: String(index + 1), method: 'GET', url }));
    return { method: 'POST', body: JSON.stringify({ requests }) };
  };
  const list = '/beta/me/communications/callSettings/delegators';

  test('returns a list in the shape of the reference, with pages', async () => {
    const first = await ask(list);

    expect(first.body).toMatchObject({ '@odata.nextLink': containing(sandbox.graph.origin) });
    expect((first.body['value'] as unknown[])[0]).toEqual({
      '@odata.type': '#microsoft.graph.delegationSettings',
      id: diego,
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

  test.each<[string, () => ReturnType<typeof ask>, number]>([
    ['no token', () => ask(list, [], { headers: {} }), 401],
    [
      'a token that it did not issue',
      () => ask(list, [], { headers: { authorization: 'Bearer x.y.z' } }),
      401,
    ],
    ['an SSO token', async () => ask(list, [], { headers: { authorization: `Bearer ${await sandbox.ssoToken()}` } }), 401], // prettier-ignore
    ['a list without its scope', () => ask(list, ['User.Read']), 403],
    ['an unknown path', () => ask('/beta/me/messages'), 404],
    [
      '21 requests in a batch',
      () => ask('/v1.0/$batch', [], batch(...Array<string>(21).fill('/users/x'))),
      400,
    ],
  ])('refuses %s', async (_, send, status) => {
    const answer = await send();

    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      error: {
        code: expect.any(String) as unknown,
        innerError: { 'request-id': expect.any(String) as unknown },
      },
    });
  });

  const flags = '$select=id,accountEnabled,userType,assignedPlans';
  const withoutFlags = { accountEnabled: null, userType: null, assignedPlans: [] };
  const phone = { capabilityStatus: 'Enabled', servicePlanId: '4828c8ec-dc2e-4779-b502-87ac9ce28ab7' };
  test.each<[string, path: string, scopes: string[], body: object]>([
    [
      'null for job titles without User.Read.All',
      `/v1.0/users/${amina}?$select=displayName,jobTitle`,
      ['User.ReadBasic.All'],
      { displayName: 'Amina Okafor', jobTitle: null },
    ],
    [
      'job titles with User.Read.All',
      `/v1.0/users/${amina}?$select=jobTitle`,
      ['User.ReadBasic.All', 'User.Read.All'],
      { jobTitle: 'Executive Assistant' },
    ],
    [
      'null or an empty list for properties of another user without User.Read.All',
      `/v1.0/users/${diego}?${flags}`,
      ['User.ReadBasic.All', 'User.Read'],
      { id: diego, ...withoutFlags },
    ],
    [
      'null or an empty list for the caller’s properties without User.Read',
      `/v1.0/me?${flags}`,
      ['User.ReadBasic.All'],
      { id: amina, ...withoutFlags },
    ],
    [
      'the caller’s own properties with User.Read',
      `/v1.0/me?${flags}`,
      ['User.Read'],
      {
        id: amina,
        accountEnabled: true,
        userType: 'Member',
        assignedPlans: [expect.any(Object), expect.objectContaining(phone)],
      },
    ],
    [
      'a guest’s user principal name from Entra and external mail address',
      `/v1.0/users/${idOf('lena')}?$select=mail,userPrincipalName`,
      ['User.ReadBasic.All'],
      { mail: 'lena@guest.example', userPrincipalName: 'lena_guest.example#EXT#@alder-finch.example' },
    ],
  ])('returns %s', async (_, path, scopes, body) => {
    expect(await ask(path, scopes)).toEqual({ status: 200, body });
  });

  test('returns plans and flags only if they are selected', async () => {
    expect(Object.keys((await ask('/v1.0/me', ['User.Read'])).body).join(' ')).toBe(
      'id displayName jobTitle department mail userPrincipalName',
    );
  });

  test('ends a list of an odd user with an empty next link', async () => {
    const second = await ask(`${list}?$skiptoken=2`);

    expect(second.body).toMatchObject({ '@odata.nextLink': '', value: [{ id: idOf('lars') }] });
  });

  test('gives an odd user a blank department and an unexpected photo type', async () => {
    const photoOf = (id: string) => `/users/${id}/photos/96x96/$value`;
    const requests = batch(`/users/${amina}`, photoOf(amina), photoOf(idOf('victor')));
    const { body } = await ask('/v1.0/$batch', ['User.Read.All', 'User.ReadBasic.All'], requests);

    expect(body['responses']).toMatchObject([
      { id: '3', status: 200, body: { error: { code: 'ImageNotFound' } } },
      { id: '2', headers: { 'Content-Type': 'image/jpg' } },
      { id: '1', body: { department: '\u200b ' } },
    ]);
  });
});

describe('activity notifications', () => {
  const topic = {
    source: 'text',
    value: 'Topic',
    webUrl: `https://teams.microsoft.com/l/entity/${teamsAppId}/tab`,
  };
  const good = {
    topic,
    activityType: activityTypes.changed,
    previewText: { content: 'x'.repeat(200) },
    templateParameters: [],
    chainId: 1,
    teamsAppId,
  };

  const asApp = async () => {
    const scope = `${sandbox.graph.origin}/.default`;
    const { access_token: token } = await askToken({ grant_type: 'client_credentials', scope });
    return { authorization: `Bearer ${token}` };
  };
  async function notify(change: object = {}, userId = amina, headers?: Record<string, string>) {
    const url = `${sandbox.graph.origin}/v1.0/users/${userId}/teamwork/sendActivityNotification`;
    const body = JSON.stringify({ ...good, ...change });
    const answer = await fetch(url, { method: 'POST', headers: headers ?? (await asApp()), body });
    const text = await answer.text();
    return { status: answer.status, text, retryAfter: answer.headers.get('retry-after') };
  }
  const feed = () => sandbox.state.activities;

  test('delivers a notification with the part of the preview that Teams displays', async () => {
    expect(await notify()).toMatchObject({ status: 204, text: '' });
    expect(feed()).toMatchObject([{ userId: amina, topic: 'Topic', preview: 'x'.repeat(150), chainId: 1 }]);
  });

  test('replaces an earlier activity of the same chain, for that user only', async () => {
    await notify();
    await notify({ previewText: { content: 'again' } });
    await notify({}, diego);
    await notify({ chainId: 2 });

    expect(feed().map(({ userId, preview }) => [userId, preview.slice(0, 5)])).toEqual([
      [amina, 'again'],
      [diego, 'xxxxx'],
      [amina, 'xxxxx'],
    ]);
  });

  test.each<[string, object, NotificationObstacle | 'none']>([
    ['of a type that the manifest does not declare', { activityType: 'DelegationChanged' }, 'none'],
    ['with a parameter that its template lacks', { templateParameters: [{ name: 'x', value: '1' }] }, 'none'],
    ['to a user who has muted the app', {}, 'muted'],
  ])('answers 204 and drops a notification %s', async (_, change, obstacle) => {
    if (obstacle !== 'none') sandbox.state.notificationObstacles.set(amina, obstacle);

    expect((await notify(change)).status).toBe(204);
    expect(feed()).toEqual([]);
  });

  test.each<[string, object, number, RegExp, NotificationObstacle | 'none']>([
    ['to a user without the app', {}, 403, /installed in the target/, 'notInstalled'],
    ['to a user without consent', {}, 403, /Missing role permissions/, 'notPermitted'],
    [
      'to a user with two copies of the app',
      { teamsAppId: undefined },
      409,
      /multiple applications/,
      'twice',
    ],
    ['of another app', { teamsAppId: tenantId }, 400, /installed applications/, 'none'],
    ['with a link outside Teams', { topic: { ...topic, webUrl: 'https://a.example/l/' } }, 400, /webUrl/, 'none'], // prettier-ignore
  ])('refuses a notification %s', async (_, change, status, words, obstacle) => {
    if (obstacle !== 'none') sandbox.state.notificationObstacles.set(amina, obstacle);

    expect(await notify(change)).toMatchObject({ status, text: expect.stringMatching(words) as string });
    expect(feed()).toEqual([]);
  });

  test('refuses a user’s token, and a recipient who does not exist', async () => {
    const authorization = `Bearer ${await graphToken(['TeamsActivity.Send'], diego)}`;

    expect(await notify({}, amina, { authorization })).toMatchObject({ status: 403 });
    expect(await notify({}, '00000000-0000-4000-8000-000000000000')).toMatchObject({ status: 404 });
  });

  test('accepts a permission for the whole tenant in place of the user’s consent', async () => {
    sandbox.state.notificationObstacles.set(amina, 'notPermitted');
    sandbox.state.appRoles = new Set(['TeamsActivity.Send']);

    expect((await notify()).status).toBe(204);
  });

  test('delivers ten notifications to a user per minute and refuses more', async () => {
    for (let chainId = 0; chainId < 10; chainId += 1) expect((await notify({ chainId })).status).toBe(204);

    expect(await notify()).toMatchObject({ status: 429, retryAfter: '60' });
    expect((await notify({}, diego)).status).toBe(204);
  });

  test('gives the app neither “me” nor a user’s lists without the application permission', async () => {
    const get = async (path: string) =>
      (await fetch(`${sandbox.graph.origin}${path}`, { headers: await asApp() })).status;
    const lists = `/beta/users/${amina}/communications/callSettings/delegators`;

    expect(await get('/beta/me/communications/callSettings/delegators')).toBe(400);
    expect(await get(lists)).toBe(403);
    sandbox.state.appRoles = new Set(['CallDelegation.Read.All']);
    expect(await get(lists)).toBe(200);
  });
});
