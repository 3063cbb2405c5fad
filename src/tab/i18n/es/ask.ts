import type { AskMessages } from '../en/ask.js';
import { who } from '../parameters.js';

const greeting = (name: string | null): string => (name === null ? 'Hola:' : `Hola, ${who(name, '')}:`);

export const ask: AskMessages = {
  title: {
    delegators: ({ name }) => `Pedir un cambio a ${who(name, 'esta persona')}`,
    delegates: ({ name }) => `Cambiar lo que ${who(name, 'esta persona')} puede hacer`,
  },
  howTo: 'Cómo cambiar sus delegados',
  howToCallSettings: 'Qué ocurre con sus llamadas',
  whatToChange: '¿Qué debe cambiar?',
  kinds: {
    rights: 'Los permisos',
    activate: 'Volver a activar la delegación',
    end: {
      delegators: 'No quiero seguir entre los delegados',
      delegates: 'Esta persona no debe seguir entre los delegados',
    },
  },
  chooseFirst: 'Elija lo que debe cambiar.',
  message: 'Su mensaje',
  nothingIsSent: 'No se envía nada hasta que usted lo envíe.',
  openChat: 'Abrir un chat',
  openMail: 'Escribir un correo',
  copyMessage: 'Copiar el mensaje',
  stepsTitle: 'En Teams',
  orAdministrator: 'Su administrador también puede hacerlo.',
  askedDuringVisit: 'Lo que ha pedido',

  quoted: ({ label }) => `«${label}»`,

  subject: {
    change: 'Mi delegación de llamadas en su nombre en Microsoft Teams',
    end: 'Le ruego que me quite de sus delegados',
  },
  question: {
    give: ({ name, given }) =>
      `${greeting(name)} ¿podría activar ${given} en mis permisos de delegación de llamadas?`,
    take: ({ name, taken }) =>
      `${greeting(name)} ¿podría desactivar ${taken} en mis permisos de delegación de llamadas? Ya no lo necesito.`,
    giveAndTake: ({ name, given, taken }) =>
      `${greeting(name)} en mis permisos de delegación de llamadas, ¿podría activar ${given} y desactivar ${taken}?`,
    activate: ({ name }) =>
      `${greeting(name)} mi delegación de llamadas está inactiva, así que no puedo actuar en su nombre en las llamadas. ¿Podría revisarla?`,
    end: ({ name }) =>
      `${greeting(name)} ya no le ayudo con las llamadas. ¿Podría quitarme de sus delegados?`,
  },
  path: ({ name }) =>
    `En Teams: Configuración y más (…) > Configuración > Llamadas > Administrar delegados > ${who(name, 'mi nombre')}.`,
  pathWithoutName: 'En Teams: Configuración y más (…) > Configuración > Llamadas > Administrar delegados.',
  paragraph: {
    withDate: ({ question, path, date }) =>
      `${question} Así estaba cuando lo comprobé el ${date}. ${path} ¡Gracias!`,
    withThanks: ({ question, path }) => `${question} ${path} ¡Gracias!`,
    withPath: ({ question, path }) => `${question} ${path}`,
  },

  steps: {
    openSettings: {
      computer: 'En Teams, abra Configuración y más (…) y, después, Configuración.',
      phone: 'En Teams, pulse su imagen y, después, Configuración.',
    },
    openDelegates: {
      computer: 'Elija Llamadas y vaya a Administrar delegados. Si hay una pestaña Sus delegados, ábrala.',
      phone: 'Pulse Llamadas y, después, Delegados.',
    },
    openCalls: {
      computer:
        'Elija Llamadas. Ahí verá si las llamadas suenan en los teléfonos de sus delegados y qué ocurre cuando nadie responde.',
      phone:
        'Pulse Llamadas. Ahí verá si las llamadas suenan en los teléfonos de sus delegados y qué ocurre cuando nadie responde.',
    },
    findPerson: ({ name }) => `Busque a ${who(name, 'la persona')} y abra sus permisos.`,
    addPerson: 'Para agregar a alguien, elija Agregar un delegado.',
    removePerson: ({ name }) =>
      `Para quitar a ${who(name, 'alguien')}, elija la papelera que está junto al nombre. Si no la hay, abra el nombre o su menú (…).`,
    switchOn: ({ permissions }) => `Active ${permissions}.`,
    switchOff: ({ permissions }) => `Desactive ${permissions}.`,
    comeBack: 'Vuelva aquí y actualice: esta página le dirá si ya se ha hecho.',
  },

  outcome: {
    happened: ({ name }) =>
      `Listo: la delegación con ${who(name, 'esta persona')} ya está como usted quería.`,
    partly: ({ name }) =>
      `La delegación con ${who(name, 'esta persona')} ha cambiado, pero no en todo lo que usted quería.`,
    notYet: ({ name }) => `La delegación con ${who(name, 'esta persona')} aún no ha cambiado.`,
    ended: ({ name }) => `La delegación con ${who(name, 'esta persona')} ha terminado.`,
    notReported: ({ name }) =>
      `Microsoft no indica si la delegación con ${who(name, 'esta persona')} ha cambiado.`,
  },
};
