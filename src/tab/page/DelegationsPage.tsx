import { makeStyles, mergeClasses, tokens, useEventCallback } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useState } from 'react';
import { listNames, type Delegation, type ListName } from '../../contract/delegation.js';
import type { TabProblem } from '../api/TabProblem.js';
import { Deferred } from '../components/Deferred.js';
import { Fallback } from '../components/Fallback.js';
import { hideSkeleton, isSkeletonShown } from '../components/skeleton.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import { whenPainted } from '../components/afterPaint.js';
import { toHeading } from '../delegation/heading.js';
import type { Changed } from '../delegation/RightMark.js';
import { followLink, type Destination, type ListPlace } from '../delegation/resolvePlace.js';
import { useDelegations, type ListState } from '../delegation/useDelegations.js';
import { usePeople } from '../delegation/usePeople.js';
import type { Asked } from '../features/ask/askedThisVisit.js';
import type { Asking } from '../features/ask/Asking.js';
import { followLifecycle } from '../host/lifecycle.js';
import { useMessages } from '../i18n/useMessages.js';
import { useProblemScreen } from '../problem/useProblemScreen.js';
import { useSession } from '../session.js';
import { FindingsSpace } from './FindingsSpace.js';
import {
  AskPanel,
  AttentionPanel,
  DelegationDrawer,
  LinkNotice,
  ListNews,
  loadTheRest,
  PageFoot,
  RefreshProblem,
} from './lazyFeatures.js';
import { ListPanel } from './ListPanel.js';
import { ListTabs } from './ListTabs.js';
import { PageHeading } from './PageHeading.js';
import { tellHost } from './tellHost.js';

const nobody: Changed = new Map();

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: '1136px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} clamp(12px, 3vw, 32px)`,
    paddingBottom: 'calc(32px + env(safe-area-inset-bottom))',
    '@media (max-width: 480px)': { paddingTop: tokens.spacingVerticalS },
  },
  hidden: { visibility: 'hidden' },
});

