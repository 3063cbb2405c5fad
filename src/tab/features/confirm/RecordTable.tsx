import { makeStyles, mergeClasses, useEventCallback } from '@fluentui/react-components';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { ListName } from '../../../contract/delegation.js';
import type { Counterparts } from '../../delegation/useCounterparts.js';
import { sayActive } from '../../delegation/wording.js';
import { formatDay, formatZonedMoment } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import { sayOfRecord } from './recordRows.js';
import { heldBy } from './review.js';

const useStyles = makeStyles({
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

type RecordTableProps = {
  readonly confirmation: Confirmation;
  readonly toName: (id: string) => string | null;
  readonly counterparts: Counterparts | undefined;
  /** Uses two columns instead of four, so that no word has to break. */
  readonly isNarrow?: boolean;
};

/** A confirmed list with the verdict on each entry. */
export function RecordTable({ confirmation, toName, counterparts, isNarrow = false }: RecordTableProps) {
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

type PrintedRecordProps = Omit<RecordTableProps, 'isNarrow'> & {
  readonly list: ListName;
  readonly whenDone: () => void;
};

/** Prints a confirmation once, on its own page: owner, list, time and entries. */
export function PrintedRecord({ list, whenDone, ...record }: PrintedRecordProps) {
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
