import type { PagesText } from '../PagesText.js';

export const pages: PagesText = {
  layout: {
    pages: '页面',
    languages: '语言',
    home: '关于此应用',
    privacy: '隐私',
    terms: '使用条款',
    otherWebsite: '将打开其他网站',
  },
  contact: {
    heading: '联系方式',
    write: '有疑问、遇到问题，或对你的数据有要求？请联系：',
    administrator: '有疑问、遇到问题，或对你的数据有要求？请联系向你提供此应用的管理员。',
  },
  openInTeams: '在 Microsoft Teams 中打开',

  home: {
    lead: '查看谁可以代谁处理通话：你支持的人、你的代理人、各自获准做什么、是否已启用，以及从何时开始。',
    readsOnly:
      'Call Delegates 是用于 Microsoft Teams、Outlook 和 Microsoft 365 应用的选项卡。它只读取信息；要更改委派，请使用 Teams 中的设置。',
    steps: {
      heading: '如何打开',
      apps: '在 Microsoft Teams 中，选择“应用”。',
      search: '搜索 Call Delegates。如果找不到，请让 Teams 管理员允许此应用。',
      open: '选择“打开”。系统会使用你的工作帐户登录，无需其他密码。',
    },
    administrators: {
      heading: '致管理员',
      text: '管理员允许此应用读取之后，用户才能查看自己的列表。在此之前打开应用的人会得到一个链接，可以发送给你。',
    },
  },

  privacy: {
    lead: 'Call Delegates 如何处理与你有关的数据。',
    scope: {
      heading: '本页的适用范围',
      text: 'Call Delegates，即 Microsoft Teams、Outlook 和 Microsoft 365 应用中的选项卡，以及其后台服务器 {{host}}。',
      responsible:
        '数据由运营此服务器的组织负责。此应用从 Microsoft 365 读取信息，Microsoft 365 适用 Microsoft 自己的隐私声明。',
    },
    reads: {
      heading: '读取什么，为什么读取',
      text: '它只读取你本人有权查看的内容，并且只在你使用时读取。它不会更改 Microsoft 365 中的任何内容。',
      watching:
        '它只读取你本人有权查看的内容，并且只在你使用时读取。如果你要求接收通知，服务器还会在你不使用时读取你的列表，以便发现变化。为此，你的组织已允许此应用自行读取通话委派；它只对要求接收通知的人使用此权限。它不会更改 Microsoft 365 中的任何内容。',
      delegations: {
        term: '你的通话委派',
        text: '用于显示谁可以代谁处理通话、拥有哪些权限、是否已启用，以及从何时开始。',
      },
      people: {
        term: '委派中人员的姓名、职务、部门、电子邮件地址和用户名，以及其帐户是否被阻止',
        text: '让你能认出他们，并看到某个帐户已被阻止或已不存在。',
      },
      presence: {
        term: '他们的照片和状态',
        text: '用于显示是谁，以及是否联系得上。',
      },
      license: {
        term: '你的 Teams Phone 许可证',
        text: '当许可证缺失或被暂停、委派因此无法对你生效时，用于告诉你这一点。应用只读取你自己的许可证，并且不会保留。',
      },
      signIn: {
        term: '你的 Microsoft 365 登录信息',
        text: '其中包含你的姓名、用户名，以及你的帐户和组织的 ID。服务器会在每次请求时检查它，以确保你只看到自己的列表。',
      },
    },
    keeps: {
      heading: '保留什么，保留多久',
      confirmations: {
        term: '你的确认',
        text: '你确认列表时，服务器会保存时间、你的帐户和组织的 ID，列表中人员的 ID、权限和启用状态，以及你标记为不正确的条目。这样以后可以告诉你有哪些变化，以及哪些仍未更正。',
      },
      retention: { other: '每次确认会在 {{days}} 天后自动删除。' },
      notices: {
        term: '你的通知（如果你要求接收）',
        text: '你的帐户和组织的 ID、你的语言、你从何时起要求接收通知以及上次收到通知的时间；如果某条通知未能送达，还有其原因。对于你列表中的每个人，保存其 ID 和上次读取该列表的时间；各项权限和启用状态则以代码代替，代码只能显示是否有变化。尚未告知你的内容会保留到发送为止，或在一天后放弃；其余内容会保留到你关闭通知为止。',
      },
      tokens: {
        term: '对 Microsoft 365 的访问',
        text: 'Microsoft 为你向服务器颁发的访问令牌会保留在服务器内存中，直到过期，通常约一小时。',
      },
      sharedTokens: '在同样的时间内，它们还会加密保存在多台服务器共用的 Redis 数据库中。',
      logs: {
        term: '日志',
        text: '每次请求记录：时间、请求类型、结果、用时，以及代表你帐户的代码。不记录姓名、电子邮件地址或访问令牌。日志保留多久由运营服务器的组织决定。',
      },
      browser: {
        term: '在你的浏览器中',
        text: '不使用 Cookie。只有登录窗口会存储信息，关闭后即清除。',
      },
      nothingElse: '不保留姓名、电子邮件地址、照片或密码。',
    },
    notices: {
      heading: '通知（如果你要求接收）',
      asked:
        '运营此服务器的组织允许它在委派发生变化时通知你。只有你在选项卡中要求接收，服务器才会通知你，直到你在选项卡中关闭通知。',
      content:
        '通知显示在 Teams 的活动源中。它只说明有变化以及是在哪个列表中，并包含指向该委派的链接，链接中有对方的 ID。通知可能显示在锁屏界面上，因此不含姓名和权限。',
      reminder: '如果你很久没有确认列表，服务器也会提醒你。',
      opened: '当你或委派的另一方打开选项卡时，就会发现变化。',
      watched: '当你或委派的另一方打开选项卡，或者服务器在你不使用时读取你的列表时，就会发现变化。',
      others:
        '因此，当你打开选项卡时，你列表中要求接收通知的人可能会得知你们之间有变化。其他人不会收到通知，此应用也不会向任何人显示谁要求接收通知。',
      delivery:
        '通知由 Microsoft 送达，会在你的活动源中保留 30 天，并且无法撤回。日志会记录每条通知的发送时间和结果，以及代表你帐户的代码。',
    },
    where: {
      heading: '保存在哪里，谁能看到',
      kept: '保存在运营此应用的组织的服务器和数据库中；具体在哪个国家/地区，请询问管理员。只有负责运维的人员可以访问。',
      passedOn:
        '不会提供给任何人。服务器只与 Microsoft 和自己的数据库通信；你的浏览器只与此服务器和 Microsoft 通信。没有广告、使用情况分析或用户画像。',
      passedOnButNotices:
        '除上述通知外，不会提供给任何人。服务器只与 Microsoft 和自己的数据库通信；你的浏览器只与此服务器和 Microsoft 通信。没有广告、使用情况分析或用户画像。',
    },
    deleting: {
      heading: '如何删除',
      confirmations: {
        term: '你的确认',
        text: '在选项卡中打开“历史记录”，然后选择“删除我的历史记录”。你的所有确认会立即删除。服务器会在最多两小时内记住你已删除，以免仍在处理中的确认随后又被保存。',
      },
      notices: {
        term: '你的通知',
        text: '在选项卡中关闭通知。为通知保留的所有内容会立即删除。卸载此应用不会关闭通知。',
      },
      uninstall: {
        term: '此应用',
        text: '在 Teams 中卸载后，它不再为你读取任何内容。卸载不会删除你的确认：请先删除，否则它们会在保留期满时删除。',
      },
      uninstallWatched:
        '先关闭通知，再在 Teams 中卸载，它就不再为你读取任何内容。卸载不会删除你的确认：请先删除，否则它们会在保留期满时删除。',
      organization: {
        term: '整个组织',
        text: '管理员可以随时撤销此应用的权限：Microsoft Entra 管理中心 > 企业应用程序 > Call Delegates > 权限。',
      },
      backups: {
        term: '备份',
        text: '如果组织备份其数据库，则你删除的内容会保留在备份中，直到该备份被删除。',
      },
    },
    protection: {
      heading: '如何保护',
      connections: '连接经过加密 (HTTPS)。',
      requests: '服务器只接受来自 Microsoft 365 的有效登录，并在每次请求时进行检查。',
      tokens: '服务器用于读取 Microsoft 365 的访问令牌绝不会传到你的浏览器。',
      ids: '确认中保存的是 ID 而不是姓名；在此应用中，其他人无法查看你的确认。',
    },
  },

  terms: {
    lead: '适用于 Call Delegates，即 Microsoft Teams、Outlook 和 Microsoft 365 应用中的选项卡，以及其后台服务器 {{host}}。',
    shows: {
      heading: '显示的内容',
      text: 'Call Delegates 显示你查看时 Microsoft 报告的通话委派，不做任何更改。一切以 Teams 中的设置为准。',
    },
    preview: {
      heading: '预览版',
      text: '它所读取的 Microsoft 服务是预览版 (beta)。Microsoft 可能随时对其进行更改，并且不支持在生产环境中使用。如果 Microsoft 没有报告某项内容，选项卡会说明。重要情况请同时查看 Teams 中的设置。',
    },
    confirmations: {
      heading: '确认',
      text: '确认记录的是你检查过某个列表，以及当时 Microsoft 报告的内容。它不会更改任何权限，也不是具有法律效力的声明。',
    },
    notices: {
      heading: '通知',
      text: '通知仅作提示，不作保证：可能延迟，也可能收不到，而且并非每台设备都会显示。一切以 Teams 中的设置为准。',
    },
    use: {
      heading: '使用',
      text: '请使用工作帐户，并遵守组织的规定；Microsoft 365 的条款同样适用。你导出、复制或打印的内容包含同事的个人数据，请妥善处理。',
    },
    ending: {
      heading: '停止使用',
      text: '你可以随时在 Teams 中卸载此应用。运营服务器的组织可以更改或停用此应用。',
    },
    warranty: {
      heading: '担保与许可',
      text: '本软件依据 MIT 许可证免费提供。在法律允许的范围内，软件按原样提供，不附带任何形式的担保。',
    },
  },

  consent: {
    title: '登录和权限',
    signingIn: '正在登录…',
    needsScript: '此页面需要 JavaScript。',
    nothingToDo: {
      heading: '你可以关闭此页面',
      text: 'Call Delegates 在用户登录时，以及管理员授予权限后返回时使用此页面。你无需在此执行任何操作。',
    },
    ends: {
      signedIn: {
        heading: '此处的操作已完成',
        text: 'Call Delegates 会在 Teams 中自动继续。你可以关闭此窗口。',
      },
      granted: {
        heading: '已为你的组织授予权限',
        text: '你的组织中拥有此应用的所有人现在都可以在 Teams 中打开 Call Delegates，查看自己的列表。对所有人生效可能需要几分钟。',
      },
      onePerson: {
        heading: '只为一个人授予了权限',
        text: '所用的链接只为登录者本人请求权限。除非你选中了代表整个组织的复选框，否则其他人没有获得权限。',
      },
      declined: {
        heading: '未授予权限',
        text: '请求被拒绝，因此没有任何变化。在管理员授予权限之前，你的组织中的人员无法查看自己的列表。',
      },
      needsAdmin: {
        heading: '只有管理员可以授予',
        text: '你的帐户无权授予此权限，因此没有任何变化。具有“云应用程序管理员”角色的人可以使用同一链接授予。',
      },
      requested: {
        heading: '你的请求正在等待批准',
        text: '需要由你的组织的管理员批准。在此之前不会有任何变化。',
      },
      refused: {
        heading: '你的组织阻止了此次登录',
        text: '组织的某项规则不允许此帐户登录此应用，或不允许从此处登录，因此没有任何变化。请联系组织中负责登录的人员，并提供下面的代码。',
      },
      notSetUp: {
        heading: '此应用未正确设置',
        text: 'Microsoft 拒绝了此应用的注册，因此没有任何变化。请将下面的代码提供给设置此应用的人员。',
      },
      unknown: {
        heading: '操作未成功',
        text: 'Microsoft 报告了错误，因此没有授予任何权限。请过几分钟再试。如果再次出现，请将下面的代码提供给设置此应用的人员。',
      },
    },
    mayRead: {
      heading: '此应用现在可以为登录者读取的内容',
      delegations: '其本人的通话委派',
      people: '委派中人员的姓名、电子邮件地址和照片',
      presence: '这些人员的状态',
    },
    undo: {
      heading: '查看或撤销',
      text: 'Microsoft Entra 管理中心 > 企业应用程序 > Call Delegates > 权限',
    },
    grantForAll: '为所有人授予权限',
    backToTeams: '请返回 Teams。',
    code: '代码：',
  },
};
