import type { AdministratorTask } from './administratorMessage.js';
import type { AdministratorWords } from './AdministratorWords.js';

const list = (names: readonly string[]): string => new Intl.ListFormat('en').format(names);
const of = (names: readonly string[]): string => (names.length === 0 ? '' : ` (${list(names)})`);

function toSubject(task: AdministratorTask): string {
  switch (task.task) {
    case 'consent':
      return 'Please approve the app Call Delegates';
    case 'removeDelegations':
      return 'Please remove call delegations in Microsoft Teams';
    case 'changeRights':
      return 'Please change a call delegation in Microsoft Teams';
    case 'checkDelegations':
      return 'Please check call delegations in Microsoft Teams';
    case 'assignTeamsPhone':
    case 'allowDelegation':
      return 'Please allow call delegation for me in Microsoft Teams';
    case 'lookAtApp':
      return 'Call Delegates does not work for me in Microsoft Teams';
  }
}

function toWhatToDo(task: AdministratorTask): string {
  switch (task.task) {
    case 'consent':
      return 'I would like to use Call Delegates in Microsoft Teams. It shows who may act for whom in calls, and changes nothing. It needs permissions of Microsoft Graph that only an administrator can grant. You can grant them for everybody here:';
    case 'removeDelegations':
      return task.because === 'gone'
        ? 'In Microsoft Teams, call delegations still stand whose accounts no longer exist. Nobody can use them, and nobody should hold them. Please remove them.'
        : `In Microsoft Teams, call delegations still stand whose accounts are blocked${of(task.names)}. If they are to stay blocked, please remove the delegations.`;
    case 'changeRights':
      return `Please change what the delegate may do in this call delegation${of(task.names)}.`;
    case 'checkDelegations':
      return `In Microsoft Teams, call delegations are not as they should be${of(task.names)}: they are inactive, or their permissions are wrong, and we cannot change that ourselves. Please have a look at them.`;
    case 'assignTeamsPhone':
      return 'Call delegation in Microsoft Teams needs Teams Phone, and it seems that I have none that works. Please check my licence, and that I am allowed to make calls. A change may take up to 24 hours.';
    case 'allowDelegation':
      return 'Microsoft Teams lets me use no call delegation. Please check that I have Teams Phone, and that my calling policy has AllowDelegation switched on.';
    case 'lookAtApp':
      return `The app Call Delegates shows me an error (${task.code}). Its log says more under the support code.`;
  }
}

export const administratorEnglish: AdministratorWords = {
  subject: toSubject,
  greeting: 'Hello,',
  whatToDo: toWhatToDo,
  commands: ({ task }) =>
    task === 'removeDelegations' || task === 'changeRights'
      ? 'In PowerShell, with the module MicrosoftTeams and after Connect-MicrosoftTeams, these lines do it, and show the settings before and after:'
      : 'In PowerShell, with the module MicrosoftTeams and after Connect-MicrosoftTeams, these lines show how it is set:',
  asked: (from, at) => (from === undefined ? `I saw this on ${at}.` : `I am ${from}, and saw this on ${at}.`),
  supportCode: (code) => `Support code: ${code}`,
  thanks: 'Thank you!',
};
