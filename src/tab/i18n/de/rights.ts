import type { Right } from '../../../contract/delegation.js';

export const rights: Readonly<Record<Right, string>> = {
  makeCalls: 'Anrufe tätigen',
  receiveCalls: 'Anrufe empfangen',
  pickUpHeldCalls: 'Gehaltene Anrufe übernehmen',
  joinActiveCalls: 'Aktiven Anrufen beitreten',
  manageCallAndDelegateSettings: 'Anruf- und Stellvertretungseinstellungen ändern',
};

type Verbs = Readonly<Record<Right, string>>;

/** „Sie können …“ */
export const verbs: Verbs = {
  makeCalls: 'Anrufe tätigen',
  receiveCalls: 'Anrufe empfangen',
  pickUpHeldCalls: 'gehaltene Anrufe übernehmen',
  joinActiveCalls: 'aktiven Anrufen beitreten',
  manageCallAndDelegateSettings: 'Anruf- und Stellvertretungseinstellungen ändern',
};

/** „Sie können …“, verneint: die Verneinung steht nicht bei jedem an derselben Stelle. */
export const negatedVerbs: Verbs = {
  makeCalls: 'keine Anrufe tätigen',
  receiveCalls: 'keine Anrufe empfangen',
  pickUpHeldCalls: 'keine gehaltenen Anrufe übernehmen',
  joinActiveCalls: 'aktiven Anrufen nicht beitreten',
  manageCallAndDelegateSettings: 'Anruf- und Stellvertretungseinstellungen nicht ändern',
};

/** „Sie können …“: was einmal ging. */
export const lostVerbs: Verbs = {
  makeCalls: 'keine Anrufe mehr tätigen',
  receiveCalls: 'keine Anrufe mehr empfangen',
  pickUpHeldCalls: 'keine gehaltenen Anrufe mehr übernehmen',
  joinActiveCalls: 'aktiven Anrufen nicht mehr beitreten',
  manageCallAndDelegateSettings: 'Anruf- und Stellvertretungseinstellungen nicht mehr ändern',
};
