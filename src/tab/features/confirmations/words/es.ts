import { plural } from '../../../i18n/plural.js';
import type { ConfirmationWords } from './words.js';

export const es: ConfirmationWords = {
  statement: (count, date) =>
    count === 0
      ? `He comprobado el ${date} que esta lista está vacía.`
      : plural('es', count, {
          one: `He comprobado esta persona y sus derechos el ${date}.`,
          other: `He comprobado estas ${count} personas y sus derechos el ${date}.`,
        }),
  confirm: 'Confirmar esta lista',
  confirmNew: 'Confirmar la lista nueva',
  confirming: 'Confirmando…',
  invitation: 'Confirme una vez, y esta página le dirá qué ha cambiado desde entonces.',
  confirmedToday: 'Confirmada hoy',
  confirmedOn: (date) => `Confirmada el ${date}`,
  nothingChanged: 'Nada ha cambiado desde entonces.',
  changesSince: (count, date) =>
    plural('es', count, {
      one: `1 cambio desde que confirmó el ${date}`,
      other: `${count} cambios desde que confirmó el ${date}`,
    }),
  listChanged: 'La lista acaba de cambiar. Revísela otra vez y confirme.',
  unavailable: 'Confirmar no está disponible ahora. Sus listas no se ven afectadas.',
  changes: {
    added: {
      delegators: (name) => `Nuevo: usted puede actuar por ${name}.`,
      delegates: (name) => `Nuevo: ${name} puede actuar por usted.`,
    },
    removed: {
      delegators: (name) => `${name} le ha quitado de sus delegados.`,
      delegates: (name) => `${name} ya no actúa por usted.`,
    },
    gained: {
      delegators: (verb, name) => `${name} ahora le permite ${verb}.`,
      delegates: (verb, name) => `${name} ahora puede ${verb} en su nombre.`,
    },
    lost: {
      delegators: (verb, name) => `${name} ya no le permite ${verb}.`,
      delegates: (verb, name) => `${name} ya no puede ${verb} en su nombre.`,
    },
    unreported: (right, name) => `${name}: Microsoft ya no indica «${right}».`,
    activated: (name) => `${name}: ahora está activa.`,
    deactivated: (name) => `${name}: ahora está inactiva.`,
    statusUnreported: (name) => `${name}: Microsoft ya no indica si está activa.`,
  },
  history: {
    open: 'Historial',
    title: 'Lo que ha confirmado',
    first: 'Primera confirmación.',
    noChanges: 'Sin cambios desde la anterior.',
    people: (count) => plural('es', count, { one: '1 persona', other: `${count} personas` }),
    empty: 'Todavía no ha confirmado esta lista.',
    more: 'Mostrar más',
    export: 'Exportar el historial a CSV',
    delete: 'Eliminar mi historial',
    deleteQuestion: '¿Eliminar para siempre todas sus confirmaciones de ambas listas?',
    deleteForGood: 'Eliminar para siempre',
    keep: 'Conservar',
    when: 'Cuándo',
    change: 'Cambio',
  },
};
