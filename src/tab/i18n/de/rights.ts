import type { Right } from '../../../contract/delegation.js';

export const rights: Readonly<Record<Right, string>> = {
  makeCalls: 'Anrufe tätigen',
  receiveCalls: 'Anrufe annehmen',
  pickUpHeldCalls: 'Gehaltene Anrufe übernehmen',
  joinActiveCalls: 'Aktiven Anrufen beitreten',
  manageCallAndDelegateSettings: 'Anruf- und Stellvertretungseinstellungen ändern',
};

export const verbs: Readonly<Record<Right, string>> = {
  makeCalls: 'Anrufe tätigen',
  receiveCalls: 'Anrufe annehmen',
  pickUpHeldCalls: 'gehaltene Anrufe übernehmen',
  joinActiveCalls: 'aktiven Anrufen beitreten',
  manageCallAndDelegateSettings: 'Anruf- und Stellvertretungseinstellungen ändern',
};
