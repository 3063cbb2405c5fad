import { readSignInRequest, toSignInUrl } from '../../../../src/tab/problem/signIn/signInPage.js';

const config = {
  clientId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  tenantId: 'organizations',
  tabEndpoint: 'https://tab.contoso.com',
  authorityHost: 'https://login.microsoftonline.com',
  graphEndpoint: 'https://graph.microsoft.com',
  hostOrigins: [],
};
const request = {
  claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
  tenantId: '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11',
  loginHint: 'amina@contoso.com',
};

test('sends only the language to the server, not the user’s identity', () => {
  const url = toSignInUrl(config, request, 'pt-BR');

  expect(url.origin + url.pathname + url.search).toBe('https://tab.contoso.com/auth/start?lang=pt-BR');
  expect(readSignInRequest(url.hash)).toEqual(request);
});

test.each(['amina_fabrikam.com#EXT#@contoso.com', 'amina_fabrikam.com#ext#@contoso.com'])(
  'a guest’s name is not used as a login hint: %s',
  (loginHint) => {
    const url = toSignInUrl(config, { ...request, loginHint }, 'en');

    expect(readSignInRequest(url.hash).loginHint).toBeUndefined();
    expect(url.href).not.toContain('fabrikam');
  },
);

test('a page opened by hand requests consent in the configured tenant', () => {
  expect(readSignInRequest('')).toEqual({ claims: '', tenantId: undefined, loginHint: undefined });
});
