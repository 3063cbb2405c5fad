import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Delegation, Profile } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';
import type { Api } from '../api/client.js';
import { useSession } from '../session.js';
import { knownName } from './wording.js';

/** null when not known. */
export type ToName = (id: string) => string | null;

/** Returns names by id, from the list or else from the directory. */
export function useNames(ids: readonly string[], delegations: readonly Delegation[]): ToName {
  const { api } = useSession();
  const { data } = useQuery(profilesQuery(api, ids, delegations));
  return toNames([...delegations, ...(data ?? [])]);
}

/** Like useNames, but waits for the directory. Throws ApiProblem. */
export function useLoadNames(
  delegations: readonly Delegation[],
): (ids: readonly string[]) => Promise<ToName> {
  const { api } = useSession();
  const client = useQueryClient();
  return async (ids) => {
    const query = profilesQuery(api, ids, delegations);
    return toNames([...delegations, ...(query.enabled ? await client.query(query) : [])]);
  };
}

function toNames(profiles: readonly Profile[]): ToName {
  const names = new Map(profiles.map((profile) => [profile.id, knownName(profile)]));
  return (id) => names.get(id) ?? null;
}

function profilesQuery(api: Api, ids: readonly string[], delegations: readonly Delegation[]) {
  const known = new Set(delegations.map(({ id }) => id));
  const missing = [...new Set(ids)].filter((id) => !known.has(id) && isGuid(id)).sort();
  return queryOptions({
    queryKey: ['profiles', missing],
    enabled: missing.length > 0,
    staleTime: Infinity,
    queryFn: () => api.getProfiles(missing),
  });
}
