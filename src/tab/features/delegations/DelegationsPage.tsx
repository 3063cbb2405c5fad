import {
  Button,
  CounterBadge,
  makeStyles,
  Tab,
  TabList,
  Text,
  Title2,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { useLayoutEffect, useState } from 'react';
import { listNames, type ListName } from '../../../contract/delegation.js';
import { hideSkeleton } from '../../components/skeleton.js';
import { ProblemNotice } from '../../components/ProblemNotice.js';
import { useWide } from '../../components/useWide.js';
import { formatTime } from '../../i18n/formatDate.js';
import { useLanguage } from '../../i18n/useText.js';
import { DelegationList } from './DelegationList.js';
import { RefreshProblem } from './RefreshProblem.js';
import { tellHost } from './tellHost.js';
import { useDelegations, type List } from './useDelegations.js';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: '1136px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} clamp(12px, 3vw, 32px)`,
    paddingBottom: 'calc(32px + env(safe-area-inset-bottom))',
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: {
    margin: 0,
    '@media (max-width: 480px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
  tabs: { margin: `${tokens.spacingVerticalL} -10px ${tokens.spacingVerticalM}`, flexWrap: 'wrap' },
  tab: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  footer: { display: 'block', marginTop: tokens.spacingVerticalL, color: tokens.colorNeutralForeground2 },
});

/** The page: its heading is the answer, its two views are the two lists. */
export function DelegationsPage() {
  const styles = useStyles();
  const { text, locale } = useLanguage();
  const lists: Readonly<Record<ListName, List>> = {
    delegators: useDelegations('delegators'),
    delegates: useDelegations('delegates'),
  };
  const isWide = useWide();
  const [chosen, setChosen] = useState<ListName>();
  const [announcement, setAnnouncement] = useState('');
  const isSettled = listNames.every((name) => lists[name].state !== 'loading');

  useLayoutEffect(() => {
    if (!isSettled) return;
    hideSkeleton();
    tellHost(lists.delegators, lists.delegates);
    // Once: the host waits for the first content only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isSettled]);

  const refresh = async () => {
    setAnnouncement(text.refreshing);
    const results = await Promise.all(listNames.map((name) => lists[name].refresh()));
    setAnnouncement(results.every(Boolean) ? text.refreshed : '');
    return results.every(Boolean);
  };

  const { delegators, delegates } = lists;
  const status = (
    <div role="status" aria-live="polite" style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
      {announcement}
    </div>
  );
  // Before the first answer the skeleton of the page's HTML stands here.
  if (!isSettled && document.getElementById('skeleton') !== null) return null;
  if (delegators.state === 'failed' && delegates.state === 'failed') {
    return (
      <main className={styles.page}>
        {status}
        <ProblemNotice problem={delegators.problem} retry={refresh} />
      </main>
    );
  }

  const counts = listNames.map((name) => {
    const list = lists[name];
    return list.state === 'ready' ? list.list.value.length : undefined;
  });
  const [supported, acting] = counts;
  const shown = chosen ?? (supported === 0 && acting !== 0 ? 'delegates' : 'delegators');
  const asOf = Math.min(
    ...listNames.flatMap((name) => (lists[name].state === 'ready' ? [lists[name].asOf] : [])),
  );
  const isRefreshing = listNames.some(
    (name) => lists[name].state === 'loading' || (lists[name].state === 'ready' && lists[name].isRefreshing),
  );

  return (
    <main className={styles.page}>
      {status}
      <div className={styles.top}>
        <div>
          <Title2 as="h1" block className={styles.title}>
            {supported === undefined || acting === undefined
              ? text.headingSomeMissing
              : text.heading(supported, acting)}
          </Title2>
          <Text size={200} className={styles.quiet}>
            {Number.isFinite(asOf) && `${text.asOf(formatTime(asOf, locale))} · `}
            {text.preview}
          </Text>
        </div>
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={isRefreshing}
          onClick={() => void refresh()}
        >
          {isRefreshing ? text.refreshing : text.refresh}
        </Button>
      </div>
      <TabList
        size={isWide ? 'medium' : 'small'}
        className={styles.tabs}
        selectedValue={shown}
        onTabSelect={(_, { value }) => {
          setChosen(value as ListName);
        }}
      >
        {listNames.map((name, index) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls="list">
            <span className={styles.tab}>
              {text.lists[name]}
              {counts[index] !== undefined && (
                <CounterBadge
                  count={counts[index]}
                  showZero
                  size="small"
                  color={name === shown ? 'brand' : 'informative'}
                />
              )}
            </span>
          </Tab>
        ))}
      </TabList>
      <RefreshProblem list={lists[shown]} retry={refresh} />
      <div id="list" role="tabpanel" aria-labelledby={`tab-${shown}`}>
        <DelegationList name={shown} list={lists[shown]} />
      </div>
      <Text size={200} className={styles.footer}>
        {text.manage}
      </Text>
    </main>
  );
}
