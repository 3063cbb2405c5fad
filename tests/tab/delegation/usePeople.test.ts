import { QueryClient } from '@tanstack/react-query';
import type { Delegation } from '../../../src/contract/delegation.js';
import type { Api } from '../../../src/tab/api/client.js';
import { askForPeople } from '../../../src/tab/delegation/usePeople.js';
import { aDelegation, gone } from '../support/delegation.js';

const idOf = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const [one, two, three] = ['1', '2', '3'].map((digit) => aDelegation(idOf(digit))) as [
  Delegation,
  Delegation,
  Delegation,
];

const ask = async (
  lists: { delegators: Delegation[]; delegates: Delegation[] },
  client = new QueryClient(),
) => {
  const asked: (readonly string[])[] = [];
  const getPeople: Api['getPeople'] = (ids) => {
    asked.push(ids);
    return Promise.resolve(ids.map((id) => ({ id, presence: null, photo: null })));
  };
  const early = (value: Delegation[]) => Promise.resolve({ value, fingerprint: '' });
  await askForPeople(client, {
    firstApi: { getPeople } as Api,
    early: { delegators: early(lists.delegators), delegates: early(lists.delegates) },
  });
  return asked;
};

test('somebody who is in both lists is asked for once', async () => {
  expect(await ask({ delegators: [two, one], delegates: [three, two] })).toEqual([
    [idOf('1'), idOf('2'), idOf('3')],
  ]);
});

test('the same people in another order are not asked for again', async () => {
  const client = new QueryClient();
  expect(await ask({ delegators: [one, two], delegates: [] }, client)).toHaveLength(1);

  expect(await ask({ delegators: [two], delegates: [one] }, client)).toEqual([]);
});

test('nobody is asked for whose account is gone or whose id is no GUID', async () => {
  const unknown = aDelegation(idOf('4'), gone);

  expect(await ask({ delegators: [aDelegation('Amina')], delegates: [unknown] })).toEqual([]);
});
