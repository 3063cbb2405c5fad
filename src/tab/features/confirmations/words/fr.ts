import { plural } from '../../../i18n/plural.js';
import type { ConfirmationWords } from './words.js';

export const fr: ConfirmationWords = {
  statement: (count, date) =>
    count === 0
      ? `J’ai vérifié le ${date} que cette liste est vide.`
      : plural('fr', count, {
          one: `J’ai vérifié cette personne et ses droits le ${date}.`,
          other: `J’ai vérifié ces ${count} personnes et leurs droits le ${date}.`,
        }),
  confirm: 'Confirmer cette liste',
  confirmNew: 'Confirmer la nouvelle liste',
  confirming: 'Confirmation…',
  invitation: 'Confirmez une fois, et cette page vous dira ce qui a changé depuis.',
  confirmedToday: 'Confirmée aujourd’hui',
  confirmedOn: (date) => `Confirmée le ${date}`,
  nothingChanged: 'Rien n’a changé depuis.',
  changesSince: (count, date) =>
    plural('fr', count, {
      one: `${count} changement depuis votre confirmation du ${date}`,
      other: `${count} changements depuis votre confirmation du ${date}`,
    }),
  listChanged: 'La liste vient de changer. Regardez-la à nouveau, puis confirmez.',
  unavailable: 'La confirmation est indisponible pour le moment. Vos listes ne sont pas touchées.',
  changes: {
    added: {
      delegators: (name) => `Nouveau : vous pouvez agir pour ${name}.`,
      delegates: (name) => `Nouveau : ${name} peut agir pour vous.`,
    },
    removed: {
      delegators: (name) => `${name} vous a retiré de ses délégués.`,
      delegates: (name) => `${name} n’agit plus pour vous.`,
    },
    gained: {
      delegators: (verb, name) => `${name} vous permet désormais de ${verb}.`,
      delegates: (verb, name) => `${name} peut désormais ${verb} en votre nom.`,
    },
    lost: {
      delegators: (verb, name) => `${name} ne vous permet plus de ${verb}.`,
      delegates: (verb, name) => `${name} ne peut plus ${verb} en votre nom.`,
    },
    unreported: (right, name) => `${name} : Microsoft n’indique plus « ${right} ».`,
    activated: (name) => `${name} : désormais actif.`,
    deactivated: (name) => `${name} : désormais inactif.`,
    statusUnreported: (name) => `${name} : Microsoft n’indique plus si la délégation est active.`,
  },
  history: {
    open: 'Historique',
    title: 'Ce que vous avez confirmé',
    first: 'Première confirmation.',
    noChanges: 'Aucun changement depuis la précédente.',
    people: (count) => plural('fr', count, { one: `${count} personne`, other: `${count} personnes` }),
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
};
