import type { FirstMessages } from '../en/first.js';
import { who, type Seconds } from '../parameters.js';
import { rights } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) => `${seconds} 秒后重试。`;

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: '正在加载你的通话委派…',
  stillLoading: '仍在等待 Microsoft 响应…',
  refresh: '刷新',
  refreshing: '正在刷新…',
  refreshed: '已是最新。',
  asOf: ({ moment }) => `截至 ${moment}`,

  heading: {
    nobody: '没有通话委派',
    delegators: ({ count }) => `你可以代 ${count} 人处理通话`,
    delegates: ({ count }) => `${count} 位代理人可以代你处理通话`,
    nobodyNow: {
      delegators: '你目前不能代任何人处理通话',
      delegates: '目前没有人可以代你处理通话',
    },
    exceptions: {
      gone: ({ count }) => `${count} 个帐户已不存在`,
      disabled: ({ count }) => `${count} 个帐户已被阻止`,
      inactive: ({ count }) => `${count} 个委派未启用`,
      unreported: ({ count }) => `${count} 个委派未报告状态`,
      powerless: ({ count }) => `${count} 个委派没有权限`,
    },
    withExceptions: ({ answer, exceptions }) => `${answer}；${exceptions}`,
    both: ({ delegators, delegates }) => `${delegators} · ${delegates}`,
    someMissing: '你的通话委派',
  },
  lists: {
    delegators: '你支持的人',
    delegates: '你的代理人',
  },
  empty: {
    delegators: {
      title: '你没有支持任何人',
      text: '当有人在 Teams 中将你设为代理人时，对方以及你可以代其做的所有事情会显示在这里。',
    },
    delegates: {
      title: '没有人代你处理通话',
      text: '若要在 Teams 中添加代理人，请转到“设置及其他 (…)”>“设置”>“通话”>“管理代理人”。',
    },
  },

  columns: {
    person: '人员',
    status: '状态',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: '更改设置',
  },
  held: {
    delegators: ({ right, name }) => `你可以代 ${who(name, '此人')} ${rights[right]}。`,
    delegates: ({ right, name }) => `${who(name, '此人')} 可以代你${rights[right]}。`,
  },
  notHeld: {
    delegators: ({ right, name }) => `你不能代 ${who(name, '此人')} ${rights[right]}。`,
    delegates: ({ right, name }) => `${who(name, '此人')} 不能代你${rights[right]}。`,
  },
  notReported: '未报告',
  yes: '是',
  no: '否',
  notThese: ({ rights }) => `无权限：${rights}`,
  notReportedFor: ({ right }) => `Microsoft 未报告“${rights[right]}”。`,

  active: '已启用',
  inactive: '未启用',
  accountGone: '帐户已删除',
  accountBlocked: '帐户已被阻止',
  statusNotReported: '状态未报告',
  sinceMonth: ({ month }) => `自 ${month}起`,
  sinceDay: ({ day, relative }) => `自 ${day}起（${relative}）`,
  sinceNotReported: '开始时间未报告',

  changed: '有变化',
  presence: {
    available: '有空',
    busy: '忙碌',
    'do-not-disturb': '请勿打扰',
    away: '离开',
    offline: '脱机',
  },
  unknownPerson: '未知人员',
  unnamedPerson: '姓名不可用',
  accountGoneText: '此帐户已删除。请让管理员移除该委派。',

  oldListStays: ({ moment }) => `无法刷新。当前显示的是 ${moment} 的列表。`,
  tryAgain: '重试',
  copy: '复制',
  copied: '已复制',
  copyFailed: { title: '此处不允许复制', text: '请选中文字后自行复制。' },
  supportCode: ({ code }) => `支持代码：${code}`,
  waitingLonger: ({ seconds }) =>
    `这比平时花费的时间更长。如果持续如此，管理员可以向 Microsoft 查询。${tryingAgain({ seconds })}`,
  problems: {
    offline: {
      title: '你已离线',
      text: '连接恢复后即可继续使用。',
    },
    unreachable: {
      title: '无法连接到服务器',
      text: '请检查连接，然后重试。',
    },
    sign_in_failed: {
      title: '无法登录',
      text: ({ host }) => `请重试。如果仍然不行，请注销 ${host}，然后重新登录。`,
    },
    host_silent: {
      title: 'Teams 没有响应',
      text: '请重试。如果仍然不行，请关闭 Teams 后重新打开。',
    },
    host_refused: {
      title: '未能完成',
      text: ({ host }) => `${host} 无法执行此操作。请重试。`,
    },
    invalid_token: {
      title: '你的登录未被接受',
      text: '请重试。如果仍然不行，请注销 Teams，重新登录，然后再次打开此应用。',
    },
    insufficient_scope: {
      title: '此应用尚未完全设置好',
      text: '你的登录正常，但此应用的设置缺少一个步骤。只有管理员可以完成。',
    },
    interaction_required: {
      title: '请确认你的身份',
      text: '在显示这些数据之前，你的组织要求你重新登录。',
    },
    consent_required: {
      title: '此应用需要管理员批准',
      text: '为了显示你的列表，此应用会读取你的通话委派和其中人员的姓名。它不会更改 Teams 中的任何内容。',
    },
    delegation_not_allowed: {
      title: '尚未为你启用通话委派',
      text: '你组织的通话策略不允许委派，或者你没有 Teams Phone。管理员可以更改。',
    },
    invalid_request: {
      title: '无法处理此请求',
      text: '请返回列表，从那里重试。',
    },
    invalid_id: {
      title: '此链接无效',
      text: '请在列表中选择此人。',
    },
    not_found: {
      title: '未找到通话委派',
      text: '它可能已被移除，或者你没有 Teams Phone。如果你认为这里应该有委派，请询问管理员。',
    },
    throttled: {
      title: 'Microsoft 要求等待',
      text: tryingAgain,
    },
    rate_limited: {
      title: '请求过多',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Microsoft 的服务已中断',
      text: '保存通话委派的服务没有响应。请一分钟后重试。如果持续如此，管理员可以凭支持代码向 Microsoft 查询。',
    },
    entra_unavailable: {
      title: 'Microsoft 登录服务已中断',
      text: 'Microsoft 的登录服务没有响应。请一分钟后重试。如果持续如此，管理员可以凭支持代码向 Microsoft 查询。',
    },
    graph_timeout: {
      title: 'Microsoft 响应时间过长',
      text: '未能及时收到答复。请重试。如果持续如此，管理员可以凭支持代码向 Microsoft 查询。',
    },
    graph_unexpected: {
      title: 'Microsoft 给出了意外的答复',
      text: '请重试。如果再次发生，管理员可以凭支持代码向 Microsoft 查询。',
    },
    list_changed: {
      title: '列表已更改',
      text: '请核对新列表，然后确认。',
    },
    store_unavailable: {
      title: '目前无法确认',
      text: '你的列表不受影响。请几分钟后重试。',
    },
    internal_error: {
      title: '我们这边出了问题',
      text: '请重试。如果再次发生，请告知管理员：凭支持代码可以找到原因。',
    },
    misconfigured: {
      title: '此应用设置不正确',
      text: 'Microsoft 拒绝了此应用。你无法解决此问题，但管理员可以。',
    },
    sign_in_blocked: {
      title: '你的组织阻止了此次登录',
      text: '你组织的策略阻止了此应用或运行此应用的服务器。你无法在此更改，但管理员可以。',
    },
  },
};
