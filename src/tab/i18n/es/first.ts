import type { FirstMessages } from '../en/first.js';
import { who, type Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) =>
  plural('es', seconds, {
    one: 'Nuevo intento en 1 segundo.',
    many: `Nuevo intento en ${seconds} segundos.`,
    other: `Nuevo intento en ${seconds} segundos.`,
  });

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: 'Cargando sus delegaciones de llamadas…',
  stillLoading: 'Seguimos esperando a Microsoft…',
  refresh: 'Actualizar',
  refreshing: 'Actualizando…',
  refreshed: 'La lista está al día.',
  asOf: ({ moment }) => `Actualizado: ${moment}`,

  heading: {
    nobody: 'No hay delegaciones de llamadas',
    delegators: ({ count }) =>
      plural('es', count, {
        one: `Puede actuar en nombre de ${count} persona`,
        many: `Puede actuar en nombre de ${count} personas`,
        other: `Puede actuar en nombre de ${count} personas`,
      }),
    delegates: ({ count }) =>
      plural('es', count, {
        one: `${count} delegado puede actuar en su nombre`,
        many: `${count} delegados pueden actuar en su nombre`,
        other: `${count} delegados pueden actuar en su nombre`,
      }),
    nobodyNow: {
      delegators: 'Por el momento, no puede actuar en nombre de nadie',
      delegates: 'Por el momento, nadie puede actuar en su nombre',
    },
    exceptions: {
      gone: ({ count }) =>
        plural('es', count, {
          one: `${count} cuenta ya no existe`,
          many: `${count} cuentas ya no existen`,
          other: `${count} cuentas ya no existen`,
        }),
      disabled: ({ count }) =>
        plural('es', count, {
          one: `${count} cuenta está bloqueada`,
          many: `${count} cuentas están bloqueadas`,
          other: `${count} cuentas están bloqueadas`,
        }),
      inactive: ({ count }) =>
        plural('es', count, {
          one: `${count} delegación está inactiva`,
          many: `${count} delegaciones están inactivas`,
          other: `${count} delegaciones están inactivas`,
        }),
      unreported: ({ count }) =>
        plural('es', count, {
          one: `${count} delegación sin estado indicado`,
          many: `${count} delegaciones sin estado indicado`,
          other: `${count} delegaciones sin estado indicado`,
        }),
      powerless: ({ count }) =>
        plural('es', count, {
          one: `${count} delegación sin permisos`,
          many: `${count} delegaciones sin permisos`,
          other: `${count} delegaciones sin permisos`,
        }),
    },
    withExceptions: ({ answer, exceptions }) => `${answer}; ${exceptions}`,
    both: ({ delegators, delegates }) => `${delegators} · ${delegates}`,
    someMissing: 'Sus delegaciones de llamadas',
  },
  lists: {
    delegators: 'Personas a las que ayuda',
    delegates: 'Sus delegados',
  },
  empty: {
    delegators: {
      title: 'No ayuda a nadie',
      text: 'Cuando una persona le agregue a sus delegados en Teams, aparecerá aquí con todo lo que usted puede hacer en su nombre.',
    },
    delegates: {
      title: 'Nadie actúa en su nombre',
      text: 'Para agregar un delegado en Teams: Configuración y más (…) > Configuración > Llamadas > Administrar delegados.',
    },
  },

  columns: {
    person: 'Persona',
    status: 'Estado',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: 'Cambiar configu\u00ADración',
  },
  held: {
    delegators: ({ right, name }) => `Puede ${verbs[right]} en nombre de ${who(name, 'esta persona')}.`,
    delegates: ({ right, name }) => `${who(name, 'Esta persona')} puede ${verbs[right]} en nombre de usted.`,
  },
  notHeld: {
    delegators: ({ right, name }) => `No puede ${verbs[right]} en nombre de ${who(name, 'esta persona')}.`,
    delegates: ({ right, name }) =>
      `${who(name, 'Esta persona')} no puede ${verbs[right]} en nombre de usted.`,
  },
  notReported: 'No indicado',
  yes: 'Sí',
  no: 'No',
  notThese: ({ rights }) => `No concedido: ${rights}`,
  notReportedFor: ({ right }) => `Microsoft no indica «${rights[right]}».`,

  active: 'Activa',
  inactive: 'Inactiva',
  accountGone: 'Cuenta eliminada',
  accountBlocked: 'Cuenta bloqueada',
  statusNotReported: 'Estado no indicado',
  sinceMonth: ({ month }) => `Desde ${month}`,
  sinceDay: ({ day, relative }) => `Desde el ${day} (${relative})`,
  sinceNotReported: 'Inicio no indicado',

  changed: 'Con cambios',
  presence: {
    available: 'Disponible',
    busy: 'Ocupado',
    'do-not-disturb': 'No molestar',
    away: 'Ausente',
    offline: 'Sin conexión',
  },
  unknownPerson: 'Persona desconocida',
  unnamedPerson: 'Nombre no disponible',
  accountGoneText: 'Esta cuenta se eliminó. Pida a su administrador que quite la delegación.',

  oldListStays: ({ moment }) => `No se pudo actualizar. Se muestra la lista de este momento: ${moment}.`,
  tryAgain: 'Reintentar',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: {
    title: 'Aquí no se permite copiar',
    text: 'Seleccione el texto y cópielo.',
  },
  supportCode: ({ code }) => `Código de soporte: ${code}`,
  waitingLonger: ({ seconds }) =>
    `Está tardando más de lo habitual. Si continúa, su administrador puede consultar a Microsoft. ${tryingAgain({ seconds })}`,
  problems: {
    offline: {
      title: 'No tiene conexión',
      text: 'Volverá a funcionar en cuanto se restablezca la conexión.',
    },
    unreachable: {
      title: 'No se puede acceder al servidor',
      text: 'Compruebe la conexión y vuelva a intentarlo.',
    },
    sign_in_failed: {
      title: 'No se pudo iniciar sesión',
      text: ({ host }) =>
        `Vuelva a intentarlo. Si no funciona, cierre la sesión de ${host} y vuelva a iniciarla.`,
    },
    host_silent: {
      title: 'Teams no responde',
      text: 'Inténtelo de nuevo. Si no funciona, cierre Teams y vuelva a abrirlo.',
    },
    host_refused: {
      title: 'No ha funcionado',
      text: ({ host }) => `${host} no pudo hacerlo. Vuelva a intentarlo.`,
    },
    invalid_token: {
      title: 'No se aceptó su inicio de sesión',
      text: 'Vuelva a intentarlo. Si no funciona, cierre la sesión de Teams, vuelva a iniciarla y abra de nuevo esta aplicación.',
    },
    insufficient_scope: {
      title: 'Esta aplicación no está configurada por completo',
      text: 'Su inicio de sesión funciona, pero falta un paso en la configuración de la aplicación. Solo un administrador puede completarlo.',
    },
    interaction_required: {
      title: 'Confirme su identidad',
      text: 'Su organización le pide que vuelva a iniciar sesión antes de mostrar estos datos.',
    },
    consent_required: {
      title: 'Esta aplicación necesita la aprobación de su administrador',
      text: 'Para mostrar sus listas, la aplicación lee sus delegaciones de llamadas y los nombres de las personas incluidas. No cambia nada en Teams.',
    },
    delegation_not_allowed: {
      title: 'No tiene activada la delegación de llamadas',
      text: 'La directiva de llamadas de su organización no la permite, o usted no tiene Teams Phone. Su administrador puede cambiarlo.',
    },
    invalid_request: {
      title: 'No se pudo procesar esta solicitud',
      text: 'Vuelva a la lista e inténtelo desde allí.',
    },
    invalid_id: {
      title: 'Este vínculo no es válido',
      text: 'Elija a la persona en la lista.',
    },
    not_found: {
      title: 'No se encontró ninguna delegación de llamadas',
      text: 'Puede que se haya quitado o que usted no tenga Teams Phone. Si esperaba ver una, pregunte a su administrador.',
    },
    throttled: {
      title: 'Microsoft pide que esperemos',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'Demasiadas solicitudes',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'El servicio de Microsoft no funciona',
      text: 'El servicio que guarda sus delegaciones de llamadas no responde. Vuelva a intentarlo en un minuto. Si continúa, su administrador puede consultar a Microsoft con el código de soporte.',
    },
    entra_unavailable: {
      title: 'El inicio de sesión de Microsoft no funciona',
      text: 'El servicio de inicio de sesión de Microsoft no responde. Vuelva a intentarlo en un minuto. Si continúa, su administrador puede consultar a Microsoft con el código de soporte.',
    },
    graph_timeout: {
      title: 'Microsoft tardó demasiado',
      text: 'La respuesta no llegó a tiempo. Vuelva a intentarlo. Si continúa, su administrador puede consultar a Microsoft con el código de soporte.',
    },
    graph_unexpected: {
      title: 'Microsoft dio una respuesta inesperada',
      text: 'Vuelva a intentarlo. Si ocurre de nuevo, su administrador puede consultar a Microsoft con el código de soporte.',
    },
    list_changed: {
      title: 'La lista ha cambiado',
      text: 'Revise la lista nueva y después confírmela.',
    },
    store_unavailable: {
      title: 'Ahora no se puede confirmar',
      text: 'Sus listas no están afectadas. Vuelva a intentarlo en unos minutos.',
    },
    internal_error: {
      title: 'Se produjo un error en nuestro lado',
      text: 'Vuelva a intentarlo. Si ocurre de nuevo, avise a su administrador: con el código de soporte encontrará la causa.',
    },
    misconfigured: {
      title: 'Esta aplicación no está bien configurada',
      text: 'Microsoft rechaza la propia aplicación. Usted no puede solucionarlo, pero su administrador sí.',
    },
    sign_in_blocked: {
      title: 'Su organización bloquea este inicio de sesión',
      text: 'Una directiva de su organización bloquea esta aplicación o el servidor en el que se ejecuta. Usted no puede cambiarlo aquí, pero su administrador sí.',
    },
  },
};
