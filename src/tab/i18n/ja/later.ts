import type { LaterMessages } from '../en/later.js';
import type { CountAndDate } from '../parameters.js';
import { rights, verbs } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `${date}に、この一覧が空であることを確認しました。`
    : `${date}に、この ${count} 人とその権限を確認しました。`;

export const later: LaterMessages = {
  close: '閉じる',
  namesUnavailable:
    '名前を確認できませんでした。続く場合は、管理者がこのアプリに User.ReadBasic.All を許可できます。',

  find: {
    search: '人を検索',
    right: '権限',
    anyRight: 'すべての権限',
    activeOnly: '有効のみ',
    sort: '並べ替え',
    asReported: 'Teams の順',
    byName: '名前',
    byDate: '新しい順',
    found: ({ count }) => `${count} 人見つかりました`,
    nobodyFound: '該当する人はいません。検索またはフィルターを変えてください。',
  },
  export: {
    toCsv: 'CSV に書き出す',
    copyTable: '表としてコピー',
    print: '印刷',
    yes: 'はい',
    no: 'いいえ',
    mail: 'メール',
    jobTitle: '役職',
    department: '部署',
    since: '開始日',
    id: 'ID',
    statusOfGone: ({ status }) => `${status} (アカウントなし)`,
  },

  details: {
    rights: '権限',
    goodToKnow: {
      makeCalls: '代理人自身の通話ポリシーも適用されます。',
      receiveCalls: '代理人の電話が鳴るかどうかは別の設定で、このページからは分かりません。',
      pickUpHeldCalls: '代理人には、委任者がいつ誰と通話しているかが見えます。',
      joinActiveCalls: 'Windows、Web、卓上電話で使えます。Mac とモバイルでは使えません。',
      manageCallAndDelegateSettings: 'ほかの代理人の権限も含まれます。',
    },
    facts: 'この委任について',
    bothWays: '相互: お互いにサポートしています。',
    nobodyIsTold:
      '権限が変わったり終わったりしても、誰にも通知されません。 代理人は自分で外れることができません。委任者または管理者が外せます。',
    gone: 'この委任はもう存在しません。',
    id: 'ID',
    status: '状態',
    since: '開始日',
    sinceDay: ({ day, relative }) => `${day} (${relative})`,
    chat: 'チャット',
    call: '通話',
    profile: 'プロフィール カード',
    mail: 'メール',
    copyLink: 'リンクをコピー',
  },

  manage: {
    title: '誰が誰の代理をするかを変えるには',
    desktop: 'パソコン: Teams の [設定など (…)] > [設定] > [通話] > [代理人の管理]。',
    phone: '携帯電話: Teams の [設定] > [通話] > [代理人]。',
    article: '電話回線の共有についての Microsoft の記事',
  },

  consent: {
    copyLink: '管理者へのリンクをコピー',
    linkCopied: 'コピーしました。管理者に送ってください。',
    copyMessage: '文例をコピー',
    message: ({ link }) =>
      `お世話になっております。Microsoft Teams で Call Delegates を使いたいと考えています。通話で誰が誰の代理をできるかを表示するもので、Microsoft Graph の CallDelegation.Read の許可が必要です。管理者の方はこちらから許可できます: ${link}`,
    myself: '自分で同意できます',
  },
  signIn: {
    button: 'サインイン',
    waiting: '開いたウィンドウで続けてください…',
    declined: '完了する前にウィンドウが閉じられました。もう一度試せます。',
    needsAdmin: '組織では管理者だけが同意できます。管理者にリンクを送ってください。',
    blocked: 'ウィンドウを開けませんでした。このサイトのポップアップを許可して、もう一度試してください。',
    spreading: '完了しました。Microsoft への反映を待っています…',
  },

  confirm: {
    statement,
    invitation: ({ count, date }) =>
      `${statement({ count, date })} 一度確認しておくと、その後の変更がこのページに表示されます。`,
    confirm: 'この一覧を確認済みにする',
    confirmNew: '新しい一覧を確認済みにする',
    confirming: '確認しています…',
    confirmedToday: '今日確認済み',
    unchangedSince: ({ date }) => `${date}に確認済み。その後の変更はありません。`,
    changesSince: ({ count, date }) => `${date}の確認以降、${count} 件の変更があります`,
    changes: {
      added: {
        delegators: ({ name }) => `新規: ${name} さんの代理ができます。`,
        delegates: ({ name }) => `新規: ${name} さんがあなたの代理をできます。`,
      },
      removed: {
        delegators: ({ name }) => `${name} さんがあなたを代理人から外しました。`,
        delegates: ({ name }) => `${name} さんはあなたの代理人ではなくなりました。`,
      },
      gained: {
        delegators: ({ right, name }) =>
          `${name} さんの代わりに「${verbs[right]}」ができるようになりました。`,
        delegates: ({ right, name }) =>
          `${name} さんはあなたの代わりに「${verbs[right]}」ができるようになりました。`,
      },
      lost: {
        delegators: ({ right, name }) => `${name} さんの代わりに「${verbs[right]}」ができなくなりました。`,
        delegates: ({ right, name }) =>
          `${name} さんはあなたの代わりに「${verbs[right]}」ができなくなりました。`,
      },
      unreported: ({ right, name }) =>
        `${name} さん: 「${rights[right]}」が Microsoft から報告されなくなりました。`,
      activated: ({ name }) => `${name} さん: 有効になりました。`,
      deactivated: ({ name }) => `${name} さん: 無効になりました。`,
      statusUnreported: ({ name }) => `${name} さん: 有効かどうかが Microsoft から報告されなくなりました。`,
    },
  },
  history: {
    open: '履歴',
    title: '確認の履歴',
    moment: ({ day, time }) => `${day}, ${time}`,
    first: '最初の確認です。',
    noChanges: '前回からの変更はありません。',
    people: ({ count }) => `${count} 人`,
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

  outside: {
    title: 'Microsoft Teams で開いてください',
    text: 'Call Delegates は Microsoft Teams、Outlook、または Microsoft 365 アプリを通じてサインインするため、ここでは一覧を表示できません。',
    steps: 'Teams で [アプリ] を選び、Call Delegates を検索して開いてください。',
  },
};
