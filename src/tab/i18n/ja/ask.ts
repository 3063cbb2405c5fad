import type { AskMessages } from '../en/ask.js';
import { who } from '../parameters.js';

const san = (name: string | null): string => (name === null ? 'この方' : `${who(name, '')} さん`);

const greeting = (name: string | null): string =>
  name === null ? 'お疲れさまです。' : `${who(name, '')} さん、お疲れさまです。`;

export const ask: AskMessages = {
  title: {
    delegators: ({ name }) => `${san(name)}に変更を依頼`,
    delegates: ({ name }) => `${san(name)}ができることを変更`,
  },
  howTo: '代理人を変更するには',
  howToCallSettings: '通話の扱いを確かめるには',
  whatToChange: '何を変更しますか?',
  kinds: {
    rights: '権限',
    activate: '委任を再び有効にする',
    end: {
      delegators: '自分を代理人から外してもらう',
      delegates: 'このユーザーを代理人から外す',
    },
  },
  chooseFirst: '変更することを選んでください。',
  message: 'メッセージ',
  nothingIsSent: 'ご自分で送信するまで、何も送信されません。',
  openChat: 'チャットを開く',
  openMail: 'メールを書く',
  copyMessage: 'メッセージをコピー',
  stepsTitle: 'Teams での手順',
  orAdministrator: '管理者に任せることもできます。',
  askedDuringVisit: '依頼した変更',

  quoted: ({ label }) => `「${label}」`,

  subject: {
    change: 'Microsoft Teams での通話の委任について',
    end: '代理人から外していただきたいとのお願い',
  },
  question: {
    give: ({ name, given }) =>
      `${greeting(name)}代理人としての私の権限で、${given}をオンにしていただけますか?`,
    take: ({ name, taken }) =>
      `${greeting(name)}代理人としての私の権限で、${taken}をオフにしていただけますか? もう必要ありません。`,
    giveAndTake: ({ name, given, taken }) =>
      `${greeting(name)}代理人としての私の権限で、${given}をオンに、${taken}をオフにしていただけますか?`,
    activate: ({ name }) =>
      `${greeting(name)}通話の委任が無効になっていて、私が代わりに対応することができません。ご確認いただけますか?`,
    end: ({ name }) =>
      `${greeting(name)}通話のサポートの担当ではなくなりました。代理人から私を外していただけますか?`,
  },
  path: ({ name }) =>
    `Teams の [設定など (…)] > [設定] > [通話] > [代理人を管理する] > ${who(name, '私の名前')} で変更できます。`,
  pathWithoutName: 'Teams の [設定など (…)] > [設定] > [通話] > [代理人を管理する] で変更できます。',
  paragraph: {
    withDate: ({ question, path, date }) =>
      `${question} ${date}に確認した時点の状態です。${path}よろしくお願いいたします。`,
    withThanks: ({ question, path }) => `${question} ${path}よろしくお願いいたします。`,
    withPath: ({ question, path }) => `${question} ${path}`,
  },

  steps: {
    openSettings: {
      computer: 'Teams で [設定など (…)] を開き、[設定] を選びます。',
      phone: 'Teams で自分の画像をタップし、[設定] をタップします。',
    },
    openDelegates: {
      computer:
        '[通話] を選び、[代理人を管理する] に進みます。[自分の代理人] タブがある場合は、それを開きます。',
      phone: '[通話] をタップし、[代理人] をタップします。',
    },
    openCalls: {
      computer:
        '[通話] を選びます。通話で代理人の電話が鳴るかどうかと、誰も応答しないときの動作が分かります。',
      phone:
        '[通話] をタップします。通話で代理人の電話が鳴るかどうかと、誰も応答しないときの動作が分かります。',
    },
    findPerson: ({ name }) => `${san(name)}を見つけて、権限を開きます。`,
    addPerson: '追加するには、[代理人を追加] を選びます。',
    removePerson: ({ name }) =>
      `${name === null ? '' : `${san(name)}を`}削除するには、名前の横のごみ箱を選びます。ごみ箱がない場合は、名前またはその横のメニュー (…) を開きます。`,
    switchOn: ({ permissions }) => `${permissions}をオンにします。`,
    switchOff: ({ permissions }) => `${permissions}をオフにします。`,
    comeBack: 'ここに戻って更新します。変更されたかどうかが、このページに表示されます。',
  },

  outcome: {
    happened: ({ name }) => `完了: ${san(name)}との委任は、ご希望どおりになりました。`,
    partly: ({ name }) => `${san(name)}との委任は変わりましたが、ご希望のすべてではありません。`,
    notYet: ({ name }) => `${san(name)}との委任は、まだ変わっていません。`,
    ended: ({ name }) => `${san(name)}との委任は終了しました。`,
    notReported: ({ name }) => `${san(name)}との委任が変わったかどうか、Microsoft から報告されていません。`,
  },
};
