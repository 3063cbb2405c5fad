import { requiredScopes } from '../../src/contract/graphScopes.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/startSandbox.js';
import { people, tenantId } from '../../src/sandbox/tenant.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tabEndpoint: 'https://tab.contoso.com' });
});
beforeEach(() => {
  sandbox.state.reset();
});
afterAll(() => sandbox.close());

const back = 'https://tab.contoso.com/auth/end';
const linkTo = (change: Readonly<Record<string, string | undefined>> = {}, tenant = tenantId) => {
  const url = new URL(`${sandbox.idp.origin}/${tenant}/v2.0/adminconsent`);
  const good = {
    client_id: sandbox.env['AAD_APP_CLIENT_ID'],
    scope: requiredScopes.map((scope) => `${sandbox.graph.origin}/${scope}`).join(' '),
    redirect_uri: back,
    state: 'a state',
  };
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

/** Entra’s answer to the server’s on-behalf-of request. */
const exchangeFor = async (alias: string) => {
  const objectId = people.find((person) => person.alias === alias)?.id ?? '';
  const response = await fetch(`${sandbox.idp.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: sandbox.env['AAD_APP_CLIENT_ID'] ?? '',
      client_secret: sandbox.env['SECRET_AAD_APP_CLIENT_SECRET'] ?? '',
      scope: `${sandbox.graph.origin}/.default`,
      assertion: await sandbox.ssoToken({}, { objectId }),
    }),
  });
  return (await response.json()) as { error_codes?: number[]; scope?: string };
};
const named = (...scopes: string[]) => scopes.map((scope) => `${sandbox.graph.origin}/${scope}`).join(' ');

test.each([tenantId, 'alder-finch.example', 'organizations'])(
  'shows an administrator of %s the requested scopes',
  async (tenant) => {
    const page = await (await fetch(linkTo({}, tenant))).text();

    for (const words of [
      'Read delegation settings',
      'Sign in and read user profile',
      'Read presence information',
    ])
      expect(page).toContain(words);
  },
);

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

test('removes a scope that is not requested again', async () => {
  await answer(linkTo(), 'accept');
  await answer(linkTo({ scope: 'CallDelegation.Read' }), 'accept');

  expect((await exchangeFor('tomas')).scope).toBe(named('CallDelegation.Read'));
});

test('expands .default to all scopes of the registration', async () => {
  await answer(linkTo({ scope: `${sandbox.graph.origin}/.default` }), 'accept');

  expect((await exchangeFor('tomas')).scope).toBe(named(...requiredScopes));
});

test('grants nothing after a refusal, and reports it next to admin_consent=True', async () => {
  expect(answerOf(await answer(linkTo(), 'cancel'))).toEqual({
    page: back,
    admin_consent: 'True',
    error: 'consent_required',
    error_description: expect.stringMatching(/^AADSTS65004: /) as unknown,
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

describe('never redirects back for', () => {
  test.each<[string, Record<string, string | undefined>, string]>([
    ['an unknown app', { client_id: 'x' }, 'AADSTS700016'],
    ['no redirect address', { redirect_uri: undefined }, 'AADSTS900971'],
    ['another redirect address', { redirect_uri: 'https://evil.example/auth/end' }, 'AADSTS50011'],
    ['the right one in another case', { redirect_uri: back.replace('end', 'End') }, 'AADSTS50011'],
    ['the right one with a query', { redirect_uri: `${back}?x=1` }, 'AADSTS50011'],
    ['no scope', { scope: undefined }, 'AADSTS900144'],
    ['an unknown scope', { scope: 'CallDelegation.Read Calls.Start' }, 'AADSTS650053'],
  ])('%s', async (_, change, code) => {
    for (const response of [await fetch(linkTo(change)), await answer(linkTo(change), 'accept')]) {
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
      expect(await response.text()).toContain(code);
    }
    expect(sandbox.state.grantedForAll.size).toBe(0);
  });

  test('the tenant common', async () => {
    expect((await fetch(linkTo({}, 'common'))).status).toBe(404);
  });
});
