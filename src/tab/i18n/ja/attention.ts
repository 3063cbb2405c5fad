import type { AttentionMessages } from '../en/attention.js';

export const attention: AttentionMessages = {
  title: '要確認',
  summary: ({ count }) => `要確認: ${count} 件`,
  nothing: '確認が必要なことはありません。',
  people: ({ count }) => `${count} 人`,
  others: ({ count }) => `ほか ${count} 人`,

  findings: {
    accountGone: {
      delegators: ({ count }) =>
        `サポートしている ${count} 人のアカウントはもう存在しません。この委任を削除できるのは管理者だけです。`,
      delegates: ({ count }) =>
        `代理人 ${count} 人のアカウントはもう存在しませんが、権限は残っています。削除できるのは管理者だけです。`,
    },
    accountDisabled: {
      delegators: ({ people }) => `アカウントのブロック: ${people}。現在、代理を務められません。`,
      delegates: ({ people }) =>
        `アカウントのブロック: ${people}。あなたの通話に応答できませんが、権限は残っています。`,
    },
    stillWrong: ({ people }) => `正しくないと回答した委任: ${people}。その後の変更はありません。`,
    nobodyReceives: '有効な代理人の中に通話を受信できる人がいないため、誰もあなたの代わりに応答できません。',
    onlyOneReceives: ({ people }) =>
      `通話を受信できるのは ${people} だけです。ほかに対応できる人はいません。`,
    everybodyAway: ({ people }) => `通話を受信できる代理人が全員不在です: ${people}。`,
    mayChangeSettings: ({ people }) =>
      `あなたの通話の設定と、すべての代理人の権限を変更できるユーザー: ${people}。`,
    inactive: {
      delegators: ({ people }) => `無効な委任: ${people}。現在、代理を務められません。`,
      delegates: ({ people }) => `無効な委任: ${people}。現在、あなたの代理を務められません。`,
    },
    bothWays: ({ people }) =>
      `お互いにサポートしています: ${people}。Teams では、それぞれ自分の権限だけが表示されます。`,
    nearLimit: {
      delegators: ({ count }) => `${count} 人をサポートしています。Teams の上限は 25 人です。`,
      delegates: ({ count }) => `代理人が ${count} 人います。Teams の上限は 25 人です。`,
    },
    noTeamsPhone: {
      none: 'Teams Phone のライセンスがないようです。ライセンスがないと、通話の委任は機能しません。',
      suspended: 'Teams Phone のライセンスが停止されています。再開されるまで、通話の委任は機能しません。',
      callingNotAllowed: 'Teams での通話が許可されていないため、誰の代理も務められません。',
    },
    notReported: ({ people }) =>
      `Microsoft から一部が報告されていません: ${people}。報告のない項目は当てにしないでください。`,
    unsure: ({ people }) => `次も該当するかどうかは Microsoft から報告されていません: ${people}。`,
  },
  steps: {
    ask: '変更を依頼する',
    manageDelegates: '方法を見る',
    checkCallSettings: '場所を見る',
    openDetails: '詳細を表示',
  },
  choosePerson: '誰についてですか?',

  unread: {
    title: '未確認の項目',
    names: ({ count }) => `${count} 人の名前と、アカウントがまだ存在するかどうか`,
    accounts: 'アカウントがブロックされているかどうか',
    presence: ({ people }) => `連絡可能かどうか: ${people}`,
    licence: 'Teams Phone があるかどうか',
    confirmation: '前回確認した内容',
    otherList: 'もう一方の一覧',
  },

  reach: {
    title: '通話は誰かにつながりますか?',
    mayAnswer: ({ count }) => `${count} 人の代理人が通話に応答できます。`,
    nobodyMayAnswer: 'あなたの代わりに通話に応答できる人はいません。',
    there: ({ people }) => `連絡可能: ${people}。`,
    busy: ({ people }) => `取り込み中: ${people}。`,
    away: ({ people }) => `退席中: ${people}。`,
    unknown: ({ people }) => `連絡可能かどうか不明: ${people}。`,
    mayAnswerUnsure: ({ people }) => `応答できるかどうかの報告なし: ${people}。`,
    mayPickUp: ({ people, count }) =>
      count === 0
        ? '保留中の通話に応答できる人はいません。'
        : `保留中の通話に応答できるユーザー: ${people}。`,
    mayJoin: ({ people, count }) =>
      count === 0
        ? '進行中の通話に参加できる人はいません。'
        : `進行中の通話に参加できるユーザー: ${people}。`,
    notSeen:
      '代理人の電話が鳴るかどうかは Teams で決まります。別の設定で、このページからは分かりません: [設定など (…)] > [設定] > [通話]。',
    copilot:
      'Copilot への通話の委任 (Microsoft のプレビュー) を使っている場合、代理人より先に Copilot が応答することがあります。これはこのページからは分かりません。',
  },
};
