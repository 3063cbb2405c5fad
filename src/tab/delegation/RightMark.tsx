import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CallAddRegular } from '@fluentui/react-icons/svg/call-add';
import { CallInboundRegular } from '@fluentui/react-icons/svg/call-inbound';
import { CallOutboundRegular } from '@fluentui/react-icons/svg/call-outbound';
import { CallPauseRegular } from '@fluentui/react-icons/svg/call-pause';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import { ShieldCheckmarkFilled, ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import type { ReactNode } from 'react';
import type { Delegation, ListName, Right } from '../../contract/delegation.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import { useMessages } from '../i18n/useMessages.js';
import { isInForce } from './standing.js';
import { sayHeld, sentenceOf } from './wording.js';

type RightProps = {
  readonly list: ListName;
  readonly delegation: Delegation;
  readonly right: Right;
};

/** Shows a right's value at the last confirmation. null when it is unchanged. */
export type ShowBefore = (right: Right) => ReactNode;

/** Entries changed since the last confirmation, by id. Others are missing. */
export type Changed = ReadonlyMap<string, ShowBefore>;

const icons: Readonly<Record<Right, typeof CallAddRegular>> = {
  makeCalls: CallOutboundRegular,
  receiveCalls: CallInboundRegular,
  pickUpHeldCalls: CallPauseRegular,
  joinActiveCalls: CallAddRegular,
  manageCallAndDelegateSettings: ShieldCheckmarkRegular,
};

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
  heldChip: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  notReportedChip: {
    color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontStyle: 'italic',
  },
});

/** A right in a table cell: an icon, a word for screen readers, and a sentence as the tooltip. */
export function RightMark({ list, delegation, right }: RightProps) {
  const styles = useStyles();
  const messages = useMessages();
  const isHeld = delegation.allowedActions[right];
  const word = sayHeld(isHeld, messages);
  const sentence = sentenceOf(right, list, delegation, messages);
  if (isHeld === null) {
    return (
      <span className={styles.notReported} title={sentence}>
        {word}
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
      <VisuallyHidden>{word}</VisuallyHidden>
    </span>
  );
}

/** A held or unreported right with its label, for layouts without columns. A list item. */
export function RightChip({ list, delegation, right }: RightProps) {
  const styles = useStyles();
  const messages = useMessages();
  const isHeld = delegation.allowedActions[right] === true;
  const Icon = isHeld ? icons[right] : QuestionRegular;
  return (
    <li
      className={mergeClasses(
        styles.chip,
        isHeld ? isInForce(delegation) && styles.heldChip : styles.notReportedChip,
      )}
      title={sentenceOf(right, list, delegation, messages)}
    >
      <Icon aria-hidden fontSize={16} />
      {messages.rights[right]}
      {!isHeld && <VisuallyHidden>{` (${messages.notReported})`}</VisuallyHidden>}
    </li>
  );
}
