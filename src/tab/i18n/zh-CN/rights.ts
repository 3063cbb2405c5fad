import type { Right } from '../../../contract/delegation.js';

export const rights: Readonly<Record<Right, string>> = {
  makeCalls: '拨打电话',
  receiveCalls: '接听电话',
  pickUpHeldCalls: '接听保持的通话',
  joinActiveCalls: '加入进行中的通话',
  manageCallAndDelegateSettings: '更改通话和代理人设置',
};
