import type { NoticesMessages } from '../en/notices.js';

export const notices: NoticesMessages = {
  title: 'Notifications',
  offer: 'M’avertir dans Teams quand cela change',
  tell: 'M’avertir dans Teams quand quelque chose change',
  how: 'Une notification dans votre flux d’activité Teams dit que quelque chose a changé et dans quelle liste, et y mène. Elle ne contient ni noms ni autorisations.',
  noticed: 'Un changement est remarqué au plus tard quand vous ou l’autre personne ouvrez cet onglet.',
  others:
    'Personne d’autre que vous n’est averti au sujet de vos listes, et personne ne voit que vous l’avez demandé. Si des personnes de vos listes l’ont demandé aussi, elles apprennent que quelque chose a changé entre elles et vous quand vous ouvrez cet onglet.',
  kept: 'Pour cela, le serveur conserve votre langue et, pour chaque personne de vos listes, son identifiant et un code qui montre seulement si quelque chose a changé. Quand vous désactivez les notifications, tout est aussitôt supprimé.',
  on: 'Vous serez averti dans votre flux d’activité Teams.',
  off: 'Désactivé. Tout ce qui était conservé pour cela est supprimé.',
  undelivered: {
    notInstalled: {
      title: 'La dernière notification ne vous est pas parvenue',
      text: 'Dans Teams, cette application n’est pas installée pour vous, ou elle l’est deux fois. Ajoutez Call Delegates dans Teams, sous «\u00a0Applications\u00a0», et supprimez toute seconde copie. Le prochain changement vous sera de nouveau signalé.',
    },
    notPermitted: {
      title: 'La dernière notification ne vous est pas parvenue',
      text: 'Teams ne permet pas à cette application de vous avertir. Dans Teams, supprimez Call Delegates, puis ajoutez-la de nouveau. Si cela ne suffit pas, seul votre administrateur peut vous aider.',
    },
  },
  unavailable: {
    title: 'Les notifications ne peuvent pas être modifiées pour le moment',
    text: 'Votre choix reste tel quel. Réessayez dans quelques minutes.',
  },
};
