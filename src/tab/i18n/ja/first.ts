import type { FirstMessages } from '../en/first.js';
import { who, type Seconds } from '../parameters.js';
import { rights } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) => `${seconds} 秒後にもう一度試します。`;

/** 名前が分からない方には「さん」を付けない。 */
const san = (name: string | null): string => (name === null ? 'この方' : `${who(name, '')} さん`);

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: '通話の委任を読み込んでいます…',
  stillLoading: 'Microsoft からの応答をまだ待っています…',
  refresh: '更新',
  refreshing: '更新しています…',
  refreshed: '最新の状態です。',
  asOf: ({ moment }) => `${moment} 現在`,

  heading: {
    nobody: '通話の委任はありません',
    delegators: ({ count }) => `${count} 人の代理を務められます`,
    delegates: ({ count }) => `${count} 人の代理人があなたの代理を務められます`,
    nobodyNow: {
      delegators: '現在、誰の代理も務められません',
      delegates: '現在、あなたの代理を務められる人はいません',
    },
    exceptions: {
      gone: ({ count }) => `${count} 件のアカウントはもう存在しません`,
      disabled: ({ count }) => `${count} 件のアカウントはブロックされています`,
      inactive: ({ count }) => `${count} 件の委任は無効です`,
      unreported: ({ count }) => `${count} 件の委任は状態が報告されていません`,
      powerless: ({ count }) => `${count} 件の委任には権限がありません`,
    },
    withExceptions: ({ answer, exceptions }) => `${answer} (${exceptions})`,
    both: ({ delegators, delegates }) => `${delegators} · ${delegates}`,
    someMissing: '通話の委任',
  },
  lists: {
    delegators: 'サポートしているユーザー',
    delegates: '自分の代理人',
  },
  empty: {
    delegators: {
      title: '誰もサポートしていません',
      text: 'Teams で代理人に指定されると、指定したユーザーと、代わりにできることのすべてがここに表示されます。',
    },
    delegates: {
      title: '代理人はいません',
      text: '代理人を追加するには、Teams で [設定など (…)] > [設定] > [通話] > [代理人を管理する] を選びます。',
    },
  },

  columns: {
    person: 'ユーザー',
    status: '状態',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: '設定の変更',
  },
  held: {
    delegators: ({ right, name }) => `${san(name)}の代わりに「${rights[right]}」ができます。`,
    delegates: ({ right, name }) => `${san(name)}はあなたの代わりに「${rights[right]}」ができます。`,
  },
  notHeld: {
    delegators: ({ right, name }) => `${san(name)}の代わりに「${rights[right]}」はできません。`,
    delegates: ({ right, name }) => `${san(name)}はあなたの代わりに「${rights[right]}」はできません。`,
  },
  notReported: '報告なし',
  yes: 'はい',
  no: 'いいえ',
  notThese: ({ rights }) => `権限なし: ${rights}`,
  notReportedFor: ({ right }) => `「${rights[right]}」は Microsoft から報告されていません。`,

  active: '有効',
  inactive: '無効',
  accountGone: 'アカウント削除済み',
  accountBlocked: 'アカウントはブロック中',
  statusNotReported: '状態の報告なし',
  sinceMonth: ({ month }) => `${month}から`,
  sinceDay: ({ day, relative }) => `${day}から (${relative})`,
  sinceNotReported: '開始日の報告なし',

  changed: '変更あり',
  presence: {
    available: '連絡可能',
    busy: '取り込み中',
    'do-not-disturb': '応答不可',
    away: '退席中',
    offline: 'オフライン',
  },
  unknownPerson: '不明なユーザー',
  unnamedPerson: '名前を取得できません',
  accountGoneText: 'このアカウントは削除されました。委任の削除を管理者に依頼してください。',

  oldListStays: ({ moment }) => `更新できませんでした。${moment} 現在の一覧を表示しています。`,
  tryAgain: 'もう一度試す',
  copy: 'コピー',
  copied: 'コピーしました',
  copyFailed: { title: 'ここではコピーできません', text: 'テキストを選択してコピーしてください。' },
  supportCode: ({ code }) => `サポート コード: ${code}`,
  waitingLonger: ({ seconds }) =>
    `通常より時間がかかっています。続く場合は、管理者が Microsoft に問い合わせることができます。${tryingAgain({ seconds })}`,
  problems: {
    offline: {
      title: 'オフラインです',
      text: '接続が戻ると、再び使えるようになります。',
    },
    unreachable: {
      title: 'サーバーに接続できません',
      text: '接続を確認してから、もう一度お試しください。',
    },
    sign_in_failed: {
      title: 'サインインできませんでした',
      text: ({ host }) =>
        `もう一度お試しください。解決しない場合は、${host} からサインアウトし、サインインし直してください。`,
    },
    host_silent: {
      title: 'Teams が応答しません',
      text: 'もう一度お試しください。それでも解決しない場合は、Teams を閉じてから開き直してください。',
    },
    host_refused: {
      title: '実行できませんでした',
      text: ({ host }) => `${host} で実行できませんでした。もう一度お試しください。`,
    },
    invalid_token: {
      title: 'サインインが受け入れられませんでした',
      text: 'もう一度お試しください。解決しない場合は、Teams からサインアウトしてサインインし直し、このアプリを開き直してください。',
    },
    insufficient_scope: {
      title: 'このアプリの設定が完了していません',
      text: 'サインインはできていますが、アプリの設定が 1 つ完了していません。完了できるのは管理者だけです。',
    },
    interaction_required: {
      title: '本人確認が必要です',
      text: 'このデータを表示する前に、もう一度サインインするよう組織が求めています。',
    },
    consent_required: {
      title: 'このアプリには管理者の承認が必要です',
      text: '一覧を表示するために、アプリは通話の委任と、そこに含まれるユーザーの名前を読み取ります。Teams の設定は何も変更しません。',
    },
    delegation_not_allowed: {
      title: '通話の委任が有効になっていません',
      text: '組織の通話ポリシーで許可されていないか、Teams Phone がありません。管理者が変更できます。',
    },
    invalid_request: {
      title: 'この要求を処理できませんでした',
      text: '一覧に戻って、もう一度お試しください。',
    },
    invalid_id: {
      title: 'このリンクは無効です',
      text: '一覧からユーザーを選択してください。',
    },
    not_found: {
      title: '通話の委任が見つかりません',
      text: '削除されたか、Teams Phone がない可能性があります。あるはずの場合は、管理者にお問い合わせください。',
    },
    throttled: {
      title: 'Microsoft から待つよう求められています',
      text: tryingAgain,
    },
    rate_limited: {
      title: '要求が多すぎます',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Microsoft のサービスが停止しています',
      text: '通話の委任を保管しているサービスが応答しません。1 分ほど待ってから、もう一度お試しください。続く場合は、管理者がサポート コードを使って Microsoft に問い合わせることができます。',
    },
    entra_unavailable: {
      title: 'Microsoft のサインインが停止しています',
      text: 'Microsoft のサインイン サービスが応答しません。1 分ほど待ってから、もう一度お試しください。続く場合は、管理者がサポート コードを使って Microsoft に問い合わせることができます。',
    },
    graph_timeout: {
      title: 'Microsoft の応答に時間がかかりすぎました',
      text: '時間内に応答がありませんでした。もう一度お試しください。続く場合は、管理者がサポート コードを使って Microsoft に問い合わせることができます。',
    },
    graph_unexpected: {
      title: 'Microsoft から予期しない応答がありました',
      text: 'もう一度お試しください。再び発生する場合は、管理者がサポート コードを使って Microsoft に問い合わせることができます。',
    },
    list_changed: {
      title: '一覧が変わりました',
      text: '新しい一覧を見てから、確認済みにしてください。',
    },
    store_unavailable: {
      title: '今は確認済みにできません',
      text: '一覧に影響はありません。数分後にもう一度お試しください。',
    },
    internal_error: {
      title: 'こちら側で問題が発生しました',
      text: 'もう一度お試しください。再び発生する場合は、管理者にお知らせください。サポート コードから原因を調べることができます。',
    },
    misconfigured: {
      title: 'このアプリは正しく設定されていません',
      text: 'アプリ自体が Microsoft に拒否されています。ご自身では解決できませんが、管理者が解決できます。',
    },
    sign_in_blocked: {
      title: '組織によってこのサインインがブロックされています',
      text: '組織のポリシーにより、このアプリ、またはアプリを実行しているサーバーがブロックされています。ここでご自身では変更できませんが、管理者が変更できます。',
    },
  },
};
