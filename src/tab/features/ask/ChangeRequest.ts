import {
  rights,
  type AllowedActions,
  type Delegation,
  type ListName,
  type Right,
} from '../../../contract/delegation.js';

/** A requested change to a delegation. */
export type RequestedChange =
  | { readonly kind: 'rights'; readonly wanted: WantedRights }
  /** Activates an inactive delegation. */
  | { readonly kind: 'activate' }
  | { readonly kind: 'end' };

/** Rights to grant or withdraw. A right that is missing stays as it is. */
export type WantedRights = Readonly<Partial<Record<Right, boolean>>>;

/** Returns undefined when the rights already match. A right that Microsoft does not report is always requested. */
export function diffRights(now: AllowedActions, wished: WantedRights): RequestedChange | undefined {
  const changed = rights.filter((right) => wished[right] !== undefined && wished[right] !== now[right]);
  if (changed.length === 0) return undefined;
  return { kind: 'rights', wanted: Object.fromEntries(changed.map((right) => [right, wished[right]])) };
}

/** Returns the rights to grant (true) or withdraw (false), in the order of Teams' settings. */
export const rightsIn = (wanted: WantedRights, value: boolean): Right[] =>
  rights.filter((right) => wanted[right] === value);

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
  const done = [true, false].flatMap((value) =>
    rightsIn(change.wanted, value).map((right) => {
      const is = now.allowedActions[right];
      return is === null ? null : is === value;
    }),
  );
  if (done.every((each) => each === true)) return 'happened';
  if (done.includes(true)) return 'partly';
  return done.includes(false) ? 'notYet' : 'notReported';
}
