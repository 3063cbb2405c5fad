import type { AskMessages } from '../en/ask.js';
import { who } from '../parameters.js';

const greeting = (name: string | null): string =>
  name === null ? 'Guten Tag,' : `Guten Tag ${who(name, '')},`;

export const ask: AskMessages = {
  title: {
    delegators: ({ name }) => `${who(name, 'Diese Person')} um eine Änderung bitten`,
    delegates: ({ name }) => `Ändern, was ${who(name, 'diese Person')} darf`,
  },
  howTo: 'So ändern Sie Ihre Stellvertretungen',
  howToCallSettings: 'Was mit Ihren Anrufen geschieht',
  whatToChange: 'Was soll sich ändern?',
  kinds: {
    rights: 'Berechtigungen',
    activate: 'Die Delegierung wieder aktivieren',
    end: {
      delegators: 'Ich möchte keine Stellvertretung mehr sein',
      delegates: 'Diese Person soll keine Stellvertretung mehr sein',
    },
  },
  chooseFirst: 'Wählen Sie, was sich ändern soll.',
  message: 'Ihre Nachricht',
  nothingIsSent: 'Es wird nichts gesendet, bis Sie es selbst senden.',
  openChat: 'Chat öffnen',
  openMail: 'E-Mail schreiben',
  copyMessage: 'Nachricht kopieren',
  stepsTitle: 'So geht es in Teams',
  orAdministrator: 'Auch Ihre Administration kann das tun.',
  askedDuringVisit: 'Worum Sie gebeten haben',

  quoted: ({ label }) => `„${label}“`,

  subject: {
    change: 'Meine Anrufdelegierung für Sie in Microsoft Teams',
    end: 'Bitte entfernen Sie mich aus Ihren Stellvertretungen',
  },
  question: {
    give: ({ name, given }) =>
      `${greeting(name)} könnten Sie bitte für mich als Ihre Stellvertretung ${given} einschalten?`,
    take: ({ name, taken }) =>
      `${greeting(name)} könnten Sie bitte für mich als Ihre Stellvertretung ${taken} ausschalten? Ich brauche das nicht mehr.`,
    giveAndTake: ({ name, given, taken }) =>
      `${greeting(name)} könnten Sie bitte für mich als Ihre Stellvertretung ${given} einschalten und ${taken} ausschalten?`,
    activate: ({ name }) =>
      `${greeting(name)} meine Anrufdelegierung für Sie ist inaktiv, deshalb kann ich in Anrufen nicht für Sie handeln. Könnten Sie bitte einmal nachsehen?`,
    end: ({ name }) =>
      `${greeting(name)} ich unterstütze Sie nicht mehr bei Anrufen. Könnten Sie mich bitte aus Ihren Stellvertretungen entfernen?`,
  },
  path: ({ name }) =>
    `In Teams: Einstellungen und mehr (…) > Einstellungen > Anrufe > Stellvertretungen verwalten > ${who(name, 'mein Name')}.`,
  pathWithoutName:
    'In Teams: Einstellungen und mehr (…) > Einstellungen > Anrufe > Stellvertretungen verwalten.',
  paragraph: {
    withDate: ({ question, path, date }) =>
      `${question} So war es, als ich am ${date} nachgesehen habe. ${path} Vielen Dank!`,
    withThanks: ({ question, path }) => `${question} ${path} Vielen Dank!`,
    withPath: ({ question, path }) => `${question} ${path}`,
  },

  steps: {
    openSettings: {
      computer: 'Öffnen Sie in Teams Einstellungen und mehr (…) und dann Einstellungen.',
      phone: 'Tippen Sie in Teams auf Ihr Bild und dann auf Einstellungen.',
    },
    openDelegates: {
      computer:
        'Wählen Sie Anrufe, und gehen Sie zu Stellvertretungen verwalten. Falls es dort eine Registerkarte Ihre Stellvertretungen gibt, öffnen Sie sie.',
      phone: 'Tippen Sie auf Anrufe und dann auf Stellvertretungen.',
    },
    openCalls: {
      computer:
        'Wählen Sie Anrufe. Dort sehen Sie, ob es bei Ihren Stellvertretungen klingelt und was geschieht, wenn niemand annimmt.',
      phone:
        'Tippen Sie auf Anrufe. Dort sehen Sie, ob es bei Ihren Stellvertretungen klingelt und was geschieht, wenn niemand annimmt.',
    },
    findPerson: ({ name }) =>
      `Suchen Sie ${who(name, 'die Person')}, und öffnen Sie die Berechtigungen dazu.`,
    addPerson: 'Um jemanden hinzuzufügen, wählen Sie Stellvertretung hinzufügen.',
    removePerson: ({ name }) =>
      `Um ${who(name, 'jemanden')} zu entfernen, wählen Sie den Papierkorb neben dem Namen. Gibt es keinen, öffnen Sie den Namen oder das Menü (…) daneben.`,
    switchOn: ({ permissions }) => `Schalten Sie ${permissions} ein.`,
    switchOff: ({ permissions }) => `Schalten Sie ${permissions} aus.`,
    comeBack: 'Kommen Sie hierher zurück, und aktualisieren Sie: Diese Seite sagt, ob es geklappt hat.',
  },

  outcome: {
    happened: ({ name }) =>
      `Erledigt: Die Delegierung mit ${who(name, 'dieser Person')} ist jetzt so, wie Sie es wollten.`,
    partly: ({ name }) =>
      `Die Delegierung mit ${who(name, 'dieser Person')} hat sich geändert, aber nicht in allem, was Sie wollten.`,
    notYet: ({ name }) => `Die Delegierung mit ${who(name, 'dieser Person')} hat sich noch nicht geändert.`,
    ended: ({ name }) => `Die Delegierung mit ${who(name, 'dieser Person')} ist beendet.`,
    notReported: ({ name }) =>
      `Microsoft meldet nicht, ob sich die Delegierung mit ${who(name, 'dieser Person')} geändert hat.`,
  },
};
