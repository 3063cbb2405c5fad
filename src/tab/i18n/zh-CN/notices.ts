import type { NoticesMessages } from '../en/notices.js';

export const notices: NoticesMessages = {
  title: '通知',
  offer: '有变化时在 Teams 中通知我',
  tell: '有任何变化时在 Teams 中通知我',
  how: 'Teams 活动源中的通知会说明有变化以及是在哪个列表中，并可打开查看。通知不含姓名和权限。',
  noticed: '最迟在你或对方打开此选项卡时，就会发现变化。',
  others:
    '关于你的列表，只有你会收到通知，也没有人会看到你要求接收通知。如果你列表中的人也要求接收通知，那么在你们之间有变化后，你打开此选项卡时对方会收到通知。',
  kept: '为此，服务器会保存你的语言，以及你列表中每个人的 ID 和一个只能显示是否有变化的代码。关闭后，这些内容会立即全部删除。',
  on: '你将在 Teams 活动源中收到通知。',
  off: '已关闭。为此保存的所有内容均已删除。',
  undelivered: {
    notInstalled: {
      title: '上一条通知未能送达',
      text: 'Teams 中没有为你安装此应用，或安装了两份。请在 Teams 的“应用”中添加 Call Delegates，并移除多余的一份。之后的变化会再次通知你。',
    },
    notPermitted: {
      title: '上一条通知未能送达',
      text: 'Teams 不允许此应用通知你。请在 Teams 中移除 Call Delegates，然后重新添加。如果仍然无效，只有你的管理员可以解决。',
    },
  },
  unavailable: { title: '目前无法更改通知', text: '你之前的选择保持不变。请几分钟后重试。' },
};
