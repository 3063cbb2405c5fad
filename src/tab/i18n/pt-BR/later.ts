import type { LaterMessages } from '../en/later.js';
import type { CountAndDate } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `Verifiquei em ${date} que esta lista está vazia.`
    : plural('pt-BR', count, {
        one: `Verifiquei esta pessoa e seus direitos em ${date}.`,
        other: `Verifiquei estas ${count} pessoas e seus direitos em ${date}.`,
      });

export const later: LaterMessages = {
  close: 'Fechar',
  namesUnavailable:
    'Não foi possível consultar os nomes. Se continuar assim, um administrador pode conceder User.ReadBasic.All a este aplicativo.',

  find: {
    search: 'Pesquisar pessoas',
    right: 'Direito',
    anyRight: 'Qualquer direito',
    activeOnly: 'Somente ativas',
    sort: 'Ordenar por',
    asReported: 'Como no Teams',
    byName: 'Nome',
    byDate: 'Mais recentes primeiro',
    found: ({ count }) =>
      plural('pt-BR', count, { one: `${count} pessoa encontrada`, other: `${count} pessoas encontradas` }),
    nobodyFound: 'Ninguém corresponde. Mude a pesquisa ou o filtro.',
  },
  export: {
    toCsv: 'Exportar para CSV',
    copyTable: 'Copiar como tabela',
    print: 'Imprimir',
    yes: 'Sim',
    no: 'Não',
    mail: 'Email',
    jobTitle: 'Cargo',
    department: 'Departamento',
    since: 'Desde',
    id: 'ID',
    statusOfGone: ({ status }) => `${status} (Conta excluída)`,
  },

  details: {
    rights: 'Direitos',
    goodToKnow: {
      makeCalls: 'A política de chamadas do representante também se aplica.',
      receiveCalls: 'Se o telefone do representante toca é outra configuração, que esta página não vê.',
      pickUpHeldCalls: 'Um representante vê quando a pessoa está em uma chamada e com quem.',
      joinActiveCalls: 'Funciona no Windows, na Web e em telefones de mesa; não no Mac nem em celulares.',
      manageCallAndDelegateSettings: 'Inclui também os direitos dos outros representantes.',
    },
    facts: 'Sobre esta delegação',
    bothWays: 'Nos dois sentidos: vocês se apoiam.',
    nobodyIsTold:
      'Ninguém é avisado quando um direito muda ou termina. Um representante não pode remover a si mesmo; quem delega ou um administrador pode.',
    gone: 'Esta delegação não existe mais.',
    id: 'ID',
    status: 'Status',
    since: 'Desde',
    sinceDay: ({ day, relative }) => `${day} (${relative})`,
    chat: 'Chat',
    call: 'Ligar',
    profile: 'Cartão de perfil',
    mail: 'Email',
    copyLink: 'Copiar link',
  },

  manage: {
    title: 'Como mudar quem pode agir por quem',
    desktop:
      'No computador: no Teams, Configurações e mais (…) > Configurações > Chamadas > Gerenciar representantes.',
    phone: 'No celular: no Teams, Configurações > Chamadas > Representantes.',
    article: 'Artigo da Microsoft sobre compartilhar uma linha telefônica',
  },

  consent: {
    copyLink: 'Copiar o link para o administrador',
    linkCopied: 'Copiado. Envie-o ao administrador.',
    copyMessage: 'Copiar uma mensagem pronta',
    message: ({ link }) =>
      `Olá, gostaria de usar o Call Delegates no Microsoft Teams. Ele mostra quem pode agir por quem em chamadas e precisa da permissão CallDelegation.Read do Microsoft Graph. Como administrador, você pode concedê-la aqui: ${link}`,
    myself: 'Eu mesmo posso consentir',
  },
  signIn: {
    button: 'Entrar',
    waiting: 'Conclua na janela que foi aberta…',
    declined: 'A janela foi fechada antes do fim. Você pode tentar novamente.',
    needsAdmin: 'Em sua organização, só administradores podem concordar com isso. Envie o link ao seu.',
    blocked: 'A janela não pôde ser aberta. Permita pop-ups para este site e tente novamente.',
    spreading: 'Pronto. Aguardando a Microsoft repassar…',
  },

  confirm: {
    statement,
    invitation: ({ count, date }) =>
      `${statement({ count, date })} Confirme uma vez, e esta página dirá o que mudou desde então.`,
    confirm: 'Confirmar esta lista',
    confirmNew: 'Confirmar a nova lista',
    confirming: 'Confirmando…',
    confirmedToday: 'Confirmada hoje',
    unchangedSince: ({ date }) => `Confirmada em ${date}. Nada mudou desde então.`,
    changesSince: ({ count, date }) =>
      plural('pt-BR', count, {
        one: `${count} mudança desde a sua confirmação em ${date}`,
        other: `${count} mudanças desde a sua confirmação em ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }) => `Novo: você pode agir por ${name}.`,
        delegates: ({ name }) => `Novo: ${name} pode agir por você.`,
      },
      removed: {
        delegators: ({ name }) => `${name} removeu você.`,
        delegates: ({ name }) => `${name} não age mais por você.`,
      },
      gained: {
        delegators: ({ right, name }) => `${name} agora permite que você possa ${verbs[right]}.`,
        delegates: ({ right, name }) => `${name} agora pode ${verbs[right]} em seu nome.`,
      },
      lost: {
        delegators: ({ right, name }) => `${name} não permite mais que você possa ${verbs[right]}.`,
        delegates: ({ right, name }) => `${name} não pode mais ${verbs[right]} em seu nome.`,
      },
      unreported: ({ right, name }) => `${name}: a Microsoft não informa mais “${rights[right]}”.`,
      activated: ({ name }) => `${name}: agora está ativa.`,
      deactivated: ({ name }) => `${name}: agora está inativa.`,
      statusUnreported: ({ name }) => `${name}: a Microsoft não informa mais se está ativa.`,
    },
  },
  history: {
    open: 'Histórico',
    title: 'O que você confirmou',
    moment: ({ day, time }) => `${day}, ${time}`,
    first: 'Primeira confirmação.',
    noChanges: 'Nenhuma mudança desde a anterior.',
    people: ({ count }) => plural('pt-BR', count, { one: `${count} pessoa`, other: `${count} pessoas` }),
    empty: 'Você ainda não confirmou esta lista.',
    more: 'Mostrar mais',
    export: 'Exportar o histórico para CSV',
    delete: 'Excluir meu histórico',
    deleteQuestion: 'Excluir para sempre todas as suas confirmações das duas listas?',
    deleteForGood: 'Excluir para sempre',
    keep: 'Manter',
    when: 'Quando',
    change: 'Mudança',
  },

  outside: {
    title: 'Abra isto no Microsoft Teams',
    text: 'O Call Delegates faz sua entrada pelo Microsoft Teams, pelo Outlook ou pelo aplicativo Microsoft 365; por isso não pode mostrar sua lista aqui.',
    steps: 'No Teams, escolha Aplicativos, procure Call Delegates e abra-o.',
  },
};
