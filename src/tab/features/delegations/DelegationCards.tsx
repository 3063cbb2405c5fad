import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { QuestionRegular, SubtractRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import {
  rights,
  type AllowedActions,
  type Delegation,
  type ListName,
  type Right,
} from '../../../contract/delegation.js';
import { useText } from '../../i18n/useText.js';
import type { DelegationProps, DelegationsProps } from './DelegationTable.js';
import { VisuallyHidden } from '../../components/VisuallyHidden.js';
import { nameOf } from './naming.js';
import { PersonLine } from './PersonLine.js';
import { rightIcons } from './rightIcons.js';
import { StatusLine } from './StatusLine.js';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  card: {
    // For what is hidden in it, as in the table.
    position: 'relative',
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  rights: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  held: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  notHeld: { color: tokens.colorNeutralForeground3, border: `1px dashed ${tokens.colorNeutralStroke2}` },
  notReported: {
    color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontStyle: 'italic',
  },
});

/** When there is little room: a card each, with the rights as chips, held ones first. */
export function DelegationCards({ list, delegations, extras, changed, open }: DelegationsProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <ul className={styles.list} aria-label={text.lists[list]}>
      {delegations.map((delegation, index) => (
        <Card
          key={delegation.id === '' ? index : delegation.id}
          list={list}
          delegation={delegation}
          extras={extras.get(delegation.id)}
          isChanged={changed.has(delegation.id)}
          open={open}
        />
      ))}
    </ul>
  );
}

const Card = memo(function Card({ list, delegation, extras, isChanged, open }: DelegationProps) {
  const styles = useStyles();
  return (
    <li className={styles.card}>
      <PersonLine delegation={delegation} extras={extras} isChanged={isChanged} open={open} />
      <ul className={styles.rights}>
        {heldFirst(delegation.allowedActions).map((right) => (
          <RightChip key={right} list={list} delegation={delegation} right={right} />
        ))}
      </ul>
      <StatusLine delegation={delegation} />
    </li>
  );
});

const heldFirst = (allowedActions: AllowedActions): Right[] => {
  const rank = (right: Right) =>
    allowedActions[right] === true ? 0 : allowedActions[right] === null ? 2 : 1;
  return [...rights].sort((a, b) => rank(a) - rank(b));
};

function RightChip({
  list,
  delegation,
  right,
}: {
  readonly list: ListName;
  readonly delegation: Delegation;
  readonly right: Right;
}) {
  const styles = useStyles();
  const text = useText();
  const held = delegation.allowedActions[right];
  const Icon = held === true ? rightIcons[right] : held === false ? SubtractRegular : QuestionRegular;
  const sentence =
    held === null
      ? text.notReportedFor(right)
      : (held ? text.held : text.notHeld)[list](right, nameOf(delegation, text));
  return (
    <li
      className={mergeClasses(
        styles.chip,
        held === true && styles.held,
        held === false && styles.notHeld,
        held === null && styles.notReported,
      )}
    >
      <Icon aria-hidden fontSize={16} />
      <span aria-hidden>{text.rights[right]}</span>
      <VisuallyHidden>{sentence}</VisuallyHidden>
    </li>
  );
}
