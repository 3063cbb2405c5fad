import type { FirstMessages } from '../en/first.js';
import type { Seconds } from '../parameters.js';
import { rights } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) => `${seconds} 秒後にもう一度試します。`;

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: '委任を読み込んでいます…',
  refresh: '更新',
  refreshing: '更新しています…',
  refreshed: '最新の状態です。',
  asOf: ({ time }) => `${time} 現在`,
  preview: 'プレビュー: Microsoft がこのデータを変更する可能性があります',
  dismissPreview: 'プレビューのお知らせを隠す',

  heading: {
    nobody: '通話の代理はまだありません',
    supported: ({ count }) => `${count} 人をサポートしています`,
    acting: ({ count }) => `${count} 人の代理人がいます`,
    both: ({ supported, acting }) => `${supported} · ${acting}`,
    someMissing: '通話の委任',
  },
  lists: {
    delegators: 'サポートしている人',
    delegates: '自分の代理人',
  },
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

  columns: {
    person: '人',
    status: '状態',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: '設定の変更',
  },
  held: {
    delegators: ({ right, name }) => `${name} さんの代わりに「${rights[right]}」ができます。`,
    delegates: ({ right, name }) => `${name} さんはあなたの代わりに「${rights[right]}」ができます。`,
  },
  notHeld: {
    delegators: ({ right, name }) => `${name} さんの代わりに「${rights[right]}」はできません。`,
    delegates: ({ right, name }) => `${name} さんはあなたの代わりに「${rights[right]}」はできません。`,
  },
  notReported: '報告なし',
  notReportedFor: ({ right }) => `${rights[right]}: Microsoft から報告されていません。`,

  active: '有効',
  inactive: '無効',
  accountGone: 'アカウントなし',
  statusNotReported: '状態の報告なし',
  since: ({ date }) => `${date}から`,
  sinceMonth: ({ month, relative }) => `${month} (${relative})から`,
  sinceNotReported: '開始日の報告なし',

  changed: '変更あり',
  presence: {
    available: '連絡可能',
    busy: '取り込み中',
    'do-not-disturb': '応答不可',
    away: '退席中',
    offline: 'オフライン',
  },
  openDetails: ({ name }) => `${name} さんの詳細`,
  unknownPerson: '不明な人',
  unnamedPerson: '名前を取得できません',
  accountGoneText: 'このアカウントはもう存在しません。委任の削除を管理者に依頼してください。',

  oldListStays: '表示されているのは以前の内容です。',
  tryAgain: 'もう一度試す',
  copy: 'コピー',
  copied: 'コピーしました',
  copyFailed: { title: 'コピーが許可されませんでした', text: '文字を選択してコピーしてください。' },
  correlationId: ({ id }) => `関連付け ID: ${id}`,
  policyCommand: '管理者向けのコマンドをコピー',
  problems: {
    offline: {
      title: 'オフラインです',
      text: '接続されると、一覧は自動的に戻ります。',
    },
    unreachable: {
      title: 'サーバーに接続できません',
      text: '接続を確認して、もう一度試してください。',
    },
    sign_in_failed: {
      title: 'サインインできませんでした',
      text: ({ host }) =>
        `${host} からサインイン トークンを受け取れませんでした。もう一度試し、続く場合は ${host} からサインアウトして、サインインし直してください。`,
    },
    host_refused: {
      title: '実行できませんでした',
      text: ({ host }) => `${host} が実行しませんでした。もう一度お試しください。`,
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
      text: '一覧を表示するには、通話の委任を読み取る必要があります。組織ではまだ誰も同意していません。通常、同意できるのは管理者だけです。 通話の委任と、そこに含まれる人の名前を読み取ります。Teams の設定は何も変更しません。',
    },
    delegation_not_allowed: {
      title: '通話の委任が有効になっていません',
      text: '組織の通話ポリシーで禁止されているか、Teams Phone がありません。管理者が有効にできます。',
    },
    invalid_request: {
      title: 'この要求には答えられません',
      text: 'アドレスが正しくありません。一覧に戻ってください。',
    },
    invalid_id: {
      title: 'このアドレスは正しくありません',
      text: '一覧に戻り、そこから人を開いてください。',
    },
    not_found: {
      title: '見つかりませんでした',
      text: 'ここには通話の委任がありません。削除されたか、Teams Phone がない可能性があります。',
    },
    throttled: {
      title: 'Microsoft が少し待つよう求めています',
      text: tryingAgain,
    },
    rate_limited: {
      title: '要求が多すぎます',
      text: tryingAgain,
    },
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
    list_changed: {
      title: '一覧が変わりました',
      text: '新しい一覧を確認してください。',
    },
    store_unavailable: {
      title: '今は確認できません',
      text: '一覧には影響ありません。後でもう一度試してください。',
    },
    internal_error: {
      title: 'こちら側で問題が起きました',
      text: '記録されました。もう一度試してください。',
    },
    misconfigured: {
      title: 'このアプリは正しく設定されていません',
      text: 'アプリ自身の資格情報が拒否されています。直せるのは管理者だけです。関連付け ID を伝えてください。',
    },
  },
};
