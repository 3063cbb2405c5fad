import type { AttentionMessages } from '../en/attention.js';
import { plural } from '../plural.js';

export const attention: AttentionMessages = {
  title: 'À vérifier',
  summary: ({ count }) =>
    plural('fr', count, {
      one: `${count} point à vérifier`,
      many: `${count} points à vérifier`,
      other: `${count} points à vérifier`,
    }),
  nothing: 'Rien à signaler.',
  people: ({ count }) =>
    plural('fr', count, {
      one: `${count} personne`,
      many: `${count} personnes`,
      other: `${count} personnes`,
    }),
  others: ({ count }) =>
    plural('fr', count, {
      one: `${count} autre`,
      many: `${count} autres`,
      other: `${count} autres`,
    }),

  findings: {
    accountGone: {
      delegators: ({ count }) =>
        plural('fr', count, {
          one: 'Le compte d’une personne que vous assistez n’existe plus. Seul un administrateur peut retirer cette délégation.',
          many: `Les comptes de ${count} personnes que vous assistez n’existent plus. Seul un administrateur peut retirer ces délégations.`,
          other: `Les comptes de ${count} personnes que vous assistez n’existent plus. Seul un administrateur peut retirer ces délégations.`,
        }),
      delegates: ({ count }) =>
        plural('fr', count, {
          one: 'Le compte d’un délégué n’existe plus, mais ses autorisations sont toujours là. Seul un administrateur peut les retirer.',
          many: `Les comptes de ${count} délégués n’existent plus, mais leurs autorisations sont toujours là. Seul un administrateur peut les retirer.`,
          other: `Les comptes de ${count} délégués n’existent plus, mais leurs autorisations sont toujours là. Seul un administrateur peut les retirer.`,
        }),
    },
    accountDisabled: {
      delegators: ({ people }) => `Compte bloqué : ${people}. Sa délégation est inutilisable pour le moment.`,
      delegates: ({ people }) =>
        `Compte bloqué : ${people}. Impossible d’y prendre vos appels, mais les autorisations restent en place.`,
    },
    stillWrong: ({ people }) =>
      `Vous avez indiqué que ce n’était pas exact : ${people}. Rien n’a changé depuis.`,
    nobodyReceives:
      'Aucun délégué actif ne peut recevoir vos appels ; aucun ne peut donc répondre à votre place.',
    onlyOneReceives: ({ people }) =>
      `Vos appels ne peuvent être reçus que par ${people}. Personne ne peut prendre le relais.`,
    everybodyAway: ({ people }) =>
      `Toutes les personnes qui peuvent recevoir vos appels sont absentes : ${people}.`,
    mayChangeSettings: ({ people }) =>
      `Qui peut modifier vos paramètres d’appel et les autorisations de tous vos délégués : ${people}.`,
    inactive: {
      delegators: ({ people }) =>
        `Délégation inactive : ${people}. Vous ne pouvez pas l’utiliser pour le moment.`,
      delegates: ({ people }) =>
        `Délégation inactive : ${people}. Pour le moment, elle ne permet pas d’agir en votre nom.`,
    },
    bothWays: ({ people }) =>
      `Vous vous assistez mutuellement : ${people}. Dans Teams, chacun ne voit que ses propres autorisations.`,
    nearLimit: {
      delegators: ({ count }) => `Vous assistez ${count} personnes. Teams en autorise 25.`,
      delegates: ({ count }) => `Vous avez ${count} délégués. Teams en autorise 25.`,
    },
    noTeamsPhone: {
      none: 'Vous n’avez apparemment pas de licence Teams Phone. Sans elle, la délégation d’appels ne fonctionne pas.',
      suspended:
        'Votre licence Teams Phone est suspendue. La délégation d’appels ne fonctionnera pas tant qu’elle n’est pas rétablie.',
      callingNotAllowed:
        'Vous n’avez pas le droit de passer des appels dans Teams ; vous ne pouvez donc agir pour personne.',
    },
    notReported: ({ people }) =>
      `Microsoft n’indique pas tout : ${people}. Ne comptez pas sur ce qui manque.`,
    unsure: ({ people }) => `Microsoft n’indique pas si c’est aussi autorisé ici : ${people}.`,
  },
  steps: {
    ask: 'Demander une modification',
    manageDelegates: 'Comment faire',
    checkCallSettings: 'Où le voir',
    openDetails: 'Afficher les détails',
  },
  choosePerson: 'De qui s’agit-il ?',

  unread: {
    title: 'Non vérifié',
    names: ({ count }) =>
      plural('fr', count, {
        one: `Qui est ${count} personne, et si son compte existe encore`,
        many: `Qui sont ${count} personnes, et si leurs comptes existent encore`,
        other: `Qui sont ${count} personnes, et si leurs comptes existent encore`,
      }),
    accounts: 'Si des comptes sont bloqués',
    presence: ({ people }) => `Disponibilité : ${people}`,
    licence: 'Si vous avez Teams Phone',
    confirmation: 'Ce que vous avez confirmé en dernier',
    otherList: 'Votre autre liste',
  },

  reach: {
    title: 'Quelqu’un recevra-t-il vos appels ?',
    mayAnswer: ({ count }) =>
      plural('fr', count, {
        one: `${count} délégué peut répondre à vos appels.`,
        many: `${count} délégués peuvent répondre à vos appels.`,
        other: `${count} délégués peuvent répondre à vos appels.`,
      }),
    nobodyMayAnswer: 'Personne ne peut répondre à vos appels à votre place.',
    there: ({ people }) => `Disponible : ${people}.`,
    busy: ({ people }) => `Occupé(e) : ${people}.`,
    away: ({ people }) => `Absent(e) : ${people}.`,
    unknown: ({ people }) => `Disponibilité inconnue : ${people}.`,
    mayAnswerUnsure: ({ people }) => `Autorisation de répondre non indiquée : ${people}.`,
    mayPickUp: ({ people, count }) =>
      count === 0
        ? 'Personne ne peut reprendre vos appels en attente.'
        : `Qui peut reprendre vos appels en attente : ${people}.`,
    mayJoin: ({ people, count }) =>
      count === 0
        ? 'Personne ne peut rejoindre vos appels en cours.'
        : `Qui peut rejoindre vos appels en cours : ${people}.`,
    notSeen:
      'C’est Teams qui décide si leurs téléphones sonnent. Il s’agit d’un réglage à part, que cette page ne voit pas : Paramètres et plus (…) > Paramètres > Appels.',
    copilot:
      'Si vous utilisez la délégation d’appels à Copilot (une préversion de Microsoft), Copilot peut répondre avant vos délégués. Cette page ne le voit pas.',
  },
};
