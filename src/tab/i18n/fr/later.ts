import type { LaterMessages } from '../en/later.js';
import type { CountAndDate } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `J’ai vérifié le ${date} que cette liste est vide.`
    : plural('fr', count, {
        one: `J’ai vérifié cette personne et ses droits le ${date}.`,
        other: `J’ai vérifié ces ${count} personnes et leurs droits le ${date}.`,
      });

export const later: LaterMessages = {
  close: 'Fermer',
  namesUnavailable:
    'Les noms n’ont pas pu être trouvés. Si cela dure, un administrateur peut accorder User.ReadBasic.All à cette application.',

  find: {
    search: 'Rechercher des personnes',
    right: 'Droit',
    anyRight: 'Tout droit',
    activeOnly: 'Actives seulement',
    sort: 'Trier par',
    asReported: 'Comme dans Teams',
    byName: 'Nom',
    byDate: 'Plus récentes d’abord',
    found: ({ count }) =>
      plural('fr', count, { one: `${count} personne trouvée`, other: `${count} personnes trouvées` }),
    nobodyFound: 'Personne ne correspond. Changez la recherche ou le filtre.',
  },
  export: {
    toCsv: 'Exporter en CSV',
    copyTable: 'Copier le tableau',
    print: 'Imprimer',
    yes: 'Oui',
    no: 'Non',
    mail: 'E-mail',
    jobTitle: 'Fonction',
    department: 'Service',
    since: 'Depuis',
    id: 'Identifiant',
    statusOfGone: ({ status }) => `${status} (Compte supprimé)`,
  },

  details: {
    rights: 'Droits',
    goodToKnow: {
      makeCalls: 'La stratégie d’appel du délégué s’applique également.',
      receiveCalls: 'La sonnerie chez le délégué est un réglage à part, que cette page ne voit pas.',
      pickUpHeldCalls: 'Un délégué voit quand la personne est en appel, et avec qui.',
      joinActiveCalls:
        'Fonctionne sous Windows, sur le web et sur les téléphones de bureau ; pas sur Mac ni sur mobile.',
      manageCallAndDelegateSettings: 'Comprend aussi les droits des autres délégués.',
    },
    facts: 'À propos de cette délégation',
    bothWays: 'Dans les deux sens : vous vous assistez mutuellement.',
    nobodyIsTold:
      'Personne n’est averti quand un droit change ou prend fin. Un délégué ne peut pas se retirer lui-même ; la personne qui délègue ou un administrateur le peut.',
    gone: 'Cette délégation n’existe plus.',
    id: 'Identifiant',
    status: 'État',
    since: 'Depuis',
    sinceDay: ({ day, relative }) => `${day} (${relative})`,
    chat: 'Conversation',
    call: 'Appeler',
    profile: 'Carte de profil',
    mail: 'E-mail',
    copyLink: 'Copier le lien',
  },

  manage: {
    title: 'Comment changer qui peut agir pour qui',
    desktop:
      'Sur un ordinateur : dans Teams, Paramètres et plus (…) > Paramètres > Appels > Gérer les délégués.',
    phone: 'Sur un téléphone : dans Teams, Paramètres > Appels > Délégués.',
    article: 'L’article de Microsoft sur le partage d’une ligne téléphonique',
  },

  consent: {
    copyLink: 'Copier le lien pour votre administrateur',
    linkCopied: 'Copié. Envoyez-le à votre administrateur.',
    copyMessage: 'Copier un message prêt à envoyer',
    message: ({ link }) =>
      `Bonjour, j’aimerais utiliser Call Delegates dans Microsoft Teams. L’application montre qui peut agir pour qui dans les appels et a besoin de l’autorisation CallDelegation.Read de Microsoft Graph. En tant qu’administrateur, vous pouvez l’accorder ici : ${link}`,
    myself: 'Je peux accepter moi-même',
  },
  signIn: {
    button: 'Se connecter',
    waiting: 'Terminez dans la fenêtre qui s’est ouverte…',
    declined: 'La fenêtre a été fermée avant la fin. Vous pouvez réessayer.',
    needsAdmin:
      'Dans votre organisation, seuls les administrateurs peuvent accepter. Envoyez le lien au vôtre.',
    blocked:
      'La fenêtre n’a pas pu s’ouvrir. Autorisez les fenêtres contextuelles pour ce site, puis réessayez.',
    spreading: 'C’est fait. Microsoft transmet l’information…',
  },

  confirm: {
    statement,
    invitation: ({ count, date }) =>
      `${statement({ count, date })} Confirmez une fois, et cette page vous dira ce qui a changé depuis.`,
    confirm: 'Confirmer cette liste',
    confirmNew: 'Confirmer la nouvelle liste',
    confirming: 'Confirmation…',
    confirmedToday: 'Confirmée aujourd’hui',
    unchangedSince: ({ date }) => `Confirmée le ${date}. Rien n’a changé depuis.`,
    changesSince: ({ count, date }) =>
      plural('fr', count, {
        one: `${count} changement depuis votre confirmation du ${date}`,
        other: `${count} changements depuis votre confirmation du ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }) => `Nouveau : vous pouvez agir pour ${name}.`,
        delegates: ({ name }) => `Nouveau : ${name} peut agir pour vous.`,
      },
      removed: {
        delegators: ({ name }) => `${name} vous a retiré de ses délégués.`,
        delegates: ({ name }) => `${name} n’agit plus pour vous.`,
      },
      gained: {
        delegators: ({ right, name }) => `${name} vous permet désormais de ${verbs[right]}.`,
        delegates: ({ right, name }) => `${name} peut désormais ${verbs[right]} en votre nom.`,
      },
      lost: {
        delegators: ({ right, name }) => `${name} ne vous permet plus de ${verbs[right]}.`,
        delegates: ({ right, name }) => `${name} ne peut plus ${verbs[right]} en votre nom.`,
      },
      unreported: ({ right, name }) => `${name} : Microsoft n’indique plus « ${rights[right]} ».`,
      activated: ({ name }) => `${name} : désormais actif.`,
      deactivated: ({ name }) => `${name} : désormais inactif.`,
      statusUnreported: ({ name }) => `${name} : Microsoft n’indique plus si la délégation est active.`,
    },
  },
  history: {
    open: 'Historique',
    title: 'Ce que vous avez confirmé',
    moment: ({ day, time }) => `${day}, ${time}`,
    first: 'Première confirmation.',
    noChanges: 'Aucun changement depuis la précédente.',
    people: ({ count }) => plural('fr', count, { one: `${count} personne`, other: `${count} personnes` }),
    empty: 'Vous n’avez pas encore confirmé cette liste.',
    more: 'Afficher plus',
    export: 'Exporter l’historique en CSV',
    delete: 'Supprimer mon historique',
    deleteQuestion: 'Supprimer définitivement toutes vos confirmations des deux listes ?',
    deleteForGood: 'Supprimer définitivement',
    keep: 'Conserver',
    when: 'Quand',
    change: 'Changement',
  },

  outside: {
    title: 'Ouvrez ceci dans Microsoft Teams',
    text: 'Call Delegates vous connecte par Microsoft Teams, Outlook ou l’application Microsoft 365 et ne peut donc pas afficher votre liste ici.',
    steps: 'Dans Teams, choisissez Applications, recherchez Call Delegates et ouvrez-le.',
  },
};
