import { renderHook } from '@testing-library/react';
import type { Delegation, DelegationList, PersonExtras } from '../../../src/contract/delegation.js';
import type { Place } from '../../../src/contract/place.js';
import { ApiProblem, type TabProblemCode } from '../../../src/tab/api/TabProblem.js';
import { isReachable, toContact } from '../../../src/tab/delegation/contact.js';
import { toDeepLink, toSharedPlace } from '../../../src/tab/delegation/deepLink.js';
import { listExceptions, toHeading } from '../../../src/tab/delegation/heading.js';
import { toInitials } from '../../../src/tab/delegation/initials.js';
import { formatShortDate, toOtherSide } from '../../../src/tab/delegation/otherSide.js';
import { followLink, resolvePlace } from '../../../src/tab/delegation/resolvePlace.js';
import { isInForce, standingOf, type Standing } from '../../../src/tab/delegation/standing.js';
import { useDelegations } from '../../../src/tab/delegation/useDelegations.js';
import { usePeople } from '../../../src/tab/delegation/usePeople.js';
import type { ChangeRequest } from '../../../src/tab/features/ask/ChangeRequest.js';
import { initialPageState, pageReducer, type PageAction } from '../../../src/tab/page/pageReducer.js';
import { SessionContext, type Session } from '../../../src/tab/session.js';
import { aDelegation, disabled, gone, inactive, unreported, type Traits } from '../support/delegation.js';
import { seenAgainAfter, settled } from '../support/settled.js';

describe('contact', () => {
  const noContact = { chat: null, mail: null };

  test.each<[string, Traits, { chat: string | null; mail: string | null }]>([
    [
      'a colleague with separate chat and mail addresses',
      { person: { userPrincipalName: 'ann@corp.example', mail: 'ann.x@corp.example' } },
      { chat: 'ann@corp.example', mail: 'ann.x@corp.example' },
    ],
    ['a colleague without mail', { person: { mail: null } }, { chat: 'ann@example.com', mail: 'ann@example.com' }], // prettier-ignore
    ['a colleague with only a mail address', { person: { userPrincipalName: null } }, { chat: 'ann@example.com', mail: 'ann@example.com' }], // prettier-ignore
    ['a colleague whose delegation is inactive', inactive, { chat: 'ann@example.com', mail: 'ann@example.com' }], // prettier-ignore
    [
      'a guest: the mail address for both',
      { person: { userPrincipalName: 'ann_other.example#EXT#@corp.example', mail: 'ann@other.example' } },
      { chat: 'ann@other.example', mail: 'ann@other.example' },
    ],
    ['a guest without mail', { person: { userPrincipalName: 'ann_x#ext#@corp.example', mail: null } }, noContact], // prettier-ignore
    ['a person with empty addresses', { person: { userPrincipalName: '', mail: '' } }, noContact],
    ['a deleted account', gone, noContact],
    ['a blocked account', disabled, noContact],
    ['an account of unknown status', { person: { accountEnabled: null } }, { chat: 'ann@example.com', mail: 'ann@example.com' }], // prettier-ignore
    ['a person whose lookup failed', { personStatus: 'unavailable' }, noContact],
  ])('the addresses of %s', (_, traits, contact) => {
    const delegation = aDelegation('ann', traits);

    expect(toContact(delegation)).toEqual(contact);
    expect(isReachable(delegation)).toBe(contact.mail !== null);
  });
});

describe('deep links', () => {
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
});

