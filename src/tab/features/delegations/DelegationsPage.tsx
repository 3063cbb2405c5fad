import { makeStyles, tokens, useEventCallback } from '@fluentui/react-components';
import { VisuallyHidden } from '../../components/VisuallyHidden.js';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { listNames, type Delegation, type ListName } from '../../../contract/delegation.js';
import { Later } from '../../components/Later.js';
import { ProblemNotice } from '../../components/ProblemNotice.js';
import { hideSkeleton } from '../../components/skeleton.js';
import { useSession } from '../../host/session.js';
import { onSuspendAndResume } from '../../host/teams.js';
import { useText } from '../../i18n/useText.js';
import { parsePlace } from '../details/deepLink.js';
import { DelegationList } from './DelegationList.js';
import { DelegationDrawer, loadTheRest } from './later.js';
import { ListTabs } from './ListTabs.js';
import { ManageHelp } from './ManageHelp.js';
import { PageHeading } from './PageHeading.js';
import { RefreshProblem } from './RefreshProblem.js';
import { tellHost } from './tellHost.js';
import { useDelegations, usePeople, type List } from './useDelegations.js';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: '1136px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} clamp(12px, 3vw, 32px)`,
    paddingBottom: 'calc(32px + env(safe-area-inset-bottom))',
  },
});

/** The page: its heading is the answer, its two views are the two lists. */
export function DelegationsPage() {
  const styles = useStyles();
  const text = useText();
  const { context } = useSession();
  const delegators = useDelegations('delegators');
  const delegates = useDelegations('delegates');
  const lists: Readonly<Record<ListName, List>> = { delegators, delegates };
  const [chosen, setChosen] = useState<ListName>();
  const [place, setPlace] = useState(() => parsePlace(context.subPageId));
  const [announcement, setAnnouncement] = useState('');
  const [hadProblem, setHadProblem] = useState(false);
  const extras = usePeople([...entriesOf(delegators), ...entriesOf(delegates)]);
  const isSettled = delegators.state !== 'loading' && delegates.state !== 'loading';

  const counts = { delegators: countOf(delegators), delegates: countOf(delegates) };
  const shown = chosen ?? (counts.delegators === 0 && counts.delegates !== 0 ? 'delegates' : 'delegators');

  const refresh = async () => {
    setAnnouncement(text.refreshing);
    const results = await Promise.all(listNames.map((name) => lists[name].refresh()));
    const isFresh = results.every(Boolean);
    setAnnouncement(isFresh ? text.refreshed : '');
    return isFresh;
  };
  const openedFrom = useRef<Element | null>(null);
  const giveFocusBack = () => {
    const { current } = openedFrom;
    // The drawer holds the focus until it is gone.
    if (current instanceof HTMLElement)
      setTimeout(() => {
        current.focus();
      });
  };
  const tellFirstContent = useEventCallback(() => {
    hideSkeleton();
    tellHost(delegators, delegates);
    loadTheRest();
  });
  const open = useEventCallback((id: string) => {
    openedFrom.current = document.activeElement;
    setPlace({ list: shown, id });
  });
  const resume = useEventCallback((subPageId: string | undefined) => {
    setPlace(parsePlace(subPageId));
    // The host waits for this after a resume as well.
    tellHost(delegators, delegates);
    void refresh();
  });

  useLayoutEffect(() => {
    if (isSettled) tellFirstContent();
  }, [isSettled, tellFirstContent]);
  useEffect(() => {
    onSuspendAndResume(
      () => {
        setPlace(undefined);
      },
      (subPageId) => {
        resume(subPageId);
      },
    );
  }, [resume]);

  // Before the first answer the skeleton of the page's HTML stands here.
  if (!isSettled && document.getElementById('skeleton') !== null) return null;
  const status = <VisuallyHidden role="status">{announcement}</VisuallyHidden>;
  if (delegators.state === 'failed' && delegates.state === 'failed') {
    return (
      <main className={styles.page}>
        {status}
        <ProblemNotice
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
    <main className={styles.page}>
      {status}
      <PageHeading
        supported={counts.delegators}
        acting={counts.delegates}
        asOf={times.length === 0 ? undefined : Math.min(...times)}
        isRefreshing={listNames.some((name) => isRefreshing(lists[name]))}
        refresh={() => void refresh()}
        takesFocus={hadProblem}
      />
      <ListTabs shown={shown} counts={counts} show={setChosen} />
      <RefreshProblem list={lists[shown]} retry={refresh} />
      <div id="list" role="tabpanel" aria-labelledby={`tab-${shown}`}>
        <DelegationList key={shown} name={shown} list={lists[shown]} extras={extras} open={open} />
      </div>
      <ManageHelp />
      {place !== undefined && (
        <Later>
          <DelegationDrawer
            key={`${place.list}/${place.id}`}
            {...place}
            known={entriesOf(lists[place.list]).find(({ id }) => id === place.id)}
            extras={extras.get(place.id)}
            isBothWays={listNames.every((name) => entriesOf(lists[name]).some(({ id }) => id === place.id))}
            close={() => {
              setPlace(undefined);
              giveFocusBack();
            }}
          />
        </Later>
      )}
    </main>
  );
}

const entriesOf = (list: List): readonly Delegation[] => (list.state === 'ready' ? list.list.value : []);

const countOf = (list: List): number | undefined =>
  list.state === 'ready' ? list.list.value.length : undefined;

const isRefreshing = (list: List): boolean =>
  list.state === 'loading' || (list.state === 'ready' && list.isRefreshing);
