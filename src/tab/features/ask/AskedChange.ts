import { rights, type AllowedActions, type Right } from '../../../contract/delegation.js';

/** A requested change to a delegation. */
export type AskedChange =
  | { readonly kind: 'rights'; readonly give: readonly Right[]; readonly take: readonly Right[] }
  /** Activates an inactive delegation. */
  | { readonly kind: 'activate' }
  | { readonly kind: 'end' };

/** Rights that the user wants to grant or withdraw. A right that is missing stays as it is. */
export type WishedRights = Readonly<Partial<Record<Right, boolean>>>;

/** Returns undefined when the rights already match. A right that Microsoft does not report is always requested. */
export function toAskedRights(now: AllowedActions, wished: WishedRights): AskedChange | undefined {
  const wants = (held: boolean) => rights.filter((right) => wished[right] === held && now[right] !== held);
  const [give, take] = [wants(true), wants(false)];
  return give.length + take.length === 0 ? undefined : { kind: 'rights', give, take };
}
