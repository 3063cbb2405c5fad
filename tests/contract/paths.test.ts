import {
  confirmationPath,
  confirmationRoute,
  delegationPath,
  delegationRoute,
  peoplePath,
  profilesPath,
} from '../../src/contract/paths.js';

test('encodes the id in a path, so that it cannot lead to another resource', () => {
  expect(delegationRoute('delegates')).toBe('/api/delegates/:id');
  expect(delegationPath('delegates', 'a/../b?c#d')).toBe('/api/delegates/a%2F..%2Fb%3Fc%23d');
  expect(delegationPath('delegators', '$&')).toBe('/api/delegators/%24%26');
  expect(confirmationRoute('delegators')).toBe('/api/confirmations/delegators/:id');
  expect(confirmationPath('delegators', ':id')).toBe('/api/confirmations/delegators/%3Aid');
});

test('every id in a query is a separate parameter', () => {
  expect(peoplePath(['a', 'b&id=c'])).toBe('/api/people?id=a&id=b%26id%3Dc');
  expect(profilesPath(['a'])).toBe('/api/profiles?id=a');
});
