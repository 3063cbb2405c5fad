import type { LaterMessages } from '../en/later.js';
import { who, type CountAndDate } from '../parameters.js';
import { ask } from './ask.js';
import { attention } from './attention.js';
import { notices } from './notices.js';
import { rights } from './rights.js';

const statement = ({ count, date }: CountAndDate) =>
  count === 0 ? `我已于 ${date} 核对，此列表为空。` : `我已于 ${date} 核对这 ${count} 人及其权限。`;

export const later: LaterMessages = {
  close: '关闭',
  namesUnavailable: '无法显示姓名。如果一直如此，管理员可以允许此应用读取姓名。',

  find: {
    search: '搜索人员',
    clear: '清除搜索',
    right: '权限',
    anyRight: '任意权限',
    activeOnly: '仅已启用',
    sort: '排序方式',
    asReported: '与 Teams 相同',
    byName: '姓名',
    byDate: '最新优先',
    found: ({ count, total }) => `${count}/${total} 人`,
    nobodyFound: '没有符合的人。请更改搜索或筛选条件。',
    clearFilters: '清除筛选条件',
  },
  export: {
    toCsv: '下载 CSV 文件',
    copyTable: '复制为表格',
    downloaded: '已下载。如果找不到文件，请改为复制表格。',
    print: '打印',
    list: '列表',
    account: '帐户',
    asOf: '数据时间',
    yes: '是',
    no: '否',
    mail: '电子邮件',
    jobTitle: '职务',
    department: '部门',
    since: '开始时间',
    id: 'ID',
    statusOfGone: ({ status }) => `${status}（帐户已删除）`,
  },

  details: {
    rights: '权限',
    goodToKnow: {
      delegators: {
        makeCalls: '你自己的通话策略同样适用。',
        receiveCalls: '你的电话是否响铃是另一项设置，此页面无法看到。',
        pickUpHeldCalls: '你可以看到此人何时在通话以及与谁通话。',
        joinActiveCalls: '适用于 Windows、网页和桌面电话；不适用于 Mac 或手机。',
        manageCallAndDelegateSettings: '也包括其他代理人的权限。',
      },
      delegates: {
        makeCalls: '代理人自己的通话策略同样适用。',
        receiveCalls: '代理人的电话是否响铃是另一项设置，此页面无法看到。',
        pickUpHeldCalls: '代理人可以看到你何时在通话以及与谁通话。',
        joinActiveCalls: '适用于 Windows、网页和桌面电话；不适用于 Mac 或手机。',
        manageCallAndDelegateSettings: '此代理人可以更改你所有代理人的权限。',
      },
    },
    facts: '关于此委派',
    uses: {
      notNow: '目前无法使用。',
      notHere: '无法在你当前使用的设备上使用。',
      inCall: '目前正在通话。',
      notInCall: '目前没有通话。',
    },
    bothWays: '你们互相支持。',
    nobodyIsTold: '权限更改或终止时，Teams 不会通知任何人。代理人无法移除自己；其支持的人或管理员可以移除。',
    gone: '此委派已不存在。',
    links: {
      otherPeople: '此链接指向其他人之间的委派，只有他们才能打开。',
      malformed: '此链接不完整。请索取新链接，或在列表中选择该人员。',
      unknownReader: 'Teams 未提供你的身份，因此无法打开此链接。请在列表中选择该人员。',
    },
    support: '供支持人员使用',
    id: 'ID',
    status: '状态',
    since: '开始时间',
    chat: '聊天',
    call: '通话',
    profile: '个人资料卡',
    mail: '电子邮件',
    copyLink: '复制链接',
  },

  manage: {
    newWindow: '在新窗口中打开',
    preview: '预览：Microsoft 仍在测试此服务。',
    title: '如何更改谁可以代谁处理通话',
    desktop: '在电脑上：在 Teams 中，转到“设置及其他 (…)”>“设置”>“通话”>“管理代理人”。',
    phone: '在手机上：在 Teams 中，转到“设置”>“通话”>“代理人”。',
    article: 'Microsoft 关于共享电话线路的文章',
    privacy: '隐私：此应用读取和保留的内容',
    support: ({ contact }) => `此应用的帮助：${who(contact, '')}`,
  },

  consent: {
    myself: '我可以自己同意',
  },
  signIn: {
    button: '登录',
    waiting: '请在窗口中完成操作，然后返回此处。',
    /** The window may be closed, or not. */
    unknown: '请在窗口中完成操作，然后返回此处。如果已关闭窗口，可以重试。',
    unfinished: '操作未完成。你可以重试。',
    /** Signing in has worked and was not enough. */
    anotherWay: 'Microsoft 仍要求进一步验证。请再次选择该按钮，以其他方式登录。',
    noHelp: ({ code }: { readonly code: string }) => `问题仍未解决（代码：${code}）。管理员可以查明原因。`,
    needsAdmin: '在你的组织中，只有管理员可以批准。请将请求发送给管理员。',
    blocked: '无法打开窗口。请允许此网站的弹出窗口，然后重试。',
    spreading: '已完成。可能需要几秒钟才会生效…',
    /** Why the host could not sign the user in. */
    reasons: {
      needsSignIn: 'Microsoft 要求你重新登录，或同意由此应用为你登录。',
      temporary: ({ host }: { readonly host: string }) =>
        `${host} 目前无法从 Microsoft 获取登录信息。请重试。如果仍然不行，请重启 ${host}。`,
      misconfigured: '此应用的登录设置不正确。你无法解决此问题，但管理员可以。',
    },
  },

  confirm: {
    statement,
    invitation: ({ count }) =>
      count === 0
        ? '尚未确认。确认此列表为空后，此页面会显示之后的变化。'
        : '尚未确认。请核对各行，然后确认。此页面只显示 Microsoft 365 中的通话委派，不做任何更改。',
    confirm: '确认此列表',
    confirmNew: '确认新列表',
    confirming: '正在确认…',
    confirmAgain: '再次确认',
    confirmedAt: ({ time }) => `已于 ${time} 确认。`,
    right: '正确',
    wrong: '与预期不符',
    notRight: '有不对的地方',
    cancel: '取消',
    whatIsNotRight: '哪些与你的预期不符？',
    verdictOn: ({ name }) => `${who(name, '此人')} 的情况正确吗？`,
    checked: ({ count, total }) => `共 ${total} 项，已核对 ${count} 项`,
    allChecked: '已全部核对，现在可以确认。',
    fromTo: ({ before, now }) => `${before} → ${now}`,
    holds: ({ held }) => `权限：${held}`,
    holdsNone: '无',
    stillWrong: ({ name }) => `${who(name, '此人')}：自你表示“与预期不符”以来没有变化。`,
    ask: '请求更改',
    someHidden: '搜索或筛选隐藏了部分人员。请先显示所有人，再确认。',
    showEverybody: '显示所有人',
    someUnnamed: '部分姓名无法显示，因此暂时不能确认此列表。',
    unchangedSince: ({ date }) => `已于 ${date} 确认。此后没有变化。`,
    changesSince: ({ count, date }) => `自你于 ${date} 确认以来有 ${count} 处变化`,
    changes: {
      added: {
        delegators: ({ name }) => `新增：你可以代 ${who(name, '另一个人')} 处理通话。`,
        delegates: ({ name }) => `新增：${who(name, '另一个人')} 可以代你处理通话。`,
      },
      removed: {
        delegators: ({ name }) => `你已不再是 ${who(name, '某人')} 的代理人。`,
        delegates: ({ name }) => `${who(name, '某人')} 已不能代你处理通话。`,
      },
      gained: {
        delegators: ({ right, name }) => `你现在可以代 ${who(name, '此人')} ${rights[right]}。`,
        delegates: ({ right, name }) => `${who(name, '此人')} 现在可以代你${rights[right]}。`,
      },
      lost: {
        delegators: ({ right, name }) => `你已不能代 ${who(name, '此人')} ${rights[right]}。`,
        delegates: ({ right, name }) => `${who(name, '此人')} 已不能代你${rights[right]}。`,
      },
      unreported: ({ right, name }) => `Microsoft 不再报告 ${who(name, '此人')} 的“${rights[right]}”。`,
      activated: ({ name }) => `${who(name, '某人')}：此委派现已启用。`,
      deactivated: ({ name }) => `${who(name, '某人')}：此委派现未启用。`,
      statusUnreported: ({ name }) => `Microsoft 不再报告与 ${who(name, '此人')} 的委派是否启用。`,
    },
  },
  news: {
    tab: '有变化',
    otherList: {
      delegators: '“你支持的人”有变化。',
      delegates: '“你的代理人”有变化。',
    },
    list: ({ count }) => `列表已更改：${count} 处变化。`,
  },

  history: {
    open: '历史记录',
    title: '你确认过的内容',
    first: '首次确认。',
    noChanges: '与上一次相比没有变化。',
    people: ({ count }) => `${count} 人`,
    empty: '你尚未确认此列表。',
    more: '显示更多',
    export: '将历史记录下载为 CSV 文件',
    copy: '将历史记录复制为表格',
    delete: '删除我的历史记录',
    deleteQuestion: '要永久删除你对两个列表的所有确认吗？',
    deleteForGood: '永久删除',
    keep: '保留',
    deleted: '已删除。现在没有任何已确认的内容。',
    when: '时间',
    record: '当时的列表',
    verdict: '结论',
    right: '正确',
    wrong: '与预期不符',
    confirmedOn: ({ moment }) => `确认时间：${moment}`,
  },

  attention,
  ask,
  notices,

  outside: {
    title: '请在 Microsoft Teams 中打开',
    text: 'Call Delegates 通过 Microsoft Teams、Outlook 或 Microsoft 365 应用让你登录，因此无法在此显示你的列表。',
    steps: '在 Teams 中选择“应用”，搜索 Call Delegates 并打开。',
  },
};