describe('headings', () => {
  test.each<[string, Traits, Standing, boolean]>([
    ['one held right', {}, 'working', true],
    ['one held right with an unreported status', { isActive: null }, 'working', true],
    ['one held right, the others not reported', { rights: { ...unreported, makeCalls: true } }, 'working', true], // prettier-ignore
    ['a person whose lookup failed', { personStatus: 'unavailable' }, 'working', true],
    ['an account of unknown status', { person: { accountEnabled: null } }, 'working', true],
    ['five unreported rights', { rights: unreported }, 'unreported', true],
    ['rights not held or not reported', { holds: [], rights: { makeCalls: null } }, 'unreported', true],
    ['no right', { holds: [] }, 'powerless', true],
    ['an inactive delegation', inactive, 'inactive', false],
    ['a blocked account', disabled, 'disabled', false],
    ['a blocked account, inactive', { ...disabled, ...inactive }, 'disabled', false],
    ['a deleted account', gone, 'gone', false],
    ['a deleted account, inactive', { ...gone, ...inactive }, 'gone', false],
  ])('%s: %j is %s', (_, traits, standing, inForce) => {
    expect(standingOf(aDelegation('x', traits))).toBe(standing);
    expect(isInForce(aDelegation('x', traits))).toBe(inForce);
  });

  const none = { working: 0, unreported: 0, powerless: 0, inactive: 0, disabled: 0, gone: 0 };
  const mixed: Delegation[] = [
    aDelegation('a'),
    aDelegation('b', gone),
    aDelegation('c', { rights: unreported }),
    aDelegation('d', inactive),
    aDelegation('e', inactive),
    aDelegation('f'),
    aDelegation('g', disabled),
    aDelegation('h', { holds: [] }),
  ];

  test('counts only working delegations as working', () => {
    const counts = { working: 2, unreported: 1, powerless: 1, inactive: 2, disabled: 1, gone: 1 };

    expect(toHeading({ delegators: mixed, delegates: [] })).toEqual({ delegators: counts, delegates: none });
    expect(toHeading({ delegators: [], delegates: mixed })).toEqual({ delegators: none, delegates: counts });
  });

  test('distinguishes a failed list from an empty one', () => {
    expect(toHeading({ delegators: [], delegates: [] })).toBe('empty');
    expect(toHeading({ delegators: [], delegates: undefined })).toEqual({
      delegators: none,
      delegates: undefined,
    });
    expect(toHeading({ delegators: undefined, delegates: [] })).toEqual({
      delegators: undefined,
      delegates: none,
    });
  });

  test('lists the standings that occur and do not work, worst first', () => {
    const heading = toHeading({ delegators: mixed, delegates: [aDelegation('a')] });
    if (heading === 'empty' || heading.delegators === undefined || heading.delegates === undefined) {
      throw new Error('Both lists are there.');
    }

    expect(listExceptions(heading.delegators)).toEqual([
      { standing: 'gone', count: 1 },
      { standing: 'disabled', count: 1 },
      { standing: 'inactive', count: 2 },
      { standing: 'unreported', count: 1 },
      { standing: 'powerless', count: 1 },
    ]);
    expect(listExceptions(heading.delegates)).toEqual([]);
  });
});

test.each([
  ['Victor Lang', 'VL'],
  ['amina maria okafor', 'AO'],
  ['Émile', 'É'],
  ['Ruth (Sales) Ødegård', 'RØ'],
  ['Ольга Иванова', 'ОИ'],
])('%s: %s, in reading order', (name, initials) => {
  expect(toInitials(name)).toBe(initials);
});

test.each(['فيكتور لانغ', '山田 太郎', '김민준', '123', ''])('"%s" has no initials', (name) => {
  expect(toInitials(name)).toBeUndefined();
});

describe('the other side of a delegation', () => {
  const delegation = aDelegation('ann');
  const shared = { ...delegation, isRight: true, confirmedAt: '2026-11-03T12:00:00Z' };
  const changedRights = { ...delegation.allowedActions, makeCalls: true };

  test.each([
    ['confirmed', {}],
    ['wrong', { isRight: false }],
    ['confirmedBefore', { allowedActions: changedRights }],
    ['confirmedBefore', { isActive: false }],
    ['wrongBefore', { isRight: false, allowedActions: changedRights }],
    // A right that the record does not contain is unknown and is no change.
    ['confirmed', { allowedActions: { receiveCalls: true } }],
  ])('%s: %j', (side, change) => {
    expect(toOtherSide(delegation, { ...shared, ...change })).toBe(side);
  });

  test('adds the year to a date of another year only', () => {
    const now = Date.parse('2026-11-29T12:00:00Z');

    expect(formatShortDate('2026-11-03T12:00:00Z', 'en-US', now)).toBe('Nov 3');
    expect(formatShortDate('2025-11-03T12:00:00Z', 'en-US', now)).toBe('Nov 3, 2025');
    expect(formatShortDate('2026-11-03T12:00:00Z', 'ar-EG', now)).toMatch(/3/);
  });
});

