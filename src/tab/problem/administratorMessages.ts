/**
 * What is said to an administrator, in the voice of the reader. Each is a paragraph of whole sentences; the link or the
 * commands follow `whatToDo` in a paragraph of their own.
 */
export const administratorEnglish = {
  subject: {
    consent: 'Please approve the app Call Delegates',
    removeDelegations: 'Please remove call delegations in Microsoft Teams',
    changeRights: 'Please change call delegations in Microsoft Teams',
    checkDelegations: 'Please check call delegations in Microsoft Teams',
    assignTeamsPhone: 'Please check my Teams Phone licence',
    allowDelegation: 'Please allow call delegation for me in Microsoft Teams',
    lookAtApp: 'Call Delegates does not work for me in Microsoft Teams',
  },
  greeting: 'Hello,',
  whatToDo: {
    consent:
      'I would like to use Call Delegates in Microsoft Teams. It shows who may act for whom in calls, and changes nothing. It needs permissions of Microsoft Graph that only an administrator can grant. You can grant them for everybody here:',
    removeGone:
      'In Microsoft Teams, call delegations still stand whose accounts no longer exist. Nobody can use them, and nobody should hold them. Please remove them.',
    removeDisabled:
      'In Microsoft Teams, call delegations still stand whose accounts are blocked. If these accounts are to stay blocked, please remove the delegations.',
    changeRights: 'Please change what the delegate may do in these call delegations.',
    checkDelegations:
      'In Microsoft Teams, call delegations are not as they should be: they are inactive, or their permissions are wrong, and we cannot change that ourselves. Please have a look at them.',
    assignTeamsPhone:
      'Call delegation in Microsoft Teams needs Teams Phone, and it seems that I have none that works. Please check my licence, and that I am allowed to make calls. A change may take up to 24 hours.',
    allowDelegation:
      'Microsoft Teams lets me use no call delegation. Please check that I have Teams Phone, and that my calling policy has AllowDelegation switched on.',
    lookAtApp: ({ code }: { readonly code: string }) =>
      `The app Call Delegates shows me an error (${code}). Its log says more under the support code.`,
  },
  /** Whose delegations these are. */
  people: ({ names }: { readonly names: string }) => `It is about ${names}.`,
  commands: {
    change:
      'In PowerShell, with the module MicrosoftTeams and after Connect-MicrosoftTeams, these lines do it, and show the settings before and after:',
    look: 'In PowerShell, with the module MicrosoftTeams and after Connect-MicrosoftTeams, these lines show how it is set:',
  },
  /** Who met this and when. */
  asked: ({ from, at }: { readonly from: string; readonly at: string }) =>
    `I am ${from}, and saw this on ${at}.`,
  askedByNobody: ({ at }: { readonly at: string }) => `I saw this on ${at}.`,
  supportCode: ({ code }: { readonly code: string }) => `Support code: ${code}`,
  thanks: 'Thank you!',
};

export type AdministratorMessages = typeof administratorEnglish;
