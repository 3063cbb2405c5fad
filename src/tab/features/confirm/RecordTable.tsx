import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { Counterparts } from '../../delegation/useCounterparts.js';
import { formatDay } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { sayOfRecord } from './recordRows.js';
import { heldBy, sayActive } from './review.js';

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
