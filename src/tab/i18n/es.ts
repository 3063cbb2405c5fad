import type { Right } from '../../contract/delegation.js';
import type { Text } from './en.js';
import { plural } from './plural.js';

const rights: Readonly<Record<Right, string>> = {
  makeCalls: 'Realizar llamadas',
  receiveCalls: 'Recibir llamadas',
  pickUpHeldCalls: 'Retomar llamadas en espera',
  joinActiveCalls: 'Unirse a llamadas activas',
  manageCallAndDelegateSettings: 'Cambiar la configuración de llamadas y delegados',
};

const verbs: Readonly<Record<Right, string>> = {
  makeCalls: 'realizar llamadas',
  receiveCalls: 'recibir llamadas',
  pickUpHeldCalls: 'retomar llamadas en espera',
  joinActiveCalls: 'unirse a llamadas activas',
  manageCallAndDelegateSettings: 'cambiar la configuración de llamadas y delegados',
};

const tryingAgain = (seconds: number): string =>
  plural('es', seconds, {
    one: 'Nuevo intento en 1 segundo.',
    other: `Nuevo intento en ${seconds} segundos.`,
  });

export const es: Text = {
  appName: 'Call Delegates',
  loading: 'Cargando sus delegaciones…',
  refresh: 'Actualizar',
  refreshing: 'Actualizando…',
  refreshed: 'Al día.',
  asOf: (time) => `A las ${time}`,
  preview: 'Versión preliminar: Microsoft aún puede cambiar estos datos',
  dismissPreview: 'Ocultar el aviso de versión preliminar',

  heading: {
    nobody: 'Aquí todavía nadie actúa por nadie en las llamadas',
    supported: (count) =>
      plural('es', count, {
        one: `Usted ayuda a ${count} persona`,
        other: `Usted ayuda a ${count} personas`,
      }),
    acting: (count) =>
      plural('es', count, {
        one: `${count} delegado actúa por usted`,
        other: `${count} delegados actúan por usted`,
      }),
    someMissing: 'Sus delegaciones de llamadas',
  },
  lists: { delegators: 'Personas a las que ayuda', delegates: 'Sus delegados' },
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

  columns: { person: 'Persona', status: 'Estado' },
  rights,
  verbs,
  rightsShort: { ...rights, manageCallAndDelegateSettings: 'Cambiar configuración' },
  held: {
    delegators: (right, name) => `Usted puede ${verbs[right]} en nombre de ${name}.`,
    delegates: (right, name) => `${name} puede ${verbs[right]} en su nombre.`,
  },
  notHeld: {
    delegators: (right, name) => `Usted no puede ${verbs[right]} en nombre de ${name}.`,
    delegates: (right, name) => `${name} no puede ${verbs[right]} en su nombre.`,
  },
  notReported: 'No indicado',
  notReportedFor: (right) => `${rights[right]}: no indicado por Microsoft.`,
  goodToKnow: {
    makeCalls: 'También se aplica la directiva de llamadas del delegado.',
    receiveCalls: 'Que suene el teléfono del delegado es otra configuración, que esta página no ve.',
    pickUpHeldCalls: 'Un delegado ve cuándo la persona está en una llamada y con quién.',
    joinActiveCalls: 'Funciona en Windows, en la web y en teléfonos de escritorio; no en Mac ni en móviles.',
    manageCallAndDelegateSettings: 'Incluye también los derechos de los demás delegados.',
  },

  active: 'Activa',
  inactive: 'Inactiva',
  accountGone: 'Cuenta eliminada',
  statusNotReported: 'Estado no indicado',
  since: (date) => `Desde ${date}`,
  sinceNotReported: 'Inicio no indicado',

  changed: 'Cambiado',
  presence: {
    available: 'Disponible',
    busy: 'Ocupado',
    'do-not-disturb': 'No molestar',
    away: 'Ausente',
    offline: 'Sin conexión',
  },

  unknownPerson: 'Persona desconocida',
  unnamedPerson: 'Nombre no disponible',
  accountGoneText: 'Esta cuenta ya no existe; pida a su administrador que elimine la delegación.',
  namesUnavailable:
    'No se pudieron consultar los nombres. Si sigue así, un administrador puede conceder User.ReadBasic.All a esta aplicación.',

  tools: {
    search: 'Buscar personas',
    right: 'Derecho',
    anyRight: 'Cualquier derecho',
    activeOnly: 'Solo activas',
    sort: 'Ordenar por',
    asReported: 'Como en Teams',
    byName: 'Nombre',
    byDate: 'Más recientes primero',
    found: (count) =>
      plural('es', count, { one: '1 persona encontrada', other: `${count} personas encontradas` }),
    nobodyFound: 'Nadie coincide. Cambie la búsqueda o el filtro.',
  },
  takeAlong: {
    export: 'Exportar a CSV',
    copyTable: 'Copiar como tabla',
    print: 'Imprimir',
    yes: 'Sí',
    no: 'No',
    mail: 'Correo',
    jobTitle: 'Cargo',
    department: 'Departamento',
    sinceColumn: 'Desde',
  },

  details: {
    open: (name) => `Detalles de ${name}`,
    close: 'Cerrar',
    rights: 'Derechos',
    facts: 'Acerca de esta delegación',
    bothWays: 'En ambos sentidos: se ayudan mutuamente.',
    nobodyIsTold: 'No se avisa a nadie cuando un derecho cambia o termina.',
    cannotRemoveThemself:
      'Un delegado no puede quitarse a sí mismo; puede hacerlo quien delega o un administrador.',
    gone: 'Esta delegación ya no existe.',
    id: 'Identificador',
    chat: 'Chat',
    call: 'Llamar',
    profile: 'Tarjeta de perfil',
    mail: 'Correo',
    copyLink: 'Copiar vínculo',
    status: 'Estado',
    since: 'Desde',
  },

  manage: {
    title: 'Cómo cambiar quién puede actuar por quién',
    desktop:
      'En un equipo: en Teams, Configuración y más (…) > Configuración > Llamadas > Administrar delegados.',
    phone: 'En un teléfono: en Teams, Configuración > Llamadas > Delegados.',
    article: 'El artículo de Microsoft sobre compartir una línea telefónica',
  },

  oldListStays: 'Lo que ve es de antes.',
  tryAgain: 'Reintentar',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'No se permitió copiar. Seleccione el texto y cópielo.',
  correlationId: (id) => `Id. de correlación: ${id}`,

  problems: {
    offline: { title: 'No tiene conexión', text: 'La lista vuelve por sí sola en cuanto tenga conexión.' },
    unreachable: {
      title: 'No se puede acceder al servidor',
      text: 'Compruebe la conexión e inténtelo de nuevo.',
    },
    sign_in_failed: {
      title: 'No se pudo iniciar su sesión',
      text: (host) =>
        `${host} no dio ningún token. Inténtelo de nuevo; si sigue así, cierre la sesión de ${host} y vuelva a iniciarla.`,
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
      text: 'Para mostrar su lista debe leer sus delegaciones de llamadas. En su organización aún nadie lo ha aceptado; normalmente solo puede hacerlo un administrador.',
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
    throttled: { title: 'Microsoft pide esperar un momento', text: tryingAgain },
    rate_limited: { title: 'Eso fue muy seguido', text: tryingAgain },
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
    list_changed: { title: 'La lista ha cambiado', text: 'Vea la lista nueva.' },
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
  consent: {
    why: 'Lee sus delegaciones de llamadas y los nombres de las personas que figuran en ellas. No cambia nada en Teams.',
    copyLink: 'Copiar el vínculo para su administrador',
    linkCopied: 'Copiado. Envíelo a su administrador.',
    copyMessage: 'Copiar un mensaje ya escrito',
    message: (link) =>
      `Hola: me gustaría usar Call Delegates en Microsoft Teams. Muestra quién puede actuar por quién en las llamadas y necesita el permiso CallDelegation.Read de Microsoft Graph. Como administrador puede concederlo aquí: ${link}`,
    myself: 'Puedo aceptar yo mismo',
  },
  signIn: 'Iniciar sesión',
  popup: {
    waiting: 'Termine en la ventana que se ha abierto…',
    declined: 'La ventana se cerró antes de terminar. Puede intentarlo de nuevo.',
    needsAdmin: 'En su organización solo los administradores pueden aceptarlo. Envíe el vínculo al suyo.',
    blocked:
      'No se pudo abrir la ventana. Permita las ventanas emergentes de este sitio e inténtelo de nuevo.',
    spreading: 'Hecho. Esperando a que Microsoft lo transmita…',
  },
  policyCommand: 'Copiar el comando para su administrador',

  outside: {
    title: 'Abra esto en Microsoft Teams',
    text: 'Call Delegates inicia su sesión a través de Microsoft Teams, Outlook o la aplicación Microsoft 365, así que aquí no puede mostrar su lista.',
    steps: 'En Teams, elija Aplicaciones, busque Call Delegates y ábralo.',
  },
};
