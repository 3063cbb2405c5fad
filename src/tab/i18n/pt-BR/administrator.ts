import type { AdministratorMessages } from '../en/administrator.js';

export const administrator: AdministratorMessages = {
  send: 'Enviar ao meu administrador',
  mail: 'Email',
  copyMessage: 'Copiar mensagem',
  pasteHere: 'Cole a mensagem aqui: ela está na área de transferência.',
  copiedToPaste: 'Copiado. Cole no email.',

  subject: {
    consent: 'Pedido de aprovação do aplicativo Call Delegates',
    removeDelegations: 'Delegações de chamadas a remover no Microsoft Teams',
    changeRights: 'Delegações de chamadas a alterar no Microsoft Teams',
    checkDelegations: 'Delegações de chamadas a verificar no Microsoft Teams',
    assignTeamsPhone: 'Verificação da minha licença do Teams Phone',
    allowDelegation: 'Pedido para ativar a delegação de chamadas no Microsoft Teams',
    allowNotices: 'Pedido para permitir as notificações do Call Delegates no Microsoft Teams',
    lookAtSignIn: 'Não consigo entrar no Call Delegates no Microsoft Teams',
    lookAtApp: 'O Call Delegates não funciona para mim no Microsoft Teams',
  },
  greeting: 'Olá!',
  whatToDo: {
    consent:
      'Gostaria de usar o Call Delegates no Microsoft Teams. O aplicativo mostra quem pode atuar em nome de quem nas chamadas e não altera nada. Ele precisa de permissões do Microsoft Graph que só um administrador pode conceder. Você pode concedê-las a todos aqui:',
    removeGone:
      'Ainda há no Microsoft Teams delegações de chamadas de contas que não existem mais. Ninguém pode usá-las e ninguém deveria mantê-las. Peço que as remova.',
    removeGoneDelegator:
      'O Microsoft Teams ainda me inclui entre os representantes de contas que não existem mais. Nenhum comando pode mudar isso enquanto essas contas estiverem excluídas. Se foram excluídas há menos de 30 dias, peço que as restaure, remova as delegações e as exclua novamente. Caso contrário, peço que abra um chamado de suporte na Microsoft.',
    removeDisabled:
      'Ainda há no Microsoft Teams delegações de chamadas de contas bloqueadas. Se essas contas devem continuar bloqueadas, peço que remova as delegações.',
    changeRights: 'Peço que altere o que o representante pode fazer nestas delegações de chamadas.',
    checkDelegations:
      'Algumas delegações de chamadas no Microsoft Teams não estão como deveriam: estão inativas ou as permissões estão erradas, e não podemos mudar isso. Peço que as verifique.',
    assignTeamsPhone:
      'A delegação de chamadas no Microsoft Teams exige o Teams Phone, e parece que não tenho uma licença válida. Peço que verifique minha licença e se posso fazer chamadas. Uma alteração pode levar até 24 horas.',
    allowDelegation:
      'O Microsoft Teams não me permite usar a delegação de chamadas. Peço que verifique se tenho o Teams Phone e se AllowDelegation está ativado na minha política de chamadas.',
    allowNotices:
      'Pedi ao Call Delegates que me avise no Microsoft Teams quando uma delegação de chamadas mudar, mas as notificações não chegam. Peço que verifique se a versão instalada do aplicativo solicita TeamsActivity.Send.User, se ele está instalado uma só vez e se os usuários podem instalar aplicativos assim; ou que conceda a ele a permissão de aplicativo TeamsActivity.Send.',
    /** Stands before `lookAtSignIn` where there is a code. */
    refused: ({ code }: { readonly code: string }) =>
      `O Microsoft Entra ID recusa minha entrada no aplicativo Call Delegates (${code}).`,
    lookAtSignIn: {
      location:
        'Uma política de Acesso Condicional avalia a entrada pela localização. O servidor do aplicativo entra em meu nome, por isso o endereço de saída dele também conta. Adicione esse endereço a um local nomeado em que a política confia ou exclua o aplicativo da política.',
      device:
        'Uma política de Acesso Condicional exige um dispositivo gerenciado ou em conformidade. Verifique meu dispositivo ou exclua o aplicativo da política.',
      assignment:
        'O aplicativo exige atribuição. Atribua-o a mim no centro de administração do Microsoft Entra, em Aplicativos empresariais > Call Delegates > Usuários e grupos.',
      account:
        'Minha conta é desconhecida ou está desabilitada na organização em que o aplicativo entra. Verifique-a. Um convidado precisa de um convite nela.',
      policy:
        'Consulte os logs de entrada no centro de administração do Microsoft Entra: a entrada com falha no Call Delegates informa a política que se aplica a mim.',
    },
    lookAtApp: ({ code }) =>
      `O aplicativo Call Delegates me mostra um erro (${code}). O log dele traz mais detalhes: procure pelo código de suporte.`,
  },
  people: ({ names }) => `Trata-se de ${names}.`,
  accounts: ({ ids }) => `IDs de objeto dessas contas: ${ids}`,
  commands: {
    remove:
      'No PowerShell, com o módulo MicrosoftTeams e depois de Connect-MicrosoftTeams, estas linhas as removem e depois mostram as configurações:',
    removeMayNotShow:
      'Se a última linha falhar, provavelmente ainda há uma conta excluída entre os representantes.',
    change:
      'No PowerShell, com o módulo MicrosoftTeams e depois de Connect-MicrosoftTeams, estas linhas resolvem e mostram as configurações de antes e de depois:',
    look: 'No PowerShell, com o módulo MicrosoftTeams e depois de Connect-MicrosoftTeams, estas linhas mostram como está configurado:',
  },
  asked: ({ from, at }) => `Meu nome é ${from}, e vi isto neste momento: ${at}.`,
  askedByNobody: ({ at }) => `Vi isto neste momento: ${at}.`,
  /** The host's or Microsoft's own words. */
  reason: ({ reason }: { readonly reason: string }) => `Motivo informado: ${reason}`,
  supportCode: ({ code }) => `Código de suporte: ${code}`,
  thanks: 'Agradeço desde já!',
};
