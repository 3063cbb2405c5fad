import type { Right } from '../../../contract/delegation.js';

export const rights: Readonly<Record<Right, string>> = {
  makeCalls: 'Realizar llamadas',
  receiveCalls: 'Recibir llamadas',
  pickUpHeldCalls: 'Retomar llamadas en espera',
  joinActiveCalls: 'Unirse a llamadas activas',
  manageCallAndDelegateSettings: 'Cambiar la configuración de llamadas y delegados',
};

export const verbs: Readonly<Record<Right, string>> = {
  makeCalls: 'realizar llamadas',
  receiveCalls: 'recibir llamadas',
  pickUpHeldCalls: 'retomar llamadas en espera',
  joinActiveCalls: 'unirse a llamadas activas',
  manageCallAndDelegateSettings: 'cambiar la configuración de llamadas y delegados',
};
