import type { LaterMessages } from '../en/later.js';
import { who, type CountAndDate } from '../parameters.js';
import { plural } from '../plural.js';
import { ask } from './ask.js';
import { attention } from './attention.js';
import { notices } from './notices.js';
import { rights, verbs } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `J’ai vérifié le ${date} que cette liste est vide.`
    : plural('fr', count, {
        one: `J’ai vérifié cette personne et ses autorisations le ${date}.`,
        many: `J’ai vérifié ces ${count} personnes et leurs autorisations le ${date}.`,
        other: `J’ai vérifié ces ${count} personnes et leurs autorisations le ${date}.`,
      });

export const later: LaterMessages = {
  close: 'Fermer',
  namesUnavailable:
    'Les noms ne peuvent pas être affichés. Si cela dure, votre administrateur peut autoriser cette application à les lire.',

  find: {
    search: 'Rechercher des personnes',
    clear: 'Effacer la recherche',
    right: 'Autorisation',
    anyRight: 'N’importe quelle autorisation',
    activeOnly: 'Actives seulement',
    sort: 'Trier par',
    asReported: 'Comme dans Teams',
    byName: 'Nom',
    byDate: 'Plus récentes d’abord',
    found: ({ count, total }) => `${count} sur ${total}`,
    nobodyFound: 'Aucun résultat. Modifiez la recherche ou le filtre.',
    clearFilters: 'Effacer les filtres',
  },
  export: {
    toCsv: 'Télécharger le fichier CSV',
    copyTable: 'Copier le tableau',
    downloaded: 'Fichier téléchargé. Si vous ne le trouvez pas, copiez plutôt le tableau.',
    print: 'Imprimer',
    list: 'Liste',
    account: 'Compte',
    asOf: 'Date des données',
    yes: 'Oui',
    no: 'Non',
    mail: 'E-mail',
    jobTitle: 'Fonction',
    department: 'Service',
    since: 'Depuis',
    id: 'ID',
    statusOfGone: ({ status }) => `${status} (compte supprimé)`,
  },

  details: {
    rights: 'Autorisations',
    goodToKnow: {
      delegators: {
        makeCalls: 'Votre propre stratégie d’appel s’applique également.',
        receiveCalls: 'La sonnerie de votre téléphone est un réglage à part, que cette page ne voit pas.',
        pickUpHeldCalls: 'Vous voyez quand cette personne est en appel, et avec qui.',
        joinActiveCalls:
          'Fonctionne sous Windows, sur le web et sur les téléphones de bureau ; ni sur Mac ni sur mobile.',
        manageCallAndDelegateSettings: 'Cela comprend les autorisations des autres délégués.',
      },
      delegates: {
        makeCalls: 'La stratégie d’appel de votre délégué s’applique également.',
        receiveCalls: 'La sonnerie de son téléphone est un réglage à part, que cette page ne voit pas.',
        pickUpHeldCalls: 'Votre délégué voit quand vous êtes en appel, et avec qui.',
        joinActiveCalls:
          'Fonctionne sous Windows, sur le web et sur les téléphones de bureau ; ni sur Mac ni sur mobile.',
        manageCallAndDelegateSettings: 'Votre délégué peut modifier les autorisations de tous vos délégués.',
      },
    },
    facts: 'À propos de cette délégation',
    uses: {
      notNow: 'Pas pour le moment.',
      notHere: 'Pas sur l’appareil que vous utilisez actuellement.',
      inCall: 'Un appel est en cours.',
      notInCall: 'Aucun appel n’est en cours.',
    },
    bothWays: 'Vous vous assistez mutuellement.',
    nobodyIsTold:
      'Teams n’avertit personne quand une autorisation change ou prend fin. Un délégué ne peut pas se retirer lui-même ; la personne qu’il assiste ou un administrateur le peut.',
    gone: 'Cette délégation n’existe plus.',
    links: {
      otherPeople: 'Ce lien concerne une délégation entre d’autres personnes. Elles seules peuvent l’ouvrir.',
      malformed: 'Ce lien est incomplet. Demandez-en un nouveau, ou sélectionnez la personne dans la liste.',
      unknownReader:
        'Teams n’indique pas qui vous êtes, ce lien ne peut donc pas être ouvert. Sélectionnez la personne dans la liste.',
    },
    support: 'Pour l’assistance',
    id: 'ID',
    status: 'État',
    since: 'Depuis',
    chat: 'Conversation',
    call: 'Appeler',
    profile: 'Carte de profil',
    mail: 'E-mail',
    copyLink: 'Copier le lien',
  },

  manage: {
    newWindow: 's’ouvre dans une nouvelle fenêtre',
    preview: 'Préversion : Microsoft teste encore ce service.',
    title: 'Comment modifier qui peut agir pour qui',
    desktop:
      'Sur un ordinateur : dans Teams, Paramètres et plus (…) > Paramètres > Appels > Gérer les délégués.',
    phone: 'Sur un smartphone : dans Teams, Paramètres > Appels > Délégués.',
    article: 'L’article de Microsoft sur le partage d’une ligne téléphonique',
    privacy: 'Confidentialité : ce que l’application lit et conserve',
    support: ({ contact }) => `Aide pour cette application : ${who(contact, '')}`,
  },

  consent: {
    myself: 'Je peux donner mon accord',
  },
  signIn: {
    button: 'Se connecter',
    waiting: 'Terminez dans la fenêtre, puis revenez ici.',
    /** The window may be closed, or not. */
    unknown: 'Terminez dans la fenêtre, puis revenez ici. Si vous l’avez fermée, vous pouvez réessayer.',
    unfinished: 'L’opération n’a pas été terminée. Vous pouvez réessayer.',
    /** Signing in has worked and was not enough. */
    anotherWay:
      'Microsoft demande encore une vérification. Sélectionnez de nouveau le bouton pour vous connecter autrement.',
    noHelp: ({ code }: { readonly code: string }) =>
      `Cela n’a pas suffi (code : ${code}). Votre administrateur peut en trouver la cause.`,
    needsAdmin:
      'Dans votre organisation, seuls les administrateurs peuvent donner leur accord. Envoyez la demande au vôtre.',
    blocked:
      'La fenêtre n’a pas pu s’ouvrir. Autorisez les fenêtres contextuelles pour ce site, puis réessayez.',
    spreading: 'C’est fait. La prise d’effet peut demander quelques secondes…',
    /** Why the host could not sign the user in. */
    reasons: {
      needsSignIn:
        'Microsoft vous demande de vous reconnecter ou d’accepter que cette application vous connecte.',
      temporary: ({ host }: { readonly host: string }) =>
        `${host} n’a pas pu obtenir de connexion auprès de Microsoft pour le moment. Réessayez. Si cela ne suffit pas, redémarrez ${host}.`,
      misconfigured:
        'La connexion de l’application est mal configurée. Vous ne pouvez pas y remédier, mais votre administrateur le peut.',
    },
  },

  confirm: {
    statement,
    invitation: ({ count }) =>
      count === 0
        ? 'Pas encore confirmée. Confirmez que cette liste est vide ; cette page montrera ensuite ce qui change.'
        : 'Pas encore confirmée. Vérifiez les lignes, puis confirmez. Cette page affiche vos délégations d’appels telles que Microsoft 365 les indique et n’y modifie rien.',
    confirm: 'Confirmer cette liste',
    confirmNew: 'Confirmer la nouvelle liste',
    confirming: 'Confirmation…',
    confirmAgain: 'Confirmer à nouveau',
    confirmedAt: ({ time }) => `Confirmée à ${time}.`,
    right: 'C’est exact',
    wrong: 'Je ne m’y attendais pas',
    notRight: 'Quelque chose n’est pas exact',
    cancel: 'Annuler',
    whatIsNotRight: 'À quoi ne vous attendiez-vous pas ?',
    verdictOn: ({ name }) => `Est-ce exact pour ${who(name, 'cette personne')} ?`,
    checked: ({ count, total }) => `Vérification : ${count} sur ${total}`,
    allChecked: 'Tout est vérifié. Vous pouvez confirmer.',
    fromTo: ({ before, now }) => `${before} → ${now}`,
    holds: ({ held }) => `Autorisations : ${held}`,
    holdsNone: 'aucune',
    stillWrong: ({ name }) =>
      `${who(name, 'Cette personne')} : rien n’a changé depuis que vous avez signalé ne pas vous y attendre.`,
    ask: 'Demander un changement',
    someHidden: 'La recherche ou le filtre masque des personnes. Affichez tout le monde, puis confirmez.',
    showEverybody: 'Afficher tout le monde',
    someUnnamed:
      'Certains noms ne peuvent pas être affichés ; cette liste ne peut donc pas encore être confirmée.',
    unchangedSince: ({ date }) => `Confirmée le ${date}. Rien n’a changé depuis.`,
    changesSince: ({ count, date }) =>
      plural('fr', count, {
        one: `${count} changement depuis votre confirmation du ${date}`,
        many: `${count} changements depuis votre confirmation du ${date}`,
        other: `${count} changements depuis votre confirmation du ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }) => `Nouveau : vous pouvez agir pour ${who(name, 'une autre personne')}.`,
        delegates: ({ name }) => `Nouveau : ${who(name, 'une autre personne')} peut agir pour vous.`,
      },
      removed: {
        delegators: ({ name }) =>
          name === null
            ? 'Vous ne faites plus partie des délégués d’une personne.'
            : `${who(name, '')} : vous ne faites plus partie des délégués.`,
        delegates: ({ name }) => `${who(name, 'Une personne')} ne peut plus agir pour vous.`,
      },
      gained: {
        delegators: ({ right, name }) =>
          `Pour ${who(name, 'cette personne')}, vous pouvez désormais ${verbs[right]}.`,
        delegates: ({ right, name }) =>
          `${who(name, 'Cette personne')} peut désormais ${verbs[right]} en votre nom.`,
      },
      lost: {
        delegators: ({ right, name }) =>
          `Pour ${who(name, 'cette personne')}, vous ne pouvez plus ${verbs[right]}.`,
        delegates: ({ right, name }) =>
          `${who(name, 'Cette personne')} ne peut plus ${verbs[right]} en votre nom.`,
      },
      unreported: ({ right, name }) =>
        `Microsoft n’indique plus « ${rights[right]} » pour ${who(name, 'cette personne')}.`,
      activated: ({ name }) => `${who(name, 'Une personne')} : délégation désormais active.`,
      deactivated: ({ name }) => `${who(name, 'Une personne')} : délégation désormais inactive.`,
      statusUnreported: ({ name }) =>
        `Microsoft n’indique plus si la délégation avec ${who(name, 'cette personne')} est active.`,
    },
  },
  news: {
    tab: 'Quelque chose a changé',
    otherList: {
      delegators: 'Quelque chose a changé sous « Personnes que vous assistez ».',
      delegates: 'Quelque chose a changé sous « Vos délégués ».',
    },
    list: ({ count }) =>
      plural('fr', count, {
        one: `La liste a changé : ${count} changement.`,
        many: `La liste a changé : ${count} changements.`,
        other: `La liste a changé : ${count} changements.`,
      }),
  },

  history: {
    open: 'Historique',
    title: 'Ce que vous avez confirmé',
    first: 'Première confirmation.',
    noChanges: 'Aucun changement depuis la précédente.',
    people: ({ count }) =>
      plural('fr', count, {
        one: `${count} personne`,
        many: `${count} personnes`,
        other: `${count} personnes`,
      }),
    empty: 'Vous n’avez pas encore confirmé cette liste.',
    more: 'Afficher plus',
    export: 'Télécharger l’historique (fichier CSV)',
    copy: 'Copier l’historique (tableau)',
    delete: 'Supprimer mon historique',
    deleteQuestion: 'Supprimer définitivement toutes vos confirmations des deux listes ?',
    deleteForGood: 'Supprimer définitivement',
    keep: 'Conserver',
    deleted: 'Supprimé. Plus rien n’est confirmé.',
    when: 'Quand',
    record: 'La liste telle qu’elle était',
    verdict: 'Votre avis',
    right: 'C’est exact',
    wrong: 'Inattendu',
    confirmedOn: ({ moment }) => `Confirmée le ${moment}`,
  },

  attention,
  ask,
  notices,

  outside: {
    title: 'Ouvrez cette application dans Microsoft Teams',
    text: 'Call Delegates vous connecte par Microsoft Teams, Outlook ou l’application Microsoft 365 et ne peut donc pas afficher vos listes ici.',
    steps: 'Dans Teams, choisissez Applications, recherchez Call Delegates et ouvrez l’application.',
  },
};
