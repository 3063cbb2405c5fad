import type { AdministratorMessages } from '../en/administrator.js';

export const administrator: AdministratorMessages = {
  send: '发送给我的管理员',
  mail: '电子邮件',
  copyMessage: '复制消息',
  pasteHere: '请将消息粘贴到此处：消息已在剪贴板中。',
  copiedToPaste: '已复制。请粘贴到邮件中。',

  subject: {
    consent: '请批准应用 Call Delegates',
    removeDelegations: '请移除 Microsoft Teams 中的通话委派',
    changeRights: '请更改 Microsoft Teams 中的通话委派',
    checkDelegations: '请检查 Microsoft Teams 中的通话委派',
    assignTeamsPhone: '请检查我的 Teams Phone 许可证',
    allowDelegation: '请在 Microsoft Teams 中为我启用通话委派',
    allowNotices: '请允许 Call Delegates 在 Microsoft Teams 中通知我',
    lookAtSignIn: '我无法在 Microsoft Teams 中登录 Call Delegates',
    lookAtApp: '我无法在 Microsoft Teams 中使用 Call Delegates',
  },
  greeting: '你好，',
  whatToDo: {
    consent:
      '我想在 Microsoft Teams 中使用 Call Delegates。它显示谁可以代谁处理通话，并且不会更改任何内容。它需要只有管理员才能授予的 Microsoft Graph 权限。你可以在此为所有人授予：',
    removeGone:
      'Microsoft Teams 中仍有一些通话委派属于已不存在的帐户。没有人能使用这些委派，也不应保留。请移除它们。',
    removeGoneDelegator:
      '在 Microsoft Teams 中，我仍是一些已删除帐户的代理人。只要这些帐户处于已删除状态，就没有命令可以更改这一点。如果删除时间不到 30 天，请还原这些帐户，移除委派，然后再次删除帐户。否则，请向 Microsoft 提交支持请求。',
    removeDisabled:
      'Microsoft Teams 中仍有一些通话委派属于已被阻止的帐户。如果这些帐户将继续被阻止，请移除这些委派。',
    changeRights: '请更改这些通话委派中代理人可以执行的操作。',
    checkDelegations:
      'Microsoft Teams 中有一些通话委派不正常：它们未启用，或者权限不正确，而我们无法自行更改。请检查一下。',
    assignTeamsPhone:
      'Microsoft Teams 中的通话委派需要 Teams Phone，而我似乎没有有效的许可证。请检查我的许可证，以及是否允许我拨打电话。更改最多可能需要 24 小时才能生效。',
    allowDelegation:
      'Microsoft Teams 不允许我使用通话委派。请确认我有 Teams Phone，并且我的通话策略已启用 AllowDelegation。',
    allowNotices:
      '我已让 Call Delegates 在通话委派有变化时在 Microsoft Teams 中通知我，但收不到它的通知。请确认已安装的应用版本请求了 TeamsActivity.Send.User、应用只安装了一份，并且允许用户安装此类应用；或者向它授予应用程序权限 TeamsActivity.Send。',
    /** Stands before `lookAtSignIn` where there is a code. */
    refused: ({ code }: { readonly code: string }) =>
      `Microsoft Entra ID 拒绝了我对应用 Call Delegates 的登录（${code}）。`,
    lookAtSignIn: {
      location:
        '某个条件访问策略会根据位置判断登录。应用的服务器代表我登录，因此它的出站地址也会被判断。请将该地址添加到策略信任的命名位置，或将此应用从策略中排除。',
      device: '某个条件访问策略要求使用受管理或合规的设备。请检查我的设备，或将此应用从策略中排除。',
      assignment:
        '此应用需要分配用户。请在 Microsoft Entra 管理中心的“企业应用”>“Call Delegates”>“用户和组”中分配我。',
      account: '在此应用所登录的组织中，我的帐户未知或已被禁用。请检查该帐户。来宾需要该组织的邀请。',
      policy: '请在 Microsoft Entra 管理中心查看登录日志：对 Call Delegates 的失败登录会注明适用于我的策略。',
    },
    lookAtApp: ({ code }) => `应用 Call Delegates 向我显示错误 (${code})。可凭支持代码在其日志中查看详情。`,
  },
  people: ({ names }) => `涉及人员：${names}。`,
  accounts: ({ ids }) => `这些帐户的对象 ID：${ids}`,
  commands: {
    remove:
      '在 PowerShell 中使用 MicrosoftTeams 模块，并在运行 Connect-MicrosoftTeams 之后，以下命令可移除这些委派，然后显示设置：',
    removeMayNotShow: '如果最后一行失败，代理人中可能仍有已删除的帐户。',
    change:
      '在 PowerShell 中使用 MicrosoftTeams 模块，并在运行 Connect-MicrosoftTeams 之后，以下命令可完成此操作，并显示操作前后的设置：',
    look: '在 PowerShell 中使用 MicrosoftTeams 模块，并在运行 Connect-MicrosoftTeams 之后，以下命令可显示当前设置：',
  },
  asked: ({ from, at }) => `我是 ${from}，看到此情况的时间：${at}。`,
  askedByNobody: ({ at }) => `看到此情况的时间：${at}。`,
  /** The host's or Microsoft's own words. */
  reason: ({ reason }: { readonly reason: string }) => `给出的原因：${reason}`,
  supportCode: ({ code }) => `支持代码：${code}`,
  thanks: '谢谢！',
};
