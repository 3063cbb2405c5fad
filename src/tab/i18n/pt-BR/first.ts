import type { FirstMessages } from '../en/first.js';
import { who, type Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) =>
  plural('pt-BR', seconds, {
    one: `Nova tentativa em ${seconds} segundo.`,
    many: `Nova tentativa em ${seconds} segundos.`,
    other: `Nova tentativa em ${seconds} segundos.`,
  });

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: 'Carregando suas delegações de chamadas…',
  stillLoading: 'Ainda aguardando a Microsoft…',
  refresh: 'Atualizar',
  refreshing: 'Atualizando…',
  refreshed: 'Lista atualizada.',
  asOf: ({ moment }) => `Atualizado em ${moment}`,

  heading: {
    nobody: 'Não há delegações de chamadas',
    delegators: ({ count }) =>
      plural('pt-BR', count, {
        one: `Você pode atuar em nome de ${count} pessoa`,
        many: `Você pode atuar em nome de ${count} pessoas`,
        other: `Você pode atuar em nome de ${count} pessoas`,
      }),
    delegates: ({ count }) =>
      plural('pt-BR', count, {
        one: `${count} representante pode atuar em seu nome`,
        many: `${count} representantes podem atuar em seu nome`,
        other: `${count} representantes podem atuar em seu nome`,
      }),
    nobodyNow: {
      delegators: 'No momento, você não pode atuar em nome de ninguém',
      delegates: 'No momento, ninguém pode atuar em seu nome',
    },
    exceptions: {
      gone: ({ count }) =>
        plural('pt-BR', count, {
          one: `${count} conta não existe mais`,
          many: `${count} contas não existem mais`,
          other: `${count} contas não existem mais`,
        }),
      disabled: ({ count }) =>
        plural('pt-BR', count, {
          one: `${count} conta está bloqueada`,
          many: `${count} contas estão bloqueadas`,
          other: `${count} contas estão bloqueadas`,
        }),
      inactive: ({ count }) =>
        plural('pt-BR', count, {
          one: `${count} delegação está inativa`,
          many: `${count} delegações estão inativas`,
          other: `${count} delegações estão inativas`,
        }),
      unreported: ({ count }) =>
        plural('pt-BR', count, {
          one: `${count} delegação sem status informado`,
          many: `${count} delegações sem status informado`,
          other: `${count} delegações sem status informado`,
        }),
      powerless: ({ count }) =>
        plural('pt-BR', count, {
          one: `${count} delegação sem permissões`,
          many: `${count} delegações sem permissões`,
          other: `${count} delegações sem permissões`,
        }),
    },
    withExceptions: ({ answer, exceptions }) => `${answer}; ${exceptions}`,
    both: ({ delegators, delegates }) => `${delegators} · ${delegates}`,
    someMissing: 'Suas delegações de chamadas',
  },
  lists: {
    delegators: 'Pessoas que você apoia',
    delegates: 'Seus representantes',
  },
  empty: {
    delegators: {
      title: 'Você não apoia ninguém',
      text: 'Quando uma pessoa definir você como representante no Teams, ela aparecerá aqui com tudo o que você pode fazer em nome dela.',
    },
    delegates: {
      title: 'Ninguém atua em seu nome',
      text: 'Para adicionar um representante no Teams: Configurações e mais (…) > Configurações > Chamadas > Gerenciar representantes.',
    },
  },

  columns: {
    person: 'Pessoa',
    status: 'Status',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: 'Alterar configu\u00ADrações',
  },
  held: {
    delegators: ({ right, name }) =>
      name === null
        ? `Você pode ${verbs[right]} em nome desta pessoa.`
        : `Você pode ${verbs[right]} em nome de ${who(name, '')}.`,
    delegates: ({ right, name }) => `${who(name, 'Esta pessoa')} pode ${verbs[right]} em seu nome.`,
  },
  notHeld: {
    delegators: ({ right, name }) =>
      name === null
        ? `Você não pode ${verbs[right]} em nome desta pessoa.`
        : `Você não pode ${verbs[right]} em nome de ${who(name, '')}.`,
    delegates: ({ right, name }) => `${who(name, 'Esta pessoa')} não pode ${verbs[right]} em seu nome.`,
  },
  notReported: 'Não informado',
  yes: 'Sim',
  no: 'Não',
  notThese: ({ rights }) => `Não concedido: ${rights}`,
  notReportedFor: ({ right }) => `A Microsoft não informa “${rights[right]}”.`,

  active: 'Ativa',
  inactive: 'Inativa',
  accountGone: 'Conta excluída',
  accountBlocked: 'Conta bloqueada',
  statusNotReported: 'Status não informado',
  sinceMonth: ({ month }) => `Desde ${month}`,
  sinceDay: ({ day, relative }) => `Desde ${day} (${relative})`,
  sinceNotReported: 'Início não informado',

  changed: 'Alterada',
  presence: {
    available: 'Disponível',
    busy: 'Ocupado(a)',
    'do-not-disturb': 'Não incomodar',
    away: 'Ausente',
    offline: 'Offline',
  },
  unknownPerson: 'Pessoa desconhecida',
  unnamedPerson: 'Nome não disponível',
  accountGoneText: 'Esta conta foi excluída. Peça ao administrador que remova a delegação.',

  oldListStays: ({ moment }) => `Não foi possível atualizar. Mostrando a lista de ${moment}.`,
  tryAgain: 'Tentar novamente',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: {
    title: 'Não é permitido copiar aqui',
    text: 'Selecione o texto e copie.',
  },
  supportCode: ({ code }) => `Código de suporte: ${code}`,
  waitingLonger: ({ seconds }) =>
    `Está demorando mais do que o normal. Se continuar, o administrador pode consultar a Microsoft. ${tryingAgain({ seconds })}`,
  problems: {
    offline: {
      title: 'Você está offline',
      text: 'Tudo volta a funcionar assim que a conexão for restabelecida.',
    },
    unreachable: {
      title: 'Não foi possível acessar o servidor',
      text: 'Verifique sua conexão e tente novamente.',
    },
    sign_in_failed: {
      title: 'Não foi possível fazer login',
      text: ({ host }) => `Tente novamente. Se não funcionar, saia do ${host} e faça login de novo.`,
    },
    host_silent: {
      title: 'O Teams não está respondendo',
      text: 'Tente novamente. Se não resolver, feche o Teams e abra-o de novo.',
    },
    host_refused: {
      title: 'Não funcionou',
      text: ({ host }) => `O ${host} não conseguiu fazer isso. Tente novamente.`,
    },
    invalid_token: {
      title: 'Seu login não foi aceito',
      text: 'Tente novamente. Se não funcionar, saia do Teams, faça login de novo e reabra este aplicativo.',
    },
    insufficient_scope: {
      title: 'A configuração deste aplicativo está incompleta',
      text: 'Seu login funciona, mas falta uma etapa na configuração do aplicativo. Somente um administrador pode concluí-la.',
    },
    interaction_required: {
      title: 'Confirme sua identidade',
      text: 'Sua organização pede que você faça login de novo antes de mostrar estes dados.',
    },
    consent_required: {
      title: 'Este aplicativo precisa da aprovação do administrador',
      text: 'Para mostrar suas listas, o aplicativo lê suas delegações de chamadas e os nomes das pessoas incluídas. Ele não altera nada no Teams.',
    },
    delegation_not_allowed: {
      title: 'A delegação de chamadas não está ativada para você',
      text: 'A política de chamadas da sua organização não a permite, ou você não tem o Teams Phone. O administrador pode mudar isso.',
    },
    invalid_request: {
      title: 'Não foi possível processar esta solicitação',
      text: 'Volte à lista e tente a partir dela.',
    },
    invalid_id: {
      title: 'Este link não é válido',
      text: 'Selecione a pessoa na lista.',
    },
    not_found: {
      title: 'Nenhuma delegação de chamadas encontrada',
      text: 'Ela pode ter sido removida, ou talvez você não tenha o Teams Phone. Se esperava encontrar uma, fale com o administrador.',
    },
    throttled: {
      title: 'A Microsoft pede que aguardemos',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'Muitas solicitações',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'O serviço da Microsoft está fora do ar',
      text: 'O serviço que guarda suas delegações de chamadas não está respondendo. Tente novamente em um minuto. Se continuar, o administrador pode consultar a Microsoft com o código de suporte.',
    },
    entra_unavailable: {
      title: 'O login da Microsoft está fora do ar',
      text: 'O serviço de login da Microsoft não está respondendo. Tente novamente em um minuto. Se continuar, o administrador pode consultar a Microsoft com o código de suporte.',
    },
    graph_timeout: {
      title: 'A Microsoft demorou demais',
      text: 'A resposta não chegou a tempo. Tente novamente. Se continuar, o administrador pode consultar a Microsoft com o código de suporte.',
    },
    graph_unexpected: {
      title: 'A Microsoft deu uma resposta inesperada',
      text: 'Tente novamente. Se acontecer de novo, o administrador pode consultar a Microsoft com o código de suporte.',
    },
    list_changed: {
      title: 'A lista mudou',
      text: 'Verifique a nova lista e depois a confirme.',
    },
    store_unavailable: {
      title: 'Não é possível confirmar agora',
      text: 'Suas listas não foram afetadas. Tente novamente em alguns minutos.',
    },
    internal_error: {
      title: 'Algo deu errado do nosso lado',
      text: 'Tente novamente. Se acontecer de novo, avise o administrador: com o código de suporte ele encontra a causa.',
    },
    misconfigured: {
      title: 'Este aplicativo não está configurado corretamente',
      text: 'A Microsoft rejeita o próprio aplicativo. Você não pode resolver isso, mas o administrador pode.',
    },
    sign_in_blocked: {
      title: 'Sua organização bloqueia esta entrada',
      text: 'Uma política da sua organização bloqueia este aplicativo ou o servidor em que ele é executado. Você não pode mudar isso aqui, mas o administrador pode.',
    },
  },
};
