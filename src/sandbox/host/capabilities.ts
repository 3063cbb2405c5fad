import { pickers } from './controls.js';
import { user } from './tenant.js';

/** True if the tab gets Nested App Authentication. */
export const hasBridge = (): boolean => pickers.bridge.value !== 'off' && user().isOnCoopOnly !== true;

/** The capabilities that teams-js reports in this host. */
export function toRuntime(isTab: boolean): object {
  // Outlook and the Microsoft 365 app do not support the calls of Teams.
  const isTeams = pickers.host.value === 'TeamsModern';
  const isBridged = isTab && hasBridge();
  return {
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    ...(isBridged && { isNAAChannelRecommended: true }),
    supports: {
      pages: { appButton: {}, tabs: {}, config: {}, currentApp: {}, fullTrust: {} },
      clipboard: {},
      profile: {},
      ...(isTeams && { call: {}, appInstallDialog: {} }),
      ...(isTeams && pickers.chat.value !== 'none' && { chat: {} }),
      ...(pickers.mail.value !== 'none' && { mail: {} }),
      ...(isBridged && { nestedAppAuth: {} }),
    },
  };
}

/** The calling properties are optional in the context. */
export function toCalling(): object {
  if (pickers.calling.value === 'silent') return {};
  const isAllowed = pickers.calling.value === 'allowed';
  return { isCallingAllowed: isAllowed, isPSTNCallingAllowed: isAllowed };
}
