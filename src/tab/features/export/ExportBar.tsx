import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { CopyButton } from '../../components/CopyButton.js';
import { toTsv } from '../../components/spreadsheet.js';
import { useCsvFile } from '../../components/useCsvFile.js';
import { useWide } from '../../components/useWide.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { toRows } from './table.js';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
});

type ExportBarProps = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  /** Ms since the epoch. */
  readonly asOf: number;
};

/** The list as a file, as a table to paste, or on paper. */
export function ExportBar({ list, delegations, asOf }: ExportBarProps) {
  const styles = useStyles();
  const messages = useMessages();
  const later = useLaterMessages();
  const toFile = useCsvFile();
  const isWide = useWide();
  const rows = toRows(delegations, messages, later);
  return (
    <div className={styles.row}>
      <ActionButton
        appearance="subtle"
        icon={<ArrowDownloadRegular />}
        act={() => {
          toFile({ list, asOf, table: rows });
        }}
      >
        {later.export.toCsv}
      </ActionButton>
      <CopyButton label={later.export.copyTable} text={toTsv(rows)} />
      {/* A phone seldom has a printer. */}
      {isWide && (
        <ActionButton
          appearance="subtle"
          icon={<PrintRegular />}
          act={() => {
            window.print();
          }}
        >
          {later.export.print}
        </ActionButton>
      )}
    </div>
  );
}
