import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { rights } from '../../../contract/delegation.js';
import { PersonLine } from '../../delegation/PersonLine.js';
import { RightChip } from '../../delegation/RightChip.js';
import { RightMark } from '../../delegation/RightMark.js';
import { StatusLine } from '../../delegation/StatusLine.js';
import { useLanguage, useMessages } from '../../i18n/useMessages.js';
import type { DelegationProps, DelegationsProps } from './DelegationTable.js';
import { asTarget, RowChevron } from './RowTarget.js';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  card: {
    // Containing block for visually hidden text, as in the table.
    position: 'relative',
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  target: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover } },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  changed: { flexBasis: '100%', fontSize: tokens.fontSizeBase200 },
  not: { color: tokens.colorNeutralForeground2 },
  rights: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** Layout for narrow pages: one card per person. Held rights are chips; rights not held share one line. */
export function DelegationCards({ list, delegations, extras, changed, marks, open }: DelegationsProps) {
  const styles = useStyles();
  const messages = useMessages();
  return (
    <ul className={styles.list} aria-label={messages.lists[list]}>
      {delegations.map((delegation, index) => (
        <Card
          key={delegation.id === '' ? index : delegation.id}
          list={list}
          delegation={delegation}
          extras={extras.get(delegation.id)}
          showBefore={changed.get(delegation.id)}
          mark={marks.get(delegation.id)}
          open={open}
        />
      ))}
    </ul>
  );
}

const Card = memo(function Card({ list, delegation, extras, showBefore, mark, open }: DelegationProps) {
  const styles = useStyles();
  const { messages, locale } = useLanguage();
  const { id, allowedActions } = delegation;
  const notHeld = rights.filter((right) => allowedActions[right] === false);
  return (
    <li {...asTarget(id, open)} className={mergeClasses(styles.card, id !== '' && styles.target)}>
      <div className={styles.head}>
        <PersonLine delegation={delegation} extras={extras} isChanged={showBefore !== undefined} isButton />
        {id !== '' && <RowChevron />}
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
                <li key={`${right}Before`} className={styles.changed}>
                  {messages.rightsShort[right]} {before}
                  <RightMark list={list} delegation={delegation} right={right} />
                </li>
              )
            );
          })}
        </ul>
      )}
      {notHeld.length > 0 && (
        <Text size={200} className={styles.not}>
          {messages.notThese({
            rights: new Intl.ListFormat(locale).format(notHeld.map((right) => messages.rightsShort[right])),
          })}
        </Text>
      )}
      <StatusLine delegation={delegation}>{mark}</StatusLine>
    </li>
  );
});
