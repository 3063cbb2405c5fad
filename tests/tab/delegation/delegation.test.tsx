import { act, renderHook } from '@testing-library/react';
import type { Delegation, DelegationList, PersonExtras } from '../../../src/contract/delegation.js';
import { ApiProblem, type TabProblemCode } from '../../../src/tab/api/TabProblem.js';
import { toContact } from '../../../src/tab/delegation/contact.js';
import { toInitials } from '../../../src/tab/delegation/PersonLine.js';
import { formatShortDate, toOtherSide } from '../../../src/tab/delegation/otherSide.js';
import { followLink } from '../../../src/tab/delegation/resolvePlace.js';
import { isInForce, standingOf, type Standing } from '../../../src/tab/delegation/standing.js';
import { delegationsOf, useDelegations } from '../../../src/tab/delegation/useDelegations.js';
import { usePeople } from '../../../src/tab/delegation/usePeople.js';
import { toDeepLink } from '../../../src/tab/features/details/DelegationDrawer.js';
import type { ChangeRequest } from '../../../src/tab/features/ask/ChangeRequest.js';
import { initialPageState, pageReducer, type PageAction } from '../../../src/tab/page/pageReducer.js';
import { aDelegation, disabled, gone, inactive, unreported, type Traits } from '../support/delegation.js';
import { inSession } from '../support/inSession.js';

const diego = 'a1de4f1c-0000-4000-8000-00000000000d';
const amina = 'a1de4f1c-0000-4000-8000-00000000000a';

describe('contact', () => {
  const ann = { chat: 'ann@example.com', mail: 'ann@example.com' };
  const noContact = { chat: null, mail: null };
  const guest = 'ann_other.example#EXT#@corp.example';

  test.each<[string, Traits, { chat: string | null; mail: string | null }]>([
    ['a colleague with two addresses', { person: { mail: 'ann.x@corp.example' } }, { ...ann, mail: 'ann.x@corp.example' }], // prettier-ignore
    ['a colleague without mail', { person: { mail: null } }, ann],
    ['a colleague with only a mail address', { person: { userPrincipalName: null } }, ann],
    ['an account of unknown status', { person: { accountEnabled: null } }, ann],
    ['a guest: the mail address for both', { person: { userPrincipalName: guest } }, ann],
    ['a guest without mail', { person: { userPrincipalName: guest.toLowerCase(), mail: null } }, noContact],
    ['a person with empty addresses', { person: { userPrincipalName: '', mail: '' } }, noContact],
    ['a deleted account', gone, noContact],
    ['a blocked account', disabled, noContact],
    ['a person whose lookup failed', { personStatus: 'unavailable' }, noContact],
  ])('the addresses of %s', (_, traits, contact) => {
    expect(toContact(aDelegation('ann', traits))).toEqual(contact);
  });
});

describe('deep links', () => {
  test.each([
    ['delegates', amina, diego, `between/${diego}/${amina}`],
    ['delegators', diego, amina, `between/${diego}/${amina}`],
    ['delegates', 'a@b', undefined, 'delegates/a%40b'],
    ['delegators', diego, '', `delegators/${diego}`],
  ] as const)('from %s to %s, copied by %s, contain the app and %s', (list, id, userId, subEntityId) => {
    const context = { appId: 'app', pageId: 'my page', userId } as Parameters<typeof toDeepLink>[0];
    const url = new URL(toDeepLink(context, 'client', list, id));

    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/l/entity/app/my%20page');
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId });
  });

  test.each([
    ['the delegator to the list of delegates', diego.toUpperCase(), { list: 'delegates', id: amina }],
    ['the delegate to the list of delegators', amina, { list: 'delegators', id: diego }],
    ['anyone else to an explanation', 'a1de4f1c-0000-4000-8000-000000000003', 'otherPeople'],
    ['a user with an empty id to an explanation', '', 'unknownReader'],
    ['a user without an id to an explanation', undefined, 'unknownReader'],
  ])('between two people lead %s', (_, reader, destination) => {
    expect(followLink(`between/${diego}/${amina}`, reader)).toEqual(destination);
  });

  test('of the old form lead every user to the same place', () => {
    for (const reader of [diego, amina, undefined])
      expect(followLink(`delegates/${amina}`, reader)).toEqual({ list: 'delegates', id: amina });
  });
});

