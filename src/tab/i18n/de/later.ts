import type { LaterMessages } from '../en/later.js';
import { who, type CountAndDate } from '../parameters.js';
import { plural } from '../plural.js';
import { ask } from './ask.js';
import { attention } from './attention.js';
import { notices } from './notices.js';
import { lostVerbs, rights, verbs } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `Ich habe am ${date} geprüft, dass diese Liste leer ist.`
    : plural('de', count, {
        one: `Ich habe diese Person und ihre Berechtigungen am ${date} geprüft.`,
        other: `Ich habe diese ${count} Personen und ihre Berechtigungen am ${date} geprüft.`,
      });

export const later: LaterMessages = {
  close: 'Schließen',
  namesUnavailable:
    'Namen können nicht angezeigt werden. Wenn das so bleibt, kann Ihre Administration dieser App erlauben, sie zu lesen.',

  find: {
    search: 'Personen suchen',
    clear: 'Suche löschen',
    right: 'Berechtigung',
    anyRight: 'Beliebige Berechtigung',
    activeOnly: 'Nur aktive',
    sort: 'Sortieren nach',
    asReported: 'Wie in Teams',
    byName: 'Name',
    byDate: 'Neueste zuerst',
    found: ({ count, total }) => `${count} von ${total} Personen`,
    nobodyFound: 'Keine Treffer. Ändern Sie die Suche oder den Filter.',
    clearFilters: 'Filter zurücksetzen',
  },
  export: {
    toCsv: 'CSV-Datei herunterladen',
    copyTable: 'Als Tabelle kopieren',
    downloaded: 'Heruntergeladen. Falls Sie die Datei nicht finden, kopieren Sie stattdessen die Tabelle.',
    print: 'Drucken',
    list: 'Liste',
    account: 'Konto',
    asOf: 'Stand',
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
    rights: 'Berechtigungen',
    goodToKnow: {
      delegators: {
        makeCalls: 'Ihre eigene Anrufrichtlinie gilt zusätzlich.',
        receiveCalls: 'Ob es bei Ihnen klingelt, ist eine eigene Einstellung, die diese Seite nicht sieht.',
        pickUpHeldCalls: 'Sie sehen, wann diese Person telefoniert und mit wem.',
        joinActiveCalls:
          'Geht unter Windows, im Web und an Tischtelefonen; nicht auf dem Mac und nicht mobil.',
        manageCallAndDelegateSettings: 'Das schließt die Berechtigungen der anderen Stellvertretungen ein.',
      },
      delegates: {
        makeCalls: 'Die Anrufrichtlinie Ihrer Stellvertretung gilt zusätzlich.',
        receiveCalls:
          'Ob es bei Ihrer Stellvertretung klingelt, ist eine eigene Einstellung, die diese Seite nicht sieht.',
        pickUpHeldCalls: 'Ihre Stellvertretung sieht, wann Sie telefonieren und mit wem.',
        joinActiveCalls:
          'Geht unter Windows, im Web und an Tischtelefonen; nicht auf dem Mac und nicht mobil.',
        manageCallAndDelegateSettings:
          'Ihre Stellvertretung kann die Berechtigungen all Ihrer Stellvertretungen ändern.',
      },
    },
    facts: 'Zu dieser Delegierung',
    uses: {
      notNow: 'Derzeit nicht nutzbar.',
      notHere: 'Nicht auf dem Gerät, das Sie gerade verwenden.',
      inCall: 'Gerade läuft ein Anruf.',
      notInCall: 'Gerade läuft kein Anruf.',
    },
    bothWays: 'Sie unterstützen sich gegenseitig.',
    nobodyIsTold:
      'Teams benachrichtigt niemanden, wenn sich eine Berechtigung ändert oder endet. Stellvertretungen können sich nicht selbst entfernen; das kann die Person, die sie unterstützen, oder die Administration.',
    gone: 'Diese Delegierung gibt es nicht mehr.',
    links: {
      otherPeople:
        'Dieser Link betrifft eine Delegierung zwischen anderen Personen. Nur sie können ihn öffnen.',
      malformed:
        'Dieser Link ist nicht vollständig. Bitten Sie um einen neuen, oder wählen Sie die Person in der Liste aus.',
      unknownReader:
        'Teams teilt nicht mit, wer Sie sind. Deshalb lässt sich dieser Link nicht öffnen. Wählen Sie die Person in der Liste aus.',
    },
    support: 'Für den Support',
    id: 'ID',
    status: 'Status',
    since: 'Seit',
    chat: 'Chat',
    call: 'Anrufen',
    profile: 'Profilkarte',
    mail: 'E-Mail',
    copyLink: 'Link kopieren',
  },

  manage: {
    newWindow: 'öffnet ein neues Fenster',
    preview: 'Vorschau: Microsoft erprobt diesen Dienst noch.',
    title: 'So ändern Sie, wer für wen handeln kann',
    desktop:
      'Am Computer: in Teams unter Einstellungen und mehr (…) > Einstellungen > Anrufe > Stellvertretungen verwalten.',
    phone: 'Auf dem Smartphone: in Teams unter Einstellungen > Anrufe > Stellvertretungen.',
    article: 'Microsofts Artikel über gemeinsam genutzte Telefonleitungen',
    privacy: 'Datenschutz: was die App liest und aufbewahrt',
    support: ({ contact }) => `Hilfe zu dieser App: ${who(contact, '')}`,
  },

  consent: {
    myself: 'Ich kann selbst zustimmen',
  },
  signIn: {
    button: 'Anmelden',
    waiting: 'Schließen Sie die Anmeldung im Fenster ab, und kommen Sie dann hierher zurück.',
    /** The window may be closed, or not. */
    unknown:
      'Schließen Sie die Anmeldung im Fenster ab, und kommen Sie dann hierher zurück. Wenn Sie es geschlossen haben, können Sie es erneut versuchen.',
    unfinished: 'Das wurde nicht abgeschlossen. Sie können es erneut versuchen.',
    /** Signing in has worked and was not enough. */
    anotherWay:
      'Microsoft verlangt noch mehr. Wählen Sie die Schaltfläche erneut, um sich auf einem anderen Weg anzumelden.',
    noHelp: ({ code }: { readonly code: string }) =>
      `Das hat nicht geholfen (Code: ${code}). Ihre Administration kann die Ursache finden.`,
    needsAdmin: 'In Ihrer Organisation kann nur die Administration zustimmen. Senden Sie ihr die Nachricht.',
    blocked:
      'Das Fenster konnte nicht geöffnet werden. Lassen Sie Pop-ups für diese Seite zu, und versuchen Sie es erneut.',
    spreading: 'Fertig. Bis es wirkt, können einige Sekunden vergehen…',
    /** Why the host could not sign the user in. */
    reasons: {
      needsSignIn:
        'Microsoft bittet Sie, sich erneut anzumelden oder zuzustimmen, dass diese App Sie anmeldet.',
      temporary: ({ host }: { readonly host: string }) =>
        `${host} konnte gerade keine Anmeldung von Microsoft erhalten. Versuchen Sie es erneut. Wenn das nicht hilft, starten Sie ${host} neu.`,
      misconfigured:
        'Die App ist für die Anmeldung nicht richtig eingerichtet. Sie können das nicht beheben, Ihre Administration schon.',
    },
  },

  confirm: {
    statement,
    invitation: ({ count }) =>
      count === 0
        ? 'Noch nicht bestätigt. Bestätigen Sie, dass diese Liste leer ist; dann zeigt diese Seite, was sich ändert.'
        : 'Noch nicht bestätigt. Prüfen Sie die Zeilen, und bestätigen Sie dann. Diese Seite zeigt, was Microsoft 365 über Ihre Anrufdelegierungen sagt, und ändert dort nichts.',
    confirm: 'Diese Liste bestätigen',
    confirmNew: 'Die neue Liste bestätigen',
    confirming: 'Wird bestätigt…',
    confirmAgain: 'Erneut bestätigen',
    confirmedAt: ({ time }) => `Bestätigt um ${time}.`,
    right: 'Das stimmt',
    wrong: 'Das habe ich nicht erwartet',
    notRight: 'Etwas stimmt nicht',
    cancel: 'Abbrechen',
    whatIsNotRight: 'Was haben Sie nicht erwartet?',
    verdictOn: ({ name }) => `Stimmt das bei ${who(name, 'dieser Person')}?`,
    checked: ({ count, total }) => `${count} von ${total} geprüft`,
    allChecked: 'Alles geprüft. Sie können jetzt bestätigen.',
    fromTo: ({ before, now }) => `${before} → ${now}`,
    holds: ({ held }) => `Berechtigungen: ${held}`,
    holdsNone: 'keine',
    stillWrong: ({ name }) =>
      `${who(name, 'Diese Person')}: Seit Sie das als nicht erwartet angegeben haben, hat sich nichts geändert.`,
    ask: 'Um Änderung bitten',
    someHidden:
      'Die Suche oder der Filter blendet Personen aus. Zeigen Sie alle an, und bestätigen Sie dann.',
    showEverybody: 'Alle anzeigen',
    someUnnamed:
      'Einige Namen können nicht angezeigt werden; deshalb lässt sich diese Liste noch nicht bestätigen.',
    unchangedSince: ({ date }) => `Bestätigt am ${date}. Seither hat sich nichts geändert.`,
    changesSince: ({ count, date }) =>
      plural('de', count, {
        one: `1 Änderung seit Ihrer Bestätigung am ${date}`,
        other: `${count} Änderungen seit Ihrer Bestätigung am ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }) => `Neu: Sie können für ${who(name, 'eine weitere Person')} handeln.`,
        delegates: ({ name }) => `Neu: ${who(name, 'Eine weitere Person')} kann für Sie handeln.`,
      },
      removed: {
        delegators: ({ name }) => `Sie sind keine Stellvertretung von ${who(name, 'einer Person')} mehr.`,
        delegates: ({ name }) => `${who(name, 'Eine Person')} kann nicht mehr für Sie handeln.`,
      },
      gained: {
        delegators: ({ right, name }) =>
          `Sie können jetzt im Namen von ${who(name, 'dieser Person')} ${verbs[right]}.`,
        delegates: ({ right, name }) =>
          `${who(name, 'Diese Person')} kann jetzt in Ihrem Namen ${verbs[right]}.`,
      },
      lost: {
        delegators: ({ right, name }) =>
          `Sie können im Namen von ${who(name, 'dieser Person')} ${lostVerbs[right]}.`,
        delegates: ({ right, name }) =>
          `${who(name, 'Diese Person')} kann in Ihrem Namen ${lostVerbs[right]}.`,
      },
      unreported: ({ right, name }) =>
        `Microsoft meldet „${rights[right]}“ für ${who(name, 'diese Person')} nicht mehr.`,
      activated: ({ name }) => `${who(name, 'Eine Person')}: Die Delegierung ist jetzt aktiv.`,
      deactivated: ({ name }) => `${who(name, 'Eine Person')}: Die Delegierung ist jetzt inaktiv.`,
      statusUnreported: ({ name }) =>
        `Microsoft meldet nicht mehr, ob die Delegierung mit ${who(name, 'dieser Person')} aktiv ist.`,
    },
  },
  news: {
    tab: 'Hier hat sich etwas geändert',
    otherList: {
      delegators: 'Unter „Personen, die Sie unterstützen“ hat sich etwas geändert.',
      delegates: 'Unter „Ihre Stellvertretungen“ hat sich etwas geändert.',
    },
    list: ({ count }) =>
      plural('de', count, {
        one: 'Die Liste hat sich geändert: 1 Änderung.',
        other: `Die Liste hat sich geändert: ${count} Änderungen.`,
      }),
  },

  history: {
    open: 'Verlauf',
    title: 'Was Sie bestätigt haben',
    first: 'Erste Bestätigung.',
    noChanges: 'Keine Änderungen seit der vorigen.',
    people: ({ count }) => plural('de', count, { one: '1 Person', other: `${count} Personen` }),
    empty: 'Sie haben diese Liste noch nicht bestätigt.',
    more: 'Mehr anzeigen',
    export: 'Verlauf als CSV-Datei herunterladen',
    copy: 'Verlauf als Tabelle kopieren',
    delete: 'Meinen Verlauf löschen',
    deleteQuestion: 'Alle Ihre Bestätigungen beider Listen endgültig löschen?',
    deleteForGood: 'Endgültig löschen',
    keep: 'Behalten',
    deleted: 'Gelöscht. Es ist nichts mehr bestätigt.',
    when: 'Wann',
    record: 'Die Liste, wie sie war',
    verdict: 'Ihr Urteil',
    right: 'Das stimmt',
    wrong: 'Nicht erwartet',
    confirmedOn: ({ moment }) => `Bestätigt am ${moment}`,
  },

  attention,
  ask,
  notices,

  outside: {
    title: 'Öffnen Sie diese App in Microsoft Teams',
    text: 'Call Delegates meldet Sie über Microsoft Teams, Outlook oder die Microsoft 365-App an und kann Ihre Listen deshalb hier nicht zeigen.',
    steps: 'Wählen Sie in Teams „Apps“, suchen Sie nach Call Delegates, und öffnen Sie die App.',
  },
};
