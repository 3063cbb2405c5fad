import type { AskMessages } from '../en/ask.js';
import { who } from '../parameters.js';

const greeting = (name: string | null): string => (name === null ? 'Olá!' : `Olá, ${who(name, '')}!`);

export const ask: AskMessages = {
  title: {
    delegators: ({ name }) => `Pedir uma alteração a ${who(name, 'esta pessoa')}`,
    delegates: ({ name }) => `Alterar o que ${who(name, 'esta pessoa')} pode fazer`,
  },
  howTo: 'Como alterar seus representantes',
  howToCallSettings: 'O que acontece com suas chamadas',
  whatToChange: 'O que deve mudar?',
  kinds: {
    rights: 'Permissões',
    activate: 'Reativar a delegação',
    end: {
      delegators: 'Não quero mais ser representante',
      delegates: 'Esta pessoa não deve mais ser representante',
    },
  },
  chooseFirst: 'Escolha o que deve mudar.',
  message: 'Sua mensagem',
  nothingIsSent: 'Nada é enviado até que você envie.',
  openChat: 'Abrir um chat',
  openMail: 'Escrever um email',
  copyMessage: 'Copiar a mensagem',
  stepsTitle: 'No Teams',
  orAdministrator: 'O administrador também pode fazer isso.',
  askedDuringVisit: 'O que você pediu',

  quoted: ({ label }) => `“${label}”`,

  subject: {
    change: 'Minha delegação de chamadas em seu nome no Microsoft Teams',
    end: 'Por favor, remova meu nome dos seus representantes',
  },
  question: {
    give: ({ name, given }) =>
      `${greeting(name)} Você poderia ativar ${given} nas minhas permissões de delegação de chamadas?`,
    take: ({ name, taken }) =>
      `${greeting(name)} Você poderia desativar ${taken} nas minhas permissões de delegação de chamadas? Não preciso mais disso.`,
    giveAndTake: ({ name, given, taken }) =>
      `${greeting(name)} Nas minhas permissões de delegação de chamadas, você poderia ativar ${given} e desativar ${taken}?`,
    activate: ({ name }) =>
      `${greeting(name)} Minha delegação de chamadas está inativa, então não posso atuar em seu nome nas chamadas. Você poderia dar uma olhada?`,
    end: ({ name }) =>
      `${greeting(name)} Não dou mais apoio às suas chamadas. Você poderia remover meu nome dos seus representantes?`,
  },
  path: ({ name }) =>
    `No Teams: Configurações e mais (…) > Configurações > Chamadas > Gerenciar representantes > ${who(name, 'meu nome')}.`,
  pathWithoutName:
    'No Teams: Configurações e mais (…) > Configurações > Chamadas > Gerenciar representantes.',
  paragraph: {
    withDate: ({ question, path, date }) =>
      `${question} Estava assim quando verifiquei em ${date}. ${path} Agradeço desde já!`,
    withThanks: ({ question, path }) => `${question} ${path} Agradeço desde já!`,
    withPath: ({ question, path }) => `${question} ${path}`,
  },

  steps: {
    openSettings: {
      computer: 'No Teams, abra Configurações e mais (…) e depois Configurações.',
      phone: 'No Teams, toque na sua foto e depois em Configurações.',
    },
    openDelegates: {
      computer:
        'Escolha Chamadas e vá até Gerenciar representantes. Se houver uma guia Seus representantes, abra-a.',
      phone: 'Toque em Chamadas e depois em Representantes.',
    },
    openCalls: {
      computer:
        'Escolha Chamadas. Ali você vê se as chamadas tocam para seus representantes e o que acontece quando ninguém atende.',
      phone:
        'Toque em Chamadas. Ali você vê se as chamadas tocam para seus representantes e o que acontece quando ninguém atende.',
    },
    findPerson: ({ name }) => `Encontre ${who(name, 'a pessoa')} e abra as permissões.`,
    addPerson: 'Para adicionar alguém, escolha Adicionar um representante.',
    removePerson: ({ name }) =>
      `Para remover ${who(name, 'alguém')}, escolha a lixeira ao lado do nome. Se não houver, abra o nome ou o menu (…) dele.`,
    switchOn: ({ permissions }) => `Ative ${permissions}.`,
    switchOff: ({ permissions }) => `Desative ${permissions}.`,
    comeBack: 'Volte aqui e atualize: esta página diz se deu certo.',
  },

  outcome: {
    happened: ({ name }) =>
      `Pronto: a delegação com ${who(name, 'esta pessoa')} agora está como você queria.`,
    partly: ({ name }) =>
      `A delegação com ${who(name, 'esta pessoa')} mudou, mas não em tudo o que você queria.`,
    notYet: ({ name }) => `A delegação com ${who(name, 'esta pessoa')} ainda não mudou.`,
    ended: ({ name }) => `A delegação com ${who(name, 'esta pessoa')} terminou.`,
    notReported: ({ name }) =>
      `A Microsoft não informa se a delegação com ${who(name, 'esta pessoa')} mudou.`,
  },
};
