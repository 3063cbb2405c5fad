import type { LaterMessages } from '../en/later.js';
import { who, type CountAndDate } from '../parameters.js';
import { ask } from './ask.js';
import { attention } from './attention.js';
import { notices } from './notices.js';
import { rights } from './rights.js';

const san = (name: string | null): string => (name === null ? 'この方' : `${who(name, '')} さん`);

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `${date}に、この一覧が空であることを確認しました。`
    : `${date}に、この ${count} 人とその権限を確認しました。`;

export const later: LaterMessages = {
  close: '閉じる',
  namesUnavailable:
    '名前を表示できません。続く場合は、このアプリが名前を読み取ることを管理者が許可できます。',

  find: {
    search: 'ユーザーを検索',
    clear: '検索をクリア',
    right: '権限',
    anyRight: '指定なし',
    activeOnly: '有効のみ',
    sort: '並べ替え',
    asReported: 'Teams の順',
    byName: '名前',
    byDate: '新しい順',
    found: ({ count, total }) => `${total} 人中 ${count} 人`,
    nobodyFound: '該当するユーザーはいません。検索またはフィルターを変えてください。',
    clearFilters: 'フィルターをクリア',
  },
  export: {
    toCsv: 'CSV ファイルをダウンロード',
    copyTable: '表としてコピー',
    downloaded: 'ダウンロードしました。ファイルが見つからない場合は、代わりに表をコピーしてください。',
    print: '印刷',
    list: '一覧',
    account: 'アカウント',
    asOf: '取得日時',
    yes: 'はい',
    no: 'いいえ',
    mail: 'メール',
    jobTitle: '役職',
    department: '部署',
    since: '開始日',
    id: 'ID',
    statusOfGone: ({ status }) => `${status} (アカウント削除済み)`,
  },

  details: {
    rights: '権限',
    goodToKnow: {
      delegators: {
        makeCalls: 'ご自分の通話ポリシーも適用されます。',
        receiveCalls: 'ご自分の電話が鳴るかどうかは別の設定で、このページからは分かりません。',
        pickUpHeldCalls: 'この方がいつ誰と通話しているかが見えます。',
        joinActiveCalls: 'Windows、Web、卓上電話で使えます。Mac とモバイルでは使えません。',
        manageCallAndDelegateSettings: 'ほかの代理人の権限も含まれます。',
      },
      delegates: {
        makeCalls: '代理人自身の通話ポリシーも適用されます。',
        receiveCalls: '代理人の電話が鳴るかどうかは別の設定で、このページからは分かりません。',
        pickUpHeldCalls: '代理人には、あなたがいつ誰と通話しているかが見えます。',
        joinActiveCalls: 'Windows、Web、卓上電話で使えます。Mac とモバイルでは使えません。',
        manageCallAndDelegateSettings: 'この代理人は、すべての代理人の権限を変更できます。',
      },
    },
    facts: 'この委任について',
    uses: {
      notNow: '現在は使えません。',
      notHere: '今お使いのデバイスでは使えません。',
      inCall: '現在、通話中です。',
      notInCall: '現在、通話中ではありません。',
    },
    bothWays: 'お互いにサポートしています。',
    nobodyIsTold:
      '権限が変わったり終わったりしても、Teams は誰にも通知しません。代理人は自分で外れることができません。外せるのは、サポートされている側のユーザーか管理者です。',
    gone: 'この委任はもう存在しません。',
    links: {
      otherPeople: 'このリンクは、ほかの人どうしの委任についてのものです。開けるのは当事者だけです。',
      malformed: 'このリンクは不完全です。新しいリンクをもらうか、一覧から相手を選択してください。',
      unknownReader:
        'Teams から利用者の情報が得られないため、このリンクを開けません。一覧から相手を選択してください。',
    },
    support: 'サポート用の情報',
    id: 'ID',
    status: '状態',
    since: '開始日',
    chat: 'チャット',
    call: '通話',
    profile: 'プロフィール カード',
    mail: 'メール',
    copyLink: 'リンクをコピー',
  },

  manage: {
    newWindow: '新しいウィンドウで開きます',
    preview: 'プレビュー: Microsoft がこのサービスをテストしています。',
    title: '誰が誰の代理を務められるかを変えるには',
    desktop: 'パソコン: Teams の [設定など (…)] > [設定] > [通話] > [代理人を管理する]。',
    phone: '携帯電話: Teams の [設定] > [通話] > [代理人]。',
    article: '電話回線の共有についての Microsoft の記事',
    privacy: 'プライバシー: このアプリが読み取る情報と保存する情報',
    support: ({ contact }) => `このアプリのヘルプ: ${who(contact, '')}`,
  },

  consent: {
    myself: '自分で同意できます',
  },
  signIn: {
    button: 'サインイン',
    waiting: 'ウィンドウで手続きを完了してから、ここに戻ってください。',
    /** The window may be closed, or not. */
    unknown:
      'ウィンドウで手続きを完了してから、ここに戻ってください。ウィンドウを閉じた場合は、もう一度お試しいただけます。',
    unfinished: '完了しませんでした。もう一度お試しいただけます。',
    /** Signing in has worked and was not enough. */
    anotherWay:
      'Microsoft から追加の確認を求められています。もう一度ボタンを選択すると、別の方法でサインインできます。',
    noHelp: ({ code }: { readonly code: string }) =>
      `解決しませんでした (コード: ${code})。原因は管理者が確認できます。`,
    needsAdmin: 'この組織で承認できるのは管理者だけです。管理者に依頼を送ってください。',
    blocked: 'ウィンドウを開けませんでした。このサイトのポップアップを許可して、もう一度お試しください。',
    spreading: '完了しました。反映まで数秒かかることがあります…',
    /** Why the host could not sign the user in. */
    reasons: {
      needsSignIn:
        'Microsoft から、もう一度サインインするか、このアプリでのサインインに同意するよう求められています。',
      temporary: ({ host }: { readonly host: string }) =>
        `${host} は現在 Microsoft からサインイン情報を取得できませんでした。もう一度お試しください。それでも解決しない場合は、${host} を再起動してください。`,
      misconfigured:
        'このアプリのサインインが正しく設定されていません。ご自身では解決できませんが、管理者が解決できます。',
    },
  },

  confirm: {
    statement,
    invitation: ({ count }) =>
      count === 0
        ? 'まだ確認済みではありません。一覧が空であることを確認済みにすると、その後の変更がこのページに表示されます。'
        : 'まだ確認済みではありません。各行を確認してから、確認済みにしてください。このページは Microsoft 365 にある通話の委任を表示するだけで、何も変更しません。',
    confirm: 'この一覧を確認済みにする',
    confirmNew: '新しい一覧を確認済みにする',
    confirming: '確認済みにしています…',
    confirmAgain: 'もう一度確認済みにする',
    confirmedAt: ({ time }) => `${time} に確認済み。`,
    right: '正しい',
    wrong: '想定外です',
    notRight: '正しくないところがあります',
    cancel: 'キャンセル',
    whatIsNotRight: '想定外なのはどれですか？',
    verdictOn: ({ name }) => `${san(name)}について、これは正しいですか?`,
    checked: ({ count, total }) => `${total} 件中 ${count} 件を確認`,
    allChecked: 'すべて確認しました。確認済みにできます。',
    fromTo: ({ before, now }) => `${before} → ${now}`,
    holds: ({ held }) => `権限: ${held}`,
    holdsNone: 'なし',
    stillWrong: ({ name }) => `${san(name)}: 想定外と回答してから変更はありません。`,
    ask: '変更を依頼',
    someHidden:
      '検索またはフィルターで表示されていない人がいます。全員を表示してから、確認済みにしてください。',
    showEverybody: '全員を表示',
    someUnnamed: '表示できない名前があるため、この一覧はまだ確認済みにできません。',
    unchangedSince: ({ date }) => `${date}に確認済み。その後の変更はありません。`,
    changesSince: ({ count, date }) => `${date}の確認以降、${count} 件の変更があります`,
    changes: {
      added: {
        delegators: ({ name }) => `新規: ${san(name)}の代理を務められます。`,
        delegates: ({ name }) => `新規: ${san(name)}があなたの代理を務められます。`,
      },
      removed: {
        delegators: ({ name }) => `${san(name)}の代理人ではなくなりました。`,
        delegates: ({ name }) => `${san(name)}はあなたの代理人ではなくなりました。`,
      },
      gained: {
        delegators: ({ right, name }) =>
          `${san(name)}の代わりに「${rights[right]}」ができるようになりました。`,
        delegates: ({ right, name }) =>
          `${san(name)}はあなたの代わりに「${rights[right]}」ができるようになりました。`,
      },
      lost: {
        delegators: ({ right, name }) => `${san(name)}の代わりに「${rights[right]}」ができなくなりました。`,
        delegates: ({ right, name }) =>
          `${san(name)}はあなたの代わりに「${rights[right]}」ができなくなりました。`,
      },
      unreported: ({ right, name }) =>
        `${san(name)}の「${rights[right]}」が Microsoft から報告されなくなりました。`,
      activated: ({ name }) => `${san(name)}との委任が有効になりました。`,
      deactivated: ({ name }) => `${san(name)}との委任が無効になりました。`,
      statusUnreported: ({ name }) =>
        `${san(name)}との委任が有効かどうか、Microsoft から報告されなくなりました。`,
    },
  },
  news: {
    tab: '変更があります',
    otherList: {
      delegators: '「サポートしているユーザー」に変更があります。',
      delegates: '「自分の代理人」に変更があります。',
    },
    list: ({ count }) => `一覧が変わりました: 変更 ${count} 件。`,
  },

  history: {
    open: '履歴',
    title: '確認の履歴',
    first: '最初の確認です。',
    noChanges: '前回からの変更はありません。',
    people: ({ count }) => `${count} 人`,
    empty: 'この一覧はまだ確認済みにしていません。',
    more: 'さらに表示',
    export: '履歴を CSV ファイルでダウンロード',
    copy: '履歴を表としてコピー',
    delete: '自分の履歴を削除',
    deleteQuestion: '両方の一覧の確認をすべて完全に削除しますか?',
    deleteForGood: '完全に削除',
    keep: '残す',
    deleted: '削除しました。確認済みの一覧はありません。',
    when: '日時',
    record: '当時の一覧',
    verdict: '回答',
    right: '正しい',
    wrong: '想定外',
    confirmedOn: ({ moment }) => `${moment} に確認済み`,
  },

  attention,
  ask,
  notices,

  outside: {
    title: 'Microsoft Teams で開いてください',
    text: 'Call Delegates は Microsoft Teams、Outlook、または Microsoft 365 アプリを通じてサインインするため、ここでは一覧を表示できません。',
    steps: 'Teams で [アプリ] を選び、Call Delegates を検索して開いてください。',
  },
};
