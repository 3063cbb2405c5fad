import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CallAddRegular } from '@fluentui/react-icons/svg/call-add';
import { CallInboundRegular } from '@fluentui/react-icons/svg/call-inbound';
import { CallOutboundRegular } from '@fluentui/react-icons/svg/call-outbound';
import { CallPauseRegular } from '@fluentui/react-icons/svg/call-pause';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import type { Right } from '../../contract/delegation.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import { useMessages } from '../i18n/useMessages.js';
import type { RightProps } from './RightMark.js';
import { sentenceOf } from './sentences.js';
import { isInForce } from './standing.js';

const icons: Readonly<Record<Right, typeof CallAddRegular>> = {
  makeCalls: CallOutboundRegular,
  receiveCalls: CallInboundRegular,
  pickUpHeldCalls: CallPauseRegular,
  joinActiveCalls: CallAddRegular,
  manageCallAndDelegateSettings: ShieldCheckmarkRegular,
};

const useStyles = makeStyles({
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
  notReported: {
    color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontStyle: 'italic',
  },
});

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
        isHeld ? isInForce(delegation) && styles.held : styles.notReported,
      )}
      title={sentenceOf(right, list, delegation, messages)}
    >
      <Icon aria-hidden fontSize={16} />
      {messages.rights[right]}
      {!isHeld && <VisuallyHidden>{` (${messages.notReported})`}</VisuallyHidden>}
    </li>
  );
}
