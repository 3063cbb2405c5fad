import { createTeamsApp, type TeamsApp } from './graph/TeamsApp.js';
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
  /** Application permissions that an administrator granted. */
  appRoles: ReadonlySet<string>;
  /** Our app in Teams, and what it told people there. */
  teamsApp: TeamsApp;
  /** Back to the beginning. */
  reset: () => void;
};

export function createState(): SandboxState {
  const state: SandboxState = {
    people: new Map(people.map((person) => [person.id, person])),
    delegations: [...delegations],
    satisfied: new Set(),
    grantedForAll: new Set(),
    appRoles: new Set(),
    teamsApp: createTeamsApp(),
    reset: () => {
      state.delegations = [...delegations];
      state.satisfied.clear();
      state.grantedForAll = new Set();
      state.appRoles = new Set();
      state.teamsApp = createTeamsApp();
    },
  };
  return state;
}
