import { makeStyles, mergeClasses, tokens, useEventCallback } from '@fluentui/react-components';
import { useReducer, useState } from 'react';
import { listNames, type ListName } from '../../contract/delegation.js';
import { VisuallyHidden } from '../components/VisuallyHidden.js';
import type { Changed } from '../delegation/RightMark.js';
import { followLink } from '../delegation/resolvePlace.js';
import { delegationsOf, type ListState } from '../delegation/useDelegations.js';
import type { AskTopic } from '../features/ask/AskDrawer.js';
import { useSession } from '../session.js';
import {
  AskPanel,
  AttentionPanel,
  ChangesSummary,
  DelegationDrawer,
  LinkNotice,
  ChangeAnnouncer,
  ManageHelp,
  NotificationSettings,
  RefreshProblem,
} from './lazyFeatures.js';
import { ListPanel } from './ListPanel.js';
import { ListTabs } from './ListTabs.js';
import { PageHeading } from './PageHeading.js';
import { initialPageState, pageReducer } from './pageReducer.js';
import { useHostEvents } from './useHostEvents.js';
import { usePageData } from './usePageData.js';

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

/** The page. Its heading sums up both lists, and each tab shows one of them. */
export function DelegationsPage({ changeTheme }: { readonly changeTheme: (theme: string) => void }) {
  const styles = useStyles();
  const { context } = useSession();
  const data = usePageData();
  const { lists, people, isSettled, screen, refresh, announcement } = data;
  const [state, dispatch] = useReducer(pageReducer, initialPageState);
  const { details, ask, requests, deadEnd } = state;
  /** Entries of the visible list that changed since the last confirmation. */
  const [changed, setChanged] = useState<Changed>(noChanges);
  /** Text for the tab of the hidden list. Undefined when nothing has changed there. */
  const [hiddenListChange, setHiddenListChange] = useState<string>();
  /** Place next to the tabs for the search button of narrow pages. */
  const [searchSlot, setSearchSlot] = useState<HTMLElement | null>(null);

  const known = { delegators: delegationsOf(lists.delegators), delegates: delegationsOf(lists.delegates) };
  const shown =
    state.shown ??
    (known.delegators?.length === 0 && known.delegates?.length !== 0 ? 'delegates' : 'delegators');
  // Later refreshes do not switch the list.
  if (isSettled && state.shown === undefined) dispatch({ type: 'showList', list: shown });
  const list = lists[shown];
  const otherName = shown === 'delegators' ? 'delegates' : 'delegators';

  const closeDetails = () => dispatch({ type: 'closeDetails' });
  const openDetails = useEventCallback((id: string) => {
    dispatch({ type: 'openDetails', place: { list: shown, id } });
  });
  const openAsk = useEventCallback((about: AskTopic) => dispatch({ type: 'openAsk', about }));
  const requestChange = (name: ListName, id: string) => openAsk({ topic: 'people', list: name, ids: [id] });
  useHostEvents(data, {
    changeTheme,
    suspend: closeDetails,
    follow: (subPageId) => {
      dispatch({ type: 'followLink', destination: followLink(subPageId, context.userId) });
    },
  });

  const status = <VisuallyHidden role="status">{announcement}</VisuallyHidden>;
  if (screen !== undefined && lists.delegators.state === 'failed' && lists.delegates.state === 'failed') {
    return (
      <main className={styles.page}>
        {status}
        <screen.ProblemNotice
          heading="h1"
          problem={lists.delegators.problem}
          retry={() => {
            dispatch({ type: 'retryProblem' });
            return refresh();
          }}
        />
      </main>
    );
  }
  const times = listNames.flatMap((name) => (lists[name].state === 'ready' ? [lists[name].asOf] : []));
  // Rendered below the skeleton of the page's HTML until both responses have arrived.
  return (
    <main className={mergeClasses(styles.page, !isSettled && styles.hidden)}>
      {status}
      <PageHeading
        lists={known}
        asOf={times.length === 0 ? undefined : Math.min(...times)}
        isRefreshing={listNames.some((name) => isRefreshing(lists[name]))}
        refresh={() => void refresh()}
        takesFocus={state.hadProblem}
        summary={
          isSettled &&
          list.state === 'ready' && <ChangesSummary name={shown} delegations={list.delegations} />
        }
        actions={isSettled && <NotificationSettings />}
      />
      <ListTabs
        shown={shown}
        lists={known}
        show={(name) => dispatch({ type: 'showList', list: name })}
        hiddenListChange={hiddenListChange}
        slot={setSearchSlot}
      />
      {isSettled && <ChangeAnnouncer now={known} shown={shown} announceHidden={setHiddenListChange} />}
      {deadEnd !== undefined && <LinkNotice why={deadEnd} />}
      {list.state === 'ready' && list.problem !== undefined && (
        <RefreshProblem problem={list.problem} asOf={list.asOf} retry={refresh} />
      )}
      <div id="list" role="tabpanel" aria-labelledby={`tab-${shown}`}>
        {isSettled && list.state === 'ready' && (
          <>
            <AttentionPanel
              name={shown}
              list={list}
              other={lists[otherName].state === 'failed' ? null : known[otherName]}
              presence={people.presence}
              requests={requests}
              ask={openAsk}
              open={openDetails}
            />
            <ListPanel
              key={shown}
              name={shown}
              list={list}
              extras={people.extras}
              changed={changed}
              mark={setChanged}
              open={openDetails}
              ask={(id) => requestChange(shown, id)}
              searchSlot={searchSlot}
            />
          </>
        )}
        {isSettled && list.state === 'failed' && screen !== undefined && (
          <screen.ProblemNotice key={shown} problem={list.problem} retry={list.refresh} />
        )}
      </div>
      {isSettled && <ManageHelp />}
      {isSettled && ask !== undefined && (
        <AskPanel
          isOpen={ask.isOpen}
          about={ask.about}
          delegations={(ask.about.topic === 'people' && known[ask.about.list]) || []}
          remember={(request) => dispatch({ type: 'rememberRequest', request })}
          close={() => dispatch({ type: 'closeAsk' })}
        />
      )}
      {isSettled && details !== undefined && (
        <DelegationDrawer
          {...details.place}
          isOpen={details.isOpen}
          known={known[details.place.list]?.find(({ id }) => id === details.place.id)}
          extras={people.extras.get(details.place.id)}
          showBefore={changed.get(details.place.id)}
          refresh={lists[details.place.list].refresh}
          isBothWays={listNames.every((name) => known[name]?.some(({ id }) => id === details.place.id))}
          ask={() => requestChange(details.place.list, details.place.id)}
          close={closeDetails}
        />
      )}
    </main>
  );
}

const noChanges: Changed = new Map();

const isRefreshing = (list: ListState): boolean =>
  list.state === 'loading' || (list.state === 'ready' && list.isRefreshing);
