import type { Right } from '../../../contract/delegation.js';

export const rights: Readonly<Record<Right, string>> = {
  makeCalls: '通話の発信',
  receiveCalls: '通話の受信',
  pickUpHeldCalls: '保留中の通話への応答',
  joinActiveCalls: '進行中の通話への参加',
  manageCallAndDelegateSettings: '通話と代理人の設定の変更',
};
