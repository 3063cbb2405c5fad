import type { ConfirmedEntry } from '../../contract/confirmation.js';
import { rights } from '../../contract/delegation.js';

/** A right that the confirmed entry does not contain is unknown and never counts as a change. */
export function isUnchanged(
  { isActive, allowedActions }: Pick<ConfirmedEntry, 'isActive' | 'allowedActions'>,
  was: Pick<ConfirmedEntry, 'isActive' | 'allowedActions'> | undefined,
): boolean {
  if (was?.isActive !== isActive) return false;
  return rights.every((right) => {
    const [before, now] = [was.allowedActions[right], allowedActions[right]];
    return before === undefined || now === undefined || before === now;
  });
}
