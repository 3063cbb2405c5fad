import { decodeJwt } from 'jose';
import { startSandbox, type Sandbox } from '../../src/sandbox/startSandbox.js';
import { clientId, people } from '../../src/sandbox/tenant.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tabEndpoint: 'https://tab.contoso.com' });
});
beforeEach(() => {
  sandbox.state.reset();
});
afterAll(() => sandbox.close());

const idOf = (alias: string) => people.find((person) => person.alias === alias)?.id ?? '';
const mfaClaims =
  '{"access_token":{"capolids":{"essential":true,"values":["c5a1f7de-1d0a-4c1b-8b19-5a5b6f5e8a01"]}}}';
const contextClaims = '{"access_token":{"acrs":{"essential":true,"value":"c1"},"xms_cc":{"values":["CP1"]}}}';
const ownApi = `${clientId}/access_as_user`;

const ask = async (alias: string, scope: string, claims?: string, method = 'GetTokenPopup') =>
  await sandbox.idp.nestedAppAuth.request(idOf(alias), method, {
    clientId,
    scope,
    ...(claims !== undefined && { claims }),
  });
const decide = async (alias: string, scope: string, claims?: string, choice = 'accept') => {
  const { interaction } = await ask(alias, scope, claims);
  if (interaction === undefined) throw new Error('No interaction is needed.');
  await fetch(interaction.url, { method: 'POST', body: new URLSearchParams({ choice }) });
  return sandbox.idp.nestedAppAuth.outcome(interaction.id);
};
const tokenOf = (outcome: object | undefined) => (outcome as { token: { access_token: string } }).token;
const exchange = async (assertion: string) => {
  const answer = await fetch(`${sandbox.idp.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: clientId,
      client_secret: sandbox.env['SECRET_AAD_APP_CLIENT_SECRET'] ?? '',
      scope: `${sandbox.graph.origin}/.default`,
      assertion,
    }),
  });
  return (await answer.json()) as { access_token?: string; error_codes?: number[]; claims?: string };
};

test('issues a token for the app’s own API with the app’s client as azp', async () => {
  const { outcome } = await ask('amina', `openid profile ${ownApi}`, undefined, 'GetToken');

  expect(decodeJwt(tokenOf(outcome).access_token)).toMatchObject({
    aud: clientId,
    azp: clientId,
    scp: 'access_as_user',
    oid: idOf('amina'),
    ver: '2.0',
  });
});

test('issues a token that Graph accepts', async () => {
  const { outcome } = await ask('amina', 'CallDelegation.Read', undefined, 'GetToken');
  const answer = await fetch(`${sandbox.graph.origin}/beta/me/communications/callSettings/delegators`, {
    headers: { authorization: `Bearer ${tokenOf(outcome).access_token}` },
  });

  expect(answer.status).toBe(200);
});

test('records consent for the on-behalf-of exchange', async () => {
  const assertion = await sandbox.ssoToken({}, { objectId: idOf('priya') });
  expect((await exchange(assertion)).error_codes).toEqual([65001]);
  await decide('priya', 'CallDelegation.Read');

  expect(await exchange(assertion)).toHaveProperty('access_token');
});

test('ends a challenge only for an assertion that was issued with the claims', async () => {
  const assertion = await sandbox.ssoToken({}, { objectId: idOf('maren') });
  const challenged = await exchange(assertion);
  expect(challenged.error_codes).toEqual([50076]);
  expect(JSON.parse(challenged.claims ?? '')).toHaveProperty('access_token.acrs');

  // A Graph token with the claims changes nothing.
  await decide('maren', 'CallDelegation.Read', contextClaims);
  expect((await exchange(assertion)).error_codes).toEqual([50076]);
  const proven = tokenOf(await decide('maren', ownApi, contextClaims)).access_token;
  expect(await exchange(proven)).toHaveProperty('access_token');
  // The proof belongs to the token, not to the user.
  expect((await exchange(assertion)).error_codes).toEqual([50076]);
});

test('does not accept the claims of another policy', async () => {
  const { outcome } = await ask('maren', ownApi, mfaClaims);

  expect((await exchange(tokenOf(outcome).access_token)).error_codes).toEqual([50076]);
});

test('repeats a challenge that nothing satisfies', async () => {
  const { claims = '' } = await exchange(await sandbox.ssoToken({}, { objectId: idOf('idris') }));
  const proven = tokenOf(await decide('idris', ownApi, claims)).access_token;

  expect((await exchange(proven)).error_codes).toEqual([50158]);
});

test.each<[string, string, string]>([
  ['no scope besides the OIDC ones', 'openid profile', 'AADSTS70011'],
  ['its own API by URI', `api://tab.contoso.com/${clientId}/access_as_user`, 'AADSTS90009'],
  ['two resources', `${ownApi} CallDelegation.Read`, 'AADSTS28000'],
  ['a scope that does not exist', 'Calls.Start', 'AADSTS650053'],
])('refuses %s', async (_, scope, code) => {
  expect((await ask('amina', scope)).outcome).toMatchObject({
    success: false,
    error: { status: 'PERSISTENT_ERROR', description: expect.stringContaining(code) as unknown },
  });
});

test('refuses another app, and an app without the broker redirect', async () => {
  const { nestedAppAuth } = sandbox.idp;
  const params = { clientId: 'x', scope: 'CallDelegation.Read' };
  expect((await nestedAppAuth.request(idOf('amina'), 'GetToken', params)).outcome).toMatchObject({
    error: { description: expect.stringContaining('AADSTS700016') as unknown },
  });
  sandbox.state.signIn = { ...sandbox.state.signIn, hasBrokerRedirect: false };
  expect((await ask('amina', 'CallDelegation.Read')).outcome).toMatchObject({
    error: { description: expect.stringContaining('AADSTS700046') as unknown },
  });
});

test('treats a closed window as cancelled, unless the user had already decided', async () => {
  const { interaction } = await ask('priya', 'CallDelegation.Read');
  const { id = '', url = '' } = interaction ?? {};
  await fetch(url, { method: 'POST', body: new URLSearchParams({ choice: 'accept' }) });
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
