import { people, type DemoPerson } from './tenant.js';
import { delegations, type DemoDelegation } from './tenant/delegations.js';

/** Settings that are selected on the host's page. */
export type SignInSettings = {
  /** `Cross-Origin-Opener-Policy: same-origin` on the sign-in pages. */
  readonly hasCoop: boolean;
  /** The app registration has the redirect URI `brk-multihub://{tab host}`. */
  readonly hasBrokerRedirect: boolean;
};

/** One item of a user's activity feed. */
export type Activity = {
  readonly userId: string;
  readonly type: string;
  readonly topic: string;
  readonly webUrl: string;
  readonly preview: string;
  readonly chainId: number | undefined;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
};

/**
 * Why notifications do not arrive: `notPermitted`, because the user installed the app before it requested the
 * permission; `twice`, because the user has two copies of the app, one of them sideloaded.
 */
export type NotificationObstacle = 'notInstalled' | 'notPermitted' | 'twice' | 'muted';

/** State that changes while the sandbox runs. */
export type SandboxState = {
  readonly people: ReadonlyMap<string, DemoPerson>;
  delegations: DemoDelegation[];
  /** Object ids of users who consented, even if the app never redeemed the code. */
  consented: Set<string>;
  signIn: SignInSettings;
  /** Graph scopes that an administrator granted for the whole tenant. */
  grantedForAll: ReadonlySet<string>;
  /** Application permissions that an administrator granted. */
  appRoles: ReadonlySet<string>;
  /** By object id. Other users have the app and have consented to notifications. */
  notificationObstacles: Map<string, NotificationObstacle>;
  /** Oldest first. */
  activities: Activity[];
  /** Every accepted notification, for the rate limit. */
  acceptedNotifications: { readonly userId: string; readonly atMs: number }[];
  reset: () => void;
};

const toInitial = (): Omit<SandboxState, 'people' | 'reset'> => ({
  delegations: [...delegations],
  consented: new Set(),
  signIn: { hasCoop: true, hasBrokerRedirect: true },
  grantedForAll: new Set(),
  appRoles: new Set(),
  notificationObstacles: new Map(),
  activities: [],
  acceptedNotifications: [],
});

export function createState(): SandboxState {
  const state: SandboxState = {
    ...toInitial(),
    people: new Map(people.map((person) => [person.id, person])),
    reset: () => {
      Object.assign(state, toInitial());
    },
  };
  return state;
}
