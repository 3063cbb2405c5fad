import { makeStyles, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { useTeamsClient } from '../../components/useTeamsClient.js';
import { useCounterparts } from '../../delegation/useCounterparts.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { TableExport } from '../../problem/TableExport.js';
import { toRows } from './table.js';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
});

type ExportBarProps = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  /** The list without any search. */
  readonly all: readonly Delegation[];
  /** Milliseconds since the epoch. */
  readonly asOf: number;
};

/** Exports the list as a file, as a table to paste, or on paper. */
export function ExportBar({ list, delegations, all, asOf }: ExportBarProps) {
  const styles = useStyles();
  const messages = useMessages();
  const later = useLaterMessages();
  const client = useTeamsClient();
  const counterparts = useCounterparts(list, all);
  return (
    <div className={styles.row}>
      <TableExport list={list} asOf={asOf} toRows={() => toRows(delegations, counterparts, messages, later)}>
        {client === 'computer' && (
          <ActionButton appearance="subtle" icon={<PrintRegular />} act={() => window.print()}>
            {later.export.print}
          </ActionButton>
        )}
      </TableExport>
    </div>
  );
}
