import type { AskMessages } from '../en/ask.js';
import { who } from '../parameters.js';

const greeting = (name: string | null): string => (name === null ? 'Bonjour,' : `Bonjour ${who(name, '')},`);

export const ask: AskMessages = {
  title: {
    delegators: ({ name }) => `Demander une modification à ${who(name, 'cette personne')}`,
    delegates: ({ name }) => `Modifier ce que ${who(name, 'cette personne')} peut faire`,
  },
  howTo: 'Comment modifier vos délégués',
  howToCallSettings: 'Ce que deviennent vos appels',
  whatToChange: 'Que faut-il modifier ?',
  kinds: {
    rights: 'Les autorisations',
    activate: 'Réactiver la délégation',
    end: {
      delegators: 'Je ne souhaite plus faire partie des délégués',
      delegates: 'Cette personne ne doit plus faire partie des délégués',
    },
  },
  chooseFirst: 'Choisissez ce qu’il faut modifier.',
  message: 'Votre message',
  nothingIsSent: 'Rien n’est envoyé tant que vous ne l’envoyez pas vous-même.',
  openChat: 'Ouvrir une conversation',
  openMail: 'Écrire un e-mail',
  copyMessage: 'Copier le message',
  stepsTitle: 'Dans Teams',
  orAdministrator: 'Votre administrateur peut aussi le faire.',
  askedDuringVisit: 'Ce que vous avez demandé',

  quoted: ({ label }) => `« ${label} »`,

  subject: {
    change: 'Ma délégation d’appels pour vous dans Microsoft Teams',
    end: 'Merci de me retirer de vos délégués',
  },
  question: {
    give: ({ name, given }) =>
      `${greeting(name)} pourriez-vous activer ${given} dans mes autorisations de délégation d’appels ?`,
    take: ({ name, taken }) =>
      `${greeting(name)} pourriez-vous désactiver ${taken} dans mes autorisations de délégation d’appels ? Je n’en ai plus besoin.`,
    giveAndTake: ({ name, given, taken }) =>
      `${greeting(name)} pourriez-vous, dans mes autorisations de délégation d’appels, activer ${given} et désactiver ${taken} ?`,
    activate: ({ name }) =>
      `${greeting(name)} ma délégation d’appels pour vous est inactive et je ne peux donc pas agir pour vous dans les appels. Pourriez-vous y jeter un œil ?`,
    end: ({ name }) =>
      `${greeting(name)} je ne vous assiste plus pour vos appels. Pourriez-vous me retirer de vos délégués ?`,
  },
  path: ({ name }) =>
    `Dans Teams : Paramètres et plus (…) > Paramètres > Appels > Gérer les délégués > ${who(name, 'mon nom')}.`,
  pathWithoutName: 'Dans Teams : Paramètres et plus (…) > Paramètres > Appels > Gérer les délégués.',
  paragraph: {
    withDate: ({ question, path, date }) =>
      `${question} C’était le cas quand j’ai vérifié le ${date}. ${path} Merci !`,
    withThanks: ({ question, path }) => `${question} ${path} Merci !`,
    withPath: ({ question, path }) => `${question} ${path}`,
  },

  steps: {
    openSettings: {
      computer: 'Dans Teams, ouvrez Paramètres et plus (…), puis Paramètres.',
      phone: 'Dans Teams, appuyez sur votre photo, puis sur Paramètres.',
    },
    openDelegates: {
      computer:
        'Choisissez Appels, puis allez à Gérer les délégués. S’il y a un onglet Vos délégués, ouvrez-le.',
      phone: 'Appuyez sur Appels, puis sur Délégués.',
    },
    openCalls: {
      computer:
        'Choisissez Appels. Vous y voyez si les appels sonnent chez vos délégués, et ce qui se passe quand personne ne répond.',
      phone:
        'Appuyez sur Appels. Vous y voyez si les appels sonnent chez vos délégués, et ce qui se passe quand personne ne répond.',
    },
    findPerson: ({ name }) => `Recherchez ${who(name, 'la personne')} et ouvrez ses autorisations.`,
    addPerson: 'Pour ajouter quelqu’un, choisissez Ajouter un délégué.',
    removePerson: ({ name }) =>
      `Pour retirer ${who(name, 'quelqu’un')}, choisissez la corbeille à côté du nom. S’il n’y en a pas, ouvrez le nom ou son menu (…).`,
    switchOn: ({ permissions }) => `Activez ${permissions}.`,
    switchOff: ({ permissions }) => `Désactivez ${permissions}.`,
    comeBack: 'Revenez ici et actualisez : cette page indique si c’est fait.',
  },

  outcome: {
    happened: ({ name }) =>
      `C’est fait : la délégation avec ${who(name, 'cette personne')} est maintenant comme vous le vouliez.`,
    partly: ({ name }) =>
      `La délégation avec ${who(name, 'cette personne')} a changé, mais pas sur tous les points que vous vouliez.`,
    notYet: ({ name }) => `La délégation avec ${who(name, 'cette personne')} n’a pas encore changé.`,
    ended: ({ name }) => `La délégation avec ${who(name, 'cette personne')} a pris fin.`,
    notReported: ({ name }) =>
      `Microsoft n’indique pas si la délégation avec ${who(name, 'cette personne')} a changé.`,
  },
};
