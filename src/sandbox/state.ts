import { createTeamsApp, type TeamsApp } from './graph/TeamsApp.js';
import { people, type DemoPerson } from './tenant.js';
import { delegations, type DemoDelegation } from './tenant/delegations.js';

/** Settings that are selected on the host's page. */
export type SignInSettings = {
  /** `Cross-Origin-Opener-Policy: same-origin` on the sign-in pages. */
  readonly hasCoop: boolean;
  /** The app registration has the redirect URI `brk-multihub://{tab host}`. */
  readonly hasBrokerRedirect: boolean;
};

const defaultSignIn: SignInSettings = { hasCoop: true, hasBrokerRedirect: true };

/** State that changes while the sandbox runs. */
export type SandboxState = {
  readonly people: ReadonlyMap<string, DemoPerson>;
  delegations: DemoDelegation[];
  /** Object ids of users who consented, even if the app never redeemed the code. */
  readonly consented: Set<string>;
  signIn: SignInSettings;
  /** Graph scopes that an administrator granted for the whole tenant. */
  grantedForAll: ReadonlySet<string>;
  /** Application permissions that an administrator granted. */
  appRoles: ReadonlySet<string>;
  /** The app in Teams, and the notifications that it sent. */
  teamsApp: TeamsApp;
  reset: () => void;
};

export function createState(): SandboxState {
  const state: SandboxState = {
    people: new Map(people.map((person) => [person.id, person])),
    delegations: [...delegations],
    consented: new Set(),
    signIn: defaultSignIn,
    grantedForAll: new Set(),
    appRoles: new Set(),
    teamsApp: createTeamsApp(),
    reset: () => {
      state.delegations = [...delegations];
      state.consented.clear();
      state.signIn = defaultSignIn;
      state.grantedForAll = new Set();
      state.appRoles = new Set();
      state.teamsApp = createTeamsApp();
    },
  };
  return state;
}
