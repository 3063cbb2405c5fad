import { createHash, createHmac } from 'node:crypto';
import { rights, type ListName } from '../../contract/delegation.js';
import type { Sighted } from './Notices.js';

/**
 * What is kept of a delegation: for each right, and for being active, a hash of its value under the server's key. The same
 * value gives another hash for another person, list or delegation. What Graph did not say is missing.
 */
export type DelegationState = Readonly<Record<string, string>>;

/** Whose state it is: of the delegation with `otherId` in a list of `user`. */
export type StateOf = {
  readonly user: { readonly tenantId: string; readonly objectId: string };
  readonly list: ListName;
  readonly otherId: string;
};

/** Characters of a hash: enough to tell three values apart. */
const hashLength = 12;

export type StateHasher = {
  readonly hash: (of: StateOf, sighted: Sighted) => DelegationState;
  readonly toText: (state: DelegationState) => string;
  /** Empty for what was written under another key: it says nothing any more, and is no change. */
  readonly parse: (text: string) => DelegationState;
};

/** @param key kept outside of the store: with it, anybody could try the few values that a right has */
export function createStateHasher(key: Buffer): StateHasher {
  const keyId = createHash('sha256').update('notices key id').update(key).digest('base64url').slice(0, 8);
  return {
    hash: ({ user, list, otherId }, { isActive, allowedActions }) => {
      const fields = [
        ['isActive', isActive] as const,
        ...rights.map((right) => [right, allowedActions[right]] as const),
      ];
      const known = fields.filter(([, value]) => value !== null);
      return Object.fromEntries(
        known.map(([field, value]) => {
          const text = [user.tenantId, user.objectId, list, otherId, field, value].join(' ');
          return [field, createHmac('sha256', key).update(text).digest('base64url').slice(0, hashLength)];
        }),
      );
    },
    toText: (state) => JSON.stringify([keyId, state]),
    parse: (text) => {
      const [id, state] = JSON.parse(text) as [string, DelegationState];
      return id === keyId ? state : {};
    },
  };
}

/** Only what both know counts: a right that one of them leaves out is no change. */
export const isSameState = (one: DelegationState, other: DelegationState): boolean =>
  Object.entries(one).every(([field, hash]) => other[field] === undefined || other[field] === hash);

/** What is newly known goes over what was known. */
export const mergeStates = (before: DelegationState, now: DelegationState): DelegationState => ({
  ...before,
  ...now,
});
