import { makeStyles, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { rights, type Delegation, type ListName } from '../../../contract/delegation.js';
import { toDay } from '../../components/spreadsheet.js';
import { useTeamsClient } from '../../components/useTeamsClient.js';
import { sayInTable } from '../../delegation/otherSide.js';
import { useCounterparts, type Counterparts } from '../../delegation/useCounterparts.js';
import { knownName, nameOf, sayActive, sayHeld } from '../../delegation/wording.js';
import { withoutIsolates } from '../../i18n/format.js';
import type { FirstMessages, LaterMessages } from '../../i18n/messages.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { TableExport } from '../../problem/TableExport.js';

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

/** Converts the list to rows of text, header first, for export and copying. */
export function toRows(
  delegations: readonly Delegation[],
  counterparts: Counterparts | undefined,
  messages: FirstMessages,
  later: LaterMessages,
): string[][] {
  const head = [
    messages.columns.person,
    later.export.mail,
    later.export.jobTitle,
    later.export.department,
    ...rights.map((right) => messages.rights[right]),
    messages.columns.status,
    later.export.since,
    later.otherSide.title,
    later.export.id,
  ];
  const toStatus = ({ isActive, personStatus }: Delegation) => {
    const status = sayActive(isActive, messages);
    return personStatus === 'notFound' ? later.export.statusOfGone({ status }) : status;
  };
  return [
    head,
    ...delegations.map((delegation) => [
      nameOf(delegation, messages),
      delegation.person?.mail ?? '',
      delegation.person?.jobTitle ?? '',
      delegation.person?.department ?? '',
      ...rights.map((right) => sayHeld(delegation.allowedActions[right], messages)),
      toStatus(delegation),
      delegation.createdDateTime === null ? messages.notReported : toDay(delegation.createdDateTime),
      withoutIsolates(
        sayInTable(delegation, knownName(delegation), counterparts?.get(delegation.id), toDay, later),
      ),
      delegation.id,
    ]),
  ];
}
