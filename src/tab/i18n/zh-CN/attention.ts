import type { AttentionMessages } from '../en/attention.js';

export const attention: AttentionMessages = {
  title: '值得留意',
  summary: ({ count }) => `有 ${count} 项值得留意`,
  nothing: '没有需要你留意的事项。',
  people: ({ count }) => `${count} 人`,
  others: ({ count }) => `另外 ${count} 人`,

  findings: {
    accountGone: {
      delegators: ({ count }) => `你支持的 ${count} 人的帐户已不存在。只有管理员可以移除相应的委派。`,
      delegates: ({ count }) => `${count} 位代理人的帐户已不存在，但权限仍然保留。只有管理员可以移除。`,
    },
    accountDisabled: {
      delegators: ({ people }) => `帐户已被阻止：${people}。你目前无法代为处理通话。`,
      delegates: ({ people }) => `帐户已被阻止：${people}。无法接听你的电话，但权限仍然保留。`,
    },
    stillWrong: ({ people }) => `你曾表示此项不正确：${people}。此后没有变化。`,
    nobodyReceives: '没有已启用的代理人可以接听你的电话，因此无人能代你接听。',
    onlyOneReceives: ({ people }) => `只有 ${people} 可以接听你的电话。没有其他人可以顶替。`,
    everybodyAway: ({ people }) => `可以接听你电话的人都不在：${people}。`,
    mayChangeSettings: ({ people }) => `有权更改你的通话设置和所有代理人权限的人：${people}。`,
    inactive: {
      delegators: ({ people }) => `委派未启用：${people}。你目前无法代为处理通话。`,
      delegates: ({ people }) => `委派未启用：${people}。目前无法代你处理通话。`,
    },
    bothWays: ({ people }) => `你们互相支持：${people}。在 Teams 中，每一方只能看到自己的权限。`,
    nearLimit: {
      delegators: ({ count }) => `你支持 ${count} 人。Teams 最多允许 25 人。`,
      delegates: ({ count }) => `你有 ${count} 位代理人。Teams 最多允许 25 位。`,
    },
    noTeamsPhone: {
      none: '你似乎没有 Teams Phone 许可证。没有许可证，通话委派无法使用。',
      suspended: '你的 Teams Phone 许可证已暂停。在恢复之前，通话委派无法使用。',
      callingNotAllowed: '你无权在 Teams 中拨打电话，因此无法代任何人处理通话。',
    },
    notReported: ({ people }) => `Microsoft 未报告全部信息：${people}。请勿依赖未报告的内容。`,
    unsure: ({ people }) => `Microsoft 未报告以下人员是否也可以：${people}。`,
  },
  steps: {
    ask: '请求更改',
    manageDelegates: '查看操作方法',
    checkCallSettings: '查看所在位置',
    openDetails: '显示详细信息',
  },
  choosePerson: '涉及哪个人？',

  unread: {
    title: '未检查',
    names: ({ count }) => `${count} 人的身份，以及帐户是否仍然存在`,
    accounts: '帐户是否已被阻止',
    presence: ({ people }) => `是否有空：${people}`,
    licence: '你是否有 Teams Phone',
    confirmation: '你上次确认的内容',
    otherList: '你的另一个列表',
  },

  reach: {
    title: '打给你的电话会有人接吗？',
    mayAnswer: ({ count }) => `${count} 位代理人可以接听你的电话。`,
    nobodyMayAnswer: '没有人可以代你接听电话。',
    there: ({ people }) => `有空：${people}。`,
    busy: ({ people }) => `忙碌：${people}。`,
    away: ({ people }) => `离开：${people}。`,
    unknown: ({ people }) => `状态未知：${people}。`,
    mayAnswerUnsure: ({ people }) => `未报告是否可以接听：${people}。`,
    mayPickUp: ({ people, count }) =>
      count === 0 ? '没有人可以接听你保持的通话。' : `可以接听你保持的通话的人：${people}。`,
    mayJoin: ({ people, count }) =>
      count === 0 ? '没有人可以加入你进行中的通话。' : `可以加入你进行中的通话的人：${people}。`,
    notSeen:
      '代理人的电话是否响铃由 Teams 决定。这是另一项设置，此页面无法看到：“设置及其他 (…)”>“设置”>“通话”。',
    copilot:
      '如果你使用 Copilot 通话委派（Microsoft 的预览功能），Copilot 可能会在代理人之前接听。此页面无法看到这一点。',
  },
};
