import type { Delegation, ListName, Right } from '../../../contract/delegation.js';
import type { AskedChange } from './AskedChange.js';

/** What the reader asked for, or set out to change, since the page was opened. Kept by the page and nowhere else. */
export type Asked = {
  readonly list: ListName;
  readonly id: string;
  readonly change: AskedChange;
  /** Ms since the epoch: a list that was read before says nothing of the outcome. */
  readonly at: number;
};

/**
 * Whether it has happened. `ended`: the whole delegation is gone, though that was not asked for.
 * `notReported`: Microsoft does not say.
 */
export type Outcome = 'happened' | 'partly' | 'notYet' | 'ended' | 'notReported';

/** Of one delegation the last wish counts. */
export const remember = (asked: readonly Asked[], latest: Asked): readonly Asked[] => [
  ...asked.filter(({ list, id }) => list !== latest.list || id !== latest.id),
  latest,
];

/** @param delegations the list that it was asked for, as it is now */
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
