import type { Right } from '../../../contract/delegation.js';

export const rights: Readonly<Record<Right, string>> = {
  makeCalls: 'Fazer chamadas',
  receiveCalls: 'Receber chamadas',
  pickUpHeldCalls: 'Retomar chamadas em espera',
  joinActiveCalls: 'Entrar em chamadas ativas',
  manageCallAndDelegateSettings: 'Alterar configurações de chamada e de representantes',
};

export const verbs: Readonly<Record<Right, string>> = {
  makeCalls: 'fazer chamadas',
  receiveCalls: 'receber chamadas',
  pickUpHeldCalls: 'retomar chamadas em espera',
  joinActiveCalls: 'entrar em chamadas ativas',
  manageCallAndDelegateSettings: 'alterar configurações de chamada e de representantes',
};
