import { toAdminConsentUrl } from '../../../../src/tab/problem/consent/consentUrls.js';

test('the administrator’s link asks for the scope by its full name', () => {
  const config = {
    clientId: 'client',
    tenantId: 'organizations',
    authorityHost: 'https://login.microsoftonline.com',
    graphEndpoint: 'https://graph.microsoft.com',
    hostOrigins: [],
  };

  expect(toAdminConsentUrl(config, ['CallDelegation.Read'])).toBe(
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=client&response_type=code&scope=https%3A%2F%2Fgraph.microsoft.com%2FCallDelegation.Read',
  );
});
