import type { NoticesMessages } from '../en/notices.js';

export const notices: NoticesMessages = {
  title: 'Benachrichtigungen',
  offer: 'In Teams benachrichtigen, wenn sich hier etwas ändert',
  tell: 'In Teams benachrichtigen, wenn sich etwas ändert',
  how: 'Eine Benachrichtigung in Ihrem Aktivitätsfeed in Teams sagt, dass sich etwas geändert hat und in welcher Liste, und führt dorthin. Sie enthält keine Namen und keine Berechtigungen.',
  noticed:
    'Bemerkt wird eine Änderung spätestens, wenn Sie oder die andere Person diese Registerkarte öffnen.',
  others:
    'Von Ihren Listen erfährt nur Ihr Konto etwas, und niemand sieht, dass Sie darum gebeten haben. Haben Personen in Ihren Listen ebenfalls darum gebeten, erfahren sie es, wenn sich zwischen Ihnen beiden etwas geändert hat und Sie diese Registerkarte öffnen.',
  kept: 'Dafür speichert der Server Ihre Sprache und zu jeder Person in Ihren Listen deren ID und einen Code, der nur zeigt, ob sich etwas geändert hat. Wenn Sie ausschalten, wird alles sofort gelöscht.',
  on: 'Sie werden in Ihrem Aktivitätsfeed in Teams benachrichtigt.',
  off: 'Ausgeschaltet. Alles, was dafür gespeichert war, ist gelöscht.',
  undelivered: {
    notInstalled: {
      title: 'Die letzte Benachrichtigung kam nicht an',
      text: 'In Teams ist diese App für Sie nicht installiert, oder sie ist doppelt vorhanden. Fügen Sie Call Delegates in Teams unter „Apps“ hinzu und entfernen Sie eine zweite Kopie. Die nächste Änderung wird dann wieder gemeldet.',
    },
    notPermitted: {
      title: 'Die letzte Benachrichtigung kam nicht an',
      text: 'Teams erlaubt dieser App nicht, Sie zu benachrichtigen. Entfernen Sie Call Delegates in Teams und fügen Sie die App neu hinzu. Hilft das nicht, kann nur Ihre Administration helfen.',
    },
  },
  unavailable: {
    title: 'Benachrichtigungen lassen sich gerade nicht ändern',
    text: 'Es bleibt, wie Sie es gewählt haben. Versuchen Sie es in einigen Minuten erneut.',
  },
};
