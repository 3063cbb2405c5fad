import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useState } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { ListName } from '../../../contract/delegation.js';
import { useTeamsClient } from '../../components/useTeamsClient.js';
import { useWide } from '../../components/useWide.js';
import type { Counterparts } from '../../delegation/useCounterparts.js';
import { formatMoment } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { TableExport } from '../../problem/TableExport.js';
import { toRecordRows } from './recordRows.js';
import { PrintedRecord, RecordTable } from './RecordTable.js';

const useStyles = makeStyles({
  entry: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  changes: { margin: 0, paddingInlineStart: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

type HistoryEntryProps = {
  readonly list: ListName;
  readonly confirmation: Confirmation;
  /** Changes since the previous confirmation. Undefined when that one is not known. */
  readonly sentences: readonly string[] | undefined;
  /** True for the oldest confirmation of all, not of the loaded ones. */
  readonly isFirst: boolean;
  readonly toName: (id: string) => string | null;
  readonly counterparts: Counterparts | undefined;
};

/** One confirmation with its changes and the confirmed list. Prints and exports it. */
export function HistoryEntry(props: HistoryEntryProps) {
  const { list, sentences, isFirst, ...record } = props;
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