describe('the place that a link names', () => {
  const diego = 'a1de4f1c-0000-4000-8000-00000000000d';
  const amina = 'a1de4f1c-0000-4000-8000-00000000000a';
  const between: Place = { kind: 'between', delegatorId: diego, delegateId: amina };

  test.each([
    ['the delegator to the list of delegates', diego, { list: 'delegates', id: amina }],
    ['the delegate to the list of delegators', amina, { list: 'delegators', id: diego }],
    ['the delegator with an upper-case id to the list of delegates', diego.toUpperCase(), { list: 'delegates', id: amina }], // prettier-ignore
    ['anyone else to an explanation', 'a1de4f1c-0000-4000-8000-000000000003', 'otherPeople'],
    ['a user with an empty id to an explanation', '', 'unknownReader'],
    ['a user without an id to an explanation', undefined, 'unknownReader'],
  ])('a link between two people leads %s', (_, reader, resolved) => {
    expect(resolvePlace(between, reader)).toEqual(resolved);
  });

  test('a link of the old form leads every user to the same place', () => {
    for (const reader of [diego, amina, undefined]) {
      const place = { kind: 'own', list: 'delegates', id: amina } as const;
      expect(resolvePlace(place, reader)).toEqual({ list: 'delegates', id: amina });
    }
  });

  test.each([
    ['nothing', undefined, undefined],
    ['an impossible place', 'delegators/', 'malformed'],
    ['the delegation of two people', `between/${diego}/${amina}`, { list: 'delegators', id: diego }],
  ])('follows a link to %s', (_, subPageId, destination) => {
    expect(followLink(subPageId, amina)).toEqual(destination);
  });
});

describe('the lists', () => {
  /**
   * Renders the hook with its first request pending. Tests answer each request by its index, starting with 0.
   * @param delegators response of the other list's first request
   */
  function open(delegators: Promise<unknown> = Promise.resolve()) {
    const asked: { answer: (list: DelegationList) => void; fail: (error: Error) => void }[] = [];
    const getList = () =>
      new Promise<DelegationList>((resolve, reject) => {
        asked.push({ answer: resolve, fail: reject });
      });
    const session = { api: { getList }, early: { delegators, delegates: getList() } } as unknown as Session;
    const { result } = renderHook(() => useDelegations('delegates'), {
      wrapper: ({ children }) => (
        <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
      ),
    });
    return {
      asked,
      list: () => result.current,
      answer: (at: number, ...value: Delegation[]) =>
        settled(() => asked[at]?.answer({ value, fingerprint: String(at) })),
      fail: (at: number, code: TabProblemCode) =>
        settled(() => asked[at]?.fail(new ApiProblem({ code } as ApiProblem['problem']))),
      refresh: async () => {
        let end: Promise<boolean> | undefined;
        await settled(() => {
          end = result.current.refresh();
        });
        return { end };
      },
    };
  }

  const [amina, diego] = [aDelegation('Amina'), aDelegation('Diego')];

  test('uses the response of the early request first', async () => {
    const { asked, list, answer } = open();
    expect(list()).toMatchObject({ state: 'loading' });
    await answer(0, amina);

    expect(list()).toMatchObject({
      state: 'ready',
      delegations: [amina],
      fingerprint: '0',
      isRefreshing: false,
    });
    expect(asked).toHaveLength(1);
  });

  test('waits for the other list, even if that one fails', async () => {
    let fail: (() => void) | undefined;
    const { list, answer } = open(
      new Promise((_, reject) => {
        fail = () => {
          reject(new Error('No answer.'));
        };
      }),
    );
    await answer(0, amina);
    expect(list()).toMatchObject({ state: 'loading' });
    await settled(fail);

    expect(list()).toMatchObject({ state: 'ready', delegations: [amina] });
  });

  test('concurrent refreshes share one request', async () => {
    const { asked, answer, refresh } = open();
    const { end } = await refresh();
    await answer(0, amina);

    expect(await end).toBe(true);
    expect(asked).toHaveLength(1);
  });

  test('keeps the identity of unchanged entries', async () => {
    const { list, answer, refresh } = open();
    await answer(0, amina, diego);
    const first = list();
    await refresh();
    expect(list()).toMatchObject({ isRefreshing: true });
    await answer(1, aDelegation('Amina'), aDelegation('Diego'));
    expect(first.state === 'ready' && first.delegations).toBe(delegationsOf(list()));
    await refresh();
    await answer(2, aDelegation('Amina', { isActive: false }), aDelegation('Diego'));

    expect(delegationsOf(list())?.[0]).toMatchObject({ isActive: false });
    expect(delegationsOf(list())?.[1]).toBe(diego);
  });

  test('changes the identity of a list that lost an entry', async () => {
    const { list, answer, refresh } = open();
    await answer(0, amina, diego);
    await refresh();
    await answer(1, aDelegation('Amina'));

    expect(delegationsOf(list())).toEqual([amina]);
  });

  test('keeps the list and its age after a failed refresh, with the problem until a refresh succeeds', async () => {
    const { list, answer, fail, refresh } = open();
    await answer(0, amina);
    const asOf = Date.now();
    jest.setSystemTime(asOf + 1_000);
    const { end } = await refresh();
    await fail(1, 'throttled');
    expect(await end).toBe(false);
    expect(list()).toMatchObject({
      state: 'ready',
      delegations: [amina],
      asOf,
      problem: { code: 'throttled' },
    });
    await refresh();
    expect(list()).toMatchObject({ isRefreshing: true, problem: { code: 'throttled' } });
    await answer(2, amina);

    expect(list()).toMatchObject({ problem: undefined, asOf: asOf + 1_000 });
  });

  test('reports why a list failed, also during a retry', async () => {
    const { list, answer, fail, refresh } = open();
    await fail(0, 'offline');
    expect(list()).toMatchObject({ state: 'failed', problem: { code: 'offline' } });
    await refresh();
    expect(list()).toMatchObject({ state: 'failed' });
    await answer(1, amina);

    expect(list()).toMatchObject({ state: 'ready' });
  });

  test('reads again when the page becomes visible after five minutes, or at once without a list', async () => {
    const { asked, answer, fail } = open();
    await fail(0, 'offline');
    await seenAgainAfter(1_000);
    expect(asked).toHaveLength(2);
    await answer(1, amina);
    await seenAgainAfter(299_000);
    expect(asked).toHaveLength(2);
    await seenAgainAfter(2_000);

    expect(asked).toHaveLength(3);
  });

  const delegationsOf = (list: ReturnType<typeof useDelegations>): readonly Delegation[] | undefined =>
    list.state === 'ready' ? list.delegations : undefined;
});

