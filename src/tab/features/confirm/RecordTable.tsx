import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Confirmation } from '../../../contract/confirmation.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { heldBy, sayActive } from './review.js';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', overflowWrap: 'anywhere', fontSize: '12px' },
  cell: {
    padding: '6px 4px',
    borderBottom: '1px solid var(--colorNeutralStroke1, #999)',
    textAlign: 'start',
    verticalAlign: 'top',
  },
  strong: { fontWeight: 600 },
});

type RecordTableProps = {
  readonly confirmation: Confirmation;
  readonly toName: (id: string) => string | null;
};

/** A list as it was when it was confirmed, with what its reader said of each entry. */
export function RecordTable({ confirmation, toName }: RecordTableProps) {
  const styles = useStyles();
  const messages = useMessages();
  const later = useLaterMessages();
  const heads = [
    messages.columns.person,
    later.details.rights,
    messages.columns.status,
    later.history.verdict,
  ];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className={mergeClasses(styles.cell, styles.strong)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {confirmation.entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row" className={mergeClasses(styles.cell, styles.strong)}>
              <bdi>{toName(entry.id) ?? messages.unnamedPerson}</bdi>
            </th>
            <td className={styles.cell}>{heldBy(entry, messages, later)}</td>
            <td className={styles.cell}>{sayActive(entry.isActive, messages)}</td>
            <td className={mergeClasses(styles.cell, !entry.isRight && styles.strong)}>
              {entry.isRight ? later.history.right : later.history.wrong}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
