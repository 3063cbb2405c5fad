import type { Delegation, ListName, Right } from '../../contract/delegation.js';
import type { FirstMessages } from '../i18n/messages.js';
import { knownName } from './naming.js';

/** What a right means for its reader: held, not held, or not told. */
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
