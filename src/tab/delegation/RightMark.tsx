import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ShieldCheckmarkFilled } from '@fluentui/react-icons/svg/shield-checkmark';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import type { ReactNode } from 'react';
import type { Delegation, ListName, Right } from '../../contract/delegation.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import { useMessages } from '../i18n/useMessages.js';
import { sentenceOf } from './sentences.js';
import { isInForce } from './standing.js';

const useStyles = makeStyles({
  held: { color: tokens.colorBrandForeground1, fontSize: '20px', verticalAlign: 'middle' },
  // Marks a right that currently cannot be used.
  dimmed: { color: tokens.colorNeutralForeground3 },
  notHeld: { color: tokens.colorNeutralForeground3, fontSize: '16px', verticalAlign: 'middle' },
  notReported: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontStyle: 'italic',
  },
});

export type RightProps = {
  readonly list: ListName;
  readonly delegation: Delegation;
  readonly right: Right;
};

/** Shows a right's value at the last confirmation. null when it is unchanged. */
export type ShowBefore = (right: Right) => ReactNode;

/** Entries changed since the last confirmation, by id. */
export type Changed = ReadonlyMap<string, ShowBefore>;

/** A right in a table cell: an icon, a word for screen readers, and a sentence as the tooltip. */
export function RightMark({ list, delegation, right }: RightProps) {
  const styles = useStyles();
  const messages = useMessages();
  const isHeld = delegation.allowedActions[right];
  const sentence = sentenceOf(right, list, delegation, messages);
  if (isHeld === null) {
    return (
      <span className={styles.notReported} title={sentence}>
        {messages.notReported}
      </span>
    );
  }
  // This right allows changing all the others.
  const Held = right === 'manageCallAndDelegateSettings' ? ShieldCheckmarkFilled : CheckmarkCircleFilled;
  return (
    <span title={sentence}>
      {isHeld ? (
        <Held className={mergeClasses(styles.held, !isInForce(delegation) && styles.dimmed)} />
      ) : (
        <SubtractRegular className={styles.notHeld} />
      )}
      <VisuallyHidden>{isHeld ? messages.yes : messages.no}</VisuallyHidden>
    </span>
  );
}
