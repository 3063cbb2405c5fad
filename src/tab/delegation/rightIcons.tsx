import { CallAddRegular } from '@fluentui/react-icons/svg/call-add';
import { CallInboundRegular } from '@fluentui/react-icons/svg/call-inbound';
import { CallOutboundRegular } from '@fluentui/react-icons/svg/call-outbound';
import { CallPauseRegular } from '@fluentui/react-icons/svg/call-pause';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import type { Right } from '../../contract/delegation.js';

export const rightIcons: Readonly<Record<Right, typeof CallAddRegular>> = {
  makeCalls: CallOutboundRegular,
  receiveCalls: CallInboundRegular,
  pickUpHeldCalls: CallPauseRegular,
  joinActiveCalls: CallAddRegular,
  manageCallAndDelegateSettings: ShieldCheckmarkRegular,
};
