import { renderHook } from '@testing-library/react';
import type { Delegation, DelegationList } from '../../../src/contract/delegation.js';
import { ApiProblem, type TabProblemCode } from '../../../src/tab/api/TabProblem.js';
import { useDelegations } from '../../../src/tab/delegation/useDelegations.js';
import { SessionContext, type Session } from '../../../src/tab/session.js';
import { aDelegation } from '../support/delegation.js';
import { seenAgainAfter, settled } from '../support/settled.js';

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
    wrapper: ({ children }) => <SessionContext.Provider value={session}>{children}</SessionContext.Provider>,
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
