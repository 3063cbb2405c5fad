import { plural } from '../../../i18n/plural.js';
import type { ConfirmationWords } from './words.js';

export const ptBr: ConfirmationWords = {
  statement: (count, date) =>
    count === 0
      ? `Verifiquei em ${date} que esta lista está vazia.`
      : plural('pt-BR', count, {
          one: `Verifiquei esta pessoa e seus direitos em ${date}.`,
          other: `Verifiquei estas ${count} pessoas e seus direitos em ${date}.`,
        }),
  confirm: 'Confirmar esta lista',
  confirmNew: 'Confirmar a nova lista',
  confirming: 'Confirmando…',
  invitation: 'Confirme uma vez, e esta página dirá o que mudou desde então.',
  confirmedToday: 'Confirmada hoje',
  confirmedOn: (date) => `Confirmada em ${date}`,
  nothingChanged: 'Nada mudou desde então.',
  changesSince: (count, date) =>
    plural('pt-BR', count, {
      one: `${count} mudança desde a sua confirmação em ${date}`,
      other: `${count} mudanças desde a sua confirmação em ${date}`,
    }),
  listChanged: 'A lista acabou de mudar. Olhe de novo e confirme.',
  unavailable: 'Confirmar não está disponível agora. Suas listas não são afetadas.',
  changes: {
    added: {
      delegators: (name) => `Novo: você pode agir por ${name}.`,
      delegates: (name) => `Novo: ${name} pode agir por você.`,
    },
    removed: {
      delegators: (name) => `${name} removeu você.`,
      delegates: (name) => `${name} não age mais por você.`,
    },
    gained: {
      delegators: (verb, name) => `${name} agora permite que você possa ${verb}.`,
      delegates: (verb, name) => `${name} agora pode ${verb} em seu nome.`,
    },
    lost: {
      delegators: (verb, name) => `${name} não permite mais que você possa ${verb}.`,
      delegates: (verb, name) => `${name} não pode mais ${verb} em seu nome.`,
    },
    unreported: (right, name) => `${name}: a Microsoft não informa mais “${right}”.`,
    activated: (name) => `${name}: agora está ativa.`,
    deactivated: (name) => `${name}: agora está inativa.`,
    statusUnreported: (name) => `${name}: a Microsoft não informa mais se está ativa.`,
  },
  history: {
    open: 'Histórico',
    title: 'O que você confirmou',
    first: 'Primeira confirmação.',
    noChanges: 'Nenhuma mudança desde a anterior.',
    people: (count) => plural('pt-BR', count, { one: `${count} pessoa`, other: `${count} pessoas` }),
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
};
