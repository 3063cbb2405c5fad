import { useQuery } from '@tanstack/react-query';
import type { Counterpart, CounterpartsAnswer } from '../../contract/confirmation.js';
import type { Delegation, ListName } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';
import { counterpartsPath } from '../../contract/paths.js';
import { inParts } from '../api/client.js';
import { untilStoreAnswers } from '../components/Queries.js';
import { useSession } from '../session.js';

export const counterpartsKey = 'counterparts';

/** By id of the delegation. null: that person has shared nothing about it. */
export type Counterparts = ReadonlyMap<string, Counterpart | null>;

/** Shared verdicts of the people in the list. Undefined while it is not known, also when the last read failed. */
export function useCounterparts(
  list: ListName,
  delegations: readonly Pick<Delegation, 'id'>[],
): Counterparts | undefined {
  const { api } = useSession();
  const ids = [...new Set(delegations.map(({ id }) => id).filter(isGuid))].sort();
  const { data, error, failureReason } = useQuery({
    queryKey: [counterpartsKey, list, ids],
    enabled: ids.length > 0,
    staleTime: 60_000,
    ...untilStoreAnswers,
    queryFn: async () => {
      const read = inParts(
        async (part) => (await api.send<CounterpartsAnswer>(counterpartsPath(list, part))).value,
      );
      const byId = new Map(
        (await read(ids)).map((counterpart) => [counterpart.id.toLowerCase(), counterpart]),
      );
      return new Map(ids.map((id) => [id, byId.get(id.toLowerCase()) ?? null]));
    },
  });
  // A failed read leaves the previous answer in `data`.
  return error === null && failureReason === null ? data : undefined;
}
