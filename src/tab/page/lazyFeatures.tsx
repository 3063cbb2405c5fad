import type { ComponentType } from 'react';
import { whenIdle, whenPainted } from '../components/afterPaint.js';
import { deferred } from '../components/deferred.js';
import { Fallback } from '../components/Fallback.js';
import { useWide } from '../components/useWide.js';
import { collectFindings, type AttentionInput } from '../features/attention/collectFindings.js';
import { loadProblemScreen } from '../problem/useProblemScreen.js';
import { useSession } from '../session.js';

/* Parts that the first screen does not need. Loaded on demand or when the browser is idle. */

const loaders: (() => Promise<unknown>)[] = [];

function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  look?: Parameters<typeof deferred<Props>>[1],
): ComponentType<Props> {
  loaders.push(load);
  return deferred(load, look);
}

export const AskPanel = later(async () => (await import('./AskPanel.js')).AskPanel);
export const AttentionPanel = later(
  async () => (await import('./AttentionPanel.js')).AttentionPanel,
  ({ name, list, other }) => ({
    fallback: <FindingsSpace list={name} delegations={list.delegations} other={other} />,
  }),
);
export const ChangeAnnouncer = later(async () => (await import('./ChangeAnnouncer.js')).ChangeAnnouncer);
export const ChangesSummary = later(
  async () => (await import('../features/confirm/ConfirmBar.js')).ChangesSummary,
  () => ({ otherwise: null }),
);
export const ConfirmBar = later(async () => (await import('../features/confirm/ConfirmBar.js')).ConfirmBar);
export const CounterpartMarks = later(
  async () => (await import('../features/counterparts/CounterpartMarks.js')).CounterpartMarks,
);
export const DelegationDrawer = later(
  async () => (await import('../features/details/DelegationDrawer.js')).DelegationDrawer,
);
export const ExportBar = later(
  async () => (await import('../features/export/ExportBar.js')).ExportBar,
  () => ({ fallback: <div style={{ minHeight: 48, borderTop: '1px solid transparent' }} /> }),
);
export const FindBar = later(
  async () => (await import('../features/find/FindBar.js')).FindBar,
  () => ({ fallback: <FindSpace /> }),
);
export const LinkNotice = later(
  async () => (await import('../features/details/DelegationDrawer.js')).LinkNotice,
);
export const ManageHelp = later(async () => (await import('../features/manage/ManageHelp.js')).ManageHelp);
export const NamesUnavailable = later(
  async () => (await import('../features/list/NamesUnavailable.js')).NamesUnavailable,
);
export const NoMatches = later(async () => (await import('../features/find/FindBar.js')).NoMatches);
export const NotificationOffer = later(
  async () => (await import('../features/notifications/NotificationSettings.js')).NotificationOffer,
);
export const NotificationSettings = later(
  async () => (await import('../features/notifications/NotificationSettings.js')).NotificationSettings,
  () => ({ otherwise: null }),
);
export const RefreshProblem = later(
  async () => (await import('./RefreshProblem.js')).RefreshProblem,
  ({ problem, retry }) => ({ otherwise: <Fallback code={problem.code} retry={retry} /> }),
);

/** Preloads the parts, so that clicks respond at once and problems can be shown offline. */
export function loadTheRest(): void {
  const load = () => {
    void loadProblemScreen();
    for (const loader of loaders) loader().catch(() => undefined);
  };
  whenPainted(() => whenIdle(load));
}

/* Each space reserves the final height of a part, to prevent a layout shift. In px. */

const FindSpace = () => useWide() && <div style={{ minHeight: 58, marginBottom: 12 }} />;

/** Space of the findings that are known at the first paint. */
function FindingsSpace(lists: Pick<AttentionInput, 'list' | 'delegations' | 'other'>) {
  const { isCallingAllowed } = useSession().context;
  const isWide = useWide();
  const notLoaded = {
    presence: undefined,
    lastConfirmed: undefined,
    counterparts: undefined,
    teamsPhone: undefined,
  };
  const count = collectFindings({ ...lists, ...notLoaded, isCallingAllowed }).length;
  const height = !isWide || count === 0 ? 46 : 42 + 40 * count;
  return <div style={{ minHeight: height, marginBottom: 12 }} />;
}
