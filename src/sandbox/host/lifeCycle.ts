import { element, frame, note, pickers } from './controls.js';
import { emit, type Notifications, type Peer } from './protocol.js';
import { tenant, wishes } from './tenant.js';

/**
 * Opens, suspends and resumes the framed tab as Teams does.
 * @see https://learn.microsoft.com/microsoftteams/platform/apps-in-teams/app-initialization-process
 * @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/app-caching
 */
export const tab: Peer = { window: () => frame.contentWindow, origin: tenant.tabEndpoint };

/** Seconds without a success or failure report after which the tab is replaced with an error page. Teams: 30. */
const loadingSeconds = Number(wishes.get('loadingSeconds') ?? 30);

const handlers = new Set<string>();
let giveUp: ReturnType<typeof setTimeout> | undefined;
/** Undefined while the tab is in view. */
let suspended: { readonly isCached: boolean } | undefined;
let reported = '';

/** The `subPageId` that `getContext` reports. After a resume it stays the old one until the tab reports success. */
export const reportedSubPageId = (): string => reported;

const subPageId = () => wishes.get('subPageId') ?? '';

function toContentUrl(): string {
  const url = new URL('/tab', tenant.tabEndpoint);
  url.searchParams.set('theme', pickers.theme.value);
  if (wishes.has('subPageId')) url.searchParams.set('subPageId', subPageId());
  return url.href;
}

/** Sets `body[data-tab-state]`. The attribute is absent while the tab loads. */
function setState(state: 'success' | 'failure' | 'replaced' | undefined): void {
  clearTimeout(giveUp);
  if (state === undefined) delete document.body.dataset['tabState'];
  else document.body.dataset['tabState'] = state;
}

const isReplaced = () => document.body.dataset['tabState'] === 'replaced';

function showFrame(isShown: boolean): void {
  frame.hidden = !isShown;
  element('broken').hidden = true;
}

/** Shows the error page of Teams, which stays until the user retries. Later reports of the tab have no effect. */
function replace(): void {
  showFrame(false);
  element('broken').hidden = false;
  setState('replaced');
}

function watchLoading(): void {
  clearTimeout(giveUp);
  giveUp = setTimeout(() => {
    note(`The tab reported nothing for ${loadingSeconds} seconds.`);
    replace();
  }, loadingSeconds * 1000);
}

function setAway(next: typeof suspended): void {
  suspended = next;
  element('away').textContent = next === undefined ? 'Go elsewhere' : 'Come back';
}

export function open(): void {
  setAway(undefined);
  setState(undefined);
  element('notes').replaceChildren();
  handlers.clear();
  reported = subPageId();
  showFrame(true);
  frame.src = toContentUrl();
  watchLoading();
}

/** Teams caches only tabs that registered both handlers, and drops all handlers of a suspended tab. */
function suspend(): void {
  const isCached = handlers.has('beforeUnload') && handlers.has('load') && !isReplaced();
  clearTimeout(giveUp);
  if (isCached) {
    emit(tab, 'beforeUnload');
  } else {
    frame.src = 'about:blank';
    note('The tab is not cached: it has not registered the cache handlers.');
  }
  handlers.clear();
  showFrame(false);
  setAway({ isCached });
}

/** Brings a cached tab back. Any other tab reloads. */
export function resume(): void {
  if (suspended?.isCached !== true) {
    open();
    return;
  }
  setAway(undefined);
  // A suspended tab may not call the SDK. Handlers that it registered during suspension do not count.
  handlers.clear();
  showFrame(true);
  setState(undefined);
  watchLoading();
  // Teams sends neither the theme nor `subPageId` in this event. Both are only in the address.
  emit(tab, 'load', { entityId: 'callDelegates', contentUrl: toContentUrl() });
}

export function toggleAway(): void {
  if (suspended === undefined) suspend();
  else resume();
}

export function emitThemeChange(): void {
  if (handlers.has('themeChange')) emit(tab, 'themeChange', pickers.theme.value);
}

export const lifeCycleNotifications: Notifications = {
  registerHandler: ([name]) => {
    handlers.add(String(name));
  },
  readyToUnload: () => note('The tab is ready to be cached.'),
  // Hides the loading indicator. The tab still counts as loading.
  'appInitialization.appLoaded': () => note('The tab has loaded.'),
  'appInitialization.success': () => {
    if (isReplaced()) return;
    setState('success');
    reported = subPageId();
    note('The tab is ready.');
  },
  'appInitialization.failure': ([reason]) => {
    if (isReplaced()) return;
    note(`The tab has failed: ${String(reason)}`);
    replace();
  },
  'appInitialization.expectedFailure': ([reason]) => {
    if (isReplaced()) return;
    setState('failure');
    note(`The tab cannot show its content: ${String(reason)}`);
  },
};

element('broken-retry').addEventListener('click', open);
