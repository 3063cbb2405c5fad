import type { Right } from '../../contract/delegation.js';
import type { Text } from './en.js';

const rights: Readonly<Record<Right, string>> = {
  makeCalls: '通話の発信',
  receiveCalls: '通話の着信',
  pickUpHeldCalls: '保留中の通話への応答',
  joinActiveCalls: '進行中の通話への参加',
  manageCallAndDelegateSettings: '通話と代理人の設定の変更',
};

const tryingAgain = (seconds: number): string => `${seconds} 秒後にもう一度試します。`;

export const ja: Text = {
  appName: 'Call Delegates',
  loading: '委任を読み込んでいます…',
  refresh: '更新',
  refreshing: '更新しています…',
  refreshed: '最新の状態です。',
  asOf: (time) => `${time} 現在`,
  preview: 'プレビュー: Microsoft がこのデータを変更する可能性があります',
  dismissPreview: 'プレビューのお知らせを隠す',

  heading: {
    nobody: '通話の代理はまだありません',
    supported: (count) => `${count} 人をサポートしています`,
    acting: (count) => `${count} 人の代理人がいます`,
    someMissing: '通話の委任',
  },
  lists: { delegators: 'サポートしている人', delegates: '自分の代理人' },
  empty: {
    delegators: {
      title: 'まだ誰もサポートしていません',
      text: '誰かが Teams であなたを代理人にすると、その人とあなたにできることがここに表示されます。',
    },
    delegates: {
      title: 'まだ代理人はいません',
      text: 'Teams の [設定など (…)] > [設定] > [通話] > [代理人の管理] で代理人を追加できます。',
    },
  },

  columns: { person: '人', status: '状態' },
  rights,
  verbs: rights,
  rightsShort: { ...rights, manageCallAndDelegateSettings: '設定の変更' },
  held: {
    delegators: (right, name) => `${name} さんの代わりに「${rights[right]}」ができます。`,
    delegates: (right, name) => `${name} さんはあなたの代わりに「${rights[right]}」ができます。`,
  },
  notHeld: {
    delegators: (right, name) => `${name} さんの代わりに「${rights[right]}」はできません。`,
    delegates: (right, name) => `${name} さんはあなたの代わりに「${rights[right]}」はできません。`,
  },
  notReported: '報告なし',
  notReportedFor: (right) => `${rights[right]}: Microsoft から報告されていません。`,
  goodToKnow: {
    makeCalls: '代理人自身の通話ポリシーも適用されます。',
    receiveCalls: '代理人の電話が鳴るかどうかは別の設定で、このページからは分かりません。',
    pickUpHeldCalls: '代理人には、委任者がいつ誰と通話しているかが見えます。',
    joinActiveCalls: 'Windows、Web、卓上電話で使えます。Mac とモバイルでは使えません。',
    manageCallAndDelegateSettings: 'ほかの代理人の権限も含まれます。',
  },

  active: '有効',
  inactive: '無効',
  accountGone: 'アカウントなし',
  statusNotReported: '状態の報告なし',
  since: (date) => `${date}から`,
  sinceNotReported: '開始日の報告なし',

  changed: '変更あり',
  presence: {
    available: '連絡可能',
    busy: '取り込み中',
    'do-not-disturb': '応答不可',
    away: '退席中',
    offline: 'オフライン',
  },

  unknownPerson: '不明な人',
  unnamedPerson: '名前を取得できません',
  accountGoneText: 'このアカウントはもう存在しません。委任の削除を管理者に依頼してください。',
  namesUnavailable:
    '名前を確認できませんでした。続く場合は、管理者がこのアプリに User.ReadBasic.All を許可できます。',

  tools: {
    search: '人を検索',
    right: '権限',
    anyRight: 'すべての権限',
    activeOnly: '有効のみ',
    sort: '並べ替え',
    asReported: 'Teams の順',
    byName: '名前',
    byDate: '新しい順',
    found: (count) => `${count} 人見つかりました`,
    nobodyFound: '該当する人はいません。検索またはフィルターを変えてください。',
  },
  takeAlong: {
    export: 'CSV に書き出す',
    copyTable: '表としてコピー',
    print: '印刷',
    yes: 'はい',
    no: 'いいえ',
    mail: 'メール',
    jobTitle: '役職',
    department: '部署',
    sinceColumn: '開始日',
  },

  details: {
    open: (name) => `${name} さんの詳細`,
    close: '閉じる',
    rights: '権限',
    facts: 'この委任について',
    bothWays: '相互: お互いにサポートしています。',
    nobodyIsTold: '権限が変わったり終わったりしても、誰にも通知されません。',
    cannotRemoveThemself: '代理人は自分で外れることができません。委任者または管理者が外せます。',
    gone: 'この委任はもう存在しません。',
    id: 'ID',
    chat: 'チャット',
    call: '通話',
    profile: 'プロフィール カード',
    mail: 'メール',
    copyLink: 'リンクをコピー',
    status: '状態',
    since: '開始日',
  },

  manage: {
    title: '誰が誰の代理をするかを変えるには',
    desktop: 'パソコン: Teams の [設定など (…)] > [設定] > [通話] > [代理人の管理]。',
    phone: '携帯電話: Teams の [設定] > [通話] > [代理人]。',
    article: '電話回線の共有についての Microsoft の記事',
  },

  oldListStays: '表示されているのは以前の内容です。',
  tryAgain: 'もう一度試す',
  copy: 'コピー',
  copied: 'コピーしました',
  copyFailed: 'コピーが許可されませんでした。文字を選択してコピーしてください。',
  correlationId: (id) => `関連付け ID: ${id}`,

  problems: {
    offline: { title: 'オフラインです', text: '接続されると、一覧は自動的に戻ります。' },
    unreachable: { title: 'サーバーに接続できません', text: '接続を確認して、もう一度試してください。' },
    sign_in_failed: {
      title: 'サインインできませんでした',
      text: (host) =>
        `${host} からサインイン トークンを受け取れませんでした。もう一度試し、続く場合は ${host} からサインアウトして、サインインし直してください。`,
    },
    invalid_token: {
      title: 'サインインが受け入れられませんでした',
      text: 'このタブを閉じて、開き直してください。続く場合は管理者に知らせてください。',
    },
    insufficient_scope: {
      title: 'このアプリは権限なしで設定されています',
      text: '管理者が Microsoft Entra ID でこのアプリのスコープ access_as_user を公開する必要があります。',
    },
    interaction_required: {
      title: 'もう一度サインインしてください',
      text: 'このデータを表示する前に、組織が本人確認を求めています。',
    },
    consent_required: {
      title: 'このアプリにはまず許可が必要です',
      text: '一覧を表示するには、通話の委任を読み取る必要があります。組織ではまだ誰も同意していません。通常、同意できるのは管理者だけです。',
    },
    delegation_not_allowed: {
      title: '通話の委任が有効になっていません',
      text: '組織の通話ポリシーで禁止されているか、Teams Phone がありません。管理者が有効にできます。',
    },
    invalid_request: {
      title: 'この要求には答えられません',
      text: 'アドレスが正しくありません。一覧に戻ってください。',
    },
    invalid_id: { title: 'このアドレスは正しくありません', text: '一覧に戻り、そこから人を開いてください。' },
    not_found: {
      title: '見つかりませんでした',
      text: 'ここには通話の委任がありません。削除されたか、Teams Phone がない可能性があります。',
    },
    throttled: { title: 'Microsoft が少し待つよう求めています', text: tryingAgain },
    rate_limited: { title: '要求が多すぎます', text: tryingAgain },
    graph_unavailable: {
      title: 'Microsoft Graph を利用できません',
      text: '委任を保存しているサービスが停止しています。1 分後にもう一度試してください。',
    },
    entra_unavailable: {
      title: 'Microsoft のサインインを利用できません',
      text: 'Microsoft Entra ID が応答しません。1 分後にもう一度試してください。',
    },
    graph_timeout: {
      title: 'Microsoft の応答に時間がかかりすぎました',
      text: '時間内に応答がありませんでした。もう一度試してください。',
    },
    graph_unexpected: {
      title: 'Microsoft から予期しない応答がありました',
      text: 'このデータはまだプレビューで、変わることがあります。もう一度試し、続く場合は管理者に知らせてください。',
    },
    list_changed: { title: '一覧が変わりました', text: '新しい一覧を確認してください。' },
    store_unavailable: {
      title: '今は確認できません',
      text: '一覧には影響ありません。後でもう一度試してください。',
    },
    internal_error: { title: 'こちら側で問題が起きました', text: '記録されました。もう一度試してください。' },
    misconfigured: {
      title: 'このアプリは正しく設定されていません',
      text: 'アプリ自身の資格情報が拒否されています。直せるのは管理者だけです。関連付け ID を伝えてください。',
    },
  },
  consent: {
    why: '通話の委任と、そこに含まれる人の名前を読み取ります。Teams の設定は何も変更しません。',
    copyLink: '管理者へのリンクをコピー',
    linkCopied: 'コピーしました。管理者に送ってください。',
    copyMessage: '文例をコピー',
    message: (link) =>
      `お世話になっております。Microsoft Teams で Call Delegates を使いたいと考えています。通話で誰が誰の代理をできるかを表示するもので、Microsoft Graph の CallDelegation.Read の許可が必要です。管理者の方はこちらから許可できます: ${link}`,
    myself: '自分で同意できます',
  },
  signIn: 'サインイン',
  popup: {
    waiting: '開いたウィンドウで続けてください…',
    declined: '完了する前にウィンドウが閉じられました。もう一度試せます。',
    needsAdmin: '組織では管理者だけが同意できます。管理者にリンクを送ってください。',
    blocked: 'ウィンドウを開けませんでした。このサイトのポップアップを許可して、もう一度試してください。',
    spreading: '完了しました。Microsoft への反映を待っています…',
  },
  policyCommand: '管理者向けのコマンドをコピー',

  outside: {
    title: 'Microsoft Teams で開いてください',
    text: 'Call Delegates は Microsoft Teams、Outlook、または Microsoft 365 アプリを通じてサインインするため、ここでは一覧を表示できません。',
    steps: 'Teams で [アプリ] を選び、Call Delegates を検索して開いてください。',
  },
};
