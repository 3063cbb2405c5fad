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
