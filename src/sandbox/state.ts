import { delegations, people } from './tenant.js';
import type { DemoDelegation } from './tenant/DemoDelegation.js';
import type { DemoPerson } from './tenant/DemoPerson.js';

/** What changes while the sandbox runs. */
export type SandboxState = {
  readonly people: ReadonlyMap<string, DemoPerson>;
  delegations: DemoDelegation[];
  /** Object ids of those who consented to, or signed in with, what was asked of them. */
  readonly satisfied: Set<string>;
  /** Graph scopes that an administrator granted for everybody. */
  grantedForAll: ReadonlySet<string>;
  /** Back to the beginning. */
  reset: () => void;
};

export function createState(): SandboxState {
  const state: SandboxState = {
    people: new Map(people.map((person) => [person.id, person])),
    delegations: [...delegations],
    satisfied: new Set(),
    grantedForAll: new Set(),
    reset: () => {
      state.delegations = [...delegations];
      state.satisfied.clear();
      state.grantedForAll = new Set();
    },
  };
  return state;
}
