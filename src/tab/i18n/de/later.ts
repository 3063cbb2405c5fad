import type { LaterMessages } from '../en/later.js';
import type { CountAndDate } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `Ich habe am ${date} geprüft, dass diese Liste leer ist.`
    : plural('de', count, {
        one: `Ich habe diese Person und ihre Rechte am ${date} geprüft.`,
        other: `Ich habe diese ${count} Personen und ihre Rechte am ${date} geprüft.`,
      });

export const later: LaterMessages = {
  close: 'Schließen',
  namesUnavailable:
    'Namen konnten nicht ermittelt werden. Bleibt es dabei, kann die Administration dieser App User.ReadBasic.All gewähren.',

  find: {
    search: 'Personen suchen',
    right: 'Recht',
    anyRight: 'Jedes Recht',
    activeOnly: 'Nur aktive',
    sort: 'Sortieren nach',
    asReported: 'Wie in Teams',
    byName: 'Name',
    byDate: 'Neueste zuerst',
    found: ({ count }) =>
      plural('de', count, { one: '1 Person gefunden', other: `${count} Personen gefunden` }),
    nobodyFound: 'Niemand passt dazu. Ändern Sie die Suche oder den Filter.',
  },
  export: {
    toCsv: 'Als CSV exportieren',
    copyTable: 'Als Tabelle kopieren',
    print: 'Drucken',
    yes: 'Ja',
    no: 'Nein',
    mail: 'E-Mail',
    jobTitle: 'Position',
    department: 'Abteilung',
    since: 'Seit',
    id: 'ID',
    statusOfGone: ({ status }) => `${status} (Konto gelöscht)`,
  },

  details: {
    rights: 'Rechte',
    goodToKnow: {
      makeCalls: 'Die Anrufrichtlinie der Stellvertretung gilt ebenfalls.',
      receiveCalls:
        'Ob es bei der Stellvertretung klingelt, ist eine eigene Einstellung, die diese Seite nicht sieht.',
      pickUpHeldCalls: 'Eine Stellvertretung sieht, wann die vertretene Person telefoniert und mit wem.',
      joinActiveCalls: 'Geht unter Windows, im Web und an Tischtelefonen, nicht auf dem Mac oder mobil.',
      manageCallAndDelegateSettings: 'Umfasst auch die Rechte der anderen Stellvertretungen.',
    },
    facts: 'Zu dieser Stellvertretung',
    bothWays: 'Gegenseitig: Sie unterstützen einander.',
    nobodyIsTold:
      'Niemand wird benachrichtigt, wenn sich ein Recht ändert oder endet. Eine Stellvertretung kann sich nicht selbst entfernen; die vertretene Person oder die Administration kann es.',
    gone: 'Diese Stellvertretung gibt es nicht mehr.',
    id: 'ID',
    status: 'Status',
    since: 'Seit',
    sinceDay: ({ day, relative }) => `${day} (${relative})`,
    chat: 'Chat',
    call: 'Anrufen',
    profile: 'Profilkarte',
    mail: 'E-Mail',
    copyLink: 'Link kopieren',
  },

  manage: {
    title: 'So ändern Sie, wer für wen handeln darf',
    desktop:
      'Am Computer: in Teams unter Einstellungen und mehr (…) > Einstellungen > Anrufe > Stellvertretungen verwalten.',
    phone: 'Am Telefon: in Teams unter Einstellungen > Anrufe > Stellvertretungen.',
    article: 'Microsofts Artikel über das Teilen einer Telefonleitung',
  },

  consent: {
    copyLink: 'Link für die Administration kopieren',
    linkCopied: 'Kopiert. Senden Sie ihn Ihrer Administration.',
    copyMessage: 'Fertige Nachricht kopieren',
    message: ({ link }) =>
      `Guten Tag, ich möchte Call Delegates in Microsoft Teams nutzen. Es zeigt, wer in Anrufen für wen handeln darf, und braucht die Berechtigung CallDelegation.Read von Microsoft Graph. Als Administration können Sie sie hier gewähren: ${link}`,
    myself: 'Ich darf selbst zustimmen',
  },
  signIn: {
    button: 'Anmelden',
    waiting: 'Machen Sie in dem Fenster weiter, das sich geöffnet hat…',
    declined: 'Das Fenster wurde vorher geschlossen. Sie können es erneut versuchen.',
    needsAdmin: 'In Ihrer Organisation darf nur die Administration zustimmen. Senden Sie ihr den Link.',
    blocked:
      'Das Fenster konnte nicht geöffnet werden. Erlauben Sie Pop-ups für diese Seite und versuchen Sie es erneut.',
    spreading: 'Fertig. Microsoft gibt es gerade weiter…',
  },

  confirm: {
    statement,
    invitation: ({ count, date }) =>
      `${statement({ count, date })} Bestätigen Sie einmal, dann sagt Ihnen diese Seite, was sich seither geändert hat.`,
    confirm: 'Diese Liste bestätigen',
    confirmNew: 'Die neue Liste bestätigen',
    confirming: 'Wird bestätigt…',
    confirmedToday: 'Heute bestätigt',
    unchangedSince: ({ date }) => `Bestätigt am ${date}. Seither hat sich nichts geändert.`,
    changesSince: ({ count, date }) =>
      plural('de', count, {
        one: `1 Änderung seit Ihrer Bestätigung am ${date}`,
        other: `${count} Änderungen seit Ihrer Bestätigung am ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }) => `Neu: Sie dürfen für ${name} handeln.`,
        delegates: ({ name }) => `Neu: ${name} darf für Sie handeln.`,
      },
      removed: {
        delegators: ({ name }) => `${name} hat Sie entfernt.`,
        delegates: ({ name }) => `${name} handelt nicht mehr für Sie.`,
      },
      gained: {
        delegators: ({ right, name }) => `Sie dürfen im Namen von ${name} jetzt ${verbs[right]}.`,
        delegates: ({ right, name }) => `${name} darf in Ihrem Namen jetzt ${verbs[right]}.`,
      },
      lost: {
        delegators: ({ right, name }) => `Sie dürfen im Namen von ${name} nicht mehr: ${verbs[right]}.`,
        delegates: ({ right, name }) => `${name} darf in Ihrem Namen nicht mehr: ${verbs[right]}.`,
      },
      unreported: ({ right, name }) => `${name}: Microsoft meldet „${rights[right]}“ nicht mehr.`,
      activated: ({ name }) => `${name}: ist jetzt aktiv.`,
      deactivated: ({ name }) => `${name}: ist jetzt inaktiv.`,
      statusUnreported: ({ name }) => `${name}: Microsoft meldet nicht mehr, ob sie aktiv ist.`,
    },
  },
  history: {
    open: 'Verlauf',
    title: 'Was Sie bestätigt haben',
    moment: ({ day, time }) => `${day}, ${time}`,
    first: 'Erste Bestätigung.',
    noChanges: 'Keine Änderungen seit der vorigen.',
    people: ({ count }) => plural('de', count, { one: '1 Person', other: `${count} Personen` }),
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

  outside: {
    title: 'Öffnen Sie dies in Microsoft Teams',
    text: 'Call Delegates meldet Sie über Microsoft Teams, Outlook oder die Microsoft 365-App an und kann Ihre Liste hier nicht zeigen.',
    steps: 'Wählen Sie in Teams „Apps“, suchen Sie nach Call Delegates und öffnen Sie es.',
  },
};
