import type { FirstMessages } from '../en/first.js';
import type { Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) =>
  plural('pt-BR', seconds, {
    one: `Nova tentativa em ${seconds} segundo.`,
    other: `Nova tentativa em ${seconds} segundos.`,
  });

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: 'Carregando suas delegações…',
  refresh: 'Atualizar',
  refreshing: 'Atualizando…',
  refreshed: 'Atualizado.',
  asOf: ({ time }) => `Às ${time}`,
  preview: 'Prévia: a Microsoft ainda pode alterar estes dados',
  dismissPreview: 'Ocultar o aviso de prévia',

  heading: {
    nobody: 'Aqui ninguém ainda age por ninguém em chamadas',
    supported: ({ count }) =>
      plural('pt-BR', count, { one: `Você apoia ${count} pessoa`, other: `Você apoia ${count} pessoas` }),
    acting: ({ count }) =>
      plural('pt-BR', count, {
        one: `${count} representante age por você`,
        other: `${count} representantes agem por você`,
      }),
    both: ({ supported, acting }) => `${supported} · ${acting}`,
    someMissing: 'Suas delegações de chamadas',
  },
  lists: {
    delegators: 'Pessoas que você apoia',
    delegates: 'Seus representantes',
  },
  empty: {
    delegators: {
      title: 'Você ainda não apoia ninguém',
      text: 'Quando alguém fizer de você seu representante no Teams, essa pessoa aparecerá aqui com o que você pode fazer por ela.',
    },
    delegates: {
      title: 'Ninguém age por você ainda',
      text: 'Adicione um representante no Teams: Configurações e mais (…) > Configurações > Chamadas > Gerenciar representantes.',
    },
  },

  columns: {
    person: 'Pessoa',
    status: 'Status',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: 'Alterar configurações',
  },
  held: {
    delegators: ({ right, name }) => `Você pode ${verbs[right]} em nome de ${name}.`,
    delegates: ({ right, name }) => `${name} pode ${verbs[right]} em seu nome.`,
  },
  notHeld: {
    delegators: ({ right, name }) => `Você não pode ${verbs[right]} em nome de ${name}.`,
    delegates: ({ right, name }) => `${name} não pode ${verbs[right]} em seu nome.`,
  },
  notReported: 'Não informado',
  notReportedFor: ({ right }) => `${rights[right]}: não informado pela Microsoft.`,

  active: 'Ativa',
  inactive: 'Inativa',
  accountGone: 'Conta excluída',
  statusNotReported: 'Status não informado',
  since: ({ date }) => `Desde ${date}`,
  sinceMonth: ({ month, relative }) => `Desde ${month} (${relative})`,
  sinceNotReported: 'Início não informado',

  changed: 'Alterado',
  presence: {
    available: 'Disponível',
    busy: 'Ocupado',
    'do-not-disturb': 'Não incomodar',
    away: 'Ausente',
    offline: 'Offline',
  },
  openDetails: ({ name }) => `Detalhes de ${name}`,
  unknownPerson: 'Pessoa desconhecida',
  unnamedPerson: 'Nome indisponível',
  accountGoneText: 'Esta conta não existe mais; peça ao administrador que remova a delegação.',

  oldListStays: 'O que você vê é de antes.',
  tryAgain: 'Tentar novamente',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: { title: 'Não foi permitido copiar', text: 'Selecione o texto e copie-o.' },
  correlationId: ({ id }) => `ID de correlação: ${id}`,
  policyCommand: 'Copiar o comando para o administrador',
  problems: {
    offline: {
      title: 'Você está offline',
      text: 'A lista volta sozinha assim que você estiver conectado.',
    },
    unreachable: {
      title: 'Não é possível acessar o servidor',
      text: 'Verifique sua conexão e tente novamente.',
    },
    sign_in_failed: {
      title: 'Não foi possível entrar',
      text: ({ host }) =>
        `${host} não forneceu um token. Tente novamente; se continuar assim, saia do ${host} e entre de novo.`,
    },
    host_refused: {
      title: 'Não funcionou',
      text: ({ host }) => `O ${host} não concluiu a ação. Tente novamente.`,
    },
    invalid_token: {
      title: 'Sua entrada não foi aceita',
      text: 'Feche esta guia e abra-a novamente. Se continuar assim, avise seu administrador.',
    },
    insufficient_scope: {
      title: 'Este aplicativo foi configurado sem sua permissão',
      text: 'Um administrador deve expor o escopo access_as_user para este aplicativo no Microsoft Entra ID.',
    },
    interaction_required: {
      title: 'Entre mais uma vez',
      text: 'Sua organização quer que você confirme quem é antes de mostrar estes dados.',
    },
    consent_required: {
      title: 'Este aplicativo precisa de permissão primeiro',
      text: 'Para mostrar sua lista, ele precisa ler suas delegações de chamadas. Ninguém em sua organização concordou com isso ainda; normalmente só um administrador pode. Ele lê suas delegações de chamadas e os nomes das pessoas nelas. Não altera nada no Teams.',
    },
    delegation_not_allowed: {
      title: 'A delegação de chamadas não está ativada para você',
      text: 'Uma política de chamadas da sua organização a proíbe, ou você não tem o Teams Phone. Um administrador pode ativá-la.',
    },
    invalid_request: {
      title: 'Esta pergunta não pode ser respondida',
      text: 'O endereço não era válido. Volte à lista.',
    },
    invalid_id: {
      title: 'Este endereço não é válido',
      text: 'Volte à lista e abra a pessoa a partir dela.',
    },
    not_found: {
      title: 'Nada foi encontrado',
      text: 'A Microsoft não conhece nenhuma delegação de chamadas aqui; talvez tenha sido removida, ou você não tem o Teams Phone.',
    },
    throttled: {
      title: 'A Microsoft pede para esperar um momento',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'Isso foi muitas vezes seguidas',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'O Microsoft Graph não está disponível',
      text: 'O serviço que guarda suas delegações está fora do ar. Tente novamente em um minuto.',
    },
    entra_unavailable: {
      title: 'A entrada da Microsoft não está disponível',
      text: 'O Microsoft Entra ID não responde agora. Tente novamente em um minuto.',
    },
    graph_timeout: {
      title: 'A Microsoft demorou demais',
      text: 'Nenhuma resposta chegou a tempo. Tente novamente.',
    },
    graph_unexpected: {
      title: 'A Microsoft deu uma resposta inesperada',
      text: 'Estes dados ainda são uma prévia e podem mudar. Tente novamente; se continuar assim, avise seu administrador.',
    },
    list_changed: {
      title: 'A lista mudou',
      text: 'Veja a nova lista.',
    },
    store_unavailable: {
      title: 'Não é possível confirmar agora',
      text: 'Suas listas não são afetadas. Tente mais tarde.',
    },
    internal_error: {
      title: 'Algo deu errado do nosso lado',
      text: 'Foi registrado. Tente novamente.',
    },
    misconfigured: {
      title: 'Este aplicativo não está bem configurado',
      text: 'As próprias credenciais dele são recusadas. Só o administrador pode corrigir; dê a ele o ID de correlação.',
    },
  },
};
