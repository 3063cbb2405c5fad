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
  // Of no use as things are.
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

/** Shows what one of somebody's rights was when the list was confirmed; null where that has not changed. */
export type ShowBefore = (right: Right) => ReactNode;

/** Those who are not as they were when the list was confirmed, by id. */
export type Changed = ReadonlyMap<string, ShowBefore>;

/** A right in a cell of its column: a sign for the eye, a word for screen readers, a sentence for who points at it. */
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
  // The one right that can change all others.
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
