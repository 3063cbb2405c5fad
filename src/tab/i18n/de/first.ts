import type { FirstMessages } from '../en/first.js';
import { who, type Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { negatedVerbs, rights, verbs } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) =>
  plural('de', seconds, {
    one: 'Neuer Versuch in 1 Sekunde.',
    other: `Neuer Versuch in ${seconds} Sekunden.`,
  });

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: 'Ihre Anrufdelegierungen werden geladen…',
  stillLoading: 'Microsoft hat noch nicht geantwortet…',
  refresh: 'Aktualisieren',
  refreshing: 'Wird aktualisiert…',
  refreshed: 'Auf dem neuesten Stand.',
  asOf: ({ moment }) => `Stand: ${moment}`,

  heading: {
    nobody: 'Keine Anrufdelegierungen',
    delegators: ({ count }) =>
      plural('de', count, {
        one: `Sie können für ${count} Person handeln`,
        other: `Sie können für ${count} Personen handeln`,
      }),
    delegates: ({ count }) =>
      plural('de', count, {
        one: `${count} Stellvertretung kann für Sie handeln`,
        other: `${count} Stellvertretungen können für Sie handeln`,
      }),
    nobodyNow: {
      delegators: 'Sie können derzeit für niemanden handeln',
      delegates: 'Derzeit kann niemand für Sie handeln',
    },
    exceptions: {
      gone: ({ count }) =>
        plural('de', count, {
          one: `${count} Konto gibt es nicht mehr`,
          other: `${count} Konten gibt es nicht mehr`,
        }),
      disabled: ({ count }) =>
        plural('de', count, {
          one: `${count} Konto ist gesperrt`,
          other: `${count} Konten sind gesperrt`,
        }),
      inactive: ({ count }) =>
        plural('de', count, {
          one: `${count} Delegierung ist inaktiv`,
          other: `${count} Delegierungen sind inaktiv`,
        }),
      unreported: ({ count }) =>
        plural('de', count, {
          one: `${count} Delegierung ohne gemeldeten Status`,
          other: `${count} Delegierungen ohne gemeldeten Status`,
        }),
      powerless: ({ count }) =>
        plural('de', count, {
          one: `${count} Delegierung ohne Berechtigungen`,
          other: `${count} Delegierungen ohne Berechtigungen`,
        }),
    },
    withExceptions: ({ answer, exceptions }) => `${answer}; ${exceptions}`,
    both: ({ delegators, delegates }) => `${delegators} · ${delegates}`,
    someMissing: 'Ihre Anrufdelegierungen',
  },
  lists: {
    delegators: 'Personen, die Sie unterstützen',
    delegates: 'Ihre Stellvertretungen',
  },
  empty: {
    delegators: {
      title: 'Sie unterstützen niemanden',
      text: 'Sobald jemand Sie in Teams zur Stellvertretung macht, erscheint diese Person hier mit allem, was Sie für sie tun können.',
    },
    delegates: {
      title: 'Niemand handelt für Sie',
      text: 'So fügen Sie in Teams eine Stellvertretung hinzu: Einstellungen und mehr (…) > Einstellungen > Anrufe > Stellvertretungen verwalten.',
    },
  },

  columns: {
    person: 'Person',
    status: 'Status',
  },
  rights,
  rightsShort: {
    ...rights,
    receiveCalls: 'Anrufe emp\u00ADfangen',
    pickUpHeldCalls: 'Gehal\u00ADtene Anrufe über\u00ADnehmen',
    joinActiveCalls: 'Aktiven Anrufen bei\u00ADtreten',
    manageCallAndDelegateSettings: 'Einstel\u00ADlungen ändern',
  },
  held: {
    delegators: ({ right, name }) => `Sie können im Namen von ${who(name, 'dieser Person')} ${verbs[right]}.`,
    delegates: ({ right, name }) => `${who(name, 'Diese Person')} kann in Ihrem Namen ${verbs[right]}.`,
  },
  notHeld: {
    delegators: ({ right, name }) =>
      `Sie können im Namen von ${who(name, 'dieser Person')} ${negatedVerbs[right]}.`,
    delegates: ({ right, name }) =>
      `${who(name, 'Diese Person')} kann in Ihrem Namen ${negatedVerbs[right]}.`,
  },
  notReported: 'Nicht gemeldet',
  yes: 'Ja',
  no: 'Nein',
  notThese: ({ rights }) => `Nicht: ${rights}`,
  notReportedFor: ({ right }) => `Microsoft meldet „${rights[right]}“ nicht.`,

  active: 'Aktiv',
  inactive: 'Inaktiv',
  accountGone: 'Konto gelöscht',
  accountBlocked: 'Konto gesperrt',
  statusNotReported: 'Status nicht gemeldet',
  sinceMonth: ({ month }) => `Seit ${month}`,
  sinceDay: ({ day, relative }) => `Seit dem ${day} (${relative})`,
  sinceNotReported: 'Beginn nicht gemeldet',

  changed: 'Geändert',
  presence: {
    available: 'Verfügbar',
    busy: 'Beschäftigt',
    'do-not-disturb': 'Nicht stören',
    away: 'Abwesend',
    offline: 'Offline',
  },
  unknownPerson: 'Unbekannte Person',
  unnamedPerson: 'Name nicht verfügbar',
  accountGoneText:
    'Dieses Konto wurde gelöscht. Bitten Sie Ihre Administration, die Delegierung zu entfernen.',

  oldListStays: ({ moment }) => `Aktualisieren nicht möglich. Sie sehen die Liste vom ${moment}.`,
  tryAgain: 'Erneut versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: {
    title: 'Kopieren ist hier nicht erlaubt',
    text: 'Markieren Sie den Text, und kopieren Sie ihn selbst.',
  },
  supportCode: ({ code }) => `Supportcode: ${code}`,
  waitingLonger: ({ seconds }) =>
    `Das dauert länger als üblich. Wenn es so bleibt, kann Ihre Administration bei Microsoft nachfragen. ${tryingAgain({ seconds })}`,
  problems: {
    offline: {
      title: 'Sie sind offline',
      text: 'Das geht wieder, sobald Sie verbunden sind.',
    },
    unreachable: {
      title: 'Der Server ist nicht erreichbar',
      text: 'Prüfen Sie Ihre Verbindung, und versuchen Sie es erneut.',
    },
    sign_in_failed: {
      title: 'Die Anmeldung hat nicht geklappt',
      text: ({ host }) =>
        `Versuchen Sie es erneut. Wenn das nicht hilft, melden Sie sich bei ${host} ab und wieder an.`,
    },
    host_silent: {
      title: 'Teams antwortet nicht',
      text: 'Versuchen Sie es erneut. Wenn das nicht hilft, schließen Sie Teams und öffnen Sie es wieder.',
    },
    host_refused: {
      title: 'Das hat nicht geklappt',
      text: ({ host }) => `${host} konnte das nicht ausführen. Versuchen Sie es erneut.`,
    },
    invalid_token: {
      title: 'Ihre Anmeldung wurde nicht angenommen',
      text: 'Versuchen Sie es erneut. Wenn das nicht hilft, melden Sie sich bei Teams ab und wieder an, und öffnen Sie diese App noch einmal.',
    },
    insufficient_scope: {
      title: 'Diese App ist nicht vollständig eingerichtet',
      text: 'Ihre Anmeldung funktioniert, aber bei der Einrichtung der App fehlt noch ein Schritt. Nur die Administration kann ihn nachholen.',
    },
    interaction_required: {
      title: 'Bestätigen Sie Ihre Identität',
      text: 'Ihre Organisation verlangt, dass Sie sich noch einmal anmelden, bevor diese Daten gezeigt werden.',
    },
    consent_required: {
      title: 'Diese App braucht die Zustimmung Ihrer Administration',
      text: 'Um Ihre Listen zu zeigen, liest die App Ihre Anrufdelegierungen und die Namen der Personen darin. Sie ändert nichts in Teams.',
    },
    delegation_not_allowed: {
      title: 'Anrufdelegierung ist für Sie nicht eingeschaltet',
      text: 'Die Anrufrichtlinie Ihrer Organisation lässt sie nicht zu, oder Sie haben kein Teams Phone. Ihre Administration kann das ändern.',
    },
    invalid_request: {
      title: 'Diese Anfrage konnte nicht verarbeitet werden',
      text: 'Gehen Sie zurück zur Liste, und versuchen Sie es von dort.',
    },
    invalid_id: {
      title: 'Dieser Link ist ungültig',
      text: 'Wählen Sie die Person stattdessen in der Liste aus.',
    },
    not_found: {
      title: 'Keine Anrufdelegierung gefunden',
      text: 'Vielleicht wurde sie entfernt, oder Sie haben kein Teams Phone. Wenn Sie hier eine erwartet haben, fragen Sie Ihre Administration.',
    },
    throttled: {
      title: 'Microsoft bittet um etwas Geduld',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'Zu viele Anfragen',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Der Dienst von Microsoft ist ausgefallen',
      text: 'Der Dienst mit Ihren Anrufdelegierungen antwortet nicht. Versuchen Sie es in einer Minute erneut. Wenn es so bleibt, kann Ihre Administration mit dem Supportcode bei Microsoft nachfragen.',
    },
    entra_unavailable: {
      title: 'Die Microsoft-Anmeldung ist ausgefallen',
      text: 'Der Anmeldedienst von Microsoft antwortet nicht. Versuchen Sie es in einer Minute erneut. Wenn es so bleibt, kann Ihre Administration mit dem Supportcode bei Microsoft nachfragen.',
    },
    graph_timeout: {
      title: 'Microsoft hat zu lange gebraucht',
      text: 'Es kam nicht rechtzeitig eine Antwort. Versuchen Sie es erneut. Wenn es so bleibt, kann Ihre Administration mit dem Supportcode bei Microsoft nachfragen.',
    },
    graph_unexpected: {
      title: 'Microsoft hat unerwartet geantwortet',
      text: 'Versuchen Sie es erneut. Wenn es wieder geschieht, kann Ihre Administration mit dem Supportcode bei Microsoft nachfragen.',
    },
    list_changed: {
      title: 'Die Liste hat sich geändert',
      text: 'Prüfen Sie die neue Liste, und bestätigen Sie sie dann.',
    },
    store_unavailable: {
      title: 'Bestätigen ist gerade nicht möglich',
      text: 'Ihre Listen sind nicht betroffen. Versuchen Sie es in einigen Minuten erneut.',
    },
    internal_error: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Versuchen Sie es erneut. Wenn es wieder geschieht, wenden Sie sich an Ihre Administration: Mit dem Supportcode findet sie die Ursache.',
    },
    misconfigured: {
      title: 'Diese App ist nicht richtig eingerichtet',
      text: 'Microsoft weist die App selbst zurück. Sie können das nicht beheben, Ihre Administration schon.',
    },
    sign_in_blocked: {
      title: 'Ihre Organisation blockiert diese Anmeldung',
      text: 'Eine Richtlinie Ihrer Organisation blockiert diese App oder den Server, auf dem sie läuft. Sie können das hier nicht ändern, Ihre Administration schon.',
    },
  },
};
