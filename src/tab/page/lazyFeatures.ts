import { lazy } from 'react';
import { whenIdle, whenPainted } from '../components/afterPaint.js';
import { loadProblemScreen } from '../problem/useProblemScreen.js';

/** Parts that the first screen does not need. Loaded on demand or when the browser is idle. */
const loaders = {
  ask: async () => ({ default: (await import('./AskPanel.js')).AskPanel }),
  attention: async () => ({ default: (await import('./AttentionPanel.js')).AttentionPanel }),
  changesSummary: async () => ({
    default: (await import('../features/confirm/ChangesSummary.js')).ChangesSummary,
  }),
  confirm: async () => ({ default: (await import('./ConfirmPanel.js')).ConfirmPanel }),
  counterparts: async () => ({
    default: (await import('../features/counterparts/CounterpartMarks.js')).CounterpartMarks,
  }),
  details: async () => ({
    default: (await import('../features/details/DelegationDrawer.js')).DelegationDrawer,
  }),
  export: async () => ({ default: (await import('../features/export/ExportBar.js')).ExportBar }),
  find: async () => ({ default: (await import('../features/find/FindBar.js')).FindBar }),
  changeAnnouncer: async () => ({ default: (await import('./ChangeAnnouncer.js')).ChangeAnnouncer }),
  linkNotice: async () => ({ default: (await import('../features/details/LinkNotice.js')).LinkNotice }),
  manageHelp: async () => ({ default: (await import('../features/manage/ManageHelp.js')).ManageHelp }),
  namesUnavailable: async () => ({
    default: (await import('../features/list/NamesUnavailable.js')).NamesUnavailable,
  }),
  noMatches: async () => ({ default: (await import('../features/find/NoMatches.js')).NoMatches }),
  notificationSettings: async () => ({
    default: (await import('../features/notifications/NotificationSettings.js')).NotificationSettings,
  }),
  refreshProblem: async () => ({ default: (await import('./RefreshProblem.js')).RefreshProblem }),
};

export const AskPanel = lazy(loaders.ask);
export const AttentionPanel = lazy(loaders.attention);
export const ChangesSummary = lazy(loaders.changesSummary);
export const ConfirmPanel = lazy(loaders.confirm);
export const CounterpartMarks = lazy(loaders.counterparts);
export const DelegationDrawer = lazy(loaders.details);
export const ExportBar = lazy(loaders.export);
export const FindBar = lazy(loaders.find);
export const LinkNotice = lazy(loaders.linkNotice);
export const ChangeAnnouncer = lazy(loaders.changeAnnouncer);
export const ManageHelp = lazy(loaders.manageHelp);
export const NamesUnavailable = lazy(loaders.namesUnavailable);
export const NoMatches = lazy(loaders.noMatches);
export const NotificationSettings = lazy(loaders.notificationSettings);
export const RefreshProblem = lazy(loaders.refreshProblem);

/** Preloads the parts, so that clicks respond at once and problems can be shown offline. */
export function loadTheRest(): void {
  const load = () => {
    void loadProblemScreen();
    for (const loader of Object.values(loaders)) loader().catch(() => undefined);
  };
  whenPainted(() => {
    whenIdle(load);
  });
}
