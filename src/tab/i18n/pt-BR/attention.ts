import type { AttentionMessages } from '../en/attention.js';
import { plural } from '../plural.js';

export const attention: AttentionMessages = {
  title: 'Vale a pena conferir',
  summary: ({ count }) =>
    plural('pt-BR', count, {
      one: `${count} ponto a conferir`,
      many: `${count} pontos a conferir`,
      other: `${count} pontos a conferir`,
    }),
  nothing: 'Nada precisa da sua atenção.',
  people: ({ count }) =>
    plural('pt-BR', count, {
      one: `${count} pessoa`,
      many: `${count} pessoas`,
      other: `${count} pessoas`,
    }),
  others: ({ count }) =>
    plural('pt-BR', count, {
      one: `mais ${count} pessoa`,
      many: `mais ${count} pessoas`,
      other: `mais ${count} pessoas`,
    }),

  findings: {
    accountGone: {
      delegators: ({ count }) =>
        plural('pt-BR', count, {
          one: 'A conta de uma pessoa que você apoia não existe mais. Somente um administrador pode remover esta delegação.',
          many: `As contas de ${count} pessoas que você apoia não existem mais. Somente um administrador pode remover estas delegações.`,
          other: `As contas de ${count} pessoas que você apoia não existem mais. Somente um administrador pode remover estas delegações.`,
        }),
      delegates: ({ count }) =>
        plural('pt-BR', count, {
          one: 'A conta de um representante não existe mais, mas as permissões continuam lá. Somente um administrador pode removê-las.',
          many: `As contas de ${count} representantes não existem mais, mas as permissões continuam lá. Somente um administrador pode removê-las.`,
          other: `As contas de ${count} representantes não existem mais, mas as permissões continuam lá. Somente um administrador pode removê-las.`,
        }),
    },
    accountDisabled: {
      delegators: ({ people }) =>
        `Conta bloqueada: ${people}. No momento, essa delegação não pode ser usada.`,
      delegates: ({ people }) =>
        `Conta bloqueada: ${people}. Não é possível atender às suas chamadas por ali, mas as permissões são mantidas.`,
    },
    stillWrong: ({ people }) => `Você indicou que isto não estava certo: ${people}. Nada mudou desde então.`,
    nobodyReceives:
      'Nenhum representante ativo pode receber suas chamadas, então nenhum pode atender em seu nome.',
    onlyOneReceives: ({ people }) =>
      `Somente ${people} pode receber suas chamadas. Ninguém mais pode atender.`,
    everybodyAway: ({ people }) =>
      `Todas as pessoas que podem receber suas chamadas estão ausentes: ${people}.`,
    mayChangeSettings: ({ people }) =>
      `Quem pode alterar suas configurações de chamada e as permissões de todos os seus representantes: ${people}.`,
    inactive: {
      delegators: ({ people }) => `Delegação inativa: ${people}. No momento, ela não pode ser usada.`,
      delegates: ({ people }) =>
        `Delegação inativa: ${people}. No momento, ela não permite atuar em seu nome.`,
    },
    bothWays: ({ people }) =>
      `Vocês se apoiam mutuamente: ${people}. No Teams, cada lado vê somente as próprias permissões.`,
    nearLimit: {
      delegators: ({ count }) => `Você apoia ${count} pessoas. O Teams permite 25.`,
      delegates: ({ count }) => `Você tem ${count} representantes. O Teams permite 25.`,
    },
    noTeamsPhone: {
      none: 'Parece que você não tem uma licença do Teams Phone. Sem ela, a delegação de chamadas não funciona.',
      suspended:
        'Sua licença do Teams Phone está suspensa. A delegação de chamadas não funciona até que ela volte.',
      callingNotAllowed:
        'Você não tem permissão para fazer chamadas no Teams, então não pode atuar em nome de ninguém.',
    },
    notReported: ({ people }) => `A Microsoft não informa tudo: ${people}. Não conte com o que falta.`,
    unsure: ({ people }) => `A Microsoft não informa se isto também é permitido aqui: ${people}.`,
  },
  steps: {
    ask: 'Pedir uma alteração',
    manageDelegates: 'Mostrar como fazer',
    checkCallSettings: 'Mostrar onde fica',
    openDetails: 'Mostrar detalhes',
  },
  choosePerson: 'De quem se trata?',

  unread: {
    title: 'Não verificado',
    names: ({ count }) =>
      plural('pt-BR', count, {
        one: `Quem é ${count} pessoa e se a conta dela ainda existe`,
        many: `Quem são ${count} pessoas e se as contas delas ainda existem`,
        other: `Quem são ${count} pessoas e se as contas delas ainda existem`,
      }),
    accounts: 'Se há contas bloqueadas',
    presence: ({ people }) => `Disponibilidade: ${people}`,
    licence: 'Se você tem o Teams Phone',
    confirmation: 'O que você confirmou por último',
    otherList: 'Sua outra lista',
  },

  reach: {
    title: 'Alguém vai receber suas chamadas?',
    mayAnswer: ({ count }) =>
      plural('pt-BR', count, {
        one: `${count} representante pode atender às suas chamadas.`,
        many: `${count} representantes podem atender às suas chamadas.`,
        other: `${count} representantes podem atender às suas chamadas.`,
      }),
    nobodyMayAnswer: 'Ninguém pode atender às suas chamadas em seu nome.',
    there: ({ people }) => `Disponível: ${people}.`,
    busy: ({ people }) => `Ocupado(a): ${people}.`,
    away: ({ people }) => `Ausente: ${people}.`,
    unknown: ({ people }) => `Disponibilidade desconhecida: ${people}.`,
    mayAnswerUnsure: ({ people }) => `Permissão para atender não informada: ${people}.`,
    mayPickUp: ({ people, count }) =>
      count === 0
        ? 'Ninguém pode retomar suas chamadas em espera.'
        : `Quem pode retomar suas chamadas em espera: ${people}.`,
    mayJoin: ({ people, count }) =>
      count === 0
        ? 'Ninguém pode entrar nas suas chamadas ativas.'
        : `Quem pode entrar nas suas chamadas ativas: ${people}.`,
    notSeen:
      'O Teams decide se os telefones dos seus representantes tocam. É outra configuração, que esta página não vê: Configurações e mais (…) > Configurações > Chamadas.',
    copilot:
      'Se você usa a delegação de chamadas do Copilot (uma versão prévia da Microsoft), o Copilot pode atender antes dos seus representantes. Esta página não vê isso.',
  },
};
