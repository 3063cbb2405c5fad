import { parsePlace, toDeepLink } from '../../../src/tab/delegation/deepLink.js';

describe('a deep link', () => {
  test.each([
    ['delegators/abc', { list: 'delegators', id: 'abc' }],
    ['delegates/user%40contoso.com', { list: 'delegates', id: 'user@contoso.com' }],
    ['others/abc', undefined],
    ['delegators', undefined],
    ['delegators/', undefined],
    ['delegators/a/b', undefined],
    ['delegators/%E0%A4%A', undefined],
    [undefined, undefined],
  ])('%j', (subPageId, place) => {
    expect(parsePlace(subPageId)).toEqual(place);
  });

  test('names app, page and person', () => {
    const context = { appId: 'app', pageId: 'my page' } as Parameters<typeof toDeepLink>[0];
    const url = new URL(toDeepLink(context, 'client', { list: 'delegates', id: 'a@b' }));

    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/l/entity/app/my%20page');
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'delegates/a%40b' });
    expect(parsePlace('delegates/a%40b')).toEqual({ list: 'delegates', id: 'a@b' });
  });
});
