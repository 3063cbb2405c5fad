import type { ConfirmationWords } from './words.js';

export const ja: ConfirmationWords = {
  statement: (count, date) =>
    count === 0
      ? `${date}に、この一覧が空であることを確認しました。`
      : `${date}に、この ${count} 人とその権限を確認しました。`,
  confirm: 'この一覧を確認済みにする',
  confirmNew: '新しい一覧を確認済みにする',
  confirming: '確認しています…',
  invitation: '一度確認しておくと、その後の変更がこのページに表示されます。',
  confirmedToday: '今日確認済み',
  confirmedOn: (date) => `${date}に確認済み`,
  nothingChanged: 'その後の変更はありません。',
  changesSince: (count, date) => `${date}の確認以降、${count} 件の変更があります`,
  listChanged: '一覧が変更されました。もう一度見てから確認してください。',
  unavailable: '現在、確認は利用できません。一覧には影響ありません。',
  changes: {
    added: {
      delegators: (name) => `新規: ${name} さんの代理ができます。`,
      delegates: (name) => `新規: ${name} さんがあなたの代理をできます。`,
    },
    removed: {
      delegators: (name) => `${name} さんがあなたを代理人から外しました。`,
      delegates: (name) => `${name} さんはあなたの代理人ではなくなりました。`,
    },
    gained: {
      delegators: (verb, name) => `${name} さんの代わりに「${verb}」ができるようになりました。`,
      delegates: (verb, name) => `${name} さんはあなたの代わりに「${verb}」ができるようになりました。`,
    },
    lost: {
      delegators: (verb, name) => `${name} さんの代わりに「${verb}」ができなくなりました。`,
      delegates: (verb, name) => `${name} さんはあなたの代わりに「${verb}」ができなくなりました。`,
    },
    unreported: (right, name) => `${name} さん: 「${right}」が Microsoft から報告されなくなりました。`,
    activated: (name) => `${name} さん: 有効になりました。`,
    deactivated: (name) => `${name} さん: 無効になりました。`,
    statusUnreported: (name) => `${name} さん: 有効かどうかが Microsoft から報告されなくなりました。`,
  },
  history: {
    open: '履歴',
    title: '確認の履歴',
    first: '最初の確認です。',
    noChanges: '前回からの変更はありません。',
    people: (count) => `${count} 人`,
    empty: 'この一覧はまだ確認されていません。',
    more: 'さらに表示',
    export: '履歴を CSV にエクスポート',
    delete: '自分の履歴を削除',
    deleteQuestion: '両方の一覧の確認をすべて完全に削除しますか?',
    deleteForGood: '完全に削除',
    keep: '残す',
    when: '日時',
    change: '変更',
  },
};