test.each<[string, Traits, Standing]>([
  ['one held right', {}, 'working'],
  ['one held right, the others not reported', { rights: { ...unreported, makeCalls: true } }, 'working'],
  ['an unreported status', { isActive: null }, 'working'],
  ['an account of unknown status', { person: { accountEnabled: null } }, 'working'],
  ['rights not held or not reported', { holds: [], rights: { makeCalls: null } }, 'unreported'],
  ['no right', { holds: [] }, 'powerless'],
  ['an inactive delegation', inactive, 'inactive'],
  ['a blocked account, inactive', { ...disabled, ...inactive }, 'disabled'],
  ['a deleted account, inactive', { ...gone, ...inactive }, 'gone'],
])('%s: %j is %s', (_, traits, standing) => {
  expect(standingOf(aDelegation('x', traits))).toBe(standing);
  expect(isInForce(aDelegation('x', traits))).toBe(['working', 'unreported', 'powerless'].includes(standing));
});

test.each([
  ['Victor Lang', 'VL'],
  ['amina maria okafor', 'AO'],
  ['Émile', 'É'],
  ['Ruth (Sales) Ødegård', 'RØ'],
  ['Ольга Иванова', 'ОИ'],
  ['فيكتور لانغ', undefined],
  ['山田 太郎', undefined],
  ['김민준', undefined],
  ['123', undefined],
  ['', undefined],
])('the initials of "%s" are %s', (name, initials) => expect(toInitials(name)).toBe(initials));

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
  ])('%s: %j', (side, change) => expect(toOtherSide(delegation, { ...shared, ...change })).toBe(side));

  test('adds the year to a date of another year only', () => {
    const now = Date.parse('2026-11-29T12:00:00Z');

    expect(formatShortDate('2026-11-03T12:00:00Z', 'en-US', now)).toBe('Nov 3');
    expect(formatShortDate('2025-11-03T12:00:00Z', 'en-US', now)).toBe('Nov 3, 2025');
    expect(formatShortDate('2026-11-03T12:00:00Z', 'ar-EG', now)).toMatch(/3/);
  });
});

/** Runs the action and waits for its immediate effects. */
const settled = (does: () => void = () => undefined): Promise<void> =>
  act(async () => {
    does();
    await new Promise((resolve) => setTimeout(resolve));
  });

/** Makes the page visible again after this time in the background. */
const seenAgainAfter = (milliseconds: number): Promise<void> =>
  settled(() => {
    jest.setSystemTime(Date.now() + milliseconds);
    window.dispatchEvent(new Event('visibilitychange'));
  });

/** Requests that a test answers by their index, starting with 0. */
function createRequests<Params extends readonly unknown[], Answer>() {
  const sent: { params: Params; answer: (value: Answer) => void; fail: (error: Error) => void }[] = [];
  return {
    sent,
    send: (...params: Params) =>
      new Promise<Answer>((answer, fail) => {
        sent.push({ params, answer, fail });
      }),
    answer: (at: number, value: Answer) => settled(() => sent[at]?.answer(value)),
    fail: (at: number, code: TabProblemCode) =>
      settled(() => sent[at]?.fail(new ApiProblem({ code } as ApiProblem['problem']))),
  };
}

