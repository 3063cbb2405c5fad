import type { Right } from '../../../contract/delegation.js';

export const rights: Readonly<Record<Right, string>> = {
  makeCalls: 'Passer des appels',
  receiveCalls: 'Recevoir des appels',
  pickUpHeldCalls: 'Reprendre les appels en attente',
  joinActiveCalls: 'Rejoindre les appels en cours',
  manageCallAndDelegateSettings: 'Modifier les paramètres d’appel et de délégué',
};

export const verbs: Readonly<Record<Right, string>> = {
  makeCalls: 'passer des appels',
  receiveCalls: 'recevoir des appels',
  pickUpHeldCalls: 'reprendre les appels en attente',
  joinActiveCalls: 'rejoindre les appels en cours',
  manageCallAndDelegateSettings: 'modifier les paramètres d’appel et de délégué',
};
