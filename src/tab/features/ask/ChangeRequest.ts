import {
  rights,
  type AllowedActions,
  type Delegation,
  type ListName,
  type Right,
} from '../../../contract/delegation.js';

/** A requested change to a delegation. */
export type RequestedChange =
  | { readonly kind: 'rights'; readonly give: readonly Right[]; readonly take: readonly Right[] }
  /** Activates an inactive delegation. */
  | { readonly kind: 'activate' }
  | { readonly kind: 'end' };

/** Rights that the user wants to grant or withdraw. A right that is missing stays as it is. */
export type WishedRights = Readonly<Partial<Record<Right, boolean>>>;

/** Returns undefined when the rights already match. A right that Microsoft does not report is always requested. */
export function diffRights(now: AllowedActions, wished: WishedRights): RequestedChange | undefined {
  const wants = (held: boolean) => rights.filter((right) => wished[right] === held && now[right] !== held);
  const [give, take] = [wants(true), wants(false)];
  return give.length + take.length === 0 ? undefined : { kind: 'rights', give, take };
}

/** A change that the user asked for or started since the page was opened. Kept in memory only. */
export type ChangeRequest = {
  readonly list: ListName;
  readonly id: string;
  readonly change: RequestedChange;
  /** Milliseconds since the epoch. A list read earlier says nothing about the outcome. */
  readonly at: number;
};

/**
 * Outcome of a request.
 * `ended`: the delegation is gone, although its end was not requested.
 * `notReported`: Microsoft does not report the requested value.
 */
export type RequestOutcome = 'happened' | 'partly' | 'notYet' | 'ended' | 'notReported';

/** @param delegations current entries of the list that the request belongs to */
export function findOutcome(
  { id, change }: ChangeRequest,
  delegations: readonly Delegation[],
): RequestOutcome {
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
