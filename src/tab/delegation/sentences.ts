import type { Delegation, ListName, Right } from '../../contract/delegation.js';
import type { FirstMessages } from '../i18n/messages.js';
import { knownName } from './naming.js';

/** Describes a right from the user's point of view: held, not held, or not reported. */
export function sentenceOf(
  right: Right,
  list: ListName,
  delegation: Delegation,
  messages: FirstMessages,
): string {
  const isHeld = delegation.allowedActions[right];
  if (isHeld === null) return messages.notReportedFor({ right });
  return messages[isHeld ? 'held' : 'notHeld'][list]({ right, name: knownName(delegation) });
}
