import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { CopyButton } from '../../components/CopyButton.js';
import { downloadCsv, toTsv } from '../../components/spreadsheet.js';
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

type ExportBarProps = { readonly list: ListName; readonly delegations: readonly Delegation[] };

/** The list as a file, as a table to paste, or on paper. */
export function ExportBar({ list, delegations }: ExportBarProps) {
  const styles = useStyles();
  const messages = useMessages();
  const later = useLaterMessages();
  const rows = toRows(delegations, messages, later);
  return (
    <div className={styles.row}>
      <ActionButton
        appearance="subtle"
        icon={<ArrowDownloadRegular />}
        act={() => {
          downloadCsv(list, rows);
        }}
      >
        {later.export.toCsv}
      </ActionButton>
      <CopyButton label={later.export.copyTable} text={toTsv(rows)} />
      <ActionButton
        appearance="subtle"
        icon={<PrintRegular />}
        act={() => {
          window.print();
        }}
      >
        {later.export.print}
      </ActionButton>
    </div>
  );
}
