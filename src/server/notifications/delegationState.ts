import { createHash, createHmac } from 'node:crypto';
import { rights, type Delegation, type ListName } from '../../contract/delegation.js';
import type { User } from '../User.js';

/** One delegation as Graph returned it. */
export type ListEntry = Pick<Delegation, 'id' | 'isActive' | 'allowedActions'>;

/**
 * Stored state of a delegation: a keyed hash (HMAC) of `isActive` and of each right. The same value has a different hash
 * for each user, list and delegation. Values that Graph did not report are missing.
 */
export type DelegationState = Readonly<Record<string, string>>;

/** Identifies the delegation with `otherId` in a list of `user`. */
export type StateOf = { readonly user: User; readonly list: ListName; readonly otherId: string };

/** Characters of a hash. A right has only three values to distinguish. */
const hashLength = 12;

export type StateHasher = ReturnType<typeof createStateHasher>;

/** @param key must not be in the database: anyone with the key can try the few values of a right */
export function createStateHasher(key: Buffer) {
  const keyId = createHash('sha256').update('notices key id').update(key).digest('base64url').slice(0, 8);
  return {
    hash: ({ user, list, otherId }: StateOf, { isActive, allowedActions }: ListEntry): DelegationState => {
      const fields = [
        ['isActive', isActive] as const,
        ...rights.map((right) => [right, allowedActions[right]] as const),
      ];
      const reported = fields.filter(([, value]) => value !== null);
      return Object.fromEntries(
        reported.map(([field, value]) => {
          const text = [user.tenantId, user.objectId, list, otherId, field, value].join(' ');
          return [field, createHmac('sha256', key).update(text).digest('base64url').slice(0, hashLength)];
        }),
      );
    },
    toText: (state: DelegationState): string => JSON.stringify([keyId, state]),
    /** Returns an empty state for text written under another key, so that a new key is not reported as a change. */
    parse: (text: string): DelegationState => {
      const [id, state] = JSON.parse(text) as [string, DelegationState];
      return id === keyId ? state : {};
    },
  };
}

/** Compares only fields that both states have. A missing field is not a change. */
export const isSameState = (one: DelegationState, other: DelegationState): boolean =>
  Object.entries(one).every(([field, hash]) => other[field] === undefined || other[field] === hash);

/** State of a delegation that a user last saw, or was notified of since. */
export type LastSeen = {
  readonly state: DelegationState;
  /** Consecutive empty reads of the list, which may have been errors of Graph. */
  readonly missed: number;
};

/** Certainty that an entry missing from a list has ended. `half`: the list is empty, which Graph may return by mistake. */
export type Absence = 'certain' | 'half' | 'unknown';

/**
 * `nothing`: no change. `keep`: no change, but there is new state to store. `notify`: the delegation is new, changed or ended.
 * `lastSeen` is the state to store. Undefined: the delegation has ended.
 */
export type Decision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'keep'; readonly lastSeen: LastSeen }
  | { readonly kind: 'notify'; readonly lastSeen: LastSeen | undefined };

const nothing: Decision = { kind: 'nothing' };

/** @param now undefined when the delegation is missing from the list */
export function decide(
  before: LastSeen | undefined,
  now: DelegationState | undefined,
  absence: Absence,
): Decision {
  if (now === undefined) {
    if (before === undefined || absence === 'unknown') return nothing;
    if (absence === 'certain' || before.missed > 0) return { kind: 'notify', lastSeen: undefined };
    return { kind: 'keep', lastSeen: { ...before, missed: 1 } };
  }
  if (before === undefined) return { kind: 'notify', lastSeen: { state: now, missed: 0 } };
  const lastSeen: LastSeen = { state: { ...before.state, ...now }, missed: 0 };
  if (!isSameState(before.state, now)) return { kind: 'notify', lastSeen };
  const isMore = before.missed > 0 || Object.keys(now).some((field) => before.state[field] === undefined);
  return isMore ? { kind: 'keep', lastSeen } : nothing;
}
