import type { FirstMessages } from '../en/first.js';
import type { Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) =>
  plural('de', seconds, {
    one: 'Neuer Versuch in 1 Sekunde.',
    other: `Neuer Versuch in ${seconds} Sekunden.`,
  });

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: 'Ihre Stellvertretungen werden geladen…',
  refresh: 'Aktualisieren',
  refreshing: 'Wird aktualisiert…',
  refreshed: 'Aktuell.',
  asOf: ({ time }) => `Stand ${time}`,
  preview: 'Vorschau: Microsoft kann diese Daten noch ändern',
  dismissPreview: 'Hinweis auf die Vorschau ausblenden',

  heading: {
    nobody: 'Noch handelt hier niemand für jemanden in Anrufen',
    supported: ({ count }) =>
      plural('de', count, {
        one: `Sie unterstützen ${count} Person`,
        other: `Sie unterstützen ${count} Personen`,
      }),
    acting: ({ count }) =>
      plural('de', count, {
        one: `${count} Stellvertretung handelt für Sie`,
        other: `${count} Stellvertretungen handeln für Sie`,
      }),
    both: ({ supported, acting }) => `${supported} · ${acting}`,
    someMissing: 'Ihre Anrufstellvertretungen',
  },
  lists: {
    delegators: 'Personen, die Sie unterstützen',
    delegates: 'Ihre Stellvertretungen',
  },
  empty: {
    delegators: {
      title: 'Sie unterstützen noch niemanden',
      text: 'Wer Sie in Teams zur Stellvertretung macht, erscheint hier mit dem, was Sie für diese Person tun dürfen.',
    },
    delegates: {
      title: 'Noch handelt niemand für Sie',
      text: 'Fügen Sie in Teams eine Stellvertretung hinzu: Einstellungen und mehr (…) > Einstellungen > Anrufe > Stellvertretungen verwalten.',
    },
  },

  columns: {
    person: 'Person',
    status: 'Status',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: 'Einstellungen ändern',
  },
  held: {
    delegators: ({ right, name }) => `Sie können im Namen von ${name} ${verbs[right]}.`,
    delegates: ({ right, name }) => `${name} kann in Ihrem Namen ${verbs[right]}.`,
  },
  notHeld: {
    delegators: ({ right, name }) => `Sie können im Namen von ${name} nicht: ${verbs[right]}.`,
    delegates: ({ right, name }) => `${name} kann in Ihrem Namen nicht: ${verbs[right]}.`,
  },
  notReported: 'Nicht gemeldet',
  notReportedFor: ({ right }) => `${rights[right]}: von Microsoft nicht gemeldet.`,

  active: 'Aktiv',
  inactive: 'Inaktiv',
  accountGone: 'Konto gelöscht',
  statusNotReported: 'Status nicht gemeldet',
  since: ({ date }) => `Seit ${date}`,
  sinceMonth: ({ month, relative }) => `Seit ${month} (${relative})`,
  sinceNotReported: 'Beginn nicht gemeldet',

  changed: 'Geändert',
  presence: {
    available: 'Verfügbar',
    busy: 'Beschäftigt',
    'do-not-disturb': 'Nicht stören',
    away: 'Abwesend',
    offline: 'Offline',
  },
  openDetails: ({ name }) => `Details zu ${name}`,
  unknownPerson: 'Unbekannte Person',
  unnamedPerson: 'Name nicht verfügbar',
  accountGoneText:
    'Dieses Konto gibt es nicht mehr; bitten Sie Ihre Administration, die Stellvertretung zu entfernen.',

  oldListStays: 'Was Sie sehen, ist von vorher.',
  tryAgain: 'Erneut versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: {
    title: 'Kopieren war nicht erlaubt',
    text: 'Markieren Sie den Text und kopieren Sie ihn.',
  },
  correlationId: ({ id }) => `Korrelations-ID: ${id}`,
  policyCommand: 'Befehl für die Administration kopieren',
  problems: {
    offline: {
      title: 'Sie sind offline',
      text: 'Die Liste kommt von selbst zurück, sobald Sie verbunden sind.',
    },
    unreachable: {
      title: 'Der Server ist nicht erreichbar',
      text: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    },
    sign_in_failed: {
      title: 'Sie konnten nicht angemeldet werden',
      text: ({ host }) =>
        `${host} gab kein Anmeldetoken. Versuchen Sie es erneut; bleibt es dabei, melden Sie sich bei ${host} ab und wieder an.`,
    },
    host_refused: {
      title: 'Das hat nicht geklappt',
      text: ({ host }) => `${host} hat es nicht ausgeführt. Versuchen Sie es erneut.`,
    },
    invalid_token: {
      title: 'Ihre Anmeldung wurde nicht angenommen',
      text: 'Schließen Sie diese Registerkarte und öffnen Sie sie neu. Bleibt es dabei, sagen Sie es Ihrer Administration.',
    },
    insufficient_scope: {
      title: 'Diese App wurde ohne ihre Berechtigung eingerichtet',
      text: 'Die Administration muss für diese App in Microsoft Entra ID den Bereich access_as_user bereitstellen.',
    },
    interaction_required: {
      title: 'Melden Sie sich noch einmal an',
      text: 'Ihre Organisation möchte, dass Sie sich ausweisen, bevor diese Daten gezeigt werden.',
    },
    consent_required: {
      title: 'Diese App braucht erst eine Erlaubnis',
      text: 'Um Ihre Liste zu zeigen, muss sie Ihre Anrufstellvertretungen lesen. In Ihrer Organisation hat dem noch niemand zugestimmt; meist kann das nur die Administration. Sie liest Ihre Anrufstellvertretungen und die Namen der Personen darin. Sie ändert nichts in Teams.',
    },
    delegation_not_allowed: {
      title: 'Anrufstellvertretung ist für Sie nicht eingeschaltet',
      text: 'Eine Anrufrichtlinie Ihrer Organisation verbietet sie, oder Sie haben kein Teams Phone. Die Administration kann sie einschalten.',
    },
    invalid_request: {
      title: 'Diese Frage lässt sich nicht beantworten',
      text: 'Die Adresse war nicht gültig. Gehen Sie zurück zur Liste.',
    },
    invalid_id: {
      title: 'Diese Adresse ist nicht gültig',
      text: 'Gehen Sie zurück zur Liste und öffnen Sie die Person von dort.',
    },
    not_found: {
      title: 'Nichts gefunden',
      text: 'Microsoft kennt hier keine Anrufstellvertretung; vielleicht wurde sie entfernt, oder Sie haben kein Teams Phone.',
    },
    throttled: {
      title: 'Microsoft bittet um einen Moment',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'Das war sehr oft',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Microsoft Graph ist nicht verfügbar',
      text: 'Der Dienst mit Ihren Stellvertretungen ist gerade ausgefallen. Versuchen Sie es in einer Minute erneut.',
    },
    entra_unavailable: {
      title: 'Die Microsoft-Anmeldung ist nicht verfügbar',
      text: 'Microsoft Entra ID antwortet gerade nicht. Versuchen Sie es in einer Minute erneut.',
    },
    graph_timeout: {
      title: 'Microsoft hat zu lange gebraucht',
      text: 'Es kam rechtzeitig keine Antwort. Versuchen Sie es erneut.',
    },
    graph_unexpected: {
      title: 'Microsoft gab eine unerwartete Antwort',
      text: 'Diese Daten sind noch eine Vorschau und können sich ändern. Versuchen Sie es erneut; bleibt es dabei, sagen Sie es Ihrer Administration.',
    },
    list_changed: {
      title: 'Die Liste hat sich geändert',
      text: 'Sehen Sie sich die neue Liste an.',
    },
    store_unavailable: {
      title: 'Bestätigen ist gerade nicht möglich',
      text: 'Ihre Listen sind nicht betroffen. Versuchen Sie es später erneut.',
    },
    internal_error: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Es wurde protokolliert. Versuchen Sie es erneut.',
    },
    misconfigured: {
      title: 'Diese App ist nicht richtig eingerichtet',
      text: 'Ihre eigenen Zugangsdaten werden abgelehnt. Nur ihre Administration kann das beheben; geben Sie ihr die Korrelations-ID.',
    },
  },
};
