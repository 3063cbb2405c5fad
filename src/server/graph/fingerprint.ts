import { hash } from 'node:crypto';
import { rights, type Delegation, type Right } from '../../contract/delegation.js';

type Fingerprinted = readonly Pick<Delegation, 'id' | 'isActive' | 'allowedActions'>[];

/** Hashes ids, rights and active flags, independent of order. base64url, 43 characters. */
export function fingerprint(delegations: Fingerprinted, known: readonly Right[] = rights): string {
  // Include the names, so that a change in the set of rights cannot produce the same hash.
  const names = [...known].sort();
  const lines = delegations.map(({ id, isActive, allowedActions }) =>
    JSON.stringify([id, isActive, ...names.map((right) => [right, allowedActions[right]])]),
  );
  return hash('sha256', lines.sort().join('\n'), 'base64url');
}

/**
 * Returns the rights that a fingerprint of this list covers: all, or all but one.
 * One is missing if the page was loaded before the server added that right. Undefined if the fingerprint does
 * not match.
 */
export function findRightsSeen(seen: string, delegations: Fingerprinted): readonly Right[] | undefined {
  const before = rights.map((newer) => rights.filter((right) => right !== newer));
  return [rights, ...before].find((known) => fingerprint(delegations, known) === seen);
}
