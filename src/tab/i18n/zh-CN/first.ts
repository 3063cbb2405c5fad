import type { FirstMessages } from '../en/first.js';
import type { Seconds } from '../parameters.js';
import { rights } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) => `${seconds} 秒后重试。`;

export const first: FirstMessages = {
  appName: 'Call Delegates',
  loading: '正在加载你的委派…',
  refresh: '刷新',
  refreshing: '正在刷新…',
  refreshed: '已是最新。',
  asOf: ({ time }) => `截至 ${time}`,
  preview: '预览：Microsoft 仍可能更改这些数据',
  dismissPreview: '隐藏预览提示',

  heading: {
    nobody: '这里还没有人代他人处理通话',
    supported: ({ count }) => `你支持 ${count} 人`,
    acting: ({ count }) => `${count} 位代理人代表你`,
    both: ({ supported, acting }) => `${supported} · ${acting}`,
    someMissing: '你的通话委派',
  },
  lists: {
    delegators: '你支持的人',
    delegates: '你的代理人',
  },
  empty: {
    delegators: {
      title: '你还没有支持任何人',
      text: '当有人在 Teams 中将你设为代理人时，对方和你可以做的事情会显示在这里。',
    },
    delegates: {
      title: '还没有人代表你',
      text: '在 Teams 中添加代理人：设置及其他 (…) > 设置 > 通话 > 管理代理人。',
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
    delegators: ({ right, name }) => `你可以代表 ${name} ${rights[right]}。`,
    delegates: ({ right, name }) => `${name} 可以代表你${rights[right]}。`,
  },
  notHeld: {
    delegators: ({ right, name }) => `你不能代表 ${name} ${rights[right]}。`,
    delegates: ({ right, name }) => `${name} 不能代表你${rights[right]}。`,
  },
  notReported: '未报告',
  notReportedFor: ({ right }) => `${rights[right]}：Microsoft 未报告。`,

  active: '有效',
  inactive: '无效',
  accountGone: '帐户已不存在',
  statusNotReported: '状态未报告',
  since: ({ date }) => `自 ${date}`,
  sinceMonth: ({ month, relative }) => `自 ${month} (${relative})`,
  sinceNotReported: '开始时间未报告',

  changed: '有变化',
  presence: {
    available: '有空',
    busy: '忙碌',
    'do-not-disturb': '请勿打扰',
    away: '离开',
    offline: '脱机',
  },
  openDetails: ({ name }) => `${name} 的详细信息`,
  unknownPerson: '未知人员',
  unnamedPerson: '姓名不可用',
  accountGoneText: '此帐户已不存在；请管理员删除该委派。',

  oldListStays: '你看到的是之前的内容。',
  tryAgain: '重试',
  copy: '复制',
  copied: '已复制',
  copyFailed: { title: '不允许复制', text: '请选中文字后自行复制。' },
  correlationId: ({ id }) => `关联 ID：${id}`,
  policyCommand: '复制给管理员的命令',
  problems: {
    offline: {
      title: '你已离线',
      text: '连接恢复后，列表会自动回来。',
    },
    unreachable: {
      title: '无法连接到服务器',
      text: '请检查连接，然后重试。',
    },
    sign_in_failed: {
      title: '无法让你登录',
      text: ({ host }) => `${host} 没有提供登录令牌。请重试；如果一直如此，请退出 ${host} 后重新登录。`,
    },
    host_refused: { title: '未能完成', text: ({ host }) => `${host} 未执行此操作。请重试。` },
    invalid_token: {
      title: '你的登录未被接受',
      text: '请关闭此选项卡并重新打开。如果一直如此，请告知管理员。',
    },
    insufficient_scope: {
      title: '此应用设置时缺少权限',
      text: '管理员必须在 Microsoft Entra ID 中为此应用公开范围 access_as_user。',
    },
    interaction_required: {
      title: '请再次登录',
      text: '在显示这些数据之前，你的组织要求你确认身份。',
    },
    consent_required: {
      title: '此应用需要先获得许可',
      text: '要显示你的列表，它必须读取你的通话委派。你的组织中还没有人同意；通常只有管理员可以同意。 它读取你的通话委派和其中人员的姓名。它不会更改 Teams 中的任何内容。',
    },
    delegation_not_allowed: {
      title: '尚未为你启用通话委派',
      text: '你组织的通话策略禁止委派，或者你没有 Teams Phone。管理员可以启用它。',
    },
    invalid_request: {
      title: '无法回答此请求',
      text: '地址无效。请返回列表。',
    },
    invalid_id: {
      title: '此地址无效',
      text: '请返回列表，从那里打开该人员。',
    },
    not_found: {
      title: '未找到任何内容',
      text: 'Microsoft 在这里没有通话委派；它可能已被删除，或者你没有 Teams Phone。',
    },
    throttled: {
      title: 'Microsoft 请你稍等',
      text: tryingAgain,
    },
    rate_limited: {
      title: '请求过于频繁',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Microsoft Graph 不可用',
      text: '保存委派的服务目前已停止。请一分钟后重试。',
    },
    entra_unavailable: {
      title: 'Microsoft 登录不可用',
      text: 'Microsoft Entra ID 目前没有响应。请一分钟后重试。',
    },
    graph_timeout: {
      title: 'Microsoft 用时过长',
      text: '未能及时收到答复。请重试。',
    },
    graph_unexpected: {
      title: 'Microsoft 给出了意外的答复',
      text: '这些数据仍处于预览阶段，可能会更改。请重试；如果一直如此，请告知管理员。',
    },
    list_changed: {
      title: '列表已更改',
      text: '请查看新列表。',
    },
    store_unavailable: {
      title: '目前无法确认',
      text: '你的列表不受影响。请稍后再试。',
    },
    internal_error: {
      title: '我们这边出了问题',
      text: '已记录。请重试。',
    },
    misconfigured: {
      title: '此应用设置不正确',
      text: '它自己的凭据被拒绝。只有其管理员可以解决；请将关联 ID 告诉他们。',
    },
  },
};