describe('the lists', () => {
  /** Renders the hook with its first request pending. `other` is the other list's first request. */
  function open(other: Promise<DelegationList> = Promise.resolve({ value: [], fingerprint: '' })) {
    const { sent, send, answer, fail } = createRequests<[], DelegationList>();
    const { result } = renderHook(() => useDelegations('delegates'), {
      wrapper: inSession({ api: { getList: send }, early: { delegators: other, delegates: send() } }),
    });
    return {
      sent,
      fail,
      list: () => result.current,
      delegations: () => delegationsOf(result.current),
      answer: (at: number, ...value: Delegation[]) => answer(at, { value, fingerprint: String(at) }),
      refresh: async () => {
        let end: Promise<boolean> | undefined;
        await settled(() => {
          end = result.current.refresh();
        });
        return { end };
      },
    };
  }

  const [ann, ben] = [aDelegation('ann'), aDelegation('ben')];

  test('uses the response of the early request first, when the other list has arrived or failed', async () => {
    let fail: (() => void) | undefined;
    const { sent, list, answer } = open(
      new Promise((_, reject) => {
        fail = () => reject(new Error('No answer.'));
      }),
    );
    await answer(0, ann);
    expect(list()).toMatchObject({ state: 'loading' });
    await settled(fail);

    expect(list()).toMatchObject({ state: 'ready', delegations: [ann], fingerprint: '0' });
    expect(sent).toHaveLength(1);
  });

  test('concurrent refreshes share one request', async () => {
    const { sent, answer, refresh } = open();
    const { end } = await refresh();
    await answer(0, ann);

    expect(await end).toBe(true);
    expect(sent).toHaveLength(1);
  });

  test('keeps the identity of what has not changed', async () => {
    const { list, delegations, answer, refresh } = open();
    await answer(0, ann, ben);
    const first = delegations();
    await refresh();
    expect(list()).toMatchObject({ isRefreshing: true });
    await answer(1, aDelegation('ann'), aDelegation('ben'));
    expect(delegations()).toBe(first);
    await refresh();
    await answer(2, aDelegation('ann', inactive), aDelegation('ben'));
    expect(delegations()).toEqual([aDelegation('ann', inactive), ben]);
    expect(delegations()?.[1]).toBe(ben);
    await refresh();
    await answer(3, aDelegation('ann', inactive));

    expect(delegations()).toHaveLength(1);
  });

  test('keeps the list and its age after a failed refresh, with the problem until a refresh succeeds', async () => {
    const { list, answer, fail, refresh } = open();
    await answer(0, ann);
    const asOf = Date.now();
    jest.setSystemTime(asOf + 1_000);
    const problem = { code: 'throttled' };
    const { end } = await refresh();
    await fail(1, 'throttled');
    expect(await end).toBe(false);
    expect(list()).toMatchObject({ state: 'ready', delegations: [ann], asOf, problem });
    await refresh();
    expect(list()).toMatchObject({ isRefreshing: true, problem });
    await answer(2, ann);

    expect(list()).toMatchObject({ problem: undefined, asOf: asOf + 1_000 });
  });

  test('reports why a list failed, also during a retry', async () => {
    const { list, answer, fail, refresh } = open();
    await fail(0, 'offline');
    expect(list()).toMatchObject({ state: 'failed', problem: { code: 'offline' } });
    await refresh();
    expect(list()).toMatchObject({ state: 'failed' });
    await answer(1, ann);

    expect(list()).toMatchObject({ state: 'ready' });
  });

  test('reads again when the page becomes visible after five minutes, or at once without a list', async () => {
    const { sent, answer, fail } = open();
    await fail(0, 'offline');
    await seenAgainAfter(1_000);
    expect(sent).toHaveLength(2);
    await answer(1, ann);
    await seenAgainAfter(299_000);
    expect(sent).toHaveLength(2);
    await seenAgainAfter(2_000);

    expect(sent).toHaveLength(3);
  });
});

