import type { Delegation, ListName } from '../../contract/delegation.js';
import type { LanguageTag } from '../../contract/languages.js';
import type { NotificationProblem } from '../../contract/notifications.js';
import type { Query } from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';

/** Lower-case GUIDs. */
export type User = { readonly tenantId: string; readonly objectId: string };

/** A subscription to notifications. `problem`: why the last delivery was refused. */
export type Subscription = { readonly language: LanguageTag; readonly problem: NotificationProblem | null };

/** One delegation as Graph returned it. */
export type ListEntry = Pick<Delegation, 'id' | 'isActive' | 'allowedActions'>;

/**
 * `shown`: the user has seen the list. `background`: it was read for them, and they are notified of changes in it.
 * `notShown`: the response did not reach the user. Only the other users are notified.
 */
export type ListReadKind = 'shown' | 'background' | 'notShown';

/** A complete list, as a delegator or a delegate read it. */
export type ListRead = {
  readonly user: User;
  readonly kind: ListReadKind;
  readonly list: ListName;
  readonly entries: readonly ListEntry[];
  /** Start of the reading, in ms since the epoch. State stored with a later time is newer than this reading. */
  readonly readAtMs: number;
};

/** A delivery to one user, claimed by one instance. */
export type Delivery = {
  readonly claim: string;
  readonly user: User;
  readonly language: LanguageTag;
  readonly kind: NotificationKind;
  /** The delegations that changed, each once. Empty for a reminder. */
  readonly about: readonly { readonly list: ListName; readonly otherId: string }[];
  /** Ms since the epoch. The same for every attempt. */
  readonly decidedAtMs: number;
};

export type NotificationKind = 'changed' | 'confirmationDue';

/** Result of an attempt to deliver. `again`: retry after at least `afterMs` milliseconds, with growing waits, for a day. */
export type Outcome =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'refused';
      readonly problem: NotificationProblem | null;
      readonly isUserMissing?: boolean;
    }
  | { readonly kind: 'again'; readonly afterMs: number };

/** A turn of a user in background reading. The next one is an interval after `atMs` (ms since the epoch). */
export type Turn = {
  readonly user: User;
  readonly atMs: number;
  /** True when Graph knows the user. Undefined when Graph did not say. */
  readonly isFound?: boolean;
};

/** Lease and schedule of background reading. */
export type Watching = {
  /** Acquires or renews the lease for three minutes. Returns whether this instance holds it. */
  readonly hold: (deadline: Deadline, holder: string) => Promise<boolean>;
  readonly letGo: (deadline: Deadline, holder: string) => Promise<void>;
  /** Users to read in this minute, longest waiting first. Spreads all users over the interval. */
  readonly next: (deadline: Deadline, intervalMinutes: number) => Promise<readonly User[]>;
  readonly done: (deadline: Deadline, turns: readonly Turn[]) => Promise<void>;
};

/** Subscriptions, notifications and their delivery. All operations throw Problem `store_unavailable`, or CallerGone. */
export type NotificationStore = {
  readonly findSubscription: (deadline: Deadline, user: User) => Promise<Subscription | undefined>;
  /** @returns whether it was off before */
  readonly subscribe: (deadline: Deadline, user: User, language: LanguageTag) => Promise<boolean>;
  /** Erases everything stored for the subscription. Work that is under way stores nothing afterwards. */
  readonly unsubscribe: (deadline: Deadline, user: User) => Promise<void>;
  /**
   * Stores what the user has seen, and queues notifications for the other users of these delegations.
   * @returns whether a notification was queued
   */
  readonly recordListRead: (deadline: Deadline, listRead: ListRead) => Promise<boolean>;
  /**
   * Queues a reminder for subscribers who have confirmed nothing for `days` days, at most one in that time.
   * @returns the number of subscribers handled. There may be more when it equals `mostReminded`
   */
  readonly remind: (deadline: Deadline, days: number) => Promise<number>;
  /**
   * Notifies the people in a list of the user whose delegation the user says is not right. Runs in the transaction that
   * stores it.
   * @param ids lower-case GUIDs
   */
  readonly queueVerdicts: (query: Query, user: User, list: ListName, ids: readonly string[]) => Promise<void>;
  readonly watching: Watching;
  /** Removes the subscriptions of users who have not visited the tab for `days` days. */
  readonly sweep: (deadline: Deadline, days: number) => Promise<void>;
  /** Claims the next due delivery for a minute. Returns undefined if none is due. Skips tenants in `exceptTenants`. */
  readonly claim: (deadline: Deadline, exceptTenants?: readonly string[]) => Promise<Delivery | undefined>;
  /** Ends a claim. Returns the number of notifications given up after a day of attempts. */
  readonly settle: (deadline: Deadline, delivery: Delivery, outcome: Outcome) => Promise<number>;
};
