import type { PagesText } from '../PagesText.js';

export const pages: PagesText = {
  layout: {
    pages: 'Páginas',
    languages: 'Idiomas',
    home: 'Sobre o aplicativo',
    privacy: 'Privacidade',
    terms: 'Termos de uso',
    otherWebsite: 'abre outro site',
  },
  contact: {
    heading: 'Contato',
    write: 'Tem uma dúvida, um problema ou um pedido sobre seus dados? Fale conosco:',
    administrator:
      'Tem uma dúvida, um problema ou um pedido sobre seus dados? Procure o administrador que forneceu este aplicativo a você.',
  },
  openInTeams: 'Abrir no Microsoft Teams',

  home: {
    lead: 'Veja quem pode atuar em nome de quem nas chamadas: as pessoas que você apoia, seus representantes, o que cada um pode fazer, se está ativo e desde quando.',
    readsOnly:
      'O Call Delegates é uma guia para o Microsoft Teams, o Outlook e o aplicativo Microsoft 365. Ele apenas lê; para alterar uma delegação, use as configurações do Teams.',
    steps: {
      heading: 'Como abrir',
      apps: 'No Microsoft Teams, selecione “Aplicativos”.',
      search:
        'Procure Call Delegates. Se ele não aparecer, peça ao administrador do Teams que permita o aplicativo.',
      open: 'Selecione “Abrir”. O login é feito com sua conta corporativa; nenhuma outra senha é necessária.',
    },
    administrators: {
      heading: 'Para administradores',
      text: 'Antes que as pessoas possam ver suas listas, um administrador precisa permitir que o aplicativo as leia. Quem abre o aplicativo antes disso recebe o link para enviar a você.',
    },
  },

  privacy: {
    lead: 'O que o Call Delegates faz com os dados sobre você.',
    scope: {
      heading: 'O que esta página abrange',
      text: 'O Call Delegates: a guia no Microsoft Teams, no Outlook e no aplicativo Microsoft 365, e o servidor por trás dela, {{host}}.',
      responsible:
        'A organização que opera este servidor é responsável pelos dados. Para o Microsoft 365, de onde o aplicativo lê, vale a política de privacidade da Microsoft.',
    },
    reads: {
      heading: 'O que o aplicativo lê e para quê',
      text: 'Ele lê apenas o que você já tem permissão para ver, e somente enquanto você o usa. Não altera nada no Microsoft 365.',
      watching:
        'Ele lê apenas o que você já tem permissão para ver, e somente enquanto você o usa. Se você pediu notificações, o servidor também lê suas listas de tempos em tempos, mesmo quando você não está usando o aplicativo, para perceber mudanças. Para isso, sua organização permitiu que o aplicativo leia por conta própria as delegações de chamadas; ele só faz isso para quem pediu notificações. Não altera nada no Microsoft 365.',
      delegations: {
        term: 'Suas delegações de chamadas',
        text: 'Para mostrar quem pode atuar em nome de quem nas chamadas, com quais permissões, se está ativo e desde quando.',
      },
      people: {
        term: 'Nome, cargo, departamento, endereço de email e nome de usuário das pessoas que constam nelas, e se a conta delas está bloqueada',
        text: 'Para que você as reconheça e veja se uma conta está bloqueada ou não existe mais.',
      },
      presence: {
        term: 'A foto e a disponibilidade delas',
        text: 'Para mostrar quem é a pessoa e se ela pode ser contatada.',
      },
      license: {
        term: 'Sua licença do Teams Phone',
        text: 'Para avisar quando a delegação não pode funcionar para você porque a licença está ausente ou suspensa. O aplicativo lê apenas a sua própria licença e não a guarda.',
      },
      signIn: {
        term: 'Seu login do Microsoft 365',
        text: 'Ele contém seu nome, seu nome de usuário e as IDs da sua conta e da sua organização. O servidor o verifica a cada solicitação, para que você veja apenas as suas próprias listas.',
      },
    },
    keeps: {
      heading: 'O que o aplicativo guarda e por quanto tempo',
      confirmations: {
        term: 'Suas confirmações',
        text: 'Quando você confirma uma lista, o servidor guarda a data e a hora, as IDs da sua conta e da sua organização, as IDs, as permissões e o status (ativo ou não) das pessoas na lista, e os itens que você marcou como incorretos. Assim ele pode dizer a você, mais tarde, o que mudou e o que ainda não foi corrigido.',
      },
      retention: {
        one: 'Cada confirmação é excluída automaticamente após {{days}} dia.',
        many: 'Cada confirmação é excluída automaticamente após {{days}} de dias.',
        other: 'Cada confirmação é excluída automaticamente após {{days}} dias.',
      },
      notices: {
        term: 'Suas notificações, se você as pediu',
        text: 'As IDs da sua conta e da sua organização, seu idioma, desde quando você quer notificações e quando recebeu a última, e o motivo se alguma não pôde ser entregue. De cada pessoa nas suas listas, a ID dela, quando a lista foi lida pela última vez e, no lugar de cada permissão e do status (ativo ou não), um código que mostra apenas se houve mudança. O que ainda falta avisar a você é guardado até ser enviado ou, depois de um dia, abandonado; todo o resto, até você desativar as notificações.',
      },
      tokens: {
        term: 'O acesso ao Microsoft 365',
        text: 'Os tokens de acesso que a Microsoft emite ao servidor para você ficam na memória dele até expirarem, em geral depois de cerca de uma hora.',
      },
      sharedTokens:
        'Pelo mesmo tempo, eles ficam criptografados em um banco de dados Redis que os servidores compartilham.',
      logs: {
        term: 'Registros',
        text: 'De cada solicitação: a hora, de que tipo foi, como terminou, quanto durou e um código que representa sua conta. Nenhum nome, endereço de email ou token de acesso. A organização que opera o servidor decide por quanto tempo os registros são guardados.',
      },
      browser: {
        term: 'No seu navegador',
        text: 'Nenhum cookie. Apenas a janela de login guarda algo, até ser fechada.',
      },
      nothingElse: 'Nomes, endereços de email, fotos e senhas não são guardados.',
    },
    notices: {
      heading: 'Notificações, se você as pedir',
      asked:
        'A organização que opera este servidor permite que ele avise você quando uma delegação muda. Ele só faz isso se você pedir na guia, e até você desativar lá.',
      content:
        'A notificação aparece no seu feed de atividades do Teams. Ela diz que algo mudou e em qual das suas listas, e contém um link para essa delegação, com a ID da outra pessoa. Não contém nomes nem permissões, porque pode aparecer em uma tela de bloqueio.',
      reminder: 'O servidor também lembra você quando faz muito tempo que não confirma uma lista.',
      opened: 'Uma mudança é percebida quando você ou a outra pessoa da delegação abre a guia.',
      watched:
        'Uma mudança é percebida quando você ou a outra pessoa da delegação abre a guia, ou quando o próprio servidor lê suas listas.',
      others:
        'Por isso, quando você abre a guia, pessoas das suas listas que pediram notificações podem ser avisadas de que algo mudou entre vocês. Ninguém mais é avisado, e o aplicativo não mostra a ninguém quem pediu notificações.',
      delivery:
        'A Microsoft entrega as notificações. Elas ficam 30 dias no seu feed de atividades e não podem ser recolhidas. O registro anota quando e como cada uma foi enviada, com o código que representa sua conta.',
    },
    where: {
      heading: 'Onde os dados ficam e quem os vê',
      kept: 'Nos servidores e nos bancos de dados da organização que opera o aplicativo; seu administrador pode dizer em qual país. Só têm acesso as pessoas que os operam.',
      passedOn:
        'Nada é repassado a ninguém. O servidor se comunica com a Microsoft e com seus próprios bancos de dados; seu navegador, com este servidor e com a Microsoft. Não há publicidade, análise de uso nem criação de perfis.',
      passedOnButNotices:
        'Nada é repassado a ninguém, exceto as notificações descritas acima. O servidor se comunica com a Microsoft e com seus próprios bancos de dados; seu navegador, com este servidor e com a Microsoft. Não há publicidade, análise de uso nem criação de perfis.',
    },
    deleting: {
      heading: 'Como excluir os dados',
      confirmations: {
        term: 'Suas confirmações',
        text: 'Na guia, abra “Histórico” e selecione “Excluir meu histórico”. Todas as suas confirmações são excluídas imediatamente. Por até duas horas, o servidor lembra que você fez isso, para que nada que ainda estava a caminho seja guardado depois.',
      },
      notices: {
        term: 'Suas notificações',
        text: 'Desative-as na guia. Tudo o que era guardado para elas é excluído imediatamente. Desinstalar o aplicativo não as desativa.',
      },
      uninstall: {
        term: 'O aplicativo',
        text: 'Desinstale-o no Teams e ele não lerá mais nada para você. Desinstalar não exclui suas confirmações: exclua-as antes, ou elas serão excluídas quando o prazo terminar.',
      },
      uninstallWatched:
        'Desative as notificações e depois desinstale-o no Teams: ele não lerá mais nada para você. Desinstalar não exclui suas confirmações: exclua-as antes, ou elas serão excluídas quando o prazo terminar.',
      organization: {
        term: 'Para toda a organização',
        text: 'Um administrador pode retirar as permissões do aplicativo a qualquer momento: Centro de administração do Microsoft Entra > Aplicativos empresariais > Call Delegates > Permissões.',
      },
      backups: {
        term: 'Backups',
        text: 'Se a organização faz backup dos bancos de dados, o que você exclui permanece em um backup até que ele seja excluído.',
      },
    },
    protection: {
      heading: 'Como os dados são protegidos',
      connections: 'As conexões são criptografadas (HTTPS).',
      requests:
        'O servidor aceita apenas um login válido e atual do Microsoft 365 e o verifica a cada solicitação.',
      tokens: 'Os tokens de acesso com que o servidor lê do Microsoft 365 nunca chegam ao seu navegador.',
      ids: 'As confirmações contêm IDs em vez de nomes, e ninguém mais pode ler as suas no aplicativo.',
    },
  },

  terms: {
    lead: 'Para o Call Delegates: a guia no Microsoft Teams, no Outlook e no aplicativo Microsoft 365, e o servidor por trás dela, {{host}}.',
    shows: {
      heading: 'O que o aplicativo mostra',
      text: 'O Call Delegates mostra o que a Microsoft informa sobre as delegações de chamadas no momento em que você consulta, e não altera nada. O que vale é o que está definido no Teams.',
    },
    preview: {
      heading: 'Versão prévia',
      text: 'O serviço da Microsoft de onde o aplicativo lê é uma versão prévia (beta). A Microsoft pode alterá-lo a qualquer momento e não oferece suporte ao seu uso em produção. Quando a Microsoft não informa algo, a guia avisa. Se for importante, confira também as configurações no Teams.',
    },
    confirmations: {
      heading: 'Confirmações',
      text: 'Uma confirmação registra que você verificou uma lista e o que a Microsoft informava naquele momento. Ela não altera nenhuma permissão e não é uma declaração com efeito legal.',
    },
    notices: {
      heading: 'Notificações',
      text: 'Uma notificação é um aviso sem garantia: pode chegar tarde ou não chegar, e nem todo dispositivo a mostra. O que vale é o que está definido no Teams.',
    },
    use: {
      heading: 'Uso',
      text: 'Use o aplicativo com sua conta corporativa e de acordo com as regras da sua organização; os termos do Microsoft 365 também se aplicam. O que você exporta, copia ou imprime contém dados pessoais de colegas: trate-os com o devido cuidado.',
    },
    ending: {
      heading: 'Fim do uso',
      text: 'Você pode desinstalar o aplicativo no Teams a qualquer momento. A organização que opera o servidor pode alterar ou desativar o aplicativo.',
    },
    warranty: {
      heading: 'Garantia e licença',
      text: 'O software é livre, sob a licença MIT. Ele é fornecido como está, sem garantia de qualquer tipo, na medida permitida por lei.',
    },
  },

  consent: {
    title: 'Login e permissões',
    signingIn: 'Fazendo seu login…',
    needsScript: 'Esta página precisa de JavaScript.',
    nothingToDo: {
      heading: 'Você pode fechar esta página',
      text: 'O Call Delegates a usa durante o login e quando um administrador volta depois de conceder permissões. Não há nada a fazer aqui.',
    },
    ends: {
      signedIn: {
        heading: 'Você terminou aqui',
        text: 'O Call Delegates continua sozinho no Teams. Você pode fechar esta janela.',
      },
      granted: {
        heading: 'Permissão concedida para sua organização',
        text: 'Todos na sua organização que têm o aplicativo já podem abrir o Call Delegates no Teams e ver suas próprias listas. Pode levar alguns minutos até que funcione para todos.',
      },
      onePerson: {
        heading: 'Permissão concedida para uma só pessoa',
        text: 'O link usado pede a permissão apenas para quem faz login. Se você não marcou a caixa para toda a organização, ninguém mais recebeu a permissão.',
      },
      declined: {
        heading: 'A permissão não foi concedida',
        text: 'A solicitação foi recusada; portanto, nada mudou. As pessoas da sua organização não poderão ver suas listas até que um administrador conceda a permissão.',
      },
      needsAdmin: {
        heading: 'Só um administrador pode conceder',
        text: 'Sua conta não pode conceder esta permissão; portanto, nada mudou. Alguém com a função “Administrador de Aplicativos de Nuvem” pode concedê-la com o mesmo link.',
      },
      requested: {
        heading: 'Sua solicitação aguarda aprovação',
        text: 'Um administrador da sua organização precisa aprová-la. Até lá, nada muda.',
      },
      refused: {
        heading: 'Sua organização impediu este login',
        text: 'Uma das regras dela não permite que esta conta faça login no aplicativo, ou não a partir daqui; portanto, nada mudou. Procure quem cuida dos logins na sua organização e informe o código abaixo.',
      },
      notSetUp: {
        heading: 'O aplicativo não está configurado corretamente',
        text: 'A Microsoft rejeitou o registro do aplicativo; portanto, nada mudou. Informe o código abaixo a quem configurou o aplicativo.',
      },
      unknown: {
        heading: 'Não funcionou',
        text: 'A Microsoft informou um erro; portanto, nenhuma permissão foi concedida. Tente novamente em alguns minutos. Se acontecer de novo, informe o código abaixo a quem configurou o aplicativo.',
      },
    },
    mayRead: {
      heading: 'O que o aplicativo pode ler agora, para quem fez login',
      delegations: 'as delegações de chamadas da própria pessoa',
      people: 'nome, endereço de email e foto das pessoas que constam nelas',
      presence: 'se essas pessoas estão disponíveis',
    },
    undo: {
      heading: 'Para conferir ou desfazer',
      text: 'Centro de administração do Microsoft Entra > Aplicativos empresariais > Call Delegates > Permissões',
    },
    grantForAll: 'Conceder a permissão para todos',
    backToTeams: 'Volte para o Teams.',
    code: 'Código:',
  },
};