describe('people', () => {
  const idOf = (digit: number) => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
  const one = aDelegation(idOf(1));
  const two = aDelegation(idOf(2));
  const three = aDelegation(idOf(3));

  /** Renders the hook with these people in the early responses. `show` passes the rendered lists. */
  async function open(delegators: Delegation[], delegates: Delegation[] = []) {
    const { sent, send, answer, fail } = createRequests<[ids: readonly string[]], PersonExtras[]>();
    const early = (value: Delegation[]) => Promise.resolve({ value, fingerprint: '' });
    const { result, rerender } = renderHook(usePeople, {
      initialProps: [] as readonly Delegation[],
      wrapper: inSession({
        api: { getPeople: send },
        firstApi: { getPeople: send },
        early: { delegators: early(delegators), delegates: early(delegates) },
      }),
    });
    await settled();
    return {
      idsSent: () => sent.map(({ params: [ids] }) => ids),
      fail,
      show: (...delegations: Delegation[]) => settled(() => rerender(delegations)),
      answer: (at: number, availability: string) => {
        const [ids = []] = sent[at]?.params ?? [];
        const presence = { availability, activity: availability };
        return answer(
          at,
          ids.map((id) => ({ id, presence, photo: null })),
        );
      },
      availability: ({ id }: Delegation) => result.current.extras.get(id)?.presence?.availability,
      presence: () => result.current.presence,
      refresh: () => settled(() => result.current.refresh()),
    };
  }

  test('requests a person in both lists once, while the lists are being rendered', async () => {
    const { idsSent, show, answer, availability } = await open([two, one], [three, two]);
    await show(two, one, three, two);
    await answer(0, 'Busy');

    expect(idsSent()).toEqual([[idOf(1), idOf(2), idOf(3)]]);
    expect(availability(two)).toBe('Busy');
  });

  test('requests other people, and a returning person again, but not the same people in another order', async () => {
    const { idsSent, show, answer } = await open([one, two]);
    await show(one, two);
    await answer(0, 'Busy');
    await show(two, one);
    await show(two, three);
    await answer(1, 'Away');
    await show(one, two);

    expect(idsSent()).toEqual([
      [idOf(1), idOf(2)],
      [idOf(2), idOf(3)],
      [idOf(1), idOf(2)],
    ]);
  });

  test('requests no deleted accounts and no ids that are not GUIDs', async () => {
    const unknown = [aDelegation('Amina'), aDelegation(idOf(4), gone)];
    const { idsSent, show, presence } = await open(unknown);
    await show(...unknown);

    expect(idsSent().flat()).toEqual([]);
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

  test('reads again when the page becomes visible after a minute, and keeps only the photos if that fails', async () => {
    const { idsSent, show, answer, fail, availability, presence } = await open([one]);
    await show(one);
    await answer(0, 'Busy');
    await seenAgainAfter(59_000);
    expect(idsSent()).toHaveLength(1);
    await seenAgainAfter(2_000);
    await fail(1, 'offline');
    expect(availability(one)).toBe('Busy');
    expect(presence()).toBeNull();
    await seenAgainAfter(61_000);
    await answer(2, 'Away');

    expect(presence()?.size).toBe(1);
  });

  test('a refresh reads presence again unless a request is pending', async () => {
    const { idsSent, show, answer, refresh, availability } = await open([one]);
    await refresh();
    await show(one);
    await refresh();
    expect(idsSent()).toHaveLength(1);
    await answer(0, 'Busy');
    await refresh();
    await refresh();
    expect(idsSent()).toHaveLength(2);
    await answer(1, 'Away');

    expect(availability(one)).toBe('Away');
  });
});

describe('the state of the page', () => {
  const after = (...actions: PageAction[]) => actions.reduce(pageReducer, initialPageState);
  const place = { list: 'delegators', id: 'diego' } as const;

  test('a link to the page as a whole closes the details and clears an earlier dead end', () => {
    const state = after(
      { type: 'followLink', destination: 'malformed' },
      { type: 'openDetails', place },
      { type: 'followLink', destination: undefined },
    );

    expect(state).toMatchObject({ details: { place, isOpen: false }, deadEnd: undefined });
  });

  test('remembers only the latest request for a delegation', () => {
    const first: ChangeRequest = { ...place, change: { kind: 'activate' }, at: 1 };
    const other: ChangeRequest = { ...first, list: 'delegates' };
    const latest: ChangeRequest = { ...first, change: { kind: 'end' }, at: 2 };
    const requests = [first, other, latest];

    expect(
      after(...requests.map((request) => ({ type: 'rememberRequest', request }) as const)).requests,
    ).toEqual([other, latest]);
  });
});
