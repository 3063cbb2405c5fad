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

/**
 * The capabilities that teams-js reports in this host.
 * @param hasBridge whether the peer gets Nested App Authentication
 */
export function toRuntime(hasBridge: boolean): object {
  // Outlook and the Microsoft 365 app do not support the calls of Teams.
  const { chat, call, profile, appInstallDialog, mail, ...everywhere } = supports;
  const isTeams = hostPicker.value === 'TeamsModern';
  const chosen = {
    ...everywhere,
    profile,
    ...(isTeams && { call, appInstallDialog }),
    ...(isTeams && chatPicker.value !== 'none' && { chat }),
    ...(mailPicker.value !== 'none' && { mail }),
    ...(hasBridge && { nestedAppAuth: {} }),
  };
  return {
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    ...(hasBridge && { isNAAChannelRecommended: true }),
    supports: chosen,
  };
}

/** The calling properties are optional in the context. */
export function toCalling(): object {
  if (callingPicker.value === 'silent') return {};
  const isAllowed = callingPicker.value === 'allowed';
  return { isCallingAllowed: isAllowed, isPSTNCallingAllowed: isAllowed };
}
