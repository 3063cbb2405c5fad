import { useEventCallback } from '@fluentui/react-components';
import { useEffect, useLayoutEffect } from 'react';
import { whenPainted } from '../components/afterPaint.js';
import { hideSkeleton } from '../components/skeleton.js';
import { followLifecycle, type LifecycleHandlers } from '../host/lifecycle.js';
import { notifyHost } from '../host/teams.js';
import type { ProblemScreen } from '../problem/useProblemScreen.js';
import { useSession } from '../session.js';
import { loadTheRest } from './lazyFeatures.js';
import type { Lists, usePageData } from './usePageData.js';

/** Reports the first content to the host, and reacts to its themes, links, suspends and resumes. */
export function useHostEvents(
  { lists, screen, isSettled, refresh }: ReturnType<typeof usePageData>,
  events: Omit<LifecycleHandlers, 'resume'>,
): void {
  const { context } = useSession();
  const showFirstContent = useEventCallback(() => {
    events.follow(context.subPageId);
    hideSkeleton();
    whenPainted(() => {
      notifyOfContent(lists, screen);
      loadTheRest();
    });
  });
  useLayoutEffect(() => {
    if (isSettled) showFirstContent();
  }, [isSettled, showFirstContent]);

  const handlers = {
    changeTheme: useEventCallback(events.changeTheme),
    suspend: useEventCallback(events.suspend),
    resume: useEventCallback(() => {
      // The host waits for this notification after each resume.
      notifyOfContent(lists, screen);
      void refresh();
    }),
    follow: useEventCallback(events.follow),
  };
  useEffect(() => {
    followLifecycle(handlers, context);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- The handlers are registered once; each calls the latest.
  }, []);
}

/** Ends the host's loading indicator. The content can be an explanation. */
function notifyOfContent({ delegators, delegates }: Lists, screen: ProblemScreen | undefined): void {
  if (delegators.state !== 'failed' || delegates.state !== 'failed') {
    notifyHost.succeeded();
    return;
  }
  const { problem } = delegators;
  notifyHost.failedAsExpected(screen?.toHostReason(problem) ?? 'Other', problem.code);
}
