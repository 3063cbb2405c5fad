import type { PagesText } from '../PagesText.js';

export const pages: PagesText = {
  layout: {
    pages: 'Seiten',
    languages: 'Sprachen',
    home: 'Über die App',
    privacy: 'Datenschutz',
    terms: 'Nutzungsbedingungen',
    otherWebsite: 'öffnet eine andere Website',
  },
  contact: {
    heading: 'Kontakt',
    write: 'Haben Sie Fragen, ein Problem oder ein Anliegen zu Ihren Daten? Schreiben Sie uns:',
    administrator:
      'Haben Sie Fragen, ein Problem oder ein Anliegen zu Ihren Daten? Wenden Sie sich an die Administration, von der Sie diese App haben.',
  },
  openInTeams: 'In Microsoft Teams öffnen',

  home: {
    lead: 'Sehen Sie, wer in Anrufen für wen handeln darf: wen Sie unterstützen, wer Ihre Stellvertretungen sind, was jeweils erlaubt ist, ob es aktiv ist und seit wann.',
    readsOnly:
      'Call Delegates ist eine Registerkarte für Microsoft Teams, Outlook und die Microsoft 365-App. Die App liest nur; ändern lässt sich eine Anrufdelegierung in den Einstellungen von Teams.',
    steps: {
      heading: 'So öffnen Sie die App',
      apps: 'Wählen Sie in Microsoft Teams „Apps“.',
      search:
        'Suchen Sie nach Call Delegates. Finden Sie die App nicht, bitten Sie Ihre Teams-Administration, sie zuzulassen.',
      open: 'Wählen Sie „Öffnen“. Sie werden mit Ihrem Geschäftskonto angemeldet und brauchen kein weiteres Kennwort.',
    },
    administrators: {
      heading: 'Für die Administration',
      text: 'Bevor jemand seine Listen sehen kann, muss die Administration der App erlauben, sie zu lesen. Wer die App vorher öffnet, bekommt den Link dafür und kann ihn an Sie senden.',
    },
  },

  privacy: {
    lead: 'Was Call Delegates mit Daten über Sie macht.',
    scope: {
      heading: 'Wofür diese Seite gilt',
      text: 'Für Call Delegates: die Registerkarte in Microsoft Teams, Outlook und der Microsoft 365-App sowie den Server dahinter, {{host}}.',
      responsible:
        'Für die Daten ist die Organisation verantwortlich, die diesen Server betreibt. Für Microsoft 365, aus dem die App liest, gilt die Datenschutzerklärung von Microsoft.',
    },
    reads: {
      heading: 'Was die App liest und wozu',
      text: 'Sie liest nur, was Sie auch selbst sehen dürfen, und nur, während Sie sie benutzen. In Microsoft 365 ändert sie nichts.',
      watching:
        'Sie liest nur, was Sie auch selbst sehen dürfen, und nur, während Sie sie benutzen. Haben Sie um Benachrichtigungen gebeten, liest der Server Ihre Listen von Zeit zu Zeit auch, wenn Sie die App nicht benutzen, um Änderungen zu bemerken. Dafür hat Ihre Organisation der App erlaubt, Anrufdelegierungen von sich aus zu lesen; das geschieht nur für Personen, die um Benachrichtigungen gebeten haben. In Microsoft 365 ändert die App nichts.',
      delegations: {
        term: 'Ihre Anrufdelegierungen',
        text: 'Um zu zeigen, wer in Anrufen für wen handeln darf, mit welchen Berechtigungen, ob das aktiv ist und seit wann.',
      },
      people: {
        term: 'Name, Position, Abteilung, E-Mail-Adresse und Benutzername der Personen darin und ob deren Konto gesperrt ist',
        text: 'Damit Sie die Personen erkennen und sehen, wenn ein Konto gesperrt ist oder nicht mehr existiert.',
      },
      presence: {
        term: 'Deren Foto und Verfügbarkeit',
        text: 'Um zu zeigen, um wen es geht und ob die Person erreichbar ist.',
      },
      license: {
        term: 'Ihre Lizenz für Teams Phone',
        text: 'Um Ihnen zu sagen, wenn Delegierungen bei Ihnen nicht funktionieren können, weil die Lizenz fehlt oder ausgesetzt ist. Die App liest nur Ihre eigene Lizenz und bewahrt sie nicht auf.',
      },
      signIn: {
        term: 'Ihre Anmeldung bei Microsoft 365',
        text: 'Sie enthält Ihren Namen, Ihren Benutzernamen und die IDs Ihres Kontos und Ihrer Organisation. Der Server prüft sie bei jeder Anfrage, damit Sie nur Ihre eigenen Listen sehen.',
      },
    },
    keeps: {
      heading: 'Was die App aufbewahrt und wie lange',
      confirmations: {
        term: 'Ihre Bestätigungen',
        text: 'Wenn Sie eine Liste bestätigen, speichert der Server den Zeitpunkt, die IDs Ihres Kontos und Ihrer Organisation, die IDs, die Berechtigungen und den Aktivstatus der Personen in der Liste sowie die Einträge, die nach Ihrer Angabe nicht stimmen. So kann er Ihnen später sagen, was sich geändert hat und was noch nicht berichtigt ist.',
      },
      retention: {
        one: 'Jede Bestätigung wird nach {{days}} Tag automatisch gelöscht.',
        other: 'Jede Bestätigung wird nach {{days}} Tagen automatisch gelöscht.',
      },
      notices: {
        term: 'Ihre Benachrichtigungen, wenn Sie darum gebeten haben',
        text: 'Die IDs Ihres Kontos und Ihrer Organisation, Ihre Sprache, seit wann Sie Benachrichtigungen wünschen und wann die letzte kam, sowie den Grund, wenn eine nicht zugestellt werden konnte. Zu jeder Person in Ihren Listen deren ID, wann die Liste zuletzt gelesen wurde, und, anstelle jeder Berechtigung und des Aktivstatus, einen Code, der nur zeigt, ob sich etwas geändert hat. Was Ihnen noch mitzuteilen ist, bleibt gespeichert, bis es gesendet oder nach einem Tag aufgegeben wird, alles andere, bis Sie die Benachrichtigungen ausschalten.',
      },
      tokens: {
        term: 'Zugriff auf Microsoft 365',
        text: 'Die Zugriffstoken, die Microsoft dem Server für Sie ausstellt, bleiben in dessen Arbeitsspeicher, bis sie ablaufen, meist nach etwa einer Stunde.',
      },
      sharedTokens:
        'Ebenso lange liegen sie verschlüsselt in einer Redis-Datenbank, die sich mehrere Server teilen.',
      logs: {
        term: 'Protokolle',
        text: 'Zu jeder Anfrage: wann und welcher Art sie war, wie sie ausging, wie lange sie dauerte, und ein Code, der für Ihr Konto steht. Keine Namen, E-Mail-Adressen oder Zugriffstoken. Wie lange Protokolle aufbewahrt werden, bestimmt die Organisation, die den Server betreibt.',
      },
      browser: {
        term: 'In Ihrem Browser',
        text: 'Keine Cookies. Nur das Anmeldefenster speichert etwas, bis es geschlossen wird.',
      },
      nothingElse: 'Namen, E-Mail-Adressen, Fotos und Kennwörter werden nicht aufbewahrt.',
    },
    notices: {
      heading: 'Benachrichtigungen, wenn Sie darum bitten',
      asked:
        'Die Organisation, die diesen Server betreibt, lässt zu, dass er Sie benachrichtigt, wenn sich eine Delegierung ändert. Er tut es nur, wenn Sie in der Registerkarte darum bitten, und nur, bis Sie es dort wieder ausschalten.',
      content:
        'Eine Benachrichtigung erscheint in Ihrem Aktivitätsfeed in Teams. Sie sagt, dass sich etwas geändert hat und in welcher Ihrer Listen, und enthält einen Link zu dieser Delegierung mit der ID der anderen Person. Sie enthält keine Namen und keine Berechtigungen, weil sie auf einem Sperrbildschirm stehen kann.',
      reminder: 'Der Server erinnert Sie auch, wenn Sie eine Liste lange nicht bestätigt haben.',
      opened:
        'Bemerkt wird eine Änderung, wenn Sie oder die andere Person der Delegierung die Registerkarte öffnen.',
      watched:
        'Bemerkt wird eine Änderung, wenn Sie oder die andere Person der Delegierung die Registerkarte öffnen oder wenn der Server Ihre Listen selbst liest.',
      others:
        'Wenn Sie die Registerkarte öffnen, kann also Personen in Ihren Listen, die um Benachrichtigungen gebeten haben, mitgeteilt werden, dass sich zwischen Ihnen beiden etwas geändert hat. Sonst erfährt es niemand, und die App zeigt niemandem, wer um Benachrichtigungen gebeten hat.',
      delivery:
        'Microsoft stellt die Benachrichtigungen zu. Sie bleiben 30 Tage in Ihrem Aktivitätsfeed und lassen sich nicht zurückholen. Im Protokoll steht zu jeder, wann und wie sie gesendet wurde, mit dem Code, der für Ihr Konto steht.',
    },
    where: {
      heading: 'Wo die Daten liegen und wer sie sieht',
      kept: 'Auf den Servern und in den Datenbanken der Organisation, die die App betreibt; in welchem Land, kann Ihnen die Administration sagen. Zugang haben nur die Personen, die sie betreiben.',
      passedOn:
        'Es wird nichts weitergegeben. Der Server spricht mit Microsoft und mit seinen eigenen Datenbanken, Ihr Browser mit diesem Server und mit Microsoft. Es gibt keine Werbung, keine Nutzungsanalyse und kein Profiling.',
      passedOnButNotices:
        'Außer den oben beschriebenen Benachrichtigungen wird nichts weitergegeben. Der Server spricht mit Microsoft und mit seinen eigenen Datenbanken, Ihr Browser mit diesem Server und mit Microsoft. Es gibt keine Werbung, keine Nutzungsanalyse und kein Profiling.',
    },
    deleting: {
      heading: 'Wie Sie die Daten löschen',
      confirmations: {
        term: 'Ihre Bestätigungen',
        text: 'Öffnen Sie in der Registerkarte „Verlauf“ und wählen Sie „Meinen Verlauf löschen“. Alle Ihre Bestätigungen werden sofort gelöscht. Bis zu zwei Stunden lang merkt sich der Server, dass Sie das getan haben, damit nichts nachträglich gespeichert wird, was noch unterwegs war.',
      },
      notices: {
        term: 'Ihre Benachrichtigungen',
        text: 'Schalten Sie sie in der Registerkarte aus. Alles, was dafür gespeichert war, wird sofort gelöscht. Wenn Sie nur die App deinstallieren, sind sie damit nicht ausgeschaltet.',
      },
      uninstall: {
        term: 'Die App',
        text: 'Deinstallieren Sie die App in Teams, dann liest sie nichts mehr für Sie. Ihre Bestätigungen werden dabei nicht gelöscht: Löschen Sie sie vorher, sonst verschwinden sie, wenn ihre Frist abgelaufen ist.',
      },
      uninstallWatched:
        'Schalten Sie die Benachrichtigungen aus und deinstallieren Sie die App dann in Teams; danach liest sie nichts mehr für Sie. Ihre Bestätigungen werden dabei nicht gelöscht: Löschen Sie sie vorher, sonst verschwinden sie, wenn ihre Frist abgelaufen ist.',
      organization: {
        term: 'Für die ganze Organisation',
        text: 'Die Administration kann der App die Berechtigungen jederzeit entziehen: Microsoft Entra Admin Center > Unternehmensanwendungen > Call Delegates > Berechtigungen.',
      },
      backups: {
        term: 'Sicherungskopien',
        text: 'Sichert die Organisation ihre Datenbanken, bleibt in einer Sicherung, was Sie löschen, bis diese selbst gelöscht wird.',
      },
    },
    protection: {
      heading: 'Wie die Daten geschützt sind',
      connections: 'Verbindungen sind verschlüsselt (HTTPS).',
      requests:
        'Der Server lässt nur eine gültige, aktuelle Anmeldung von Microsoft 365 zu und prüft sie bei jeder Anfrage.',
      tokens:
        'Die Zugriffstoken, mit denen der Server aus Microsoft 365 liest, gelangen nie in Ihren Browser.',
      ids: 'Bestätigungen enthalten IDs statt Namen, und in der App kann niemand sonst Ihre lesen.',
    },
  },

  terms: {
    lead: 'Für Call Delegates: die Registerkarte in Microsoft Teams, Outlook und der Microsoft 365-App sowie den Server dahinter, {{host}}.',
    shows: {
      heading: 'Was die App zeigt',
      text: 'Call Delegates zeigt, was Microsoft in dem Moment, in dem Sie nachsehen, über Anrufdelegierungen meldet, und ändert nichts. Maßgeblich ist, was in Teams eingestellt ist.',
    },
    preview: {
      heading: 'Vorschau',
      text: 'Der Dienst von Microsoft, aus dem die App liest, ist eine Vorschauversion (Beta). Microsoft kann ihn jederzeit ändern und unterstützt ihn nicht für den Produktivbetrieb. Wo Microsoft nichts meldet, sagt die App das. Wenn es darauf ankommt, sehen Sie auch in den Einstellungen von Teams nach.',
    },
    confirmations: {
      heading: 'Bestätigungen',
      text: 'Eine Bestätigung hält fest, dass Sie eine Liste geprüft haben und was Microsoft zu diesem Zeitpunkt gemeldet hat. Sie ändert keine Berechtigung und ist keine rechtsverbindliche Erklärung.',
    },
    notices: {
      heading: 'Benachrichtigungen',
      text: 'Eine Benachrichtigung ist ein Hinweis ohne Gewähr: Sie kann spät oder gar nicht kommen, und nicht jedes Gerät zeigt sie an. Maßgeblich ist, was in Teams eingestellt ist.',
    },
    use: {
      heading: 'Nutzung',
      text: 'Nutzen Sie die App mit Ihrem Geschäftskonto und nach den Regeln Ihrer Organisation; auch die Bedingungen für Microsoft 365 gelten. Was Sie exportieren, kopieren oder drucken, enthält personenbezogene Daten von Kolleginnen und Kollegen: Gehen Sie entsprechend damit um.',
    },
    ending: {
      heading: 'Ende der Nutzung',
      text: 'Sie können die App jederzeit in Teams deinstallieren. Die Organisation, die den Server betreibt, kann die App ändern oder abschalten.',
    },
    warranty: {
      heading: 'Gewährleistung und Lizenz',
      text: 'Die Software ist unter der MIT-Lizenz frei verfügbar. Sie wird ohne jede Gewährleistung so bereitgestellt, wie sie ist, soweit das Gesetz es zulässt.',
    },
  },

  consent: {
    title: 'Anmeldung und Berechtigungen',
    signingIn: 'Sie werden angemeldet…',
    needsScript: 'Diese Seite braucht JavaScript.',
    nothingToDo: {
      heading: 'Sie können diese Seite schließen',
      text: 'Call Delegates braucht sie beim Anmelden und wenn die Administration Berechtigungen erteilt hat. Hier ist nichts zu tun.',
    },
    ends: {
      signedIn: {
        heading: 'Hier sind Sie fertig',
        text: 'Call Delegates macht in Teams von selbst weiter. Sie können dieses Fenster schließen.',
      },
      granted: {
        heading: 'Berechtigung für Ihre Organisation erteilt',
        text: 'Alle in Ihrer Organisation, die die App haben, können Call Delegates jetzt in Teams öffnen und ihre eigenen Listen sehen. Es kann einige Minuten dauern, bis das bei allen funktioniert.',
      },
      onePerson: {
        heading: 'Berechtigung für eine Person erteilt',
        text: 'Der verwendete Link fragt nur für die Person, die sich anmeldet. Wenn Sie das Kästchen für die ganze Organisation nicht aktiviert haben, hat sonst niemand die Berechtigung erhalten.',
      },
      declined: {
        heading: 'Die Berechtigung wurde nicht erteilt',
        text: 'Die Anfrage wurde abgelehnt; es hat sich also nichts geändert. In Ihrer Organisation kann niemand seine Listen sehen, bis die Administration die Berechtigung erteilt.',
      },
      needsAdmin: {
        heading: 'Das kann nur die Administration erteilen',
        text: 'Ihr Konto darf diese Berechtigung nicht erteilen; es hat sich also nichts geändert. Mit demselben Link kann es jemand mit der Rolle „Cloudanwendungsadministrator“.',
      },
      requested: {
        heading: 'Ihre Anfrage wartet auf Genehmigung',
        text: 'Die Administration Ihrer Organisation muss sie genehmigen. Bis dahin ändert sich nichts.',
      },
      refused: {
        heading: 'Ihre Organisation hat diese Anmeldung verhindert',
        text: 'Eine ihrer Regeln lässt nicht zu, dass sich dieses Konto bei der App anmeldet, oder nicht von hier aus; es hat sich also nichts geändert. Wenden Sie sich an die Stelle, die in Ihrer Organisation für Anmeldungen zuständig ist, und nennen Sie ihr den Code unten.',
      },
      notSetUp: {
        heading: 'Die App ist nicht richtig eingerichtet',
        text: 'Microsoft hat die Registrierung der App zurückgewiesen; es hat sich also nichts geändert. Geben Sie den Code unten an die Personen weiter, die die App eingerichtet haben.',
      },
      unknown: {
        heading: 'Das hat nicht funktioniert',
        text: 'Microsoft hat einen Fehler gemeldet; es wurde also keine Berechtigung erteilt. Versuchen Sie es in einigen Minuten erneut. Kommt der Fehler wieder, geben Sie den Code unten an die Personen weiter, die die App eingerichtet haben.',
      },
    },
    mayRead: {
      heading: 'Was die App jetzt für die angemeldete Person lesen darf',
      delegations: 'deren eigene Anrufdelegierungen',
      people: 'Namen, E-Mail-Adressen und Fotos der Personen darin',
      presence: 'ob diese Personen erreichbar sind',
    },
    undo: {
      heading: 'Prüfen oder zurücknehmen',
      text: 'Microsoft Entra Admin Center > Unternehmensanwendungen > Call Delegates > Berechtigungen',
    },
    grantForAll: 'Berechtigung für alle erteilen',
    backToTeams: 'Kehren Sie zu Teams zurück.',
    code: 'Code:',
  },
};
