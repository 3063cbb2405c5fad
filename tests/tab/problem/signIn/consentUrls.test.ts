import {
  toAdminConsentUrl,
  toAuthority,
  toOwnScopes,
} from '../../../../src/tab/problem/signIn/consentUrls.js';

const config = {
  clientId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  tenantId: 'organizations',
  authorityHost: 'https://login.microsoftonline.com',
  graphEndpoint: 'https://graph.microsoft.com',
  tabEndpoint: 'https://tab.contoso.com',
  hostOrigins: [],
};
const tenant = '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11';

test('the administrator’s link requests every scope for the whole tenant', () => {
  const url = new URL(toAdminConsentUrl(config, tenant));

  expect(url.origin + url.pathname).toBe(`https://login.microsoftonline.com/${tenant}/v2.0/adminconsent`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: config.clientId,
    scope:
      'https://graph.microsoft.com/CallDelegation.Read https://graph.microsoft.com/User.Read ' +
      'https://graph.microsoft.com/User.ReadBasic.All https://graph.microsoft.com/Presence.Read.All',
    redirect_uri: 'https://tab.contoso.com/auth/end',
    state: 'consent',
  });
  // Chat and mail apps may read + as a plus.
  expect(url.href).toContain('%20https');
  expect(url.href).not.toContain('+');
});

test.each([
  ['organizations', tenant, tenant],
  ['organizations', undefined, 'organizations'],
  ['organizations', 'common/../x', 'organizations'],
  // A single-tenant app accepts consent from its own tenant only.
  ['11111111-2222-4333-8444-555555555555', tenant, '11111111-2222-4333-8444-555555555555'],
])('configured for %s, requested by a user of %s: %s', (tenantId, userTenantId, expected) => {
  const url = new URL(toAdminConsentUrl({ ...config, tenantId }, userTenantId));

  expect(url.pathname).toBe(`/${expected}/v2.0/adminconsent`);
});

test.each([
  ['organizations', tenant, tenant],
  ['organizations', undefined, 'organizations'],
  ['organizations', 'evil.example', 'organizations'],
  ['organizations', 'https://evil.example/', 'organizations'],
  ['11111111-2222-4333-8444-555555555555', tenant, '11111111-2222-4333-8444-555555555555'],
])('configured for %s, with an SSO token of %s, the authority is %s', (configured, tokenTenant, expected) => {
  expect(toAuthority({ ...config, tenantId: configured }, tokenTenant)).toBe(
    `https://login.microsoftonline.com/${expected}`,
  );
});

test('requests our own API by its URI, and by client id where Entra refuses that', () => {
  expect(toOwnScopes(config)).toEqual([
    `api://tab.contoso.com/${config.clientId}/access_as_user`,
    `${config.clientId}/access_as_user`,
  ]);
});
