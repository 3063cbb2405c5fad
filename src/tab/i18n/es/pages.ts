import type { PagesText } from '../PagesText.js';

export const pages: PagesText = {
  layout: {
    pages: 'Páginas',
    languages: 'Idiomas',
    home: 'Acerca de',
    privacy: 'Privacidad',
    terms: 'Términos de uso',
    otherWebsite: 'abre otro sitio web',
  },
  contact: {
    heading: 'Contacto',
    write: '¿Tiene una pregunta, un problema o una solicitud sobre sus datos? Escríbanos:',
    administrator:
      '¿Tiene una pregunta, un problema o una solicitud sobre sus datos? Diríjase al administrador que le proporcionó esta aplicación.',
  },
  openInTeams: 'Abrir en Microsoft Teams',

  home: {
    lead: 'Vea quién puede actuar en nombre de quién en las llamadas: las personas a las que ayuda, sus delegados, qué se permite a cada uno, si está activo y desde cuándo.',
    readsOnly:
      'Call Delegates es una pestaña para Microsoft Teams, Outlook y la aplicación Microsoft 365. Solo lee; para cambiar una delegación, use la configuración de Teams.',
    steps: {
      heading: 'Cómo abrirla',
      apps: 'En Microsoft Teams, seleccione «Aplicaciones».',
      search:
        'Busque Call Delegates. Si no aparece, pida al administrador de Teams que permita la aplicación.',
      open: 'Seleccione «Abrir». La sesión se inicia con su cuenta profesional; no necesita ninguna otra contraseña.',
    },
    administrators: {
      heading: 'Para administradores',
      text: 'Para que las personas puedan ver sus listas, un administrador debe permitir antes que la aplicación las lea. Quien abra la aplicación antes de eso recibe el vínculo que debe enviarle a usted.',
    },
  },

  privacy: {
    lead: 'Qué hace Call Delegates con los datos sobre usted.',
    scope: {
      heading: 'Qué abarca esta página',
      text: 'Call Delegates: la pestaña en Microsoft Teams, Outlook y la aplicación Microsoft 365, y el servidor que hay detrás, {{host}}.',
      responsible:
        'La organización que opera este servidor es responsable de los datos. Para Microsoft 365, de donde la aplicación los lee, se aplica la declaración de privacidad de Microsoft.',
    },
    reads: {
      heading: 'Qué lee y para qué',
      text: 'La aplicación solo lee lo que usted ya tiene permiso para ver, y solo mientras la usa. No cambia nada en Microsoft 365.',
      watching:
        'La aplicación solo lee lo que usted ya tiene permiso para ver, y solo mientras la usa. Si ha pedido notificaciones, el servidor también lee sus listas de vez en cuando, aunque usted no la esté usando, para detectar los cambios. Para ello, su organización ha permitido que la aplicación lea por sí misma las delegaciones de llamadas; solo lo hace para las personas que han pedido notificaciones. No cambia nada en Microsoft 365.',
      delegations: {
        term: 'Sus delegaciones de llamadas',
        text: 'Para mostrar quién puede actuar en nombre de quién en las llamadas, con qué permisos, si está activo y desde cuándo.',
      },
      people: {
        term: 'Nombre, puesto, departamento, dirección de correo y nombre de usuario de las personas que figuran en ellas, y si su cuenta está bloqueada',
        text: 'Para que las reconozca y vea si una cuenta está bloqueada o ya no existe.',
      },
      presence: {
        term: 'Su foto y su disponibilidad',
        text: 'Para mostrar de quién se trata y si se le puede localizar.',
      },
      license: {
        term: 'Su licencia de Teams Phone',
        text: 'Para indicarle cuándo la delegación no puede funcionar en su caso porque la licencia falta o está suspendida. La aplicación lee únicamente su propia licencia y no la conserva.',
      },
      signIn: {
        term: 'Su inicio de sesión en Microsoft 365',
        text: 'Contiene su nombre, su nombre de usuario y los identificadores de su cuenta y de su organización. El servidor lo comprueba en cada solicitud para que usted vea únicamente sus propias listas.',
      },
    },
    keeps: {
      heading: 'Qué conserva y durante cuánto tiempo',
      confirmations: {
        term: 'Sus confirmaciones',
        text: 'Cuando confirma una lista, el servidor guarda la fecha y la hora, los identificadores de su cuenta y de su organización, los identificadores, los permisos y el estado de actividad de las personas de la lista, y las entradas que usted haya marcado como incorrectas. Así puede decirle más adelante qué ha cambiado y qué sigue sin corregir.',
      },
      retention: {
        one: 'Cada confirmación se elimina automáticamente después de {{days}} día.',
        many: 'Cada confirmación se elimina automáticamente después de {{days}} de días.',
        other: 'Cada confirmación se elimina automáticamente después de {{days}} días.',
      },
      notices: {
        term: 'Sus notificaciones, si las ha pedido',
        text: 'Los identificadores de su cuenta y de su organización, su idioma, desde cuándo quiere notificaciones y cuándo recibió la última, y el motivo si alguna no se pudo entregar. De cada persona de sus listas, su identificador, cuándo se leyó la lista por última vez y, en lugar de cada permiso y del estado de actividad, un código que solo muestra si ha cambiado. Lo que aún queda por comunicarle se conserva hasta que se envía o, al cabo de un día, se da por perdido; todo lo demás, hasta que usted desactiva las notificaciones.',
      },
      tokens: {
        term: 'El acceso a Microsoft 365',
        text: 'Los tokens de acceso que Microsoft emite al servidor para usted permanecen en su memoria hasta que expiran, por lo general al cabo de una hora.',
      },
      sharedTokens:
        'Durante ese mismo tiempo se conservan cifrados en una base de datos Redis que comparten los servidores.',
      logs: {
        term: 'Registros',
        text: 'De cada solicitud: la hora, de qué tipo fue, cómo terminó, cuánto duró y un código que representa su cuenta. Ni nombres, ni direcciones de correo, ni tokens de acceso. La organización que opera el servidor decide cuánto tiempo se conservan los registros.',
      },
      browser: {
        term: 'En su navegador',
        text: 'Ninguna cookie. Solo la ventana de inicio de sesión guarda algo, hasta que se cierra.',
      },
      nothingElse: 'No se conservan nombres, direcciones de correo, fotos ni contraseñas.',
    },
    notices: {
      heading: 'Notificaciones, si las pide',
      asked:
        'La organización que opera este servidor permite que le avise cuando cambia una delegación. Solo lo hace si usted lo pide en la pestaña, y hasta que lo desactiva allí.',
      content:
        'La notificación aparece en su fuente de actividades de Teams. Dice que algo ha cambiado y en cuál de sus listas, y contiene un vínculo a esa delegación, con el identificador de la otra persona. No contiene nombres ni permisos, porque puede mostrarse en una pantalla de bloqueo.',
      reminder: 'El servidor también le recuerda si lleva mucho tiempo sin confirmar una lista.',
      opened: 'Un cambio se detecta cuando usted o la otra persona de la delegación abre la pestaña.',
      watched:
        'Un cambio se detecta cuando usted o la otra persona de la delegación abre la pestaña, o cuando el propio servidor lee sus listas.',
      others:
        'Por eso, cuando usted abre la pestaña, se puede avisar a personas de sus listas que hayan pedido notificaciones de que algo ha cambiado entre ustedes. No se avisa a nadie más, y la aplicación no muestra a nadie quién ha pedido notificaciones.',
      delivery:
        'Microsoft entrega las notificaciones. Permanecen 30 días en su fuente de actividades y no se pueden retirar. El registro anota cuándo y cómo se envió cada una, con el código que representa su cuenta.',
    },
    where: {
      heading: 'Dónde se conserva y quién lo ve',
      kept: 'En los servidores y las bases de datos de la organización que opera la aplicación; su administrador puede decirle en qué país. Solo tienen acceso las personas que los operan.',
      passedOn:
        'No se transmite nada a nadie. El servidor se comunica con Microsoft y con sus propias bases de datos; su navegador, con este servidor y con Microsoft. No hay publicidad, ni análisis de uso, ni elaboración de perfiles.',
      passedOnButNotices:
        'No se transmite nada a nadie, salvo las notificaciones descritas más arriba. El servidor se comunica con Microsoft y con sus propias bases de datos; su navegador, con este servidor y con Microsoft. No hay publicidad, ni análisis de uso, ni elaboración de perfiles.',
    },
    deleting: {
      heading: 'Cómo eliminarlo',
      confirmations: {
        term: 'Sus confirmaciones',
        text: 'En la pestaña, abra «Historial» y seleccione «Eliminar mi historial». Todas sus confirmaciones se eliminan de inmediato. Durante dos horas como máximo, el servidor recuerda que lo ha hecho, para que no se guarde después nada que aún estuviera en camino.',
      },
      notices: {
        term: 'Sus notificaciones',
        text: 'Desactívelas en la pestaña. Todo lo que se conservaba para ellas se elimina de inmediato. Desinstalar la aplicación no las desactiva.',
      },
      uninstall: {
        term: 'La aplicación',
        text: 'Desinstálela en Teams y dejará de leer nada para usted. Al desinstalarla no se eliminan sus confirmaciones: elimínelas antes o se eliminarán cuando termine su plazo.',
      },
      uninstallWatched:
        'Desactive las notificaciones y después desinstálela en Teams: dejará de leer nada para usted. Al desinstalarla no se eliminan sus confirmaciones: elimínelas antes o se eliminarán cuando termine su plazo.',
      organization: {
        term: 'Para toda la organización',
        text: 'Un administrador puede retirar los permisos de la aplicación en cualquier momento: Centro de administración de Microsoft Entra > Aplicaciones empresariales > Call Delegates > Permisos.',
      },
      backups: {
        term: 'Copias de seguridad',
        text: 'Si la organización hace copias de seguridad de sus bases de datos, lo que usted elimina permanece en cada copia hasta que esta se elimina.',
      },
    },
    protection: {
      heading: 'Cómo está protegido',
      connections: 'Las conexiones están cifradas (HTTPS).',
      requests:
        'El servidor solo acepta un inicio de sesión válido y vigente de Microsoft 365, y lo comprueba en cada solicitud.',
      tokens:
        'Los tokens de acceso con los que el servidor lee de Microsoft 365 nunca llegan a su navegador.',
      ids: 'Las confirmaciones contienen identificadores en lugar de nombres, y nadie más puede leer las suyas en la aplicación.',
    },
  },

  terms: {
    lead: 'Para Call Delegates: la pestaña en Microsoft Teams, Outlook y la aplicación Microsoft 365, y el servidor que hay detrás, {{host}}.',
    shows: {
      heading: 'Qué muestra',
      text: 'Call Delegates muestra lo que Microsoft indica sobre las delegaciones de llamadas en el momento en que usted lo consulta, y no cambia nada. Lo que cuenta es lo que está configurado en Teams.',
    },
    preview: {
      heading: 'Versión preliminar',
      text: 'El servicio de Microsoft del que lee la aplicación es una versión preliminar (beta). Microsoft puede cambiarlo en cualquier momento y no admite su uso en producción. Cuando Microsoft no indica algo, la pestaña lo dice. Si es importante, compruebe también la configuración en Teams.',
    },
    confirmations: {
      heading: 'Confirmaciones',
      text: 'Una confirmación deja constancia de que usted revisó una lista y de lo que Microsoft indicaba en ese momento. No cambia ningún permiso y no es una declaración con efectos jurídicos.',
    },
    notices: {
      heading: 'Notificaciones',
      text: 'Una notificación es un aviso sin garantía: puede llegar tarde o no llegar, y no todos los dispositivos la muestran. Lo que cuenta es lo que está configurado en Teams.',
    },
    use: {
      heading: 'Uso',
      text: 'Use la aplicación con su cuenta profesional y según las normas de su organización; también se aplican los términos de Microsoft 365. Lo que exporta, copia o imprime contiene datos personales de sus colegas: trátelo como corresponde.',
    },
    ending: {
      heading: 'Fin del uso',
      text: 'Puede desinstalar la aplicación en Teams en cualquier momento. La organización que opera el servidor puede cambiar la aplicación o desactivarla.',
    },
    warranty: {
      heading: 'Garantía y licencia',
      text: 'El software es libre, con licencia MIT. Se ofrece tal cual, sin garantía de ningún tipo, en la medida en que la ley lo permita.',
    },
  },

  consent: {
    title: 'Inicio de sesión y permisos',
    signingIn: 'Iniciando sesión…',
    needsScript: 'Esta página necesita JavaScript.',
    nothingToDo: {
      heading: 'Puede cerrar esta página',
      text: 'Call Delegates la usa durante el inicio de sesión y cuando un administrador vuelve después de conceder permisos. Aquí no hay nada que hacer.',
    },
    ends: {
      signedIn: {
        heading: 'Ya ha terminado aquí',
        text: 'Call Delegates continúa por sí solo en Teams. Puede cerrar esta ventana.',
      },
      granted: {
        heading: 'Permiso concedido para su organización',
        text: 'Todas las personas de su organización que tienen la aplicación ya pueden abrir Call Delegates en Teams y ver sus propias listas. Puede tardar unos minutos en funcionar para todos.',
      },
      onePerson: {
        heading: 'Permiso concedido para una sola persona',
        text: 'El vínculo que se usó solo lo pide para la persona que inicia sesión. Si no activó la casilla para toda la organización, nadie más ha recibido el permiso.',
      },
      declined: {
        heading: 'No se concedió el permiso',
        text: 'La solicitud se rechazó, así que nada ha cambiado. Las personas de su organización no podrán ver sus listas hasta que un administrador conceda el permiso.',
      },
      needsAdmin: {
        heading: 'Solo un administrador puede concederlo',
        text: 'Su cuenta no puede conceder este permiso, así que nada ha cambiado. Puede hacerlo alguien con el rol «Administrador de aplicaciones en la nube», con el mismo vínculo.',
      },
      requested: {
        heading: 'Su solicitud está pendiente de aprobación',
        text: 'Un administrador de su organización debe aprobarla. Hasta entonces, nada cambia.',
      },
      refused: {
        heading: 'Su organización impidió este inicio de sesión',
        text: 'Una de sus reglas no permite que esta cuenta inicie sesión en la aplicación, o no desde aquí, así que nada ha cambiado. Pregunte a quienes se encargan de los inicios de sesión en su organización y deles el código que aparece abajo.',
      },
      notSetUp: {
        heading: 'La aplicación no está bien configurada',
        text: 'Microsoft rechazó el registro de la aplicación, así que nada ha cambiado. Dé el código que aparece abajo a quienes configuraron la aplicación.',
      },
      unknown: {
        heading: 'No ha funcionado',
        text: 'Microsoft comunicó un error, así que no se concedió ningún permiso. Inténtelo de nuevo dentro de unos minutos. Si vuelve a ocurrir, dé el código que aparece abajo a quienes configuraron la aplicación.',
      },
    },
    mayRead: {
      heading: 'Qué puede leer ahora la aplicación, para la persona que inicia sesión',
      delegations: 'sus propias delegaciones de llamadas',
      people: 'el nombre, la dirección de correo y la foto de las personas que figuran en ellas',
      presence: 'si esas personas están disponibles',
    },
    undo: {
      heading: 'Para comprobarlo o retirarlo',
      text: 'Centro de administración de Microsoft Entra > Aplicaciones empresariales > Call Delegates > Permisos',
    },
    grantForAll: 'Conceder el permiso para todos',
    backToTeams: 'Vuelva a Teams.',
    code: 'Código:',
  },
};