/** The page. Its heading sums up both lists, and each view shows one of them. */
export function DelegationsPage({ changeTheme }: { readonly changeTheme: (theme: string) => void }) {
  const styles = useStyles();
  const messages = useMessages();
  const { context } = useSession();
  const delegators = useDelegations('delegators');
  const delegates = useDelegations('delegates');
  const lists: Readonly<Record<ListName, ListState>> = { delegators, delegates };
  const [chosen, setChosen] = useState<ListName>();
  /** Target of the open or most recent details. */
  const [place, setPlace] = useState<ListPlace>();
  const [areDetailsOpen, setDetailsOpen] = useState(false);
  /** Reason why the last deep link leads to no entry. */
  const [deadEnd, setDeadEnd] = useState<Extract<Destination, string>>();
  const [announcement, setAnnouncement] = useState('');
  /** Text for the tab of the hidden list. */
  const [news, setNews] = useState<string>();
  const [hadProblem, setHadProblem] = useState(false);
  /** Changed entries of the visible list. */
  const [changed, setChanged] = useState<Changed>(nobody);
  const problem = problemOf(delegators) ?? problemOf(delegates);
  const screen = useProblemScreen(problem);
  const isSettled =
    delegators.state !== 'loading' &&
    delegates.state !== 'loading' &&
    (problem === undefined || screen !== undefined);
  const people = usePeople(isSettled ? [...entriesOf(delegators), ...entriesOf(delegates)] : []);

  const [asking, setAsking] = useState<Asking>();
  const [isAskingOpen, setAskingOpen] = useState(false);
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const ask = useEventCallback((wanted: Asking) => {
    setAsking(wanted);
    setAskingOpen(true);
  });

  const counts = { delegators: countOf(delegators), delegates: countOf(delegates) };
  const shown = chosen ?? (counts.delegators === 0 && counts.delegates !== 0 ? 'delegates' : 'delegators');
  // Later refreshes do not switch the list.
  if (isSettled && chosen === undefined) setChosen(shown);

  const list = lists[shown];
  const other = knownOrFailed(lists[shown === 'delegators' ? 'delegates' : 'delegators']);

  const refresh = async () => {
    setAnnouncement(messages.refreshing);
    people.refresh();
    const results = await Promise.all(listNames.map((name) => lists[name].refresh()));
    const isFresh = results.every(Boolean);
    setAnnouncement(isFresh ? messages.refreshed : '');
    return isFresh;
  };
  const showDetails = (wanted: ListPlace | undefined) => {
    if (wanted !== undefined) setPlace(wanted);
    setDetailsOpen(wanted !== undefined);
  };
  const follow = (subPageId: string | undefined) => {
    const destination = followLink(subPageId, context.userId);
    const isDeadEnd = typeof destination === 'string';
    setDeadEnd(isDeadEnd ? destination : undefined);
    if (destination !== undefined && !isDeadEnd) setChosen(destination.list);
    showDetails(isDeadEnd ? undefined : destination);
  };
  const tellFirstContent = useEventCallback(() => {
    follow(context.subPageId);
    hideSkeleton();
    whenPainted(() => {
      tellHost(delegators, delegates, screen);
      loadTheRest();
    });
  });
  const askAbout = useEventCallback((list: ListName, id: string) => {
    setDetailsOpen(false);
    ask({ topic: 'people', list, ids: [id] });
  });
  const open = useEventCallback((id: string) => {
    showDetails({ list: shown, id });
  });
  const lifecycle = {
    changeTheme: useEventCallback(changeTheme),
    suspend: useEventCallback(() => {
      setDetailsOpen(false);
    }),
    resume: useEventCallback(() => {
      // The host waits for this notification after each resume.
      tellHost(delegators, delegates, screen);
      void refresh();
    }),
    follow: useEventCallback(follow),
  };

  useLayoutEffect(() => {
    if (isSettled) tellFirstContent();
  }, [isSettled, tellFirstContent]);
  useEffect(() => {
    followLifecycle(lifecycle, context);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- The handlers are registered once; each calls the latest.
  }, []);

  // The skeleton stays visible until both responses arrive. The page renders what it can below it.
  const isHidden = !isSettled && isSkeletonShown();
  const status = <VisuallyHidden role="status">{announcement}</VisuallyHidden>;
  if (screen !== undefined && delegators.state === 'failed' && delegates.state === 'failed') {
    return (
      <main className={styles.page}>
        {status}
        <screen.ProblemNotice
          heading="h1"
          problem={delegators.problem}
          retry={() => {
            setHadProblem(true);
            return refresh();
          }}
        />
      </main>
    );
  }
  const times = listNames.flatMap((name) => (lists[name].state === 'ready' ? [lists[name].asOf] : []));
  return (
    <main className={mergeClasses(styles.page, isHidden && styles.hidden)}>
      {status}
      <PageHeading
        heading={toHeading({ delegators: knownOf(delegators), delegates: knownOf(delegates) })}
        asOf={times.length === 0 ? undefined : Math.min(...times)}
        isRefreshing={listNames.some((name) => isRefreshing(lists[name]))}
        refresh={() => void refresh()}
        takesFocus={hadProblem}
      />
      <ListTabs shown={shown} counts={counts} show={setChosen} news={news} />
      {!isHidden && (
        <Deferred>
          <ListNews lists={lists} shown={shown} mark={setNews} />
        </Deferred>
      )}
      {deadEnd !== undefined && (
        <Deferred>
          <LinkNotice why={deadEnd} />
        </Deferred>
      )}
      {list.state === 'ready' && list.problem !== undefined && (
        <Deferred otherwise={<Fallback code={list.problem.code} retry={refresh} />}>
          <RefreshProblem problem={list.problem} asOf={list.asOf} retry={refresh} />
        </Deferred>
      )}
      <div id="list" role="tabpanel" aria-labelledby={`tab-${shown}`}>
        {!isHidden && list.state === 'ready' && (
          <Deferred
            fallback={
              <FindingsSpace
                list={shown}
                delegations={list.delegations}
                other={other}
                isCallingAllowed={context.isCallingAllowed}
              />
            }
          >
            <AttentionPanel
              key={shown}
              name={shown}
              list={list}
              other={other}
              presence={people.presence}
              asked={asked}
              ask={ask}
              open={open}
            />
          </Deferred>
        )}
        {!isHidden && list.state === 'failed' && screen !== undefined && (
          <screen.ProblemNotice key={shown} problem={list.problem} retry={list.refresh} />
        )}
        {!isHidden && list.state === 'ready' && (
          <ListPanel
            key={shown}
            name={shown}
            list={list}
            extras={people.extras}
            changed={changed}
            mark={setChanged}
            open={open}
            ask={(id) => {
              askAbout(shown, id);
            }}
          />
        )}
      </div>
      {!isHidden && (
        <Deferred>
          <PageFoot />
        </Deferred>
      )}
      {!isHidden && asking !== undefined && (
        <Deferred>
          <AskPanel
            isOpen={isAskingOpen}
            asking={asking}
            delegations={asking.topic === 'people' ? entriesOf(lists[asking.list]) : []}
            changeAsked={setAsked}
            close={() => {
              setAskingOpen(false);
            }}
          />
        </Deferred>
      )}
      {!isHidden && place !== undefined && (
        <Deferred>
          <DelegationDrawer
            {...place}
            isOpen={areDetailsOpen}
            known={entriesOf(lists[place.list]).find(({ id }) => id === place.id)}
            extras={people.extras.get(place.id)}
            showBefore={changed.get(place.id)}
            refresh={lists[place.list].refresh}
            isBothWays={listNames.every((name) => entriesOf(lists[name]).some(({ id }) => id === place.id))}
            ask={() => {
              askAbout(place.list, place.id);
            }}
            close={() => {
              setDetailsOpen(false);
            }}
          />
        </Deferred>
      )}
    </main>
  );
}

const problemOf = (list: ListState): TabProblem | undefined =>
  list.state === 'failed' ? list.problem : undefined;

const entriesOf = (list: ListState): readonly Delegation[] =>
  list.state === 'ready' ? list.delegations : [];

const knownOf = (list: ListState): readonly Delegation[] | undefined =>
  list.state === 'ready' ? list.delegations : undefined;

/** Returns null when the list could not be read. */
const knownOrFailed = (list: ListState): readonly Delegation[] | null | undefined =>
  list.state === 'failed' ? null : knownOf(list);

const countOf = (list: ListState): number | undefined =>
  list.state === 'ready' ? list.delegations.length : undefined;

const isRefreshing = (list: ListState): boolean =>
  list.state === 'loading' || (list.state === 'ready' && list.isRefreshing);
