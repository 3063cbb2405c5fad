import { rights, type Delegation } from '../../../contract/delegation.js';
import { toDay } from '../../components/spreadsheet.js';
import { knownName, nameOf } from '../../delegation/naming.js';
import { sayInTable } from '../../delegation/otherSide.js';
import type { Counterparts } from '../../delegation/useCounterparts.js';
import { withoutIsolates } from '../../i18n/format.js';
import type { FirstMessages, LaterMessages } from '../../i18n/messages.js';

/** Converts the list to rows of text, header first, for export and copying. */
export function toRows(
  delegations: readonly Delegation[],
  counterparts: Counterparts | undefined,
  messages: FirstMessages,
  later: LaterMessages,
): string[][] {
  const head = [
    messages.columns.person,
    later.export.mail,
    later.export.jobTitle,
    later.export.department,
    ...rights.map((right) => messages.rights[right]),
    messages.columns.status,
    later.export.since,
    later.otherSide.title,
    later.export.id,
  ];
  const toWord = (isHeld: boolean | null) =>
    isHeld === null ? messages.notReported : isHeld ? later.export.yes : later.export.no;
  const toStatus = ({ isActive, personStatus }: Delegation) => {
    const status =
      isActive === null ? messages.statusNotReported : isActive ? messages.active : messages.inactive;
    return personStatus === 'notFound' ? later.export.statusOfGone({ status }) : status;
  };
  return [
    head,
    ...delegations.map((delegation) => [
      nameOf(delegation, messages),
      delegation.person?.mail ?? '',
      delegation.person?.jobTitle ?? '',
      delegation.person?.department ?? '',
      ...rights.map((right) => toWord(delegation.allowedActions[right])),
      toStatus(delegation),
      delegation.createdDateTime === null ? messages.notReported : toDay(delegation.createdDateTime),
      withoutIsolates(
        sayInTable({
          entry: delegation,
          name: knownName(delegation),
          counterpart: counterparts?.get(delegation.id),
          toDate: toDay,
          later,
        }),
      ),
      delegation.id,
    ]),
  ];
}
