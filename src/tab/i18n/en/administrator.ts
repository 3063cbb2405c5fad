/**
 * What is sent to an administrator, in the voice of the reader, and the buttons for it. Each of `whatToDo` is a paragraph of
 * whole sentences; the link or the commands follow it in a paragraph of their own. Other languages have the same keys.
 */
export const administrator = {
  send: 'Send to my administrator',
  mail: 'Email',
  copyMessage: 'Copy message',
  /** All that stands in a mail whose text is too long for a link. */
  pasteHere: 'Please paste the message here: it is on the clipboard.',
  copiedToPaste: 'Copied. Paste it into the email.',

  subject: {
    consent: 'Please approve the app Call Delegates',
    removeDelegations: 'Please remove call delegations in Microsoft Teams',
    changeRights: 'Please change call delegations in Microsoft Teams',
    checkDelegations: 'Please check call delegations in Microsoft Teams',
    assignTeamsPhone: 'Please check my Teams Phone license',
    allowDelegation: 'Please turn on call delegation for me in Microsoft Teams',
    allowNotices: 'Please let Call Delegates notify me in Microsoft Teams',
    lookAtSignIn: 'I can’t sign in to Call Delegates in Microsoft Teams',
    lookAtApp: 'Call Delegates doesn’t work for me in Microsoft Teams',
  },
  greeting: 'Hello,',
  whatToDo: {
    consent:
      'I’d like to use Call Delegates in Microsoft Teams. It shows who can act for whom in calls and changes nothing. It needs Microsoft Graph permissions that only an administrator can grant. You can grant them for everyone here:',
    removeGone:
      'Microsoft Teams still has call delegations for accounts that no longer exist. No one can use them, and no one should hold them. Please remove them.',
    removeGoneDelegator:
      'Microsoft Teams still lists me as a delegate of accounts that no longer exist. No command can change that while they are deleted. If they were deleted less than 30 days ago, please restore them, remove the delegations, and delete them again. Otherwise, please open a support ticket with Microsoft.',
    removeDisabled:
      'Microsoft Teams still has call delegations for accounts that are blocked. If these accounts are meant to stay blocked, please remove the delegations.',
    changeRights: 'Please change what the delegate can do in these call delegations.',
    checkDelegations:
      'Some call delegations in Microsoft Teams aren’t as they should be: they’re inactive, or their permissions are wrong, and we can’t change that ourselves. Please take a look at them.',
    assignTeamsPhone:
      'Call delegation in Microsoft Teams needs Teams Phone, and I don’t seem to have a working license. Please check my license and that I’m allowed to make calls. A change can take up to 24 hours.',
    allowDelegation:
      'Microsoft Teams doesn’t let me use call delegation. Please check that I have Teams Phone and that AllowDelegation is turned on in my calling policy.',
    allowNotices:
      'I’ve asked Call Delegates to notify me in Microsoft Teams when a call delegation changes, but its notifications don’t reach me. Please check that the installed version of the app asks for TeamsActivity.Send.User, that it is installed only once, and that users may install such apps; or grant it the application permission TeamsActivity.Send.',
    /** Stands before `lookAtSignIn` where there is a code. */
    refused: ({ code }: { readonly code: string }) =>
      `Microsoft Entra ID refuses my sign-in to the app Call Delegates (${code}).`,
    lookAtSignIn: {
      location:
        'A Conditional Access policy judges the sign-in by its location. The app’s server signs in on my behalf, so its outbound address counts too. Please add this address to a named location that the policy trusts, or exclude the app from the policy.',
      device:
        'A Conditional Access policy requires a managed or compliant device. Please check my device, or exclude the app from the policy.',
      assignment:
        'The app requires assignment. Please assign me in the Microsoft Entra admin center under Enterprise apps > Call Delegates > Users and groups.',
      account:
        'My account is unknown or disabled in the organization that the app signs in to. Please check it. A guest needs an invitation there.',
      policy:
        'Please look at the sign-in logs in the Microsoft Entra admin center: the failed sign-in to Call Delegates names the policy that applies to me.',
    },
    lookAtApp: ({ code }: { readonly code: string }) =>
      `The app Call Delegates shows me an error (${code}). Its log says more under the support code.`,
  },
  /** Whose delegations these are. */
  people: ({ names }: { readonly names: string }) => `This is about ${names}.`,
  /** Accounts without a name. */
  accounts: ({ ids }: { readonly ids: string }) => `Object IDs of these accounts: ${ids}`,
  commands: {
    remove:
      'In PowerShell, with the MicrosoftTeams module and after Connect-MicrosoftTeams, these lines remove them and then show the settings:',
    /** Stands below these lines. */
    removeMayNotShow: 'If the last line fails, the delegates probably still include a deleted account.',
    change:
      'In PowerShell, with the MicrosoftTeams module and after Connect-MicrosoftTeams, these lines do it and show the settings before and after:',
    look: 'In PowerShell, with the MicrosoftTeams module and after Connect-MicrosoftTeams, these lines show how it is set up:',
  },
  /** Who met this and when. */
  asked: ({ from, at }: { readonly from: string; readonly at: string }) =>
    `I’m ${from}, and I saw this on ${at}.`,
  askedByNobody: ({ at }: { readonly at: string }) => `I saw this on ${at}.`,
  /** The host's or Microsoft's own words. */
  reason: ({ reason }: { readonly reason: string }) => `Reason that was given: ${reason}`,
  supportCode: ({ code }: { readonly code: string }) => `Support code: ${code}`,
  thanks: 'Thank you!',
};

export type AdministratorMessages = typeof administrator;
