import type { LaterMessages } from '../en/later.js';
import { who, type CountAndDate } from '../parameters.js';
import { plural } from '../plural.js';
import { ask } from './ask.js';
import { attention } from './attention.js';
import { notices } from './notices.js';
import { rights, verbs } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `He comprobado el ${date} que esta lista está vacía.`
    : plural('es', count, {
        one: `He revisado a esta persona y sus permisos el ${date}.`,
        many: `He revisado a estas ${count} personas y sus permisos el ${date}.`,
        other: `He revisado a estas ${count} personas y sus permisos el ${date}.`,
      });

export const later: LaterMessages = {
  close: 'Cerrar',
  namesUnavailable:
    'No se pueden mostrar los nombres. Si sigue así, su administrador puede permitir que esta aplicación los lea.',

  find: {
    search: 'Buscar personas',
    clear: 'Borrar la búsqueda',
    right: 'Permiso',
    anyRight: 'Cualquier permiso',
    activeOnly: 'Solo activas',
    sort: 'Ordenar por',
    asReported: 'Como en Teams',
    byName: 'Nombre',
    byDate: 'Más recientes primero',
    found: ({ count, total }) => `${count} de ${total} personas`,
    nobodyFound: 'No hay resultados. Cambie la búsqueda o el filtro.',
    clearFilters: 'Borrar filtros',
  },
  export: {
    toCsv: 'Descargar archivo CSV',
    copyTable: 'Copiar como tabla',
    downloaded: 'Archivo descargado. Si no lo encuentra, copie la tabla.',
    print: 'Imprimir',
    list: 'Lista',
    account: 'Cuenta',
    asOf: 'Fecha de los datos',
    yes: 'Sí',
    no: 'No',
    mail: 'Correo electrónico',
    jobTitle: 'Cargo',
    department: 'Departamento',
    since: 'Desde',
    id: 'Identificador',
    statusOfGone: ({ status }) => `${status} (cuenta eliminada)`,
  },

  details: {
    rights: 'Permisos',
    goodToKnow: {
      delegators: {
        makeCalls: 'También se aplica su propia directiva de llamadas.',
        receiveCalls: 'Que suene su teléfono depende de otra opción, que esta página no puede ver.',
        pickUpHeldCalls: 'Usted ve cuándo esta persona está en una llamada, y con quién.',
        joinActiveCalls: 'Funciona en Windows, en la Web y en teléfonos de mesa; no en Mac ni en móviles.',
        manageCallAndDelegateSettings: 'Incluye los permisos de los demás delegados.',
      },
      delegates: {
        makeCalls: 'También se aplica la directiva de llamadas de su delegado.',
        receiveCalls:
          'Que suene el teléfono de su delegado depende de otra opción, que esta página no puede ver.',
        pickUpHeldCalls: 'Su delegado ve cuándo usted está en una llamada, y con quién.',
        joinActiveCalls: 'Funciona en Windows, en la Web y en teléfonos de mesa; no en Mac ni en móviles.',
        manageCallAndDelegateSettings: 'Su delegado puede cambiar los permisos de todos sus delegados.',
      },
    },
    facts: 'Acerca de esta delegación',
    uses: {
      notNow: 'No por el momento.',
      notHere: 'No en el dispositivo que usa ahora.',
      inCall: 'Ahora hay una llamada en curso.',
      notInCall: 'Ahora no hay ninguna llamada en curso.',
    },
    bothWays: 'Se ayudan mutuamente.',
    nobodyIsTold:
      'Teams no avisa a nadie cuando un permiso cambia o termina. Un delegado no puede darse de baja por su cuenta; pueden quitarlo la persona a la que ayuda o un administrador.',
    gone: 'Esta delegación ya no existe.',
    links: {
      otherPeople: 'Este vínculo trata de una delegación entre otras personas. Solo ellas pueden abrirlo.',
      malformed: 'Este vínculo está incompleto. Pida uno nuevo o elija a la persona en la lista.',
      unknownReader:
        'Teams no indica quién es usted, así que este vínculo no se puede abrir. Elija a la persona en la lista.',
    },
    support: 'Para el soporte técnico',
    id: 'Identificador',
    status: 'Estado',
    since: 'Desde',
    chat: 'Chat',
    call: 'Llamar',
    profile: 'Tarjeta de perfil',
    mail: 'Correo',
    copyLink: 'Copiar vínculo',
  },

  manage: {
    newWindow: 'se abre en una ventana nueva',
    preview: 'Versión preliminar: Microsoft aún está probando este servicio.',
    title: 'Cómo cambiar quién puede actuar en nombre de quién',
    desktop:
      'En un equipo: en Teams, Configuración y más (…) > Configuración > Llamadas > Administrar delegados.',
    phone: 'En un móvil: en Teams, Configuración > Llamadas > Delegados.',
    article: 'Artículo de Microsoft sobre cómo compartir una línea telefónica',
    privacy: 'Privacidad: qué lee y qué conserva la aplicación',
    support: ({ contact }) => `Ayuda con esta aplicación: ${who(contact, '')}`,
  },

  consent: {
    myself: 'Puedo dar mi consentimiento',
  },
  signIn: {
    button: 'Iniciar sesión',
    waiting: 'Termine en la ventana y vuelva aquí.',
    /** The window may be closed, or not. */
    unknown: 'Termine en la ventana y vuelva aquí. Si la ha cerrado, puede intentarlo de nuevo.',
    unfinished: 'No se ha completado. Puede intentarlo de nuevo.',
    /** Signing in has worked and was not enough. */
    anotherWay: 'Microsoft pide algo más. Seleccione de nuevo el botón para iniciar sesión de otra manera.',
    noHelp: ({ code }: { readonly code: string }) =>
      `No ha funcionado (código: ${code}). Su administrador puede averiguar el motivo.`,
    needsAdmin: 'En su organización solo los administradores pueden aprobarlo. Envíe la solicitud al suyo.',
    blocked:
      'No se pudo abrir la ventana. Permita las ventanas emergentes de este sitio y vuelva a intentarlo.',
    spreading: 'Listo. Puede tardar unos segundos en surtir efecto…',
    /** Why the host could not sign the user in. */
    reasons: {
      needsSignIn:
        'Microsoft le pide que inicie sesión de nuevo o que acepte que esta aplicación inicie su sesión.',
      temporary: ({ host }: { readonly host: string }) =>
        `${host} no ha podido obtener un inicio de sesión de Microsoft en este momento. Inténtelo de nuevo. Si no funciona, reinicie ${host}.`,
      misconfigured:
        'El inicio de sesión de la aplicación no está bien configurado. Usted no puede solucionarlo, pero su administrador sí.',
    },
  },

  confirm: {
    statement,
    invitation: ({ count }) =>
      count === 0
        ? 'Aún sin confirmar. Confirme que esta lista está vacía; después, esta página mostrará lo que cambie.'
        : 'Aún sin confirmar. Revise las filas y después confirme. Esta página muestra lo que Microsoft 365 indica sobre sus delegaciones de llamadas y no cambia nada.',
    confirm: 'Confirmar esta lista',
    confirmNew: 'Confirmar la lista nueva',
    confirming: 'Confirmando…',
    confirmAgain: 'Confirmar de nuevo',
    confirmedAt: ({ time }) => `Confirmada (${time}).`,
    right: 'Es correcto',
    wrong: 'No me lo esperaba',
    notRight: 'Algo no es correcto',
    cancel: 'Cancelar',
    whatIsNotRight: '¿Qué no se esperaba?',
    verdictOn: ({ name }) => `¿Es correcto para ${who(name, 'esta persona')}?`,
    checked: ({ count, total }) => `Revisión: ${count} de ${total}`,
    allChecked: 'Todo revisado. Ya puede confirmar.',
    fromTo: ({ before, now }) => `${before} → ${now}`,
    holds: ({ held }) => `Permisos: ${held}`,
    holdsNone: 'ninguno',
    stillWrong: ({ name }) =>
      `${who(name, 'Esta persona')}: nada ha cambiado desde que indicó que no se lo esperaba.`,
    ask: 'Pedir un cambio',
    someHidden: 'La búsqueda o el filtro oculta a algunas personas. Muestre a todas y después confirme.',
    showEverybody: 'Mostrar a todas las personas',
    someUnnamed: 'Algunos nombres no se pueden mostrar, así que esta lista aún no se puede confirmar.',
    unchangedSince: ({ date }) => `Confirmada el ${date}. Nada ha cambiado desde entonces.`,
    changesSince: ({ count, date }) =>
      plural('es', count, {
        one: `1 cambio desde su confirmación del ${date}`,
        many: `${count} cambios desde su confirmación del ${date}`,
        other: `${count} cambios desde su confirmación del ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }) => `Novedad: puede actuar en nombre de ${who(name, 'otra persona')}.`,
        delegates: ({ name }) => `Novedad: ${who(name, 'otra persona')} puede actuar en nombre de usted.`,
      },
      removed: {
        delegators: ({ name }) => `Ya no figura entre los delegados de ${who(name, 'una persona')}.`,
        delegates: ({ name }) => `${who(name, 'Una persona')} ya no puede actuar en nombre de usted.`,
      },
      gained: {
        delegators: ({ right, name }) =>
          `Ahora puede ${verbs[right]} en nombre de ${who(name, 'esta persona')}.`,
        delegates: ({ right, name }) =>
          `${who(name, 'Esta persona')} ahora puede ${verbs[right]} en nombre de usted.`,
      },
      lost: {
        delegators: ({ right, name }) =>
          `Ya no puede ${verbs[right]} en nombre de ${who(name, 'esta persona')}.`,
        delegates: ({ right, name }) =>
          `${who(name, 'Esta persona')} ya no puede ${verbs[right]} en nombre de usted.`,
      },
      unreported: ({ right, name }) =>
        `Microsoft ya no indica «${rights[right]}» para ${who(name, 'esta persona')}.`,
      activated: ({ name }) => `${who(name, 'Una persona')}: la delegación ahora está activa.`,
      deactivated: ({ name }) => `${who(name, 'Una persona')}: la delegación ahora está inactiva.`,
      statusUnreported: ({ name }) =>
        `Microsoft ya no indica si la delegación con ${who(name, 'esta persona')} está activa.`,
    },
  },
  news: {
    tab: 'Hay cambios',
    otherList: {
      delegators: 'Hay cambios en «Personas a las que ayuda».',
      delegates: 'Hay cambios en «Sus delegados».',
    },
    list: ({ count }) =>
      plural('es', count, {
        one: 'La lista ha cambiado: 1 cambio.',
        many: `La lista ha cambiado: ${count} cambios.`,
        other: `La lista ha cambiado: ${count} cambios.`,
      }),
  },

  history: {
    open: 'Historial',
    title: 'Lo que ha confirmado',
    first: 'Primera confirmación.',
    noChanges: 'Sin cambios desde la anterior.',
    people: ({ count }) =>
      plural('es', count, {
        one: '1 persona',
        many: `${count} personas`,
        other: `${count} personas`,
      }),
    empty: 'Todavía no ha confirmado esta lista.',
    more: 'Mostrar más',
    export: 'Descargar el historial como archivo CSV',
    copy: 'Copiar el historial como tabla',
    delete: 'Eliminar mi historial',
    deleteQuestion: '¿Eliminar definitivamente todas sus confirmaciones de ambas listas?',
    deleteForGood: 'Eliminar definitivamente',
    keep: 'Conservar',
    deleted: 'Eliminado. Ya no hay nada confirmado.',
    when: 'Cuándo',
    record: 'La lista tal como estaba',
    verdict: 'Su valoración',
    right: 'Es correcto',
    wrong: 'Inesperado',
    confirmedOn: ({ moment }) => `Confirmada el ${moment}`,
  },

  attention,
  ask,
  notices,

  outside: {
    title: 'Abra esta aplicación en Microsoft Teams',
    text: 'Call Delegates inicia sesión a través de Microsoft Teams, Outlook o la aplicación Microsoft 365, por lo que no puede mostrar sus listas aquí.',
    steps: 'En Teams, elija Aplicaciones, busque Call Delegates y abra la aplicación.',
  },
};
