import type { Delegation, ListName, Right } from '../../../contract/delegation.js';
import type { AskedChange } from './AskedChange.js';

/** A change that the user asked for or started since the page was opened. Kept in memory only. */
export type Asked = {
  readonly list: ListName;
  readonly id: string;
  readonly change: AskedChange;
  /** Milliseconds since the epoch. A list read earlier says nothing about the outcome. */
  readonly at: number;
};

/**
 * Outcome of a request.
 * `ended`: the delegation is gone, although its end was not requested.
 * `notReported`: Microsoft does not report the requested value.
 */
export type Outcome = 'happened' | 'partly' | 'notYet' | 'ended' | 'notReported';

/** @param delegations current entries of the list that the request belongs to */
export function toOutcome({ id, change }: Asked, delegations: readonly Delegation[]): Outcome {
  const now = delegations.find((delegation) => delegation.id === id);
  if (change.kind === 'end') return now === undefined ? 'happened' : 'notYet';
  if (now === undefined) return 'ended';
  if (change.kind === 'activate') {
    if (now.isActive === null) return 'notReported';
    return now.isActive ? 'happened' : 'notYet';
  }
  const isDone = (held: boolean) => (right: Right) => {
    const is = now.allowedActions[right];
    return is === null ? null : is === held;
  };
  const done = [...change.give.map(isDone(true)), ...change.take.map(isDone(false))];
  if (done.every((each) => each === true)) return 'happened';
  if (done.includes(true)) return 'partly';
  return done.includes(false) ? 'notYet' : 'notReported';
}
