import {
  CallAddRegular,
  CallInboundRegular,
  CallOutboundRegular,
  CallPauseRegular,
  ShieldCheckmarkRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { Right } from '../../contract/delegation.js';

export const rightIcons: Readonly<Record<Right, FluentIcon>> = {
  makeCalls: CallOutboundRegular,
  receiveCalls: CallInboundRegular,
  pickUpHeldCalls: CallPauseRegular,
  joinActiveCalls: CallAddRegular,
  manageCallAndDelegateSettings: ShieldCheckmarkRegular,
};