describe('people', () => {
  const idOf = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
  const [one, two, three] = ['1', '2', '3'].map((digit) => aDelegation(idOf(digit))) as [
    Delegation,
    Delegation,
    Delegation,
  ];

  type Asked = {
    readonly ids: readonly string[];
    readonly answer: (availability: string) => void;
    readonly fail: () => void;
  };

  /** Renders the hook with these people in the early responses. `show` passes the rendered lists. */
  async function open(delegators: Delegation[], delegates: Delegation[] = []) {
    const asked: Asked[] = [];
    const getPeople = (ids: readonly string[]) =>
      new Promise<readonly PersonExtras[]>((resolve, reject) => {
        asked.push({
          ids,
          answer: (availability) => {
            resolve(
              ids.map((id) => ({ id, presence: { availability } as PersonExtras['presence'], photo: null })),
            );
          },
          fail: () => {
            reject(new Error('No answer.'));
          },
        });
      });
    const early = (value: Delegation[]) => Promise.resolve({ value, fingerprint: '' });
    const session = {
      api: { getPeople },
      firstApi: { getPeople },
      early: { delegators: early(delegators), delegates: early(delegates) },
    } as unknown as Session;
    const { result, rerender } = renderHook(usePeople, {
      initialProps: [] as readonly Delegation[],
      wrapper: ({ children }) => (
        <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
      ),
    });
    await settled();
    return {
      asked,
      show: (...delegations: Delegation[]) =>
        settled(() => {
          rerender(delegations);
        }),
      answer: (at: number, availability: string) => settled(() => asked[at]?.answer(availability)),
      fail: (at: number) => settled(() => asked[at]?.fail()),
      availability: ({ id }: Delegation) => result.current.extras.get(id)?.presence?.availability,
      presence: () => result.current.presence,
      refresh: () =>
        settled(() => {
          result.current.refresh();
        }),
    };
  }

  test('requests a person in both lists once, while the lists are being rendered', async () => {
    const { asked, show, answer, availability } = await open([two, one], [three, two]);
    expect(asked.map(({ ids }) => ids)).toEqual([[idOf('1'), idOf('2'), idOf('3')]]);
    await show(two, one, three, two);
    await answer(0, 'Busy');

    expect(availability(two)).toBe('Busy');
    expect(asked).toHaveLength(1);
  });

  test('requests other people, but not the same people in another order', async () => {
    const { asked, show, answer } = await open([one, two]);
    await show(one, two);
    await answer(0, 'Busy');
    await show(two, one);
    expect(asked).toHaveLength(1);
    await show(two, three);

    expect(asked[1]?.ids).toEqual([idOf('2'), idOf('3')]);
  });

  test('requests a returning person again instead of showing the initial data', async () => {
    const { asked, show, answer } = await open([one]);
    await show(one);
    await answer(0, 'Busy');
    await show(one, two);
    await answer(1, 'Away');
    await show(one);

    expect(asked.map(({ ids }) => ids.length)).toEqual([1, 2, 1]);
  });

  test('requests no deleted accounts and no ids that are not GUIDs', async () => {
    const unknown = [aDelegation('Amina'), aDelegation(idOf('4'), gone)];
    const { asked, show, presence } = await open(unknown);
    await show(...unknown);

    expect(asked.flatMap(({ ids }) => ids)).toEqual([]);
    expect(presence()).toBeNull();
  });

  test('ignores a late response to an earlier request', async () => {
    const { show, answer, availability, presence } = await open([one]);
    await show(one);
    await show(one, two);
    expect(presence()).toBeUndefined();
    await answer(1, 'Away');
    await answer(0, 'Busy');

    expect(availability(one)).toBe('Away');
    expect(presence()?.size).toBe(2);
  });

  test('keeps the photos and drops the presence when people cannot be read again', async () => {
    const { show, answer, fail, availability, presence } = await open([one]);
    await show(one);
    await answer(0, 'Busy');
    await seenAgainAfter(61_000);
    await fail(1);

    expect(availability(one)).toBe('Busy');
    expect(presence()).toBeNull();
  });

  test('reads presence again when the page becomes visible after a minute, not earlier', async () => {
    const { asked, show, answer, availability } = await open([one]);
    await show(one);
    await answer(0, 'Busy');
    await seenAgainAfter(59_000);
    expect(asked).toHaveLength(1);
    await seenAgainAfter(2_000);
    await answer(1, 'Away');

    expect(availability(one)).toBe('Away');
  });

  test('a refresh reads presence again unless a request is pending', async () => {
    const { asked, show, answer, refresh, availability } = await open([one]);
    await refresh();
    await show(one);
    await refresh();
    expect(asked).toHaveLength(1);
    await answer(0, 'Busy');
    await refresh();
    await refresh();
    expect(asked).toHaveLength(2);
    await answer(1, 'Away');

    expect(availability(one)).toBe('Away');
  });
});

