import type { AdministratorMessages } from '../en/administrator.js';

export const administrator: AdministratorMessages = {
  send: 'Enviar a mi administrador',
  mail: 'Correo',
  copyMessage: 'Copiar mensaje',
  pasteHere: 'Pegue aquí el mensaje: está en el Portapapeles.',
  copiedToPaste: 'Copiado. Péguelo en el correo.',

  subject: {
    consent: 'Solicitud de aprobación de la aplicación Call Delegates',
    removeDelegations: 'Delegaciones de llamadas que quitar en Microsoft Teams',
    changeRights: 'Delegaciones de llamadas que cambiar en Microsoft Teams',
    checkDelegations: 'Delegaciones de llamadas que revisar en Microsoft Teams',
    assignTeamsPhone: 'Revisión de mi licencia de Teams Phone',
    allowDelegation: 'Solicitud para activar la delegación de llamadas en Microsoft Teams',
    allowNotices: 'Solicitud para permitir las notificaciones de Call Delegates en Microsoft Teams',
    lookAtSignIn: 'No puedo iniciar sesión en Call Delegates en Microsoft Teams',
    lookAtApp: 'Call Delegates no me funciona en Microsoft Teams',
  },
  greeting: 'Hola:',
  whatToDo: {
    consent:
      'Me gustaría usar Call Delegates en Microsoft Teams. La aplicación muestra quién puede actuar en nombre de quién en las llamadas y no cambia nada. Necesita permisos de Microsoft Graph que solo un administrador puede conceder. Puede concederlos para todos aquí:',
    removeGone:
      'En Microsoft Teams quedan delegaciones de llamadas de cuentas que ya no existen. Nadie puede usarlas y nadie debería conservarlas. Le pido que las quite.',
    removeGoneDelegator:
      'Microsoft Teams todavía me incluye entre los delegados de cuentas que ya no existen. Ningún comando puede cambiarlo mientras esas cuentas estén eliminadas. Si se eliminaron hace menos de 30 días, le pido que las restaure, quite las delegaciones y vuelva a eliminarlas. En caso contrario, le pido que abra una incidencia de soporte con Microsoft.',
    removeDisabled:
      'En Microsoft Teams quedan delegaciones de llamadas de cuentas bloqueadas. Si esas cuentas deben seguir bloqueadas, le pido que quite las delegaciones.',
    changeRights: 'Le pido que cambie lo que puede hacer el delegado en estas delegaciones de llamadas.',
    checkDelegations:
      'Algunas delegaciones de llamadas de Microsoft Teams no están como deberían: están inactivas o sus permisos no son correctos, y nosotros no podemos cambiarlo. Le pido que las revise.',
    assignTeamsPhone:
      'La delegación de llamadas de Microsoft Teams requiere Teams Phone y parece que no tengo una licencia válida. Le pido que revise mi licencia y que compruebe que puedo hacer llamadas. Un cambio puede tardar hasta 24 horas.',
    allowDelegation:
      'Microsoft Teams no me permite usar la delegación de llamadas. Le pido que compruebe que tengo Teams Phone y que AllowDelegation está activado en mi directiva de llamadas.',
    allowNotices:
      'He pedido a Call Delegates que me avise en Microsoft Teams cuando cambie una delegación de llamadas, pero sus notificaciones no me llegan. Le pido que compruebe que la versión instalada de la aplicación solicita TeamsActivity.Send.User, que está instalada una sola vez y que los usuarios pueden instalar aplicaciones así; o que le conceda el permiso de aplicación TeamsActivity.Send.',
    /** Stands before `lookAtSignIn` where there is a code. */
    refused: ({ code }: { readonly code: string }) =>
      `Microsoft Entra ID rechaza mi inicio de sesión en la aplicación Call Delegates (${code}).`,
    lookAtSignIn: {
      location:
        'Una directiva de acceso condicional evalúa el inicio de sesión según su ubicación. El servidor de la aplicación inicia sesión en mi nombre, por lo que también cuenta su dirección de salida. Agregue esa dirección a una ubicación con nombre en la que confíe la directiva, o excluya la aplicación de la directiva.',
      device:
        'Una directiva de acceso condicional exige un dispositivo administrado o compatible. Compruebe mi dispositivo o excluya la aplicación de la directiva.',
      assignment:
        'La aplicación requiere asignación. Asígneme en el Centro de administración de Microsoft Entra, en Aplicaciones empresariales > Call Delegates > Usuarios y grupos.',
      account:
        'Mi cuenta es desconocida o está deshabilitada en la organización en la que inicia sesión la aplicación. Compruébela. Un invitado necesita allí una invitación.',
      policy:
        'Consulte los registros de inicio de sesión en el Centro de administración de Microsoft Entra: el inicio de sesión fallido en Call Delegates indica la directiva que se me aplica.',
    },
    lookAtApp: ({ code }) =>
      `La aplicación Call Delegates me muestra un error (${code}). Su registro da más detalles: búsquelos por el código de soporte.`,
  },
  people: ({ names }) => `Se trata de ${names}.`,
  accounts: ({ ids }) => `Id. de objeto de estas cuentas: ${ids}`,
  commands: {
    remove:
      'En PowerShell, con el módulo MicrosoftTeams y después de Connect-MicrosoftTeams, estas líneas las quitan y después muestran la configuración:',
    removeMayNotShow:
      'Si la última línea falla, probablemente quede alguna cuenta eliminada entre los delegados.',
    change:
      'En PowerShell, con el módulo MicrosoftTeams y después de Connect-MicrosoftTeams, estas líneas lo hacen y muestran la configuración de antes y de después:',
    look: 'En PowerShell, con el módulo MicrosoftTeams y después de Connect-MicrosoftTeams, estas líneas muestran cómo está configurado:',
  },
  asked: ({ from, at }) => `Soy ${from} y lo vi en este momento: ${at}.`,
  askedByNobody: ({ at }) => `Lo vi en este momento: ${at}.`,
  /** The host's or Microsoft's own words. */
  reason: ({ reason }: { readonly reason: string }) => `Motivo indicado: ${reason}`,
  supportCode: ({ code }) => `Código de soporte: ${code}`,
  thanks: 'Muchas gracias.',
};
