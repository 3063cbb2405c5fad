/** The two lists of the API, named as Microsoft Graph names them. */
export const listNames = ['delegators', 'delegates'] as const;

/** `delegators`: for whom may I act? `delegates`: who may act for me? */
export type ListName = (typeof listNames)[number];

/** The five rights, in the order in which Teams' own settings show them. */
export const rights = [
  'makeCalls',
  'receiveCalls',
  'pickUpHeldCalls',
  'joinActiveCalls',
  'manageCallAndDelegateSettings',
] as const;

export type Right = (typeof rights)[number];

/** The same question about each right. */
export function forEachRight<Answer>(ask: (right: Right) => Answer): Readonly<Record<Right, Answer>> {
  const answers: Partial<Record<Right, Answer>> = {};
  for (const right of rights) answers[right] = ask(right);
  return answers as Record<Right, Answer>;
}

/** true: held. false: not held. null: Graph did not say. */
export type AllowedActions = { readonly [right in Right]: boolean | null };

/** Every member but the id is null when Graph has none or consent does not cover it. */
export type Person = {
  readonly id: string;
  readonly displayName: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly mail: string | null;
  readonly userPrincipalName: string | null;
  /** false: blocked, nobody can sign in with it. null: not known, as always without consent to `User.Read.All`. */
  readonly accountEnabled: boolean | null;
};

/**
 * `notFound`: no such account any more, though the delegation still stands (a ghost).
 * `unavailable`: looking people up is not consented to, or it failed this time.
 */
export type PersonStatus = 'found' | 'notFound' | 'unavailable';

/** @see https://learn.microsoft.com/graph/api/resources/delegationsettings (beta) */
export type Delegation = {
  /** As Graph gave it: opaque, in practice the other person's object id. Empty when Graph gave none. */
  readonly id: string;
  /** null: Graph did not say. */
  readonly isActive: boolean | null;
  /** ISO 8601, UTC. null: Graph did not say. */
  readonly createdDateTime: string | null;
  readonly allowedActions: AllowedActions;
  /** Filled when `personStatus` is `found`. */
  readonly person: Person | null;
  readonly personStatus: PersonStatus;
};

/** How many delegates a user, and how many people a delegate, may have in Teams. */
export const mostDelegations = 25;

export type DelegationList = {
  readonly value: readonly Delegation[];
  /** A hash over ids, rights and active flags; the order of the entries does not matter. */
  readonly fingerprint: string;
};

/** Presence words are Graph's (`Available`, `InAMeeting`, …); new ones may appear. */
export type Presence = { readonly availability: string; readonly activity: string };

export type PersonExtras = {
  readonly id: string;
  /** null: not permitted, not known, or the look-up failed this time. */
  readonly presence: Presence | null;
  /** A `data:image/…` URL; null when there is none. */
  readonly photo: string | null;
};

export type PeopleAnswer = { readonly value: readonly PersonExtras[] };

/** Who somebody is, for ids that are in no list any more. */
export type Profile = Pick<Delegation, 'id' | 'person' | 'personStatus'>;

export type ProfilesAnswer = { readonly value: readonly Profile[] };

/** How many ids one request to `/api/people` or `/api/profiles` takes. */
export const peoplePerRequest = 50;
