import { toDeepLink } from '../../../src/tab/delegation/deepLink.js';

describe('a deep link', () => {
  test('contains app, page and person', () => {
    const context = { appId: 'app', pageId: 'my page' } as Parameters<typeof toDeepLink>[0];
    const url = new URL(toDeepLink(context, 'client', { kind: 'own', list: 'delegates', id: 'a@b' }));

    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/l/entity/app/my%20page');
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'delegates/a%40b' });
  });
});
