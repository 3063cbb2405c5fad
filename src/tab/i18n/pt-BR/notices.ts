import type { NoticesMessages } from '../en/notices.js';

export const notices: NoticesMessages = {
  title: 'Notificações',
  offer: 'Avisar no Teams quando isto mudar',
  tell: 'Avisar no Teams quando algo mudar',
  how: 'Uma notificação no seu feed de atividades do Teams diz que algo mudou e em qual lista, e leva até lá. Ela não contém nomes nem permissões.',
  noticed: 'Uma mudança é percebida, no mais tardar, quando você ou a outra pessoa abre esta guia.',
  others:
    'Ninguém além de você é avisado sobre as suas listas, e ninguém vê que você pediu. Se pessoas das suas listas também pediram, elas são avisadas de que algo mudou entre vocês quando você abre esta guia.',
  kept: 'Para isso, o servidor guarda seu idioma e, de cada pessoa nas suas listas, a ID dela e um código que mostra apenas se algo mudou. Ao desativar, tudo é excluído imediatamente.',
  on: 'Você será avisado no seu feed de atividades do Teams.',
  off: 'Desativado. Tudo o que era guardado para isso foi excluído.',
  undelivered: {
    notInstalled: {
      title: 'A última notificação não chegou até você',
      text: 'No Teams, este aplicativo não está instalado para você ou está instalado duas vezes. Adicione o Call Delegates no Teams, em “Aplicativos”, e remova qualquer segunda cópia. A próxima mudança voltará a ser avisada.',
    },
    notPermitted: {
      title: 'A última notificação não chegou até você',
      text: 'O Teams não permite que este aplicativo avise você. No Teams, remova o Call Delegates e adicione-o de novo. Se isso não resolver, só o administrador pode ajudar.',
    },
  },
  unavailable: {
    title: 'Não é possível alterar as notificações agora',
    text: 'O que você escolheu continua como está. Tente novamente em alguns minutos.',
  },
};
