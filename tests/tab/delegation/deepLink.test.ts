import { toDeepLink, toSharedPlace } from '../../../src/tab/delegation/deepLink.js';

describe('a deep link', () => {
  test('contains app, page and person', () => {
    const context = { appId: 'app', pageId: 'my page' } as Parameters<typeof toDeepLink>[0];
    const url = new URL(toDeepLink(context, 'client', { kind: 'own', list: 'delegates', id: 'a@b' }));

    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/l/entity/app/my%20page');
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'delegates/a%40b' });
  });
});

describe('a copied link', () => {
  const diego = 'a1de4f1c-0000-4000-8000-00000000000d';
  const amina = 'a1de4f1c-0000-4000-8000-00000000000a';

  test('leads both people to the same delegation', () => {
    expect(toSharedPlace('delegates', amina, diego)).toEqual({
      kind: 'between',
      delegatorId: diego,
      delegateId: amina,
    });
    expect(toSharedPlace('delegators', diego, amina)).toEqual({
      kind: 'between',
      delegatorId: diego,
      delegateId: amina,
    });
  });

  test('has the old form if the user’s id is not known', () => {
    const own = { kind: 'own', list: 'delegates', id: amina };

    expect(toSharedPlace('delegates', amina, undefined)).toEqual(own);
    expect(toSharedPlace('delegates', amina, '')).toEqual(own);
  });
});
