import type { AttentionMessages } from '../en/attention.js';
import { plural } from '../plural.js';

export const attention: AttentionMessages = {
  title: 'Conviene revisar',
  summary: ({ count }) =>
    plural('es', count, {
      one: 'Conviene revisar 1 punto',
      many: `Conviene revisar ${count} puntos`,
      other: `Conviene revisar ${count} puntos`,
    }),
  nothing: 'No hay nada que requiera su atención.',
  people: ({ count }) =>
    plural('es', count, {
      one: '1 persona',
      many: `${count} personas`,
      other: `${count} personas`,
    }),
  others: ({ count }) =>
    plural('es', count, {
      one: '1 persona más',
      many: `${count} personas más`,
      other: `${count} personas más`,
    }),

  findings: {
    accountGone: {
      delegators: ({ count }) =>
        plural('es', count, {
          one: 'La cuenta de una persona a la que ayuda ya no existe. Solo un administrador puede quitar esta delegación.',
          many: `Las cuentas de ${count} personas a las que ayuda ya no existen. Solo un administrador puede quitar estas delegaciones.`,
          other: `Las cuentas de ${count} personas a las que ayuda ya no existen. Solo un administrador puede quitar estas delegaciones.`,
        }),
      delegates: ({ count }) =>
        plural('es', count, {
          one: 'La cuenta de un delegado ya no existe, pero sus permisos siguen ahí. Solo un administrador puede quitarlos.',
          many: `Las cuentas de ${count} delegados ya no existen, pero sus permisos siguen ahí. Solo un administrador puede quitarlos.`,
          other: `Las cuentas de ${count} delegados ya no existen, pero sus permisos siguen ahí. Solo un administrador puede quitarlos.`,
        }),
    },
    accountDisabled: {
      delegators: ({ people }) =>
        `Cuenta bloqueada: ${people}. Por el momento, esa delegación no se puede usar.`,
      delegates: ({ people }) =>
        `Cuenta bloqueada: ${people}. Desde ahí no se pueden responder sus llamadas, pero los permisos se conservan.`,
    },
    stillWrong: ({ people }) =>
      `Usted indicó que esto no era correcto: ${people}. Nada ha cambiado desde entonces.`,
    nobodyReceives:
      'Ningún delegado activo puede recibir sus llamadas, así que ninguno puede responder en su nombre.',
    onlyOneReceives: ({ people }) => `Solo ${people} puede recibir sus llamadas. Nadie más puede hacerlo.`,
    everybodyAway: ({ people }) =>
      `Todas las personas que pueden recibir sus llamadas están ausentes: ${people}.`,
    mayChangeSettings: ({ people }) =>
      `Quién puede cambiar su configuración de llamadas y los permisos de todos sus delegados: ${people}.`,
    inactive: {
      delegators: ({ people }) => `Delegación inactiva: ${people}. Por el momento, no se puede usar.`,
      delegates: ({ people }) =>
        `Delegación inactiva: ${people}. Por el momento, no permite actuar en su nombre.`,
    },
    bothWays: ({ people }) =>
      `Se ayudan mutuamente: ${people}. En Teams, cada parte solo ve sus propios permisos.`,
    nearLimit: {
      delegators: ({ count }) => `Usted ayuda a ${count} personas. Teams permite 25.`,
      delegates: ({ count }) => `Tiene ${count} delegados. Teams permite 25.`,
    },
    noTeamsPhone: {
      none: 'Parece que no tiene una licencia de Teams Phone. Sin ella, la delegación de llamadas no funciona.',
      suspended:
        'Su licencia de Teams Phone está suspendida. La delegación de llamadas no funcionará hasta que se restablezca.',
      callingNotAllowed:
        'No tiene permitido realizar llamadas en Teams, así que no puede actuar en nombre de nadie.',
    },
    notReported: ({ people }) => `Microsoft no lo indica todo: ${people}. No cuente con lo que falta.`,
    unsure: ({ people }) => `Microsoft no indica si aquí también se permite: ${people}.`,
  },
  steps: {
    ask: 'Pedir un cambio',
    manageDelegates: 'Cómo se hace',
    checkCallSettings: 'Dónde se ve',
    openDetails: 'Mostrar detalles',
  },
  choosePerson: '¿De quién se trata?',

  unread: {
    title: 'Sin comprobar',
    names: ({ count }) =>
      plural('es', count, {
        one: 'Quién es 1 persona y si su cuenta aún existe',
        many: `Quiénes son ${count} personas y si sus cuentas aún existen`,
        other: `Quiénes son ${count} personas y si sus cuentas aún existen`,
      }),
    accounts: 'Si hay cuentas bloqueadas',
    presence: ({ people }) => `Disponibilidad: ${people}`,
    licence: 'Si usted tiene Teams Phone',
    confirmation: 'Lo último que confirmó',
    otherList: 'Su otra lista',
  },

  reach: {
    title: '¿Atenderá alguien sus llamadas?',
    mayAnswer: ({ count }) =>
      plural('es', count, {
        one: '1 delegado puede responder sus llamadas.',
        many: `${count} delegados pueden responder sus llamadas.`,
        other: `${count} delegados pueden responder sus llamadas.`,
      }),
    nobodyMayAnswer: 'Nadie puede responder sus llamadas en su nombre.',
    there: ({ people }) => `Disponible: ${people}.`,
    busy: ({ people }) => `Ocupado: ${people}.`,
    away: ({ people }) => `Ausente: ${people}.`,
    unknown: ({ people }) => `Disponibilidad desconocida: ${people}.`,
    mayAnswerUnsure: ({ people }) => `No se indica si puede responder: ${people}.`,
    mayPickUp: ({ people, count }) =>
      count === 0
        ? 'Nadie puede retomar sus llamadas en espera.'
        : `Quién puede retomar sus llamadas en espera: ${people}.`,
    mayJoin: ({ people, count }) =>
      count === 0
        ? 'Nadie puede unirse a sus llamadas activas.'
        : `Quién puede unirse a sus llamadas activas: ${people}.`,
    notSeen:
      'Teams decide si suenan los teléfonos de sus delegados. Depende de otra opción, que esta página no puede ver: Configuración y más (…) > Configuración > Llamadas.',
    copilot:
      'Si usa la delegación de llamadas de Copilot (una versión preliminar de Microsoft), es posible que Copilot responda antes que sus delegados. Esta página no puede verlo.',
  },
};
