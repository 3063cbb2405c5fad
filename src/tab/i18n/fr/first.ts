import type { FirstMessages } from '../en/first.js';
import type { Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) =>
  plural('fr', seconds, {
    one: `Nouvel essai dans ${seconds} seconde.`,
    other: `Nouvel essai dans ${seconds} secondes.`,
  });

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: 'Chargement de vos délégations…',
  refresh: 'Actualiser',
  refreshing: 'Actualisation…',
  refreshed: 'À jour.',
  asOf: ({ time }) => `À ${time}`,
  preview: 'Préversion : Microsoft peut encore modifier ces données',
  dismissPreview: 'Masquer l’avis de préversion',

  heading: {
    nobody: 'Personne n’agit encore ici pour quelqu’un dans les appels',
    supported: ({ count }) =>
      plural('fr', count, {
        one: `Vous assistez ${count} personne`,
        other: `Vous assistez ${count} personnes`,
      }),
    acting: ({ count }) =>
      plural('fr', count, {
        one: `${count} délégué agit pour vous`,
        other: `${count} délégués agissent pour vous`,
      }),
    both: ({ supported, acting }) => `${supported} · ${acting}`,
    someMissing: 'Vos délégations d’appel',
  },
  lists: {
    delegators: 'Personnes que vous assistez',
    delegates: 'Vos délégués',
  },
  empty: {
    delegators: {
      title: 'Vous n’assistez encore personne',
      text: 'Quand quelqu’un fait de vous son délégué dans Teams, cette personne apparaît ici avec ce que vous pouvez faire pour elle.',
    },
    delegates: {
      title: 'Personne n’agit encore pour vous',
      text: 'Ajoutez un délégué dans Teams : Paramètres et plus (…) > Paramètres > Appels > Gérer les délégués.',
    },
  },

  columns: {
    person: 'Personne',
    status: 'État',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: 'Modifier les paramètres',
  },
  held: {
    delegators: ({ right, name }) => `Vous pouvez ${verbs[right]} au nom de ${name}.`,
    delegates: ({ right, name }) => `${name} peut ${verbs[right]} en votre nom.`,
  },
  notHeld: {
    delegators: ({ right, name }) => `Vous ne pouvez pas ${verbs[right]} au nom de ${name}.`,
    delegates: ({ right, name }) => `${name} ne peut pas ${verbs[right]} en votre nom.`,
  },
  notReported: 'Non indiqué',
  notReportedFor: ({ right }) => `${rights[right]} : non indiqué par Microsoft.`,

  active: 'Active',
  inactive: 'Inactive',
  accountGone: 'Compte supprimé',
  statusNotReported: 'État non indiqué',
  since: ({ date }) => `Depuis ${date}`,
  sinceMonth: ({ month, relative }) => `Depuis ${month} (${relative})`,
  sinceNotReported: 'Début non indiqué',

  changed: 'Modifié',
  presence: {
    available: 'Disponible',
    busy: 'Occupé(e)',
    'do-not-disturb': 'Ne pas déranger',
    away: 'Absent(e)',
    offline: 'Hors connexion',
  },
  openDetails: ({ name }) => `Détails de ${name}`,
  unknownPerson: 'Personne inconnue',
  unnamedPerson: 'Nom indisponible',
  accountGoneText: 'Ce compte n’existe plus ; demandez à votre administrateur de supprimer la délégation.',

  oldListStays: 'Ce que vous voyez date d’avant.',
  tryAgain: 'Réessayer',
  copy: 'Copier',
  copied: 'Copié',
  copyFailed: { title: 'La copie n’a pas été autorisée', text: 'Sélectionnez le texte et copiez-le.' },
  correlationId: ({ id }) => `ID de corrélation : ${id}`,
  policyCommand: 'Copier la commande pour votre administrateur',
  problems: {
    offline: {
      title: 'Vous êtes hors connexion',
      text: 'La liste revient d’elle-même dès que vous êtes connecté.',
    },
    unreachable: {
      title: 'Le serveur est injoignable',
      text: 'Vérifiez votre connexion, puis réessayez.',
    },
    sign_in_failed: {
      title: 'La connexion a échoué',
      text: ({ host }) =>
        `${host} n’a pas donné de jeton. Réessayez ; si cela dure, déconnectez-vous de ${host} puis reconnectez-vous.`,
    },
    host_refused: {
      title: 'Cela n’a pas fonctionné',
      text: ({ host }) => `${host} ne l’a pas fait. Réessayez.`,
    },
    invalid_token: {
      title: 'Votre connexion n’a pas été acceptée',
      text: 'Fermez cet onglet et rouvrez-le. Si cela dure, prévenez votre administrateur.',
    },
    insufficient_scope: {
      title: 'Cette application a été configurée sans son autorisation',
      text: 'Un administrateur doit exposer l’étendue access_as_user pour cette application dans Microsoft Entra ID.',
    },
    interaction_required: {
      title: 'Connectez-vous encore une fois',
      text: 'Votre organisation veut confirmer votre identité avant de montrer ces données.',
    },
    consent_required: {
      title: 'Cette application a d’abord besoin d’une autorisation',
      text: 'Pour afficher votre liste, elle doit lire vos délégations d’appel. Personne dans votre organisation ne l’a encore accepté ; le plus souvent, seul un administrateur le peut. Elle lit vos délégations d’appel et les noms des personnes concernées. Elle ne modifie rien dans Teams.',
    },
    delegation_not_allowed: {
      title: 'La délégation d’appels n’est pas activée pour vous',
      text: 'Une stratégie d’appel de votre organisation l’interdit, ou vous n’avez pas Teams Phone. Un administrateur peut l’activer.',
    },
    invalid_request: {
      title: 'Cette question ne peut pas recevoir de réponse',
      text: 'L’adresse n’était pas valide. Revenez à la liste.',
    },
    invalid_id: {
      title: 'Cette adresse n’est pas valide',
      text: 'Revenez à la liste et ouvrez la personne à partir de là.',
    },
    not_found: {
      title: 'Rien n’a été trouvé',
      text: 'Microsoft ne connaît ici aucune délégation d’appel ; elle a peut-être été supprimée, ou vous n’avez pas Teams Phone.',
    },
    throttled: {
      title: 'Microsoft demande d’attendre un instant',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'C’était très souvent',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Microsoft Graph est indisponible',
      text: 'Le service qui contient vos délégations est en panne. Réessayez dans une minute.',
    },
    entra_unavailable: {
      title: 'La connexion Microsoft est indisponible',
      text: 'Microsoft Entra ID ne répond pas. Réessayez dans une minute.',
    },
    graph_timeout: {
      title: 'Microsoft a mis trop de temps',
      text: 'Aucune réponse n’est arrivée à temps. Réessayez.',
    },
    graph_unexpected: {
      title: 'Microsoft a donné une réponse inattendue',
      text: 'Ces données sont encore en préversion et peuvent changer. Réessayez ; si cela dure, prévenez votre administrateur.',
    },
    list_changed: {
      title: 'La liste a changé',
      text: 'Regardez la nouvelle liste.',
    },
    store_unavailable: {
      title: 'La confirmation est indisponible',
      text: 'Vos listes ne sont pas touchées. Réessayez plus tard.',
    },
    internal_error: {
      title: 'Une erreur s’est produite chez nous',
      text: 'Elle a été enregistrée. Réessayez.',
    },
    misconfigured: {
      title: 'Cette application n’est pas bien configurée',
      text: 'Ses propres identifiants sont refusés. Seul son administrateur peut y remédier ; donnez-lui l’ID de corrélation.',
    },
  },
};
