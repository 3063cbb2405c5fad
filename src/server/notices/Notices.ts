import type { Delegation, ListName } from '../../contract/delegation.js';
import type { LanguageTag } from '../../contract/languages.js';
import type { NoticeProblem } from '../../contract/notifications.js';
import type { Deadline } from '../http/RequestScope.js';

/** Lower-case GUIDs. */
export type Person = { readonly tenantId: string; readonly objectId: string };

/** Somebody who wants to be told. */
export type Wish = { readonly language: LanguageTag; readonly problem: NoticeProblem | null };

/** One delegation as Graph had it. */
export type Sighted = Pick<Delegation, 'id' | 'isActive' | 'allowedActions'>;

/**
 * `shown`: the reader has seen the list. `background`: it was read for them, and they are notified of changes in it.
 * `notShown`: the answer did not reach the reader; only the other sides are notified.
 */
export type ReadingKind = 'shown' | 'background' | 'notShown';

/** All of a list, as one of its two sides read it. */
export type Sighting = {
  readonly reader: Person;
  readonly reading: ReadingKind;
  readonly list: ListName;
  readonly entries: readonly Sighted[];
  /** When the reading began, in ms since the epoch: what was found out later is newer than it. */
  readonly readAtMs: number;
};

/** What one person is to be told now, by whoever holds the claim. */
export type ClaimedNotice = {
  readonly claim: string;
  readonly person: Person;
  readonly language: LanguageTag;
  readonly kind: NoticeKind;
  /** What it is about, each once; of a reminder nothing. */
  readonly about: readonly { readonly list: ListName; readonly otherId: string }[];
  /** Ms since the epoch: the same for every attempt. */
  readonly decidedAtMs: number;
};

export type NoticeKind = 'changed' | 'confirmationDue';

/** How an attempt to deliver ended. `again`: not before `afterMs` milliseconds, each time later, and for no longer than a day. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly problem: NoticeProblem | null; readonly isUserMissing?: boolean }
  | { readonly kind: 'again'; readonly afterMs: number };

/** A turn of a person in background reading. The next one is an interval after `atMs` (ms since the epoch). */
export type Turn = {
  readonly person: Person;
  readonly atMs: number;
  /** Whether Graph knows the user; undefined: it did not say. */
  readonly isFound?: boolean;
};

/** What reading in the background needs of the store. */
export type Watching = {
  /** Whether this instance is the one that reads, for some minutes from now on. */
  readonly hold: (until: Deadline, holder: string) => Promise<boolean>;
  readonly letGo: (until: Deadline, holder: string) => Promise<void>;
  /** Whose turn it is in this minute, so that everybody has one in each interval; the longest waiting first. */
  readonly next: (until: Deadline, intervalMinutes: number) => Promise<readonly Person[]>;
  readonly done: (until: Deadline, turns: readonly Turn[]) => Promise<void>;
};

/** Being told. All throw Problem `store_unavailable`, or CallerGone. */
export type Notices = {
  readonly find: (until: Deadline, person: Person) => Promise<Wish | undefined>;
  /** @returns whether it was off before */
  readonly turnOn: (until: Deadline, person: Person, language: LanguageTag) => Promise<boolean>;
  /** Erases all that was kept for it. Nothing that was under way is stored afterwards. */
  readonly turnOff: (until: Deadline, person: Person) => Promise<void>;
  /**
   * What the reader has seen is kept for them, and the others are told what is new for them.
   * @returns whether somebody is to be told something
   */
  readonly sight: (until: Deadline, sighting: Sighting) => Promise<boolean>;
  /**
   * Whoever has confirmed nothing for so many days is to be told, once in that time.
   * @returns how many; as many as `mostReminded`: there may be more
   */
  readonly remind: (until: Deadline, days: number) => Promise<number>;
  readonly watching: Watching;
  /** Removes the subscriptions of users who have not visited the tab for so many days. */
  readonly sweep: (until: Deadline, days: number) => Promise<void>;
  /** The next delivery that is due, for a minute; undefined: none is. Tenants in `exceptTenants` are left out. */
  readonly claim: (until: Deadline, exceptTenants?: readonly string[]) => Promise<ClaimedNotice | undefined>;
  /** @returns how many notifications were given up after a day of attempts */
  readonly settle: (until: Deadline, notice: ClaimedNotice, outcome: Outcome) => Promise<number>;
};
