import { rights, type AllowedActions, type Right } from '../../../contract/delegation.js';

/** What is to become different about a delegation. */
export type AskedChange =
  | { readonly kind: 'rights'; readonly give: readonly Right[]; readonly take: readonly Right[] }
  /** It is inactive, and should not be. */
  | { readonly kind: 'activate' }
  | { readonly kind: 'end' };

/** What the reader wishes for; what they leave as it is, is missing. */
export type WishedRights = Readonly<Partial<Record<Right, boolean>>>;

/** Undefined: it is all as wished. A right that Microsoft does not report is asked for either way. */
export function toAskedRights(now: AllowedActions, wished: WishedRights): AskedChange | undefined {
  const wants = (held: boolean) => rights.filter((right) => wished[right] === held && now[right] !== held);
  const [give, take] = [wants(true), wants(false)];
  return give.length + take.length === 0 ? undefined : { kind: 'rights', give, take };
}
