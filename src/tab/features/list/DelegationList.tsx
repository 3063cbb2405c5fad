import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import { memo, type HTMLAttributes, type ReactNode } from 'react';
import { rights, type Delegation, type ListName, type PersonExtras } from '../../../contract/delegation.js';
import { useWide } from '../../components/useWide.js';
import { PersonLine } from '../../delegation/PersonLine.js';
import type { RowMarks } from '../../delegation/OtherSideMark.js';
import { RightChip, RightMark, type Changed, type ShowBefore } from '../../delegation/RightMark.js';
import { StatusLine } from '../../delegation/StatusLine.js';
import { useLanguage, useMessages } from '../../i18n/useMessages.js';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  columnHead: {
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
  personColumn: { width: '23%', textAlign: 'start', paddingInlineStart: tokens.spacingHorizontalL },
  statusColumn: { width: '23%', textAlign: 'start', paddingInlineEnd: tokens.spacingHorizontalM },
  status: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
  },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  target: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover } },
  cell: {
    // Containing block for hidden text. Without it, every row change repositions that text from the top of the page.
    position: 'relative',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    textAlign: 'center',
    fontWeight: 'inherit',
  },
  cards: { listStyleType: 'none', margin: 0, padding: 0 },
  card: {
    // Containing block, as in a cell.
    position: 'relative',
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  cardHead: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  rights: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  changedRight: { flexBasis: '100%', fontSize: tokens.fontSizeBase200 },
  notHeld: { color: tokens.colorNeutralForeground2 },
  chevron: {
    flexShrink: 0,
    fontSize: '16px',
    color: tokens.colorNeutralForeground3,
    '&:dir(rtl)': { transform: 'scaleX(-1)' },
    '@media print': { display: 'none' },
  },
  empty: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL}`,
  },
  emptyIcon: { fontSize: '48px', color: tokens.colorNeutralForeground3 },
  emptyTitle: { margin: 0 },
  emptyText: { color: tokens.colorNeutralForeground2, maxWidth: '46ch' },
});

export type DelegationListProps = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  readonly extras: ReadonlyMap<string, PersonExtras>;
  readonly changed: Changed;
  readonly marks: RowMarks;
  readonly open: (id: string) => void;
};

/** A table on wide pages, whose columns can be scanned downwards. One card per person on narrow pages. */
export function DelegationList({ list, delegations, extras, changed, marks, open }: DelegationListProps) {
  const styles = useStyles();
  const messages = useMessages();
  const isWide = useWide();
  const Entry = isWide ? Row : Card;
  const entries = delegations.map((delegation, index) => (
    <Entry
      key={delegation.id === '' ? index : delegation.id}
      list={list}
      delegation={delegation}
      extras={extras.get(delegation.id)}
      showBefore={changed.get(delegation.id)}
      mark={marks.get(delegation.id)}
      open={open}
    />
  ));
  if (!isWide) {
    return (
      <ul className={styles.cards} aria-label={messages.lists[list]}>
        {entries}
      </ul>
    );
  }
  return (
    <table className={styles.table} aria-label={messages.lists[list]}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.columnHead, styles.personColumn)}>
            {messages.columns.person}
          </th>
          {rights.map((right) => (
            <th key={right} scope="col" className={styles.columnHead} title={messages.rights[right]}>
              {messages.rightsShort[right]}
            </th>
          ))}
          <th scope="col" className={mergeClasses(styles.columnHead, styles.statusColumn)}>
            {messages.columns.status}
          </th>
        </tr>
      </thead>
      <tbody>{entries}</tbody>
    </table>
  );
}

type EntryProps = Pick<DelegationListProps, 'list' | 'open'> & {
  readonly delegation: Delegation;
  readonly extras: PersonExtras | undefined;
  readonly showBefore: ShowBefore | undefined;
  readonly mark: ReactNode;
};

/** Memoized, because a search leaves most rows unchanged. */
const Row = memo(function Row({ list, delegation, extras, showBefore, mark, open }: EntryProps) {
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
          {delegation.id !== '' && <ChevronRightRegular className={styles.chevron} />}
        </div>
      </td>
    </tr>
  );
});

/** Held rights are chips. Rights not held share one line. */
const Card = memo(function Card({ list, delegation, extras, showBefore, mark, open }: EntryProps) {
  const styles = useStyles();
  const { messages, locale } = useLanguage();
  const { id, allowedActions } = delegation;
  const notHeld = rights.filter((right) => allowedActions[right] === false);
  return (
    <li {...asTarget(id, open)} className={mergeClasses(styles.card, id !== '' && styles.target)}>
      <div className={styles.cardHead}>
        <PersonLine delegation={delegation} extras={extras} isChanged={showBefore !== undefined} isButton />
        {id !== '' && <ChevronRightRegular className={styles.chevron} />}
      </div>
      {(showBefore !== undefined || notHeld.length < rights.length) && (
        <ul className={styles.rights}>
          {[true, null].flatMap((isHeld) =>
            rights
              .filter((right) => allowedActions[right] === isHeld)
              .map((right) => <RightChip key={right} list={list} delegation={delegation} right={right} />),
          )}
          {rights.map((right) => {
            const before = showBefore?.(right);
            return (
              before && (
                <li key={`${right}Before`} className={styles.changedRight}>
                  {messages.rightsShort[right]} {before}
                  <RightMark list={list} delegation={delegation} right={right} />
                </li>
              )
            );
          })}
        </ul>
      )}
      {notHeld.length > 0 && (
        <Text size={200} className={styles.notHeld}>
          {messages.notThese({
            rights: new Intl.ListFormat(locale).format(notHeld.map((right) => messages.rightsShort[right])),
          })}
        </Text>
      )}
      <StatusLine delegation={delegation}>{mark}</StatusLine>
    </li>
  );
});

/**
 * Makes a whole row or card open its details. Keyboards and screen readers use the name's button, whose clicks bubble
 * up to here. Selecting text does not count as a click.
 */
function asTarget(id: string, open: (id: string) => void): HTMLAttributes<HTMLElement> {
  if (id === '') return {};
  return {
    onClick: ({ currentTarget }) => {
      if (getSelection()?.type === 'Range') return;
      // Focus returns here when the details close.
      currentTarget.querySelector<HTMLElement>('[data-person]')?.focus();
      open(id);
    },
  };
}

/** Explains an empty list and how entries appear in it. */
export function EmptyList({ list }: { readonly list: ListName }) {
  const styles = useStyles();
  const { title, text } = useMessages().empty[list];
  return (
    <div className={styles.empty}>
      <PeopleRegular className={styles.emptyIcon} />
      <Subtitle2 as="h2" align="center" className={styles.emptyTitle}>
        {title}
      </Subtitle2>
      <Text align="center" className={styles.emptyText}>
        {text}
      </Text>
    </div>
  );
}
