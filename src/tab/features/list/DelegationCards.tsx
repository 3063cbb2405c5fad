import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { rights, type AllowedActions, type Right } from '../../../contract/delegation.js';
import { PersonLine } from '../../delegation/PersonLine.js';
import { RightChip } from '../../delegation/RightChip.js';
import { StatusLine } from '../../delegation/StatusLine.js';
import { useMessages } from '../../i18n/useMessages.js';
import type { DelegationProps, DelegationsProps } from './DelegationTable.js';

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
});

/** When there is little room: a card each, with the rights as chips, held ones first. */
export function DelegationCards({ list, delegations, extras, changed, open }: DelegationsProps) {
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
