import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import { rights, type Delegation, type ListName, type PersonExtras } from '../../../contract/delegation.js';
import { PersonLine } from '../../delegation/PersonLine.js';
import type { RowMarks } from '../../delegation/OtherSideMark.js';
import { RightMark, type Changed, type ShowBefore } from '../../delegation/RightMark.js';
import { StatusLine } from '../../delegation/StatusLine.js';
import { useMessages } from '../../i18n/useMessages.js';
import { asTarget, RowChevron } from './RowTarget.js';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    // Columns have equal widths unless a badge needs more, because badges do not wrap.
    width: '10.8%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'center',
    overflowWrap: 'anywhere',
  },
  personColumn: {
    width: '23%',
    textAlign: 'start',
    paddingInlineStart: tokens.spacingHorizontalL,
  },
  statusColumn: { width: '23%', textAlign: 'start', paddingInlineEnd: tokens.spacingHorizontalM },
  status: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
  },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  target: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover } },
  cell: {
    // Containing block for hidden text. Without it, every row change repositions that text from the top of the page.
    position: 'relative',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    textAlign: 'center',
    fontWeight: 'inherit',
  },
});

export type DelegationsProps = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  readonly extras: ReadonlyMap<string, PersonExtras>;
  readonly changed: Changed;
  readonly marks: RowMarks;
  /** Opens the details of one entry. */
  readonly open: (id: string) => void;
};

/** Props of one row or card. */
export type DelegationProps = Pick<DelegationsProps, 'list' | 'open'> & {
  readonly delegation: Delegation;
  readonly extras: PersonExtras | undefined;
  /** Undefined when nothing has changed. */
  readonly showBefore: ShowBefore | undefined;
  readonly mark: ReactNode;
};

/** Layout for wide pages: one column per right, so that each can be scanned downwards. */
export function DelegationTable({ list, delegations, extras, changed, marks, open }: DelegationsProps) {
  const styles = useStyles();
  const messages = useMessages();
  return (
    <table className={styles.table} aria-label={messages.lists[list]}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.personColumn)}>
            {messages.columns.person}
          </th>
          {rights.map((right) => (
            <th key={right} scope="col" className={styles.head} title={messages.rights[right]}>
              {messages.rightsShort[right]}
            </th>
          ))}
          <th scope="col" className={mergeClasses(styles.head, styles.statusColumn)}>
            {messages.columns.status}
          </th>
        </tr>
      </thead>
      <tbody>
        {delegations.map((delegation, index) => (
          <Row
            key={delegation.id === '' ? index : delegation.id}
            list={list}
            delegation={delegation}
            extras={extras.get(delegation.id)}
            showBefore={changed.get(delegation.id)}
            mark={marks.get(delegation.id)}
            open={open}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Memoized, because a search leaves most rows unchanged. */
const Row = memo(function Row({ list, delegation, extras, showBefore, mark, open }: DelegationProps) {
  const styles = useStyles();
  return (
    <tr
      {...asTarget(delegation.id, open)}
      className={mergeClasses(styles.row, delegation.id !== '' && styles.target)}
    >
      <th scope="row" className={mergeClasses(styles.cell, styles.personColumn)}>
        <PersonLine delegation={delegation} extras={extras} isChanged={showBefore !== undefined} isButton />
      </th>
      {rights.map((right) => (
        <td key={right} className={styles.cell}>
          {showBefore?.(right)}
          <RightMark list={list} delegation={delegation} right={right} />
        </td>
      ))}
      <td className={mergeClasses(styles.cell, styles.statusColumn)}>
        <div className={styles.status}>
          <div>
            <StatusLine delegation={delegation} isLabelled />
            {mark}
          </div>
          {delegation.id !== '' && <RowChevron />}
        </div>
      </td>
    </tr>
  );
});
