import type { AskMessages } from '../en/ask.js';
import { who } from '../parameters.js';

const greeting = (name: string | null): string => (name === null ? '你好，' : `${who(name, '')}，你好，`);

export const ask: AskMessages = {
  title: {
    delegators: ({ name }) => `请 ${who(name, '此人')} 更改`,
    delegates: ({ name }) => `更改 ${who(name, '此人')} 的权限`,
  },
  howTo: '如何更改你的代理人',
  howToCallSettings: '你的来电如何处理',
  whatToChange: '要更改什么？',
  kinds: {
    rights: '权限',
    activate: '重新启用此委派',
    end: {
      delegators: '我不再担任代理人',
      delegates: '此人不再担任代理人',
    },
  },
  chooseFirst: '请选择要更改的内容。',
  message: '你的消息',
  nothingIsSent: '在你自己发送之前，不会发送任何内容。',
  openChat: '打开聊天',
  openMail: '写电子邮件',
  copyMessage: '复制消息',
  stepsTitle: '在 Teams 中',
  orAdministrator: '管理员也可以操作。',
  askedDuringVisit: '你请求的更改',

  quoted: ({ label }) => `“${label}”`,

  subject: {
    change: '关于我在 Microsoft Teams 中代你处理通话的委派',
    end: '请将我从你的代理人中移除',
  },
  question: {
    give: ({ name, given }) => `${greeting(name)}我是你的代理人，能否为我开启${given}？`,
    take: ({ name, taken }) => `${greeting(name)}我是你的代理人，能否为我关闭${taken}？我不再需要了。`,
    giveAndTake: ({ name, given, taken }) =>
      `${greeting(name)}我是你的代理人，能否为我开启${given}，并关闭${taken}？`,
    activate: ({ name }) => `${greeting(name)}我的通话委派未启用，因此我无法代你处理通话。能否请你看一下？`,
    end: ({ name }) => `${greeting(name)}我不再协助你处理通话。能否将我从你的代理人中移除？`,
  },
  path: ({ name }) => `在 Teams 中：“设置及其他 (…)”>“设置”>“通话”>“管理代理人”> ${who(name, '我的名字')}。`,
  pathWithoutName: '在 Teams 中：“设置及其他 (…)”>“设置”>“通话”>“管理代理人”。',
  paragraph: {
    withDate: ({ question, path, date }) => `${question}这是我于 ${date} 查看时的情况。${path}谢谢！`,
    withThanks: ({ question, path }) => `${question}${path}谢谢！`,
    withPath: ({ question, path }) => `${question}${path}`,
  },

  steps: {
    openSettings: {
      computer: '在 Teams 中打开“设置及其他 (…)”，然后选择“设置”。',
      phone: '在 Teams 中点按你的头像，然后点按“设置”。',
    },
    openDelegates: {
      computer: '选择“通话”，然后转到“管理代理人”。如果有“你的代理人”选项卡，请将其打开。',
      phone: '点按“通话”，然后点按“代理人”。',
    },
    openCalls: {
      computer: '选择“通话”。在那里可以看到来电时代理人的电话是否响铃，以及无人接听时如何处理。',
      phone: '点按“通话”。在那里可以看到来电时代理人的电话是否响铃，以及无人接听时如何处理。',
    },
    findPerson: ({ name }) => `找到 ${who(name, '此人')}，然后打开权限。`,
    addPerson: '若要添加人员，请选择“添加代理人”。',
    removePerson: ({ name }) =>
      `若要移除 ${who(name, '某人')}，请选择姓名旁边的垃圾桶。如果没有垃圾桶，请打开该姓名或其菜单 (…)。`,
    switchOn: ({ permissions }) => `开启${permissions}。`,
    switchOff: ({ permissions }) => `关闭${permissions}。`,
    comeBack: '返回此处并刷新：此页面会显示是否已完成更改。',
  },

  outcome: {
    happened: ({ name }) => `已完成：与 ${who(name, '此人')} 的委派现已符合你的要求。`,
    partly: ({ name }) => `与 ${who(name, '此人')} 的委派已更改，但未完全符合你的要求。`,
    notYet: ({ name }) => `与 ${who(name, '此人')} 的委派尚未更改。`,
    ended: ({ name }) => `与 ${who(name, '此人')} 的委派已结束。`,
    notReported: ({ name }) => `Microsoft 未报告与 ${who(name, '此人')} 的委派是否已更改。`,
  },
};
