import type { AdministratorMessages } from '../en/administrator.js';

export const administrator: AdministratorMessages = {
  send: 'An meine Administration senden',
  mail: 'E-Mail',
  copyMessage: 'Nachricht kopieren',
  pasteHere: 'Bitte fügen Sie hier die Nachricht ein: Sie liegt in der Zwischenablage.',
  copiedToPaste: 'Kopiert. Fügen Sie den Text in die E-Mail ein.',

  subject: {
    consent: 'Bitte um Zustimmung zur App Call Delegates',
    removeDelegations: 'Bitte Anrufdelegierungen in Microsoft Teams entfernen',
    changeRights: 'Bitte Anrufdelegierungen in Microsoft Teams ändern',
    checkDelegations: 'Bitte Anrufdelegierungen in Microsoft Teams prüfen',
    assignTeamsPhone: 'Bitte meine Lizenz für Teams Phone prüfen',
    allowDelegation: 'Bitte Anrufdelegierung in Microsoft Teams für mich zulassen',
    allowNotices: 'Bitte Benachrichtigungen von Call Delegates in Microsoft Teams zulassen',
    lookAtSignIn: 'Ich kann mich in Microsoft Teams nicht bei Call Delegates anmelden',
    lookAtApp: 'Call Delegates funktioniert bei mir in Microsoft Teams nicht',
  },
  greeting: 'Guten Tag,',
  whatToDo: {
    consent:
      'ich möchte Call Delegates in Microsoft Teams nutzen. Die App zeigt, wer in Anrufen für wen handeln kann, und ändert nichts. Sie braucht Berechtigungen von Microsoft Graph, die nur die Administration gewähren kann. Hier geht das für alle auf einmal:',
    removeGone:
      'in Microsoft Teams gibt es noch Anrufdelegierungen für Konten, die gelöscht sind. Niemand kann sie nutzen, und niemand sollte sie behalten. Bitte entfernen Sie sie.',
    removeGoneDelegator:
      'in Microsoft Teams bin ich noch als Stellvertretung für Konten eingetragen, die gelöscht sind. Solange sie gelöscht sind, kann kein Befehl das ändern. Falls sie vor weniger als 30 Tagen gelöscht wurden, stellen Sie sie bitte wieder her, entfernen Sie die Delegierungen, und löschen Sie sie erneut. Andernfalls eröffnen Sie bitte ein Supportticket bei Microsoft.',
    removeDisabled:
      'in Microsoft Teams gibt es noch Anrufdelegierungen für Konten, die gesperrt sind. Falls diese Konten gesperrt bleiben sollen, entfernen Sie bitte die Delegierungen.',
    changeRights: 'bitte ändern Sie, was die Stellvertretung bei diesen Anrufdelegierungen darf.',
    checkDelegations:
      'einige Anrufdelegierungen in Microsoft Teams sind nicht so, wie sie sein sollten: Sie sind inaktiv, oder ihre Berechtigungen stimmen nicht, und wir können das nicht selbst ändern. Bitte sehen Sie sich das an.',
    assignTeamsPhone:
      'Anrufdelegierung in Microsoft Teams setzt Teams Phone voraus, und ich habe offenbar keine gültige Lizenz dafür. Bitte prüfen Sie meine Lizenz und ob ich Anrufe tätigen darf. Eine Änderung kann bis zu 24 Stunden dauern.',
    allowDelegation:
      'Microsoft Teams lässt für mich keine Anrufdelegierung zu. Bitte prüfen Sie, ob ich Teams Phone habe und ob AllowDelegation in meiner Anrufrichtlinie eingeschaltet ist.',
    allowNotices:
      'ich habe Call Delegates gebeten, mich in Microsoft Teams zu benachrichtigen, wenn sich eine Anrufdelegierung ändert, aber die Benachrichtigungen kommen nicht an. Bitte prüfen Sie, ob die installierte Version der App TeamsActivity.Send.User anfordert, ob sie nur einmal installiert ist und ob solche Apps installiert werden dürfen; oder gewähren Sie ihr die Anwendungsberechtigung TeamsActivity.Send.',
    /** Stands before `lookAtSignIn` where there is a code. */
    refused: ({ code }: { readonly code: string }) =>
      `Microsoft Entra ID lehnt meine Anmeldung bei der App Call Delegates ab (${code}).`,
    lookAtSignIn: {
      location:
        'Eine Richtlinie für bedingten Zugriff bewertet die Anmeldung nach ihrem Standort. Der Server der App meldet sich in meinem Namen an, deshalb zählt auch seine ausgehende Adresse. Bitte fügen Sie diese Adresse einem benannten Standort hinzu, dem die Richtlinie vertraut, oder schließen Sie die App von der Richtlinie aus.',
      device:
        'Eine Richtlinie für bedingten Zugriff verlangt ein verwaltetes oder konformes Gerät. Bitte prüfen Sie mein Gerät, oder schließen Sie die App von der Richtlinie aus.',
      assignment:
        'Für die App ist eine Zuweisung erforderlich. Bitte weisen Sie mich im Microsoft Entra Admin Center unter Unternehmensanwendungen > Call Delegates > Benutzer und Gruppen zu.',
      account:
        'Mein Konto ist in der Organisation, bei der sich die App anmeldet, unbekannt oder deaktiviert. Bitte prüfen Sie das. Ein Gast braucht dort eine Einladung.',
      policy:
        'Bitte sehen Sie im Microsoft Entra Admin Center in die Anmeldeprotokolle: Die fehlgeschlagene Anmeldung bei Call Delegates nennt die Richtlinie, die für mich gilt.',
    },
    lookAtApp: ({ code }) =>
      `die App Call Delegates zeigt mir einen Fehler (${code}). In ihrem Protokoll steht unter dem Supportcode mehr dazu.`,
  },
  people: ({ names }) => `Es geht um ${names}.`,
  accounts: ({ ids }) => `Objekt-IDs dieser Konten: ${ids}`,
  commands: {
    remove:
      'In PowerShell, mit dem Modul MicrosoftTeams und nach Connect-MicrosoftTeams, entfernen diese Zeilen sie und zeigen danach die Einstellungen:',
    removeMayNotShow:
      'Falls die letzte Zeile fehlschlägt, ist unter den Stellvertretungen wahrscheinlich noch ein gelöschtes Konto.',
    change:
      'In PowerShell, mit dem Modul MicrosoftTeams und nach Connect-MicrosoftTeams, erledigen das diese Zeilen; sie zeigen die Einstellungen davor und danach:',
    look: 'In PowerShell, mit dem Modul MicrosoftTeams und nach Connect-MicrosoftTeams, zeigen diese Zeilen, wie es eingestellt ist:',
  },
  asked: ({ from, at }) => `Ich bin ${from} und habe das zu diesem Zeitpunkt gesehen: ${at}.`,
  askedByNobody: ({ at }) => `Ich habe das zu diesem Zeitpunkt gesehen: ${at}.`,
  /** The host's or Microsoft's own words. */
  reason: ({ reason }: { readonly reason: string }) => `Genannter Grund: ${reason}`,
  supportCode: ({ code }) => `Supportcode: ${code}`,
  thanks: 'Vielen Dank!',
};
