/** The two lists of the API, named as Microsoft Graph names them. */
export const listNames = ['delegators', 'delegates'] as const;

/** `delegators`: for whom may I act? `delegates`: who may act for me? */
export type ListName = (typeof listNames)[number];

/** The same delegations, as the other party lists them. */
export const oppositeList: Readonly<Record<ListName, ListName>> = {
  delegators: 'delegates',
  delegates: 'delegators',
};

/** The five rights, in the order of Teams' own settings. */
export const rights = [
  'makeCalls',
  'receiveCalls',
  'pickUpHeldCalls',
  'joinActiveCalls',
  'manageCallAndDelegateSettings',
] as const;

export type Right = (typeof rights)[number];

export function forEachRight<Answer>(ask: (right: Right) => Answer): Readonly<Record<Right, Answer>> {
  const answers: Partial<Record<Right, Answer>> = {};
  for (const right of rights) answers[right] = ask(right);
  return answers as Record<Right, Answer>;
}

/** null: Graph did not report the right. */
export type AllowedActions = { readonly [right in Right]: boolean | null };

/** Every member except the id is null if Graph has no value or consent does not cover it. */
export type Person = {
  readonly id: string;
  readonly displayName: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly mail: string | null;
  readonly userPrincipalName: string | null;
  /** false: sign-in is blocked. null: unknown, which is always the case without consent to `User.Read.All`. */
  readonly accountEnabled: boolean | null;
};

/**
 * `notFound`: the account no longer exists, but the delegation does (a ghost).
 * `unavailable`: consent to look up people is missing, or the lookup failed.
 */
export type PersonStatus = 'found' | 'notFound' | 'unavailable';

/** @see https://learn.microsoft.com/graph/api/resources/delegationsettings (beta) */
export type Delegation = {
  /** Graph's opaque id, in practice the object id of the other person. Empty if Graph returned none. */
  readonly id: string;
  /** null: Graph did not report it. */
  readonly isActive: boolean | null;
  /** ISO 8601 in UTC. null: Graph did not report it. */
  readonly createdDateTime: string | null;
  readonly allowedActions: AllowedActions;
  /** Not null only if `personStatus` is `found`. */
  readonly person: Person | null;
  readonly personStatus: PersonStatus;
};

/** Limit of Teams, both for the delegates of a user and for the delegators of a delegate. */
export const mostDelegations = 25;

export type DelegationList = {
  readonly value: readonly Delegation[];
  /** Hash of ids, rights and active flags. It does not depend on the order of the entries. */
  readonly fingerprint: string;
};

/** Values come from Graph (`Available`, `InAMeeting`, …). Graph may add new ones. */
export type Presence = { readonly availability: string; readonly activity: string };

export type PersonExtras = {
  readonly id: string;
  /** null: not permitted, unknown, or the lookup failed. */
  readonly presence: Presence | null;
  /** A `data:image/…` URL. null: there is no photo. */
  readonly photo: string | null;
};

export type PeopleAnswer = { readonly value: readonly PersonExtras[] };

/** The person behind an id that is no longer in a list. */
export type Profile = Pick<Delegation, 'id' | 'person' | 'personStatus'>;

export type ProfilesAnswer = { readonly value: readonly Profile[] };

/** Maximum number of ids in one request to `/api/people`, `/api/profiles` or `/api/counterparts/…`. */
export const peoplePerRequest = 50;

/**
 * Licence of the caller for Teams Phone. `enabled`: active. `warning`: active, in its grace period.
 * `suspended`: assigned but inactive. `none`: not assigned, or removed.
 */
export type TeamsPhone = 'enabled' | 'warning' | 'suspended' | 'none';

/** null: the licence could not be read. */
export type Me = { readonly teamsPhone: TeamsPhone | null };
