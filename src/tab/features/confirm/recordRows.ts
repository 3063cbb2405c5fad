import type { Confirmation } from '../../../contract/confirmation.js';
import { rights } from '../../../contract/delegation.js';
import { toMinute, type Rows } from '../../components/spreadsheet.js';
import type { FirstMessages, LaterMessages } from '../../i18n/messages.js';
import { sayActive, sayHeld } from './review.js';

/** Converts confirmations to table rows: a header, then one row per person and confirmation. */
export function toRecordRows(
  confirmations: readonly Confirmation[],
  toName: (id: string) => string | null,
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
    later.export.id,
  ];
  const rows = confirmations.flatMap(({ confirmedAt, entries }) =>
    entries.map(({ id, isActive, allowedActions, isRight }) => [
      toMinute(confirmedAt),
      toName(id) ?? unnamedPerson,
      ...rights.map((name) => sayHeld(allowedActions[name], messages, later)),
      sayActive(isActive, messages),
      isRight ? right : wrong,
      id,
    ]),
  );
  return [head, ...rows];
}
