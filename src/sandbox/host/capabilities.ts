import { callingPicker, chatPicker, hostPicker, mailPicker } from './controls.js';

const supports = {
  pages: { appButton: {}, tabs: {}, config: {}, currentApp: {}, fullTrust: {} },
  chat: {},
  call: {},
  profile: {},
  appInstallDialog: {},
  mail: {},
  clipboard: {},
};

/** What teams-js offers in this host. */
export function toSupports(): object {
  // Outlook and the Microsoft 365 app know no Teams calls.
  const { chat, call, profile, appInstallDialog, mail, ...everywhere } = supports;
  const isTeams = hostPicker.value === 'TeamsModern';
  return {
    ...everywhere,
    profile,
    ...(isTeams && { call, appInstallDialog }),
    ...(isTeams && chatPicker.value !== 'none' && { chat }),
    ...(mailPicker.value !== 'none' && { mail }),
  };
}

/** A host may say nothing of it. */
export function toCalling(): object {
  if (callingPicker.value === 'silent') return {};
  const isAllowed = callingPicker.value === 'allowed';
  return { isCallingAllowed: isAllowed, isPSTNCallingAllowed: isAllowed };
}
