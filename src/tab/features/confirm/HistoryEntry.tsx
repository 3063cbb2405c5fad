import {
  Button,
  makeStyles,
  mergeClasses,
  Subtitle2,
  Text,
  tokens,
  useEventCallback,
} from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Confirmation, ConfirmedEntry, Counterpart } from '../../../contract/confirmation.js';
import { rights, type ListName } from '../../../contract/delegation.js';
import { toDay, toMinute, type Rows } from '../../components/spreadsheet.js';
import { useTeamsClient } from '../../components/useTeamsClient.js';
import { useWide } from '../../components/useWide.js';
import { sayInTable } from '../../delegation/otherSide.js';
import { isUnchanged } from '../../delegation/standing.js';
import type { Counterparts } from '../../delegation/useCounterparts.js';
import type { ToName } from '../../delegation/useNames.js';
import { sayActive, sayHeld } from '../../delegation/wording.js';
import { withoutIsolates } from '../../i18n/format.js';
import { formatDay, formatMoment, formatZonedMoment } from '../../i18n/formatDate.js';
import type { FirstMessages, LaterMessages } from '../../i18n/messages.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { TableExport } from '../../problem/TableExport.js';
import { useSession } from '../../session.js';
import { heldBy } from './changes.js';

const useStyles = makeStyles({
  entry: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  changes: { margin: 0, paddingInlineStart: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  table: { width: '100%', borderCollapse: 'collapse', overflowWrap: 'break-word', fontSize: '12px' },
  cell: {
    padding: '6px 4px',
    borderBottom: '1px solid var(--colorNeutralStroke1, #999)',
    textAlign: 'start',
    verticalAlign: 'top',
  },
  // Names may break anywhere; the other columns keep their words whole.
  person: { width: '30%', overflowWrap: 'anywhere' },
  strong: { fontWeight: 600 },
  // Prints the record alone. It is outside every theme provider, so it is black on white in every theme.
  alone: { '@media print': { '& > :not([data-record])': { display: 'none' } } },
  page: {
    display: 'none',
    '@media print': {
      display: 'block',
      color: '#000',
      backgroundColor: '#fff',
      fontFamily: "'Segoe UI', system-ui, sans-serif",
    },
  },
});

type RecordProps = {
  readonly confirmation: Confirmation;
  readonly toName: ToName;
  readonly counterparts: Counterparts | undefined;
};

type HistoryEntryProps = RecordProps & {
  readonly list: ListName;
  /** Changes since the previous confirmation. Undefined when that one is not known. */
  readonly sentences: readonly string[] | undefined;
  /** True for the oldest confirmation of all, not of the loaded ones. */
  readonly isFirst: boolean;
};

/** One confirmation with its changes and the confirmed list. Prints and exports it. */
export function HistoryEntry({ list, sentences, isFirst, ...record }: HistoryEntryProps) {
  const { confirmation, toName, counterparts } = record;
  const styles = useStyles();
  const { locale, messages } = useLanguage();
  const later = useLaterMessages();
  const isWide = useWide();
  const client = useTeamsClient();
  /** Number of presses since the last print ended. */
  const [prints, setPrints] = useState(0);
  const asOf = Date.parse(confirmation.confirmedAt);
  return (
    <li className={styles.entry}>
      <Subtitle2 as="h3" className={styles.title}>
        {formatMoment(asOf, locale)}
      </Subtitle2>
      <Text size={200} className={styles.quiet}>
        {later.history.people({ count: confirmation.entries.length })} ·{' '}
        {confirmation.shared ? later.history.shared : later.history.notShared}
      </Text>
      {isFirst && <Text>{later.history.first}</Text>}
      {sentences?.length === 0 && <Text>{later.history.noChanges}</Text>}
      {sentences !== undefined && sentences.length > 0 && (
        <ul className={styles.changes}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <details>
        <summary className={styles.summary}>{later.history.record}</summary>
        <RecordTable {...record} isNarrow={!isWide} />
        <div className={styles.buttons}>
          <TableExport
            list={list}
            title={later.history.title}
            asOf={asOf}
            toRows={() => toRecordRows([confirmation], toName, counterparts, messages, later)}
          >
            {client === 'computer' && (
              <Button appearance="subtle" icon={<PrintRegular />} onClick={() => setPrints(prints + 1)}>
                {later.export.print}
              </Button>
            )}
          </TableExport>
        </div>
      </details>
      {prints > 0 && <PrintedRecord key={prints} list={list} {...record} whenDone={() => setPrints(0)} />}
    </li>
  );
}

type RecordTableProps = RecordProps & {
  /** Uses two columns instead of four, so that no word has to break. */
  readonly isNarrow?: boolean;
};

/** A confirmed list with the verdict on each entry. */
function RecordTable({ confirmation, toName, counterparts, isNarrow = false }: RecordTableProps) {
  const styles = useStyles();
  const { messages, locale } = useLanguage();
  const later = useLaterMessages();
  const toDate = (iso: string) => formatDay(iso, locale);
  const heads = [
    messages.columns.person,
    later.details.rights,
    ...(isNarrow ? [] : [messages.columns.status, later.history.verdict]),
  ];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th
              key={head}
              scope="col"
              className={mergeClasses(styles.cell, index === 0 && styles.person, styles.strong)}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {confirmation.entries.map((entry) => {
          const verdict = (
            <>
              <span className={mergeClasses(!entry.isRight && styles.strong)}>
                {entry.isRight ? later.history.right : later.history.wrong}
              </span>
              <div>{sayOfRecord(entry, toName(entry.id), counterparts?.get(entry.id), toDate, later)}</div>
            </>
          );
          return (
            <tr key={entry.id}>
              <th scope="row" className={mergeClasses(styles.cell, styles.person, styles.strong)}>
                <bdi>{toName(entry.id) ?? messages.unnamedPerson}</bdi>
              </th>
              <td className={styles.cell}>
                {heldBy(entry, messages, later)}
                {isNarrow && <div>{sayActive(entry.isActive, messages)}</div>}
                {isNarrow && <div>{verdict}</div>}
              </td>
              {!isNarrow && <td className={styles.cell}>{sayActive(entry.isActive, messages)}</td>}
              {!isNarrow && <td className={styles.cell}>{verdict}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type PrintedRecordProps = RecordProps & { readonly list: ListName; readonly whenDone: () => void };

/** Prints a confirmation once, on its own page: owner, list, time and entries. */
function PrintedRecord({ list, whenDone, ...record }: PrintedRecordProps) {
  const { confirmation } = record;
  const styles = useStyles();
  const { messages, locale, direction } = useLanguage();
  const later = useLaterMessages();
  const { context } = useSession();
  const account = context.userPrincipalName ?? context.loginHint ?? '';
  const moment = formatZonedMoment(Date.parse(confirmation.confirmedAt), locale);

  const done = useEventCallback(whenDone);

  useEffect(() => {
    const { classList } = document.body;
    classList.add(...styles.alone.split(' '));
    return () => classList.remove(...styles.alone.split(' '));
  }, [styles.alone]);
  // Dependencies must be stable: running this effect again would print again.
  useEffect(() => {
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [done]);

  return createPortal(
    <div data-record={confirmation.id} dir={direction} className={styles.page}>
      <h1>{messages.lists[list]}</h1>
      <p>
        {later.export.account}: <bdi>{account}</bdi>
      </p>
      <p>{later.history.confirmedOn({ moment })}</p>
      <RecordTable {...record} />
    </div>,
    document.body,
  );
}

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

/** The other party’s shared verdict on the entry as it was. Empty while that is not known. */
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
