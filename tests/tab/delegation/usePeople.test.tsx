import { renderHook } from '@testing-library/react';
import type { Delegation, PersonExtras } from '../../../src/contract/delegation.js';
import { usePeople } from '../../../src/tab/delegation/usePeople.js';
import { SessionContext, type Session } from '../../../src/tab/session.js';
import { aDelegation, gone } from '../support/delegation.js';
import { seenAgainAfter, settled } from '../support/settled.js';

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

/** A page whose first answers bring these people; `show` says who is in the lists, once they are drawn. */
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
          reject(new Error('Nobody answers.'));
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
    wrapper: ({ children }) => <SessionContext.Provider value={session}>{children}</SessionContext.Provider>,
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

test('somebody who is in both lists is asked for once, while the lists are being drawn', async () => {
  const { asked, show, answer, availability } = await open([two, one], [three, two]);
  expect(asked.map(({ ids }) => ids)).toEqual([[idOf('1'), idOf('2'), idOf('3')]]);
  await show(two, one, three, two);
  await answer(0, 'Busy');

  expect(availability(two)).toBe('Busy');
  expect(asked).toHaveLength(1);
});

test('the same people in another order are not asked for again, others are', async () => {
  const { asked, show, answer } = await open([one, two]);
  await show(one, two);
  await answer(0, 'Busy');
  await show(two, one);
  expect(asked).toHaveLength(1);
  await show(two, three);

  expect(asked[1]?.ids).toEqual([idOf('2'), idOf('3')]);
});

test('who comes back is asked for anew rather than shown as at the start', async () => {
  const { asked, show, answer } = await open([one]);
  await show(one);
  await answer(0, 'Busy');
  await show(one, two);
  await answer(1, 'Away');
  await show(one);

  expect(asked.map(({ ids }) => ids.length)).toEqual([1, 2, 1]);
});

test('nobody is asked for whose account is gone or whose id is no GUID', async () => {
  const unknown = [aDelegation('Amina'), aDelegation(idOf('4'), gone)];
  const { asked, show, presence } = await open(unknown);
  await show(...unknown);

  expect(asked).toEqual([]);
  expect(presence()).toBeNull();
});

test('an answer that comes late does not stand in for the one that was asked for after it', async () => {
  const { show, answer, availability, presence } = await open([one]);
  await show(one);
  await show(one, two);
  expect(presence()).toBeUndefined();
  await answer(1, 'Away');
  await answer(0, 'Busy');

  expect(availability(one)).toBe('Away');
  expect(presence()?.size).toBe(2);
});

test('the photos stay when people cannot be read again, and their presence is not known', async () => {
  const { show, answer, fail, availability, presence } = await open([one]);
  await show(one);
  await answer(0, 'Busy');
  await seenAgainAfter(61_000);
  await fail(1);

  expect(availability(one)).toBe('Busy');
  expect(presence()).toBeNull();
});

test('presence is read again when the page is seen again after a minute, and not before', async () => {
  const { asked, show, answer, availability } = await open([one]);
  await show(one);
  await answer(0, 'Busy');
  await seenAgainAfter(59_000);
  expect(asked).toHaveLength(1);
  await seenAgainAfter(2_000);
  await answer(1, 'Away');

  expect(availability(one)).toBe('Away');
});

test('a refresh reads presence anew, unless it is being read', async () => {
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
