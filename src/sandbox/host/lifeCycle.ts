import { element, frame, note } from './controls.js';
import type { Host, Peer } from './protocol.js';

export type LifeCycleOptions = {
  readonly host: () => Host;
  readonly tab: Peer;
  readonly contentUrl: () => string;
  readonly theme: () => string;
  /** Value of the address parameter `subPageId`. */
  readonly subPageId: () => string;
  /** Seconds without any result after which Teams gives up on a tab. Teams: 30. */
  readonly loadingSeconds: number;
};

/** `body[data-tab-state]`: how the framed tab is doing. Absent while it loads. */
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
  /** Undefined: the tab is in view. */
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

  /** The error page of Teams stays until the user tries again, whatever the tab reports meanwhile. */
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

  /** Teams caches only tabs that registered both handlers, and forgets all handlers of a suspended tab. */
  const suspend = () => {
    const isCached = handlers.has('beforeUnload') && handlers.has('load') && !isReplaced();
    clearTimeout(giveUp);
    if (isCached) {
      options.host().emit(tab, 'beforeUnload');
    } else {
      frame.src = 'about:blank';
      note('The tab is not cached: it registered no handlers for that.');
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
    // A suspended tab may not call the SDK: what it registered meanwhile does not count.
    handlers.clear();
    showFrame(true);
    setState(undefined);
    watchLoading();
    // No theme and no subPageId: both are in the address only.
    options.host().emit(tab, 'load', { entityId: 'callDelegates', contentUrl: options.contentUrl() });
  };

  element('broken-retry').addEventListener('click', open);

  return {
    open,
    toggleAway: () => {
      if (suspended === undefined) suspend();
      else resume();
    },
    /** Opens a deep link. A cached tab resumes, any other loads again. */
    openLink: () => {
      if (suspended === undefined) open();
      else resume();
    },
    emitThemeChange: () => {
      if (handlers.has('themeChange')) options.host().emit(tab, 'themeChange', options.theme());
    },
    /** What `getContext` reports. After a resume it is the old one until the tab has reported success. */
    contextSubPageId: () => contextSubPageId,
    registerHandler: (name: string) => {
      handlers.add(name);
    },
    readyToUnload: () => {
      note('The tab is ready to be put aside.');
    },
    /** Hides the loading indicator. The tab still counts as loading. */
    appLoaded: () => {
      note('The tab has loaded.');
    },
    success: () => {
      if (isReplaced()) return;
      setState('success');
      contextSubPageId = options.subPageId();
      note('The tab is ready.');
    },
    failure: (reason: string) => {
      if (isReplaced()) return;
      setState('failure');
      note(`The tab has failed: ${reason}`);
      replace();
    },
    expectedFailure: (reason: string) => {
      if (isReplaced()) return;
      setState('failure');
      note(`The tab cannot show its content: ${reason}`);
    },
  };
}
