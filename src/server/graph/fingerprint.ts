import { hash } from 'node:crypto';
import { rights, type Delegation, type Right } from '../../contract/delegation.js';

type Fingerprinted = readonly Pick<Delegation, 'id' | 'isActive' | 'allowedActions'>[];

/** A hash over ids, rights and active flags, whatever the order of the entries. base64url, 43 characters. */
export function fingerprint(delegations: Fingerprinted, known: readonly Right[] = rights): string {
  // By name: with one right more or less, values alone could stand for others than they did.
  const names = [...known].sort();
  const lines = delegations.map(({ id, isActive, allowedActions }) =>
    JSON.stringify([id, isActive, ...names.map((right) => [right, allowedActions[right]])]),
  );
  return hash('sha256', lines.sort().join('\n'), 'base64url');
}

/**
 * The rights that were looked at by whoever saw this fingerprint of this list: all, or all but one, when the page was loaded
 * before that one was added to the program. Undefined: it is not of this list.
 */
export function findRightsSeen(seen: string, delegations: Fingerprinted): readonly Right[] | undefined {
  const before = rights.map((newer) => rights.filter((right) => right !== newer));
  return [rights, ...before].find((known) => fingerprint(delegations, known) === seen);
}
