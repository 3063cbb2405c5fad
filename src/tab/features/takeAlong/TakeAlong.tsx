import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { CopyButton } from '../../components/CopyButton.js';
import { useText } from '../../i18n/useText.js';
import { downloadCsv } from './download.js';
import { toRows, toTsv } from './table.js';

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

/** The list as a file, as a table to paste, or on paper. */
export function TakeAlong({
  list,
  delegations,
}: {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
}) {
  const styles = useStyles();
  const text = useText();
  const rows = toRows(delegations, text);
  return (
    <div className={styles.row}>
      <Button
        appearance="subtle"
        icon={<ArrowDownloadRegular />}
        onClick={() => {
          downloadCsv(list, rows);
        }}
      >
        {text.takeAlong.export}
      </Button>
      <CopyButton label={text.takeAlong.copyTable} text={toTsv(rows)} />
      <Button
        appearance="subtle"
        icon={<PrintRegular />}
        onClick={() => {
          window.print();
        }}
      >
        {text.takeAlong.print}
      </Button>
    </div>
  );
}
