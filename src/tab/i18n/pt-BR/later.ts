import type { LaterMessages } from '../en/later.js';
import { who, type CountAndDate } from '../parameters.js';
import { plural } from '../plural.js';
import { ask } from './ask.js';
import { attention } from './attention.js';
import { notices } from './notices.js';
import { rights, verbs } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `Verifiquei em ${date} que esta lista está vazia.`
    : plural('pt-BR', count, {
        one: `Verifiquei esta pessoa e suas permissões em ${date}.`,
        many: `Verifiquei estas ${count} pessoas e suas permissões em ${date}.`,
        other: `Verifiquei estas ${count} pessoas e suas permissões em ${date}.`,
      });

const inNameOf = (name: string | null): string =>
  name === null ? 'em nome desta pessoa' : `em nome de ${who(name, '')}`;

export const later: LaterMessages = {
  close: 'Fechar',
  namesUnavailable:
    'Não é possível mostrar os nomes. Se continuar assim, o administrador pode permitir que este aplicativo os leia.',

  find: {
    search: 'Pesquisar pessoas',
    clear: 'Limpar a pesquisa',
    right: 'Permissão',
    anyRight: 'Qualquer permissão',
    activeOnly: 'Somente ativas',
    sort: 'Classificar por',
    asReported: 'Como no Teams',
    byName: 'Nome',
    byDate: 'Mais recentes primeiro',
    found: ({ count, total }) => `${count} de ${total} pessoas`,
    nobodyFound: 'Nenhum resultado. Altere a pesquisa ou o filtro.',
    clearFilters: 'Limpar filtros',
  },
  export: {
    toCsv: 'Baixar arquivo CSV',
    copyTable: 'Copiar como tabela',
    downloaded: 'Arquivo baixado. Se você não o encontrar, copie a tabela.',
    print: 'Imprimir',
    list: 'Lista',
    account: 'Conta',
    asOf: 'Data dos dados',
    yes: 'Sim',
    no: 'Não',
    mail: 'Email',
    jobTitle: 'Cargo',
    department: 'Departamento',
    since: 'Desde',
    id: 'ID',
    statusOfGone: ({ status }) => `${status} (conta excluída)`,
  },

  details: {
    rights: 'Permissões',
    goodToKnow: {
      delegators: {
        makeCalls: 'Sua própria política de chamadas também se aplica.',
        receiveCalls: 'Se o seu telefone toca depende de outra configuração, que esta página não vê.',
        pickUpHeldCalls: 'Você vê quando esta pessoa está em uma chamada e com quem.',
        joinActiveCalls: 'Funciona no Windows, na Web e em telefones de mesa; não no Mac nem no celular.',
        manageCallAndDelegateSettings: 'Isso inclui as permissões dos outros representantes.',
      },
      delegates: {
        makeCalls: 'A política de chamadas do representante também se aplica.',
        receiveCalls:
          'Se o telefone do representante toca depende de outra configuração, que esta página não vê.',
        pickUpHeldCalls: 'O representante vê quando você está em uma chamada e com quem.',
        joinActiveCalls: 'Funciona no Windows, na Web e em telefones de mesa; não no Mac nem no celular.',
        manageCallAndDelegateSettings:
          'O representante pode alterar as permissões de todos os seus representantes.',
      },
    },
    facts: 'Sobre esta delegação',
    uses: {
      notNow: 'Não no momento.',
      notHere: 'Não no dispositivo que você está usando agora.',
      inCall: 'Há uma chamada em andamento.',
      notInCall: 'Não há nenhuma chamada em andamento.',
    },
    bothWays: 'Vocês se apoiam mutuamente.',
    nobodyIsTold:
      'O Teams não avisa ninguém quando uma permissão muda ou termina. Um representante não pode sair por conta própria; quem pode removê-lo é a pessoa que ele apoia ou um administrador.',
    gone: 'Esta delegação não existe mais.',
    links: {
      otherPeople: 'Este link é sobre uma delegação entre outras pessoas. Só elas podem abri-lo.',
      malformed: 'Este link está incompleto. Peça um novo ou selecione a pessoa na lista.',
      unknownReader:
        'O Teams não informa quem você é, por isso este link não pode ser aberto. Selecione a pessoa na lista.',
    },
    support: 'Para o suporte',
    id: 'ID',
    status: 'Status',
    since: 'Desde',
    chat: 'Chat',
    call: 'Ligar',
    profile: 'Cartão de perfil',
    mail: 'Email',
    copyLink: 'Copiar link',
  },

  manage: {
    newWindow: 'abre em uma nova janela',
    preview: 'Versão prévia: a Microsoft ainda está testando este serviço.',
    title: 'Como alterar quem pode atuar em nome de quem',
    desktop:
      'No computador: no Teams, Configurações e mais (…) > Configurações > Chamadas > Gerenciar representantes.',
    phone: 'No celular: no Teams, Configurações > Chamadas > Representantes.',
    article: 'Artigo da Microsoft sobre como compartilhar uma linha telefônica',
    privacy: 'Privacidade: o que o aplicativo lê e guarda',
    support: ({ contact }) => `Ajuda com este aplicativo: ${who(contact, '')}`,
  },

  consent: {
    myself: 'Posso dar o consentimento',
  },
  signIn: {
    button: 'Fazer login',
    waiting: 'Conclua na janela e volte para cá.',
    /** The window may be closed, or not. */
    unknown: 'Conclua na janela e volte para cá. Se você a fechou, pode tentar novamente.',
    unfinished: 'Isso não foi concluído. Você pode tentar novamente.',
    /** Signing in has worked and was not enough. */
    anotherWay: 'A Microsoft ainda pede mais. Selecione o botão novamente para entrar de outra forma.',
    noHelp: ({ code }: { readonly code: string }) =>
      `Isso não resolveu (código: ${code}). O administrador pode descobrir o motivo.`,
    needsAdmin: 'Na sua organização, somente administradores podem aprovar isto. Envie o pedido ao seu.',
    blocked: 'Não foi possível abrir a janela. Permita pop-ups para este site e tente novamente.',
    spreading: 'Pronto. Pode levar alguns segundos para fazer efeito…',
    /** Why the host could not sign the user in. */
    reasons: {
      needsSignIn: 'A Microsoft pede que você entre novamente ou concorde que este aplicativo conecte você.',
      temporary: ({ host }: { readonly host: string }) =>
        `${host} não conseguiu obter uma entrada da Microsoft neste momento. Tente novamente. Se não resolver, reinicie ${host}.`,
      misconfigured:
        'A entrada no aplicativo não está configurada corretamente. Você não pode resolver isso, mas o administrador pode.',
    },
  },

  confirm: {
    statement,
    invitation: ({ count }) =>
      count === 0
        ? 'Ainda não confirmada. Confirme que esta lista está vazia; depois disso, esta página mostra o que mudar.'
        : 'Ainda não confirmada. Verifique as linhas e depois confirme. Esta página mostra o que o Microsoft 365 informa sobre suas delegações de chamadas e não altera nada.',
    confirm: 'Confirmar esta lista',
    confirmNew: 'Confirmar a nova lista',
    confirming: 'Confirmando…',
    confirmAgain: 'Confirmar de novo',
    confirmedAt: ({ time }) => `Confirmada (${time}).`,
    right: 'Está certo',
    wrong: 'Eu não esperava isso',
    notRight: 'Algo não está certo',
    cancel: 'Cancelar',
    whatIsNotRight: 'O que você não esperava?',
    verdictOn: ({ name }) => `Está certo para ${who(name, 'esta pessoa')}?`,
    checked: ({ count, total }) => `Verificação: ${count} de ${total}`,
    allChecked: 'Tudo verificado. Agora você pode confirmar.',
    fromTo: ({ before, now }) => `${before} → ${now}`,
    holds: ({ held }) => `Permissões: ${held}`,
    holdsNone: 'nenhuma',
    stillWrong: ({ name }) =>
      `${who(name, 'Esta pessoa')}: nada mudou desde que você indicou que não esperava isso.`,
    ask: 'Pedir uma alteração',
    someHidden: 'A pesquisa ou o filtro está ocultando pessoas. Mostre todas e depois confirme.',
    showEverybody: 'Mostrar todas as pessoas',
    someUnnamed: 'Não é possível mostrar alguns nomes; por isso, esta lista ainda não pode ser confirmada.',
    unchangedSince: ({ date }) => `Confirmada em ${date}. Nada mudou desde então.`,
    changesSince: ({ count, date }) =>
      plural('pt-BR', count, {
        one: `${count} alteração desde a sua confirmação em ${date}`,
        many: `${count} alterações desde a sua confirmação em ${date}`,
        other: `${count} alterações desde a sua confirmação em ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }) => `Novidade: você pode atuar em nome de ${who(name, 'outra pessoa')}.`,
        delegates: ({ name }) => `Novidade: ${who(name, 'outra pessoa')} pode atuar em seu nome.`,
      },
      removed: {
        delegators: ({ name }) => `Você não é mais representante de ${who(name, 'uma pessoa')}.`,
        delegates: ({ name }) => `${who(name, 'Uma pessoa')} não pode mais atuar em seu nome.`,
      },
      gained: {
        delegators: ({ right, name }) => `Agora você pode ${verbs[right]} ${inNameOf(name)}.`,
        delegates: ({ right, name }) => `Agora ${who(name, 'esta pessoa')} pode ${verbs[right]} em seu nome.`,
      },
      lost: {
        delegators: ({ right, name }) => `Você não pode mais ${verbs[right]} ${inNameOf(name)}.`,
        delegates: ({ right, name }) =>
          `${who(name, 'Esta pessoa')} não pode mais ${verbs[right]} em seu nome.`,
      },
      unreported: ({ right, name }) =>
        `A Microsoft não informa mais “${rights[right]}” para ${who(name, 'esta pessoa')}.`,
      activated: ({ name }) => `${who(name, 'Uma pessoa')}: a delegação agora está ativa.`,
      deactivated: ({ name }) => `${who(name, 'Uma pessoa')}: a delegação agora está inativa.`,
      statusUnreported: ({ name }) =>
        `A Microsoft não informa mais se a delegação com ${who(name, 'esta pessoa')} está ativa.`,
    },
  },
  news: {
    tab: 'Há alterações',
    otherList: {
      delegators: 'Há alterações em “Pessoas que você apoia”.',
      delegates: 'Há alterações em “Seus representantes”.',
    },
    list: ({ count }) =>
      plural('pt-BR', count, {
        one: `A lista mudou: ${count} alteração.`,
        many: `A lista mudou: ${count} alterações.`,
        other: `A lista mudou: ${count} alterações.`,
      }),
  },

  history: {
    open: 'Histórico',
    title: 'O que você confirmou',
    first: 'Primeira confirmação.',
    noChanges: 'Nenhuma alteração desde a anterior.',
    people: ({ count }) =>
      plural('pt-BR', count, {
        one: `${count} pessoa`,
        many: `${count} pessoas`,
        other: `${count} pessoas`,
      }),
    empty: 'Você ainda não confirmou esta lista.',
    more: 'Mostrar mais',
    export: 'Baixar o histórico como arquivo CSV',
    copy: 'Copiar o histórico como tabela',
    delete: 'Excluir meu histórico',
    deleteQuestion: 'Excluir permanentemente todas as suas confirmações das duas listas?',
    deleteForGood: 'Excluir permanentemente',
    keep: 'Manter',
    deleted: 'Excluído. Nada mais está confirmado.',
    when: 'Quando',
    record: 'A lista como estava',
    verdict: 'Sua avaliação',
    right: 'Está certo',
    wrong: 'Inesperado',
    confirmedOn: ({ moment }) => `Confirmada em ${moment}`,
  },

  attention,
  ask,
  notices,

  outside: {
    title: 'Abra este aplicativo no Microsoft Teams',
    text: 'O Call Delegates faz seu login pelo Microsoft Teams, pelo Outlook ou pelo aplicativo Microsoft 365 e, por isso, não pode mostrar suas listas aqui.',
    steps: 'No Teams, escolha Aplicativos, pesquise Call Delegates e abra o aplicativo.',
  },
};
