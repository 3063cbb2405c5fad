import type { Delegation } from '../../src/contract/delegation.js';
import { parsePlace, toDeepLink } from '../../src/tab/features/details/deepLink.js';
import { everything, findDelegations } from '../../src/tab/features/find/findDelegations.js';
import { toCsv, toRows, toTsv } from '../../src/tab/features/takeAlong/table.js';
import { toAdminConsentUrl } from '../../src/tab/features/consent/consentUrls.js';
import { en } from '../../src/tab/i18n/en.js';

const delegation = (id: string, change: Partial<Delegation> = {}): Delegation => ({
  id,
  isActive: true,
  createdDateTime: '2025-01-14T09:30:00Z',
  allowedActions: {
    makeCalls: true,
    receiveCalls: false,
    pickUpHeldCalls: null,
    joinActiveCalls: true,
    manageCallAndDelegateSettings: false,
  },
  person: {
    id,
    displayName: `Name ${id}`,
    jobTitle: null,
    department: null,
    mail: null,
    userPrincipalName: null,
    accountEnabled: null,
  },
  personStatus: 'found',
  ...change,
});
const named = (id: string, displayName: string, change: Partial<Delegation> = {}) =>
  delegation(id, {
    person: {
      id,
      displayName,
      jobTitle: 'Chief',
      department: 'Vorstand',
      mail: null,
      userPrincipalName: null,
      accountEnabled: null,
    },
    ...change,
  });

test('a row says what is held, what is not, and what is not reported', () => {
  expect(toRows([delegation('a')], en)[1]).toEqual([
    'Name a',
    '',
    '',
    '',
    'Yes',
    'No',
    'Not reported',
    'Yes',
    'No',
    'Active',
    '2025-01-14',
    'a',
  ]);
  expect(
    toRows(
      [delegation('a', { isActive: null, createdDateTime: null, person: null, personStatus: 'notFound' })],
      en,
    )[1],
  ).toEqual([
    'Unknown person',
    '',
    '',
    '',
    'Yes',
    'No',
    'Not reported',
    'Yes',
    'No',
    'Status not reported (Account gone)',
    'Not reported',
    'a',
  ]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '=cmd|"/c calc"!A1'])(
  'a cell %j is no formula any more',
  (cell) => {
    expect(toCsv([[cell]])).toBe(`\uFEFF"'${cell.replaceAll('"', '""')}"\r\n`);
  },
);

test('CSV has a byte order mark, doubles quotes and keeps line breaks inside a cell', () => {
  expect(
    toCsv([
      ['a "quoted" name', 'two\nlines'],
      ['ü', ','],
    ]),
  ).toBe('\uFEFF"a ""quoted"" name","two\nlines"\r\n"ü",","\r\n');
});

test('a table to paste has one line a row', () => {
  expect(
    toTsv([
      ['a\tb', 'c\r\nd'],
      ['=1', 'e'],
    ]),
  ).toBe("a b\tc d\n'=1\te");
});

describe('finding', () => {
  const [diego, amelie, gone] = [
    named('1', 'Diego Marenco', { createdDateTime: '2024-01-01T00:00:00Z' }),
    named('2', 'Amélie Roux', {
      isActive: false,
      allowedActions: { ...delegation('x').allowedActions, makeCalls: null },
    }),
    delegation('3', { person: null, personStatus: 'notFound', createdDateTime: null }),
  ];
  const all = [diego, amelie, gone];
  const idsFor = (wish: Partial<typeof everything>) =>
    findDelegations(all, { ...everything, ...wish }, 'en').map(({ id }) => id);

  test('asks for nothing: everybody in the order of the list', () => {
    expect(idsFor({})).toEqual(['1', '2', '3']);
  });
  test.each([
    [{ words: 'amelie' }, ['2']],
    [{ words: 'ROUX amé' }, ['2']],
    [{ words: 'vorstand' }, ['1', '2']],
    [{ words: '   ' }, ['1', '2', '3']],
    [{ words: '.*' }, []],
    [{ right: 'makeCalls' as const }, ['1', '3']],
    [{ isActiveOnly: true }, ['1', '3']],
    [{ order: 'name' as const }, ['2', '1', '3']],
    [{ order: 'date' as const }, ['2', '1', '3']],
  ])('%j', (wish, ids) => {
    expect(idsFor(wish)).toEqual(ids);
  });
});

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
