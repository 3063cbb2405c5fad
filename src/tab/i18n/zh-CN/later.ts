import type { LaterMessages } from '../en/later.js';
import type { CountAndDate } from '../parameters.js';
import { rights, verbs } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0 ? `我已于 ${date} 核对，此列表为空。` : `我已于 ${date} 核对这 ${count} 人及其权限。`;

export const later: LaterMessages = {
  close: '关闭',
  namesUnavailable: '无法查询姓名。如果一直如此，管理员可以为此应用授予 User.ReadBasic.All。',

  find: {
    search: '搜索人员',
    right: '权限',
    anyRight: '任意权限',
    activeOnly: '仅有效',
    sort: '排序方式',
    asReported: '与 Teams 相同',
    byName: '姓名',
    byDate: '最新优先',
    found: ({ count }) => `找到 ${count} 人`,
    nobodyFound: '没有符合的人。请更改搜索或筛选条件。',
  },
  export: {
    toCsv: '导出为 CSV',
    copyTable: '复制为表格',
    print: '打印',
    yes: '是',
    no: '否',
    mail: '邮箱',
    jobTitle: '职务',
    department: '部门',
    since: '开始时间',
    id: 'ID',
    statusOfGone: ({ status }) => `${status} (帐户已不存在)`,
  },

  details: {
    rights: '权限',
    goodToKnow: {
      makeCalls: '代理人自己的通话策略同样适用。',
      receiveCalls: '代理人的电话是否响铃是另一项设置，此页面无法看到。',
      pickUpHeldCalls: '代理人可以看到委派人何时在通话以及与谁通话。',
      joinActiveCalls: '适用于 Windows、网页和桌面电话；不适用于 Mac 或手机。',
      manageCallAndDelegateSettings: '也包括其他代理人的权限。',
    },
    facts: '关于此委派',
    bothWays: '双向：你们互相支持。',
    nobodyIsTold: '权限更改或终止时不会通知任何人。 代理人无法自行移除；委派人或管理员可以移除。',
    gone: '此委派已不存在。',
    id: 'ID',
    status: '状态',
    since: '开始时间',
    sinceDay: ({ day, relative }) => `${day} (${relative})`,
    chat: '聊天',
    call: '通话',
    profile: '个人资料卡',
    mail: '邮件',
    copyLink: '复制链接',
  },

  manage: {
    title: '如何更改谁可以代表谁',
    desktop: '在电脑上：在 Teams 中，设置及其他 (…) > 设置 > 通话 > 管理代理人。',
    phone: '在手机上：在 Teams 中，设置 > 通话 > 代理人。',
    article: 'Microsoft 关于共享电话线路的文章',
  },

  consent: {
    copyLink: '复制给管理员的链接',
    linkCopied: '已复制。请发送给管理员。',
    copyMessage: '复制现成的消息',
    message: ({ link }) =>
      `你好，我想在 Microsoft Teams 中使用 Call Delegates。它显示谁可以在通话中代表谁，需要 Microsoft Graph 的 CallDelegation.Read 权限。作为管理员，你可以在此授予：${link}`,
    myself: '我可以自己同意',
  },
  signIn: {
    button: '登录',
    waiting: '请在打开的窗口中完成…',
    declined: '窗口在完成前被关闭。你可以重试。',
    needsAdmin: '你的组织只允许管理员同意。请将链接发送给管理员。',
    blocked: '无法打开窗口。请允许此网站的弹出窗口，然后重试。',
    spreading: '已完成。正在等待 Microsoft 传递…',
  },

  confirm: {
    statement,
    invitation: ({ count, date }) =>
      `${statement({ count, date })} 确认一次后，此页面会告诉你此后有哪些变化。`,
    confirm: '确认此列表',
    confirmNew: '确认新列表',
    confirming: '正在确认…',
    confirmedToday: '今天已确认',
    unchangedSince: ({ date }) => `已于 ${date} 确认。此后没有变化。`,
    changesSince: ({ count, date }) => `自你于 ${date} 确认以来有 ${count} 处变化`,
    changes: {
      added: {
        delegators: ({ name }) => `新增：你可以代表 ${name}。`,
        delegates: ({ name }) => `新增：${name} 可以代表你。`,
      },
      removed: {
        delegators: ({ name }) => `${name} 已移除你。`,
        delegates: ({ name }) => `${name} 不再代表你。`,
      },
      gained: {
        delegators: ({ right, name }) => `你现在可以代表 ${name} ${verbs[right]}。`,
        delegates: ({ right, name }) => `${name} 现在可以代表你${verbs[right]}。`,
      },
      lost: {
        delegators: ({ right, name }) => `你不再可以代表 ${name} ${verbs[right]}。`,
        delegates: ({ right, name }) => `${name} 不再可以代表你${verbs[right]}。`,
      },
      unreported: ({ right, name }) => `${name}：Microsoft 不再报告“${rights[right]}”。`,
      activated: ({ name }) => `${name}：已变为有效。`,
      deactivated: ({ name }) => `${name}：已变为无效。`,
      statusUnreported: ({ name }) => `${name}：Microsoft 不再报告是否有效。`,
    },
  },
  history: {
    open: '历史记录',
    title: '你确认过的内容',
    moment: ({ day, time }) => `${day}, ${time}`,
    first: '首次确认。',
    noChanges: '与上一次相比没有变化。',
    people: ({ count }) => `${count} 人`,
    empty: '你尚未确认此列表。',
    more: '显示更多',
    export: '将历史记录导出为 CSV',
    delete: '删除我的历史记录',
    deleteQuestion: '永久删除你对两个列表的所有确认吗？',
    deleteForGood: '永久删除',
    keep: '保留',
    when: '时间',
    change: '变化',
  },

  outside: {
    title: '请在 Microsoft Teams 中打开',
    text: 'Call Delegates 通过 Microsoft Teams、Outlook 或 Microsoft 365 应用让你登录，因此无法在此显示你的列表。',
    steps: '在 Teams 中选择“应用”，搜索 Call Delegates 并打开。',
  },
};
