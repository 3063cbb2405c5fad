import { plural } from '../../../i18n/plural.js';
import type { ConfirmationWords } from './words.js';

export const de: ConfirmationWords = {
  statement: (count, date) =>
    count === 0
      ? `Ich habe am ${date} geprüft, dass diese Liste leer ist.`
      : plural('de', count, {
          one: `Ich habe diese Person und ihre Rechte am ${date} geprüft.`,
          other: `Ich habe diese ${count} Personen und ihre Rechte am ${date} geprüft.`,
        }),
  confirm: 'Diese Liste bestätigen',
  confirmNew: 'Die neue Liste bestätigen',
  confirming: 'Wird bestätigt…',
  invitation: 'Bestätigen Sie einmal, dann sagt Ihnen diese Seite, was sich seither geändert hat.',
  confirmedToday: 'Heute bestätigt',
  confirmedOn: (date) => `Bestätigt am ${date}`,
  nothingChanged: 'Seither hat sich nichts geändert.',
  changesSince: (count, date) =>
    plural('de', count, {
      one: `1 Änderung seit Ihrer Bestätigung am ${date}`,
      other: `${count} Änderungen seit Ihrer Bestätigung am ${date}`,
    }),
  listChanged: 'Die Liste hat sich gerade geändert. Sehen Sie sie noch einmal an und bestätigen Sie dann.',
  unavailable: 'Bestätigen ist gerade nicht möglich. Ihre Listen sind davon nicht betroffen.',
  changes: {
    added: {
      delegators: (name) => `Neu: Sie dürfen für ${name} handeln.`,
      delegates: (name) => `Neu: ${name} darf für Sie handeln.`,
    },
    removed: {
      delegators: (name) => `${name} hat Sie entfernt.`,
      delegates: (name) => `${name} handelt nicht mehr für Sie.`,
    },
    gained: {
      delegators: (verb, name) => `Sie dürfen im Namen von ${name} jetzt ${verb}.`,
      delegates: (verb, name) => `${name} darf in Ihrem Namen jetzt ${verb}.`,
    },
    lost: {
      delegators: (verb, name) => `Sie dürfen im Namen von ${name} nicht mehr: ${verb}.`,
      delegates: (verb, name) => `${name} darf in Ihrem Namen nicht mehr: ${verb}.`,
    },
    unreported: (right, name) => `${name}: Microsoft meldet „${right}“ nicht mehr.`,
    activated: (name) => `${name}: ist jetzt aktiv.`,
    deactivated: (name) => `${name}: ist jetzt inaktiv.`,
    statusUnreported: (name) => `${name}: Microsoft meldet nicht mehr, ob sie aktiv ist.`,
  },
  history: {
    open: 'Verlauf',
    title: 'Was Sie bestätigt haben',
    first: 'Erste Bestätigung.',
    noChanges: 'Keine Änderungen seit der vorigen.',
    people: (count) => plural('de', count, { one: '1 Person', other: `${count} Personen` }),
    empty: 'Sie haben diese Liste noch nicht bestätigt.',
    more: 'Mehr anzeigen',
    export: 'Verlauf als CSV exportieren',
    delete: 'Meinen Verlauf löschen',
    deleteQuestion: 'Alle Ihre Bestätigungen beider Listen endgültig löschen?',
    deleteForGood: 'Endgültig löschen',
    keep: 'Behalten',
    when: 'Wann',
    change: 'Änderung',
  },
};
