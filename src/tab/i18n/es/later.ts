import type { LaterMessages } from '../en/later.js';
import type { CountAndDate } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `He comprobado el ${date} que esta lista está vacía.`
    : plural('es', count, {
        one: `He comprobado esta persona y sus derechos el ${date}.`,
        other: `He comprobado estas ${count} personas y sus derechos el ${date}.`,
      });

export const later: LaterMessages = {
  close: 'Cerrar',
  namesUnavailable:
    'No se pudieron consultar los nombres. Si sigue así, un administrador puede conceder User.ReadBasic.All a esta aplicación.',

  find: {
    search: 'Buscar personas',
    right: 'Derecho',
    anyRight: 'Cualquier derecho',
    activeOnly: 'Solo activas',
    sort: 'Ordenar por',
    asReported: 'Como en Teams',
    byName: 'Nombre',
    byDate: 'Más recientes primero',
    found: ({ count }) =>
      plural('es', count, { one: '1 persona encontrada', other: `${count} personas encontradas` }),
    nobodyFound: 'Nadie coincide. Cambie la búsqueda o el filtro.',
  },
  export: {
    toCsv: 'Exportar a CSV',
    copyTable: 'Copiar como tabla',
    print: 'Imprimir',
    yes: 'Sí',
    no: 'No',
    mail: 'Correo',
    jobTitle: 'Cargo',
    department: 'Departamento',
    since: 'Desde',
    id: 'Identificador',
    statusOfGone: ({ status }) => `${status} (Cuenta eliminada)`,
  },

  details: {
    rights: 'Derechos',
    goodToKnow: {
      makeCalls: 'También se aplica la directiva de llamadas del delegado.',
      receiveCalls: 'Que suene el teléfono del delegado es otra configuración, que esta página no ve.',
      pickUpHeldCalls: 'Un delegado ve cuándo la persona está en una llamada y con quién.',
      joinActiveCalls:
        'Funciona en Windows, en la web y en teléfonos de escritorio; no en Mac ni en móviles.',
      manageCallAndDelegateSettings: 'Incluye también los derechos de los demás delegados.',
    },
    facts: 'Acerca de esta delegación',
    bothWays: 'En ambos sentidos: se ayudan mutuamente.',
    nobodyIsTold:
      'No se avisa a nadie cuando un derecho cambia o termina. Un delegado no puede quitarse a sí mismo; puede hacerlo quien delega o un administrador.',
    gone: 'Esta delegación ya no existe.',
    id: 'Identificador',
    status: 'Estado',
    since: 'Desde',
    sinceDay: ({ day, relative }) => `${day} (${relative})`,
    chat: 'Chat',
    call: 'Llamar',
    profile: 'Tarjeta de perfil',
    mail: 'Correo',
    copyLink: 'Copiar vínculo',
  },

  manage: {
    title: 'Cómo cambiar quién puede actuar por quién',
    desktop:
      'En un equipo: en Teams, Configuración y más (…) > Configuración > Llamadas > Administrar delegados.',
    phone: 'En un teléfono: en Teams, Configuración > Llamadas > Delegados.',
    article: 'El artículo de Microsoft sobre compartir una línea telefónica',
  },

  consent: {
    copyLink: 'Copiar el vínculo para su administrador',
    linkCopied: 'Copiado. Envíelo a su administrador.',
    copyMessage: 'Copiar un mensaje ya escrito',
    message: ({ link }) =>
      `Hola: me gustaría usar Call Delegates en Microsoft Teams. Muestra quién puede actuar por quién en las llamadas y necesita el permiso CallDelegation.Read de Microsoft Graph. Como administrador puede concederlo aquí: ${link}`,
    myself: 'Puedo aceptar yo mismo',
  },
  signIn: {
    button: 'Iniciar sesión',
    waiting: 'Termine en la ventana que se ha abierto…',
    declined: 'La ventana se cerró antes de terminar. Puede intentarlo de nuevo.',
    needsAdmin: 'En su organización solo los administradores pueden aceptarlo. Envíe el vínculo al suyo.',
    blocked:
      'No se pudo abrir la ventana. Permita las ventanas emergentes de este sitio e inténtelo de nuevo.',
    spreading: 'Hecho. Esperando a que Microsoft lo transmita…',
  },

  confirm: {
    statement,
    invitation: ({ count, date }) =>
      `${statement({ count, date })} Confirme una vez, y esta página le dirá qué ha cambiado desde entonces.`,
    confirm: 'Confirmar esta lista',
    confirmNew: 'Confirmar la lista nueva',
    confirming: 'Confirmando…',
    confirmedToday: 'Confirmada hoy',
    unchangedSince: ({ date }) => `Confirmada el ${date}. Nada ha cambiado desde entonces.`,
    changesSince: ({ count, date }) =>
      plural('es', count, {
        one: `1 cambio desde que confirmó el ${date}`,
        other: `${count} cambios desde que confirmó el ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }) => `Nuevo: usted puede actuar por ${name}.`,
        delegates: ({ name }) => `Nuevo: ${name} puede actuar por usted.`,
      },
      removed: {
        delegators: ({ name }) => `${name} le ha quitado de sus delegados.`,
        delegates: ({ name }) => `${name} ya no actúa por usted.`,
      },
      gained: {
        delegators: ({ right, name }) => `${name} ahora le permite ${verbs[right]}.`,
        delegates: ({ right, name }) => `${name} ahora puede ${verbs[right]} en su nombre.`,
      },
      lost: {
        delegators: ({ right, name }) => `${name} ya no le permite ${verbs[right]}.`,
        delegates: ({ right, name }) => `${name} ya no puede ${verbs[right]} en su nombre.`,
      },
      unreported: ({ right, name }) => `${name}: Microsoft ya no indica «${rights[right]}».`,
      activated: ({ name }) => `${name}: ahora está activa.`,
      deactivated: ({ name }) => `${name}: ahora está inactiva.`,
      statusUnreported: ({ name }) => `${name}: Microsoft ya no indica si está activa.`,
    },
  },
  history: {
    open: 'Historial',
    title: 'Lo que ha confirmado',
    moment: ({ day, time }) => `${day}, ${time}`,
    first: 'Primera confirmación.',
    noChanges: 'Sin cambios desde la anterior.',
    people: ({ count }) => plural('es', count, { one: '1 persona', other: `${count} personas` }),
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

  outside: {
    title: 'Abra esto en Microsoft Teams',
    text: 'Call Delegates inicia su sesión a través de Microsoft Teams, Outlook o la aplicación Microsoft 365, así que aquí no puede mostrar su lista.',
    steps: 'En Teams, elija Aplicaciones, busque Call Delegates y ábralo.',
  },
};
