import type { FirstMessages } from '../en/first.js';
import type { Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) =>
  plural('es', seconds, {
    one: 'Nuevo intento en 1 segundo.',
    other: `Nuevo intento en ${seconds} segundos.`,
  });

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: 'Cargando sus delegaciones…',
  refresh: 'Actualizar',
  refreshing: 'Actualizando…',
  refreshed: 'Al día.',
  asOf: ({ time }) => `A las ${time}`,
  preview: 'Versión preliminar: Microsoft aún puede cambiar estos datos',
  dismissPreview: 'Ocultar el aviso de versión preliminar',

  heading: {
    nobody: 'Aquí todavía nadie actúa por nadie en las llamadas',
    supported: ({ count }) =>
      plural('es', count, {
        one: `Usted ayuda a ${count} persona`,
        other: `Usted ayuda a ${count} personas`,
      }),
    acting: ({ count }) =>
      plural('es', count, {
        one: `${count} delegado actúa por usted`,
        other: `${count} delegados actúan por usted`,
      }),
    both: ({ supported, acting }) => `${supported} · ${acting}`,
    someMissing: 'Sus delegaciones de llamadas',
  },
  lists: {
    delegators: 'Personas a las que ayuda',
    delegates: 'Sus delegados',
  },
  empty: {
    delegators: {
      title: 'Todavía no ayuda a nadie',
      text: 'Cuando alguien le nombre delegado en Teams, aparecerá aquí con lo que usted puede hacer en su nombre.',
    },
    delegates: {
      title: 'Todavía nadie actúa por usted',
      text: 'Agregue un delegado en Teams: Configuración y más (…) > Configuración > Llamadas > Administrar delegados.',
    },
  },

  columns: {
    person: 'Persona',
    status: 'Estado',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: 'Cambiar configuración',
  },
  held: {
    delegators: ({ right, name }) => `Usted puede ${verbs[right]} en nombre de ${name}.`,
    delegates: ({ right, name }) => `${name} puede ${verbs[right]} en su nombre.`,
  },
  notHeld: {
    delegators: ({ right, name }) => `Usted no puede ${verbs[right]} en nombre de ${name}.`,
    delegates: ({ right, name }) => `${name} no puede ${verbs[right]} en su nombre.`,
  },
  notReported: 'No indicado',
  notReportedFor: ({ right }) => `${rights[right]}: no indicado por Microsoft.`,

  active: 'Activa',
  inactive: 'Inactiva',
  accountGone: 'Cuenta eliminada',
  statusNotReported: 'Estado no indicado',
  since: ({ date }) => `Desde ${date}`,
  sinceMonth: ({ month, relative }) => `Desde ${month} (${relative})`,
  sinceNotReported: 'Inicio no indicado',

  changed: 'Cambiado',
  presence: {
    available: 'Disponible',
    busy: 'Ocupado',
    'do-not-disturb': 'No molestar',
    away: 'Ausente',
    offline: 'Sin conexión',
  },
  openDetails: ({ name }) => `Detalles de ${name}`,
  unknownPerson: 'Persona desconocida',
  unnamedPerson: 'Nombre no disponible',
  accountGoneText: 'Esta cuenta ya no existe; pida a su administrador que elimine la delegación.',

  oldListStays: 'Lo que ve es de antes.',
  tryAgain: 'Reintentar',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: { title: 'No se permitió copiar', text: 'Seleccione el texto y cópielo.' },
  correlationId: ({ id }) => `Id. de correlación: ${id}`,
  policyCommand: 'Copiar el comando para su administrador',
  problems: {
    offline: {
      title: 'No tiene conexión',
      text: 'La lista vuelve por sí sola en cuanto tenga conexión.',
    },
    unreachable: {
      title: 'No se puede acceder al servidor',
      text: 'Compruebe la conexión e inténtelo de nuevo.',
    },
    sign_in_failed: {
      title: 'No se pudo iniciar su sesión',
      text: ({ host }) =>
        `${host} no dio ningún token. Inténtelo de nuevo; si sigue así, cierre la sesión de ${host} y vuelva a iniciarla.`,
    },
    host_refused: {
      title: 'No ha funcionado',
      text: ({ host }) => `${host} no lo ha hecho. Inténtelo de nuevo.`,
    },
    invalid_token: {
      title: 'No se aceptó su inicio de sesión',
      text: 'Cierre esta pestaña y ábrala de nuevo. Si sigue así, avise a su administrador.',
    },
    insufficient_scope: {
      title: 'Esta aplicación se configuró sin su permiso',
      text: 'Un administrador debe exponer el ámbito access_as_user para esta aplicación en Microsoft Entra ID.',
    },
    interaction_required: {
      title: 'Inicie sesión una vez más',
      text: 'Su organización quiere que confirme su identidad antes de mostrar estos datos.',
    },
    consent_required: {
      title: 'Esta aplicación necesita permiso primero',
      text: 'Para mostrar su lista debe leer sus delegaciones de llamadas. En su organización aún nadie lo ha aceptado; normalmente solo puede hacerlo un administrador. Lee sus delegaciones de llamadas y los nombres de las personas que figuran en ellas. No cambia nada en Teams.',
    },
    delegation_not_allowed: {
      title: 'La delegación de llamadas no está activada para usted',
      text: 'Una directiva de llamadas de su organización la prohíbe, o no tiene Teams Phone. Un administrador puede activarla.',
    },
    invalid_request: {
      title: 'No se puede responder a esta pregunta',
      text: 'La dirección no era válida. Vuelva a la lista.',
    },
    invalid_id: {
      title: 'Esta dirección no es válida',
      text: 'Vuelva a la lista y abra a la persona desde allí.',
    },
    not_found: {
      title: 'No se encontró nada',
      text: 'Microsoft no conoce aquí ninguna delegación de llamadas; quizá se eliminó, o no tiene Teams Phone.',
    },
    throttled: {
      title: 'Microsoft pide esperar un momento',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'Eso fue muy seguido',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Microsoft Graph no está disponible',
      text: 'El servicio que guarda sus delegaciones no funciona ahora. Inténtelo de nuevo en un minuto.',
    },
    entra_unavailable: {
      title: 'El inicio de sesión de Microsoft no está disponible',
      text: 'Microsoft Entra ID no responde ahora. Inténtelo de nuevo en un minuto.',
    },
    graph_timeout: {
      title: 'Microsoft tardó demasiado',
      text: 'No llegó ninguna respuesta a tiempo. Inténtelo de nuevo.',
    },
    graph_unexpected: {
      title: 'Microsoft dio una respuesta inesperada',
      text: 'Estos datos son aún preliminares y pueden cambiar. Inténtelo de nuevo; si sigue así, avise a su administrador.',
    },
    list_changed: {
      title: 'La lista ha cambiado',
      text: 'Vea la lista nueva.',
    },
    store_unavailable: {
      title: 'Ahora no se puede confirmar',
      text: 'Sus listas no se ven afectadas. Inténtelo más tarde.',
    },
    internal_error: {
      title: 'Algo falló por nuestra parte',
      text: 'Ha quedado registrado. Inténtelo de nuevo.',
    },
    misconfigured: {
      title: 'Esta aplicación no está bien configurada',
      text: 'Se rechazan sus propias credenciales. Solo su administrador puede arreglarlo; dele el id. de correlación.',
    },
  },
};
