import type { FirstMessages } from '../en/first.js';
import { who, type Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) =>
  plural('fr', seconds, {
    one: `Nouvel essai dans ${seconds} seconde.`,
    many: `Nouvel essai dans ${seconds} secondes.`,
    other: `Nouvel essai dans ${seconds} secondes.`,
  });

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: 'Chargement de vos délégations d’appels…',
  stillLoading: 'Toujours en attente de Microsoft…',
  refresh: 'Actualiser',
  refreshing: 'Actualisation…',
  refreshed: 'À jour.',
  asOf: ({ moment }) => `Mis à jour : ${moment}`,

  heading: {
    nobody: 'Aucune délégation d’appels',
    delegators: ({ count }) =>
      plural('fr', count, {
        one: `Vous pouvez agir pour ${count} personne`,
        many: `Vous pouvez agir pour ${count} personnes`,
        other: `Vous pouvez agir pour ${count} personnes`,
      }),
    delegates: ({ count }) =>
      plural('fr', count, {
        one: `${count} délégué peut agir pour vous`,
        many: `${count} délégués peuvent agir pour vous`,
        other: `${count} délégués peuvent agir pour vous`,
      }),
    nobodyNow: {
      delegators: 'Vous ne pouvez agir pour personne en ce moment',
      delegates: 'Personne ne peut agir pour vous en ce moment',
    },
    exceptions: {
      gone: ({ count }) =>
        plural('fr', count, {
          one: `${count} compte n’existe plus`,
          many: `${count} comptes n’existent plus`,
          other: `${count} comptes n’existent plus`,
        }),
      disabled: ({ count }) =>
        plural('fr', count, {
          one: `${count} compte est bloqué`,
          many: `${count} comptes sont bloqués`,
          other: `${count} comptes sont bloqués`,
        }),
      inactive: ({ count }) =>
        plural('fr', count, {
          one: `${count} délégation est inactive`,
          many: `${count} délégations sont inactives`,
          other: `${count} délégations sont inactives`,
        }),
      unreported: ({ count }) =>
        plural('fr', count, {
          one: `${count} délégation sans état indiqué`,
          many: `${count} délégations sans état indiqué`,
          other: `${count} délégations sans état indiqué`,
        }),
      powerless: ({ count }) =>
        plural('fr', count, {
          one: `${count} délégation sans autorisation`,
          many: `${count} délégations sans autorisation`,
          other: `${count} délégations sans autorisation`,
        }),
    },
    withExceptions: ({ answer, exceptions }) => `${answer} ; ${exceptions}`,
    both: ({ delegators, delegates }) => `${delegators} · ${delegates}`,
    someMissing: 'Vos délégations d’appels',
  },
  lists: {
    delegators: 'Personnes que vous assistez',
    delegates: 'Vos délégués',
  },
  empty: {
    delegators: {
      title: 'Vous n’assistez personne',
      text: 'Quand une personne vous ajoute à ses délégués dans Teams, elle apparaît ici avec tout ce que vous pouvez faire pour elle.',
    },
    delegates: {
      title: 'Personne n’agit pour vous',
      text: 'Pour ajouter un délégué dans Teams : Paramètres et plus (…) > Paramètres > Appels > Gérer les délégués.',
    },
  },

  columns: {
    person: 'Personne',
    status: 'État',
  },
  rights,
  rightsShort: {
    ...rights,
    pickUpHeldCalls: 'Re\u00ADprendre les appels en attente',
    manageCallAndDelegateSettings: 'Modifier les para\u00ADmètres',
  },
  held: {
    delegators: ({ right, name }) => `Pour ${who(name, 'cette personne')}, vous pouvez ${verbs[right]}.`,
    delegates: ({ right, name }) => `${who(name, 'Cette personne')} peut ${verbs[right]} en votre nom.`,
  },
  notHeld: {
    delegators: ({ right, name }) =>
      `Pour ${who(name, 'cette personne')}, vous ne pouvez pas ${verbs[right]}.`,
    delegates: ({ right, name }) =>
      `${who(name, 'Cette personne')} ne peut pas ${verbs[right]} en votre nom.`,
  },
  notReported: 'Non indiqué',
  yes: 'Oui',
  no: 'Non',
  notThese: ({ rights }) => `Non accordé : ${rights}`,
  notReportedFor: ({ right }) => `Microsoft n’indique pas « ${rights[right]} ».`,

  active: 'Active',
  inactive: 'Inactive',
  accountGone: 'Compte supprimé',
  accountBlocked: 'Compte bloqué',
  statusNotReported: 'État non indiqué',
  sinceMonth: ({ month }) => `Depuis ${month}`,
  sinceDay: ({ day, relative }) => `Depuis le ${day} (${relative})`,
  sinceNotReported: 'Début non indiqué',

  changed: 'Modifiée',
  presence: {
    available: 'Disponible',
    busy: 'Occupé(e)',
    'do-not-disturb': 'Ne pas déranger',
    away: 'Absent(e)',
    offline: 'Hors connexion',
  },
  unknownPerson: 'Personne inconnue',
  unnamedPerson: 'Nom indisponible',
  accountGoneText: 'Ce compte a été supprimé. Demandez à votre administrateur de retirer la délégation.',

  oldListStays: ({ moment }) => `Actualisation impossible. Liste affichée : ${moment}.`,
  tryAgain: 'Réessayer',
  copy: 'Copier',
  copied: 'Copié',
  copyFailed: {
    title: 'La copie n’est pas autorisée ici',
    text: 'Sélectionnez le texte et copiez-le vous-même.',
  },
  supportCode: ({ code }) => `Code d’assistance : ${code}`,
  waitingLonger: ({ seconds }) =>
    `C’est plus long que d’habitude. Si cela dure, votre administrateur peut interroger Microsoft. ${tryingAgain({ seconds })}`,
  problems: {
    offline: {
      title: 'Vous êtes hors connexion',
      text: 'Tout fonctionnera de nouveau dès que la connexion sera rétablie.',
    },
    unreachable: {
      title: 'Le serveur est injoignable',
      text: 'Vérifiez votre connexion réseau, puis réessayez.',
    },
    sign_in_failed: {
      title: 'La connexion a échoué',
      text: ({ host }) =>
        `Réessayez. Si cela ne suffit pas, déconnectez-vous, puis reconnectez-vous à ${host}.`,
    },
    host_silent: {
      title: 'Teams ne répond pas',
      text: 'Réessayez. Si cela ne suffit pas, fermez Teams et rouvrez-le.',
    },
    host_refused: {
      title: 'Cela n’a pas fonctionné',
      text: ({ host }) => `${host} n’a pas pu le faire. Réessayez.`,
    },
    invalid_token: {
      title: 'Votre connexion n’a pas été acceptée',
      text: 'Réessayez. Si cela ne suffit pas, déconnectez-vous de Teams, reconnectez-vous, puis rouvrez cette application.',
    },
    insufficient_scope: {
      title: 'Cette application n’est pas entièrement configurée',
      text: 'Votre connexion fonctionne, mais il manque une étape à la configuration de l’application. Seul un administrateur peut la terminer.',
    },
    interaction_required: {
      title: 'Confirmez votre identité',
      text: 'Votre organisation vous demande de vous reconnecter avant d’afficher ces données.',
    },
    consent_required: {
      title: 'Cette application a besoin de l’accord de votre administrateur',
      text: 'Pour afficher vos listes, l’application lit vos délégations d’appels et les noms des personnes concernées. Elle ne modifie rien dans Teams.',
    },
    delegation_not_allowed: {
      title: 'La délégation d’appels n’est pas activée pour vous',
      text: 'La stratégie d’appel de votre organisation ne l’autorise pas, ou vous n’avez pas Teams Phone. Votre administrateur peut changer cela.',
    },
    invalid_request: {
      title: 'Impossible de traiter cette demande',
      text: 'Revenez à la liste et réessayez à partir de là.',
    },
    invalid_id: {
      title: 'Ce lien n’est pas valide',
      text: 'Sélectionnez plutôt la personne dans la liste.',
    },
    not_found: {
      title: 'Aucune délégation d’appels trouvée',
      text: 'Elle a peut-être été retirée, ou vous n’avez pas Teams Phone. Si vous en attendiez une, adressez-vous à votre administrateur.',
    },
    throttled: {
      title: 'Microsoft demande de patienter',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'Trop de demandes',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Le service de Microsoft est en panne',
      text: 'Le service qui contient vos délégations d’appels ne répond pas. Réessayez dans une minute. Si cela dure, votre administrateur peut interroger Microsoft avec le code d’assistance.',
    },
    entra_unavailable: {
      title: 'La connexion Microsoft est en panne',
      text: 'Le service de connexion de Microsoft ne répond pas. Réessayez dans une minute. Si cela dure, votre administrateur peut interroger Microsoft avec le code d’assistance.',
    },
    graph_timeout: {
      title: 'Microsoft a mis trop de temps',
      text: 'Aucune réponse n’est arrivée à temps. Réessayez. Si cela dure, votre administrateur peut interroger Microsoft avec le code d’assistance.',
    },
    graph_unexpected: {
      title: 'Microsoft a donné une réponse inattendue',
      text: 'Réessayez. Si cela se reproduit, votre administrateur peut interroger Microsoft avec le code d’assistance.',
    },
    list_changed: {
      title: 'La liste a changé',
      text: 'Vérifiez la nouvelle liste, puis confirmez-la.',
    },
    store_unavailable: {
      title: 'La confirmation est indisponible pour le moment',
      text: 'Vos listes ne sont pas touchées. Réessayez dans quelques minutes.',
    },
    internal_error: {
      title: 'Une erreur s’est produite de notre côté',
      text: 'Réessayez. Si cela se reproduit, prévenez votre administrateur : le code d’assistance l’aide à trouver la cause.',
    },
    misconfigured: {
      title: 'Cette application est mal configurée',
      text: 'Microsoft rejette l’application elle-même. Vous ne pouvez pas y remédier, mais votre administrateur le peut.',
    },
    sign_in_blocked: {
      title: 'Votre organisation bloque cette connexion',
      text: 'Une stratégie de votre organisation bloque cette application ou le serveur sur lequel elle s’exécute. Vous ne pouvez pas y remédier ici, mais votre administrateur le peut.',
    },
  },
};
