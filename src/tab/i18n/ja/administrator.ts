import type { AdministratorMessages } from '../en/administrator.js';

export const administrator: AdministratorMessages = {
  send: '管理者に送る',
  mail: 'メール',
  copyMessage: 'メッセージをコピー',
  pasteHere: 'メッセージをここに貼り付けてください。クリップボードにコピーしてあります。',
  copiedToPaste: 'コピーしました。メールに貼り付けてください。',

  subject: {
    consent: 'アプリ Call Delegates の承認のお願い',
    removeDelegations: 'Microsoft Teams の通話の委任の削除のお願い',
    changeRights: 'Microsoft Teams の通話の委任の変更のお願い',
    checkDelegations: 'Microsoft Teams の通話の委任の確認のお願い',
    assignTeamsPhone: 'Teams Phone ライセンスの確認のお願い',
    allowDelegation: 'Microsoft Teams の通話の委任を有効にするお願い',
    allowNotices: 'Microsoft Teams で Call Delegates の通知を許可するお願い',
    lookAtSignIn: 'Microsoft Teams で Call Delegates にサインインできません',
    lookAtApp: 'Microsoft Teams で Call Delegates が使えません',
  },
  greeting: 'お世話になっております。',
  whatToDo: {
    consent:
      'Microsoft Teams で Call Delegates を使いたいと考えています。通話で誰が誰の代理を務められるかを表示するアプリで、何も変更しません。管理者だけが許可できる Microsoft Graph のアクセス許可が必要です。こちらから全員分を許可できます:',
    removeGone:
      'Microsoft Teams に、削除されたアカウントの通話の委任が残っています。誰も使うことができず、残しておくべきではありません。削除をお願いします。',
    removeGoneDelegator:
      'Microsoft Teams で、私が今も、削除されたアカウントの代理人になっています。アカウントが削除されている間は、コマンドでは変更できません。削除から 30 日以内の場合は、アカウントを復元し、委任を削除してから、もう一度アカウントを削除してください。それ以外の場合は、Microsoft へのサポート リクエストをお願いします。',
    removeDisabled:
      'Microsoft Teams に、ブロックされているアカウントの通話の委任が残っています。アカウントのブロックを続ける場合は、委任の削除をお願いします。',
    changeRights: '次の通話の委任について、代理人ができることの変更をお願いします。',
    checkDelegations:
      'Microsoft Teams の通話の委任に、無効になっているもの、またはアクセス許可が正しくないものがあります。こちらでは変更できません。確認をお願いします。',
    assignTeamsPhone:
      'Microsoft Teams の通話の委任には Teams Phone が必要ですが、有効なライセンスがないようです。ライセンスと、通話が許可されていることの確認をお願いします。変更には最大 24 時間かかることがあります。',
    allowDelegation:
      'Microsoft Teams で通話の委任を使えません。Teams Phone があること、通話ポリシーの AllowDelegation が有効であることの確認をお願いします。',
    allowNotices:
      '通話の委任が変わったら Microsoft Teams で通知するように Call Delegates に設定しましたが、通知が届きません。インストールされているバージョンが TeamsActivity.Send.User を要求していること、アプリが 1 つだけインストールされていること、このようなアプリをユーザーがインストールできることの確認をお願いします。または、アプリケーションの許可 TeamsActivity.Send をアプリに付与してください。',
    /** Stands before `lookAtSignIn` where there is a code. */
    refused: ({ code }: { readonly code: string }) =>
      `Microsoft Entra ID により、アプリ Call Delegates へのサインインが拒否されています (${code})。`,
    lookAtSignIn: {
      location:
        '条件付きアクセス ポリシーが、場所に基づいてサインインを判定しています。アプリのサーバーが私に代わってサインインするため、サーバーの送信元アドレスも判定の対象になります。このアドレスをポリシーが信頼するネームド ロケーションに追加するか、アプリをポリシーから除外してください。',
      device:
        '条件付きアクセス ポリシーにより、管理対象または準拠しているデバイスが求められています。私のデバイスを確認するか、アプリをポリシーから除外してください。',
      assignment:
        'このアプリには割り当てが必要です。Microsoft Entra 管理センターの [エンタープライズ アプリ] > [Call Delegates] > [ユーザーとグループ] で私を割り当ててください。',
      account:
        'アプリがサインインする組織で、私のアカウントが不明であるか、無効になっています。確認をお願いします。ゲストの場合は、その組織への招待が必要です。',
      policy:
        'Microsoft Entra 管理センターのサインイン ログをご確認ください。Call Delegates への失敗したサインインに、私に適用されているポリシーが示されています。',
    },
    lookAtApp: ({ code }) =>
      `アプリ Call Delegates でエラー (${code}) が表示されます。詳細はサポート コードでアプリのログから確認できます。`,
  },
  people: ({ names }) => `対象者: ${names}`,
  accounts: ({ ids }) => `これらのアカウントのオブジェクト ID: ${ids}`,
  commands: {
    remove:
      'PowerShell の MicrosoftTeams モジュールで Connect-MicrosoftTeams を実行した後、次の行で削除でき、その後の設定も表示されます:',
    removeMayNotShow:
      '最後の行が失敗する場合は、代理人に削除されたアカウントがまだ残っている可能性があります。',
    change:
      'PowerShell の MicrosoftTeams モジュールで Connect-MicrosoftTeams を実行した後、次の行で実行でき、前後の設定も表示されます:',
    look: 'PowerShell の MicrosoftTeams モジュールで Connect-MicrosoftTeams を実行した後、次の行で設定を確認できます:',
  },
  asked: ({ from, at }) => `${from} です。確認した日時: ${at}`,
  askedByNobody: ({ at }) => `確認した日時: ${at}`,
  /** The host's or Microsoft's own words. */
  reason: ({ reason }: { readonly reason: string }) => `示された理由: ${reason}`,
  supportCode: ({ code }) => `サポート コード: ${code}`,
  thanks: 'よろしくお願いいたします。',
};
