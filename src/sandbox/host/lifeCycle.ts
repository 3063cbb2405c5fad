import { element, frame, note } from './controls.js';
import type { Host, Notifications, Peer } from './protocol.js';

export type LifeCycleOptions = {
  readonly host: () => Host;
  readonly tab: Peer;
  readonly contentUrl: () => string;
  readonly theme: () => string;
  /** Value of the address parameter `subPageId`. */
  readonly subPageId: () => string;
  /**
   * Seconds without a success or failure report after which Teams replaces a tab with its error page. Teams:
   * 30.
   */
  readonly loadingSeconds: number;
};

/** Value of `body[data-tab-state]`. The attribute is absent while the tab loads. */
type TabState = 'success' | 'failure' | 'replaced';

/**
 * Opens, suspends and resumes the framed tab as Teams does.
 * @see https://learn.microsoft.com/microsoftteams/platform/apps-in-teams/app-initialization-process
 * @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/app-caching
 */
export function createLifeCycle(options: LifeCycleOptions) {
  const { tab } = options;
  const handlers = new Set<string>();
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  /** Undefined while the tab is in view. */
  let suspended: { readonly isCached: boolean } | undefined;
  let contextSubPageId = '';

  const setState = (state: TabState | undefined) => {
    clearTimeout(giveUp);
    if (state === undefined) delete document.body.dataset['tabState'];
    else document.body.dataset['tabState'] = state;
  };

  const showFrame = (isShown: boolean) => {
    frame.hidden = !isShown;
    element('broken').hidden = true;
  };

  /**
   * Shows the error page of Teams, which stays until the user retries. Later reports of the tab have no
   * effect.
   */
  const replace = () => {
    showFrame(false);
    element('broken').hidden = false;
    setState('replaced');
  };

  const isReplaced = () => document.body.dataset['tabState'] === 'replaced';

  const watchLoading = () => {
    clearTimeout(giveUp);
    giveUp = setTimeout(() => {
      note(`The tab reported nothing for ${options.loadingSeconds} seconds.`);
      replace();
    }, options.loadingSeconds * 1000);
  };

  const setAway = (next: typeof suspended) => {
    suspended = next;
    element('away').textContent = next === undefined ? 'Go elsewhere' : 'Come back';
  };

  const open = () => {
    setAway(undefined);
    setState(undefined);
    element('notes').replaceChildren();
    handlers.clear();
    contextSubPageId = options.subPageId();
    showFrame(true);
    frame.src = options.contentUrl();
    watchLoading();
  };

  /** Teams caches only tabs that registered both handlers, and drops all handlers of a suspended tab. */
  const suspend = () => {
    const isCached = handlers.has('beforeUnload') && handlers.has('load') && !isReplaced();
    clearTimeout(giveUp);
    if (isCached) {
      options.host().emit(tab, 'beforeUnload');
    } else {
      frame.src = 'about:blank';
      note('The tab is not cached: it has not registered the cache handlers.');
    }
    handlers.clear();
    showFrame(false);
    setAway({ isCached });
  };

  const resume = () => {
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
    options.host().emit(tab, 'load', { entityId: 'callDelegates', contentUrl: options.contentUrl() });
  };

  element('broken-retry').addEventListener('click', open);

  return {
    open,
    toggleAway: () => {
      if (suspended === undefined) suspend();
      else resume();
    },
    /** Opens a deep link. A cached tab resumes; any other tab reloads. */
    openLink: () => {
      if (suspended === undefined) open();
      else resume();
    },
    emitThemeChange: () => {
      if (handlers.has('themeChange')) options.host().emit(tab, 'themeChange', options.theme());
    },
    /** Value that `getContext` reports. After a resume it stays the old one until the tab reports success. */
    contextSubPageId: () => contextSubPageId,
    notifications: {
      registerHandler: ([name]) => {
        handlers.add(String(name));
      },
      readyToUnload: () => note('The tab is ready to be cached.'),
      // Hides the loading indicator. The tab still counts as loading.
      'appInitialization.appLoaded': () => note('The tab has loaded.'),
      'appInitialization.success': () => {
        if (isReplaced()) return;
        setState('success');
        contextSubPageId = options.subPageId();
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
    } satisfies Notifications,
  };
}