describe('the state of the page', () => {
  const after = (...actions: PageAction[]) => actions.reduce(pageReducer, initialPageState);

  const diego = { list: 'delegators', id: 'diego' } as const;
  const openDiego: PageAction = { type: 'openDetails', place: diego };
  const aLink = (destination: Extract<PageAction, { type: 'followLink' }>['destination']): PageAction => ({
    type: 'followLink',
    destination,
  });

  test('keeps closed details, which the drawer needs while it closes', () => {
    expect(after(openDiego, { type: 'closeDetails' }).details).toEqual({ place: diego, isOpen: false });
    expect(after({ type: 'closeDetails' }).details).toBeUndefined();
  });

  test('closes the details when the request for a change opens, so that there is one drawer', () => {
    const about = { topic: 'callSettings' } as const;
    const state = after(openDiego, { type: 'openAsk', about });

    expect(state.details?.isOpen).toBe(false);
    expect(state.ask).toEqual({ about, isOpen: true });
    expect(pageReducer(state, { type: 'closeAsk' }).ask).toEqual({ about, isOpen: false });
  });

  test('follows a link to an entry: shows its list and opens its details', () => {
    const state = after({ type: 'showList', list: 'delegates' }, aLink('otherPeople'), aLink(diego));

    expect(state).toMatchObject({ shown: 'delegators', details: { place: diego, isOpen: true } });
    expect(state.deadEnd).toBeUndefined();
  });

  test.each(['malformed', 'otherPeople', 'unknownReader'] as const)(
    'stays at the list when a link leads nowhere: %s',
    (reason) => {
      const state = after({ type: 'showList', list: 'delegates' }, openDiego, aLink(reason));

      expect(state).toMatchObject({ shown: 'delegates', details: { isOpen: false }, deadEnd: reason });
    },
  );

  test('a link to the page as a whole closes the details and clears an earlier dead end', () => {
    const state = after(aLink('malformed'), openDiego, aLink(undefined));

    expect(state).toMatchObject({ details: { isOpen: false } });
    expect(state.deadEnd).toBeUndefined();
  });

  test('remembers only the latest request for a delegation', () => {
    const first: ChangeRequest = { ...diego, change: { kind: 'activate' }, at: 1 };
    const other: ChangeRequest = { ...first, list: 'delegates' };
    const latest: ChangeRequest = { ...first, change: { kind: 'end' }, at: 2 };
    const remember = (request: ChangeRequest): PageAction => ({ type: 'rememberRequest', request });

    expect(after(remember(first), remember(other), remember(latest)).requests).toEqual([other, latest]);
  });

  test('knows that the user retried a problem that replaced the page', () => {
    expect(initialPageState.hadProblem).toBe(false);
    expect(after({ type: 'retryProblem' }).hadProblem).toBe(true);
  });
});
