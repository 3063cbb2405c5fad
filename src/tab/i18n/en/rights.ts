import type { Right } from '../../../contract/delegation.js';

/** What Teams calls permissions, in Teams’ own words. */
export const rights: Readonly<Record<Right, string>> = {
  makeCalls: 'Make calls',
  receiveCalls: 'Receive calls',
  pickUpHeldCalls: 'Pick up held calls',
  joinActiveCalls: 'Join active calls',
  manageCallAndDelegateSettings: 'Change call and delegate settings',
};

/** The same in the middle of a sentence: “You can …”. */
export const verbs: Readonly<Record<Right, string>> = {
  makeCalls: 'make calls',
  receiveCalls: 'receive calls',
  pickUpHeldCalls: 'pick up held calls',
  joinActiveCalls: 'join active calls',
  manageCallAndDelegateSettings: 'change call and delegate settings',
};
