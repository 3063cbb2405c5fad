import type { Confirmation, ConfirmedEntry, Counterpart } from '../../../contract/confirmation.js';
import { rights } from '../../../contract/delegation.js';
import { toDay, toMinute, type Rows } from '../../components/spreadsheet.js';
import { isUnchanged } from '../../delegation/standing.js';
import { sayInTable } from '../../delegation/otherSide.js';
import { sayActive, sayHeld } from '../../delegation/wording.js';
import type { Counterparts } from '../../delegation/useCounterparts.js';
import type { ToName } from '../../delegation/useNames.js';
import { withoutIsolates } from '../../i18n/format.js';
import type { FirstMessages, LaterMessages } from '../../i18n/messages.js';

/** Converts confirmations to table rows: a header, then one row per person and confirmation. */
export function toRecordRows(
  confirmations: readonly Confirmation[],
  toName: ToName,
  counterparts: Counterparts | undefined,
  messages: FirstMessages,
  later: LaterMessages,
): Rows {
  const { columns, rights: rightNames, unnamedPerson } = messages;
  const { when, verdict, right, wrong } = later.history;
  const head = [
    when,
    columns.person,
    ...rights.map((name) => rightNames[name]),
    columns.status,
    verdict,
    later.confirm.share,
    later.otherSide.title,
    later.export.id,
  ];
  const rows = confirmations.flatMap(({ confirmedAt, shared, entries }) =>
    entries.map((entry) => {
      const { id, isActive, allowedActions, isRight } = entry;
      const name = toName(id);
      return [
        toMinute(confirmedAt),
        name ?? unnamedPerson,
        ...rights.map((name) => sayHeld(allowedActions[name], messages)),
        sayActive(isActive, messages),
        isRight ? right : wrong,
        shared ? messages.yes : messages.no,
        withoutIsolates(sayOfRecord(entry, name, counterparts?.get(id), toDay, later)),
        id,
      ];
    }),
  );
  return [head, ...rows];
}

/** What the other party shared about the entry as it was. Empty while that is not known. */
export const sayOfRecord = (
  entry: ConfirmedEntry,
  name: string | null,
  counterpart: Counterpart | null | undefined,
  toDate: (iso: string) => string,
  later: LaterMessages,
): string => {
  const hasChanged = counterpart != null && !isUnchanged(entry, counterpart);
  return sayInTable(entry, name, hasChanged ? null : counterpart, toDate, later);
};
