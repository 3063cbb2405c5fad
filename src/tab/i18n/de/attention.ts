import type { AttentionMessages } from '../en/attention.js';
import { plural } from '../plural.js';

export const attention: AttentionMessages = {
  title: 'Einen Blick wert',
  summary: ({ count }) =>
    plural('de', count, {
      one: '1 Punkt ist einen Blick wert',
      other: `${count} Punkte sind einen Blick wert`,
    }),
  nothing: 'Derzeit gibt es nichts zu beachten.',
  people: ({ count }) => plural('de', count, { one: '1 Person', other: `${count} Personen` }),
  others: ({ count }) => plural('de', count, { one: '1 weitere', other: `${count} weitere` }),

  findings: {
    accountGone: {
      delegators: ({ count }) =>
        plural('de', count, {
          one: 'Das Konto einer Person, die Sie unterstützen, gibt es nicht mehr. Nur die Administration kann diese Delegierung entfernen.',
          other: `Die Konten von ${count} Personen, die Sie unterstützen, gibt es nicht mehr. Nur die Administration kann diese Delegierungen entfernen.`,
        }),
      delegates: ({ count }) =>
        plural('de', count, {
          one: 'Das Konto einer Stellvertretung gibt es nicht mehr, ihre Berechtigungen aber schon. Nur die Administration kann sie entfernen.',
          other: `Die Konten von ${count} Stellvertretungen gibt es nicht mehr, ihre Berechtigungen aber schon. Nur die Administration kann sie entfernen.`,
        }),
    },
    accountDisabled: {
      delegators: ({ people }) => `Konto gesperrt: ${people}. Sie können hier derzeit nicht handeln.`,
      delegates: ({ people }) =>
        `Konto gesperrt: ${people}. Ihre Anrufe können dort nicht angenommen werden, die Berechtigungen bleiben aber bestehen.`,
    },
    stillWrong: ({ people }) =>
      `Sie haben angegeben, dass das nicht stimmt: ${people}. Seither hat sich nichts geändert.`,
    nobodyReceives:
      'Keine aktive Stellvertretung darf Ihre Anrufe empfangen, also kann auch keine für Sie annehmen.',
    onlyOneReceives: ({ people }) => `Nur ${people} darf Ihre Anrufe empfangen. Niemand kann einspringen.`,
    everybodyAway: ({ people }) => `Alle, die Ihre Anrufe empfangen dürfen, sind abwesend: ${people}.`,
    mayChangeSettings: ({ people }) =>
      `Wer Ihre Anrufeinstellungen und die Berechtigungen all Ihrer Stellvertretungen ändern kann: ${people}.`,
    inactive: {
      delegators: ({ people }) => `Inaktiv: ${people}. Sie können hier derzeit nicht handeln.`,
      delegates: ({ people }) => `Inaktiv: ${people}. Hier kann derzeit niemand für Sie handeln.`,
    },
    bothWays: ({ people }) =>
      `Sie unterstützen sich gegenseitig: ${people}. In Teams sieht jede Seite nur die eigenen Berechtigungen.`,
    nearLimit: {
      delegators: ({ count }) => `Sie unterstützen ${count} Personen. Teams erlaubt 25.`,
      delegates: ({ count }) => `Sie haben ${count} Stellvertretungen. Teams erlaubt 25.`,
    },
    noTeamsPhone: {
      none: 'Sie haben offenbar keine Teams Phone-Lizenz. Ohne sie funktioniert die Anrufdelegierung nicht.',
      suspended:
        'Ihre Teams Phone-Lizenz ist ausgesetzt. Bis sie wieder gilt, funktioniert die Anrufdelegierung nicht.',
      callingNotAllowed: 'Sie dürfen in Teams keine Anrufe tätigen und können deshalb für niemanden handeln.',
    },
    notReported: ({ people }) =>
      `Microsoft meldet nicht alles: ${people}. Verlassen Sie sich nicht auf das, was fehlt.`,
    unsure: ({ people }) => `Microsoft meldet nicht, ob es auch hier erlaubt ist: ${people}.`,
  },
  steps: {
    ask: 'Um eine Änderung bitten',
    manageDelegates: 'So geht es',
    checkCallSettings: 'Wo steht das?',
    openDetails: 'Details anzeigen',
  },
  choosePerson: 'Um wen geht es?',

  unread: {
    title: 'Nicht geprüft',
    names: ({ count }) =>
      plural('de', count, {
        one: 'Bei 1 Person: wer sie ist und ob es ihr Konto noch gibt',
        other: `Bei ${count} Personen: wer sie sind und ob es ihre Konten noch gibt`,
      }),
    accounts: 'Ob Konten gesperrt sind',
    presence: ({ people }) => `Verfügbarkeit: ${people}`,
    licence: 'Ob Sie Teams Phone haben',
    confirmation: 'Was Sie zuletzt bestätigt haben',
    otherList: 'Ihre andere Liste',
  },

  reach: {
    title: 'Erreichen Ihre Anrufe jemanden?',
    mayAnswer: ({ count }) =>
      plural('de', count, {
        one: '1 Stellvertretung darf Ihre Anrufe annehmen.',
        other: `${count} Stellvertretungen dürfen Ihre Anrufe annehmen.`,
      }),
    nobodyMayAnswer: 'Niemand darf Ihre Anrufe für Sie annehmen.',
    there: ({ people }) => `Verfügbar: ${people}.`,
    busy: ({ people }) => `Beschäftigt: ${people}.`,
    away: ({ people }) => `Abwesend: ${people}.`,
    unknown: ({ people }) => `Verfügbarkeit nicht bekannt: ${people}.`,
    mayAnswerUnsure: ({ people }) => `Nicht gemeldet, ob das Annehmen erlaubt ist: ${people}.`,
    mayPickUp: ({ people, count }) =>
      count === 0
        ? 'Niemand darf Ihre gehaltenen Anrufe übernehmen.'
        : `Wer Ihre gehaltenen Anrufe übernehmen darf: ${people}.`,
    mayJoin: ({ people, count }) =>
      count === 0
        ? 'Niemand darf Ihren aktiven Anrufen beitreten.'
        : `Wer Ihren aktiven Anrufen beitreten darf: ${people}.`,
    notSeen:
      'Ob es bei Ihren Stellvertretungen klingelt, entscheidet Teams. Das ist eine eigene Einstellung, die diese Seite nicht sieht: Einstellungen und mehr (…) > Einstellungen > Anrufe.',
    copilot:
      'Falls Sie Anrufe an Copilot delegieren (eine Vorschau von Microsoft), kann Copilot antworten, bevor es bei Ihren Stellvertretungen klingelt. Das sieht diese Seite nicht.',
  },
};
