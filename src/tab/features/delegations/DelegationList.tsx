import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { VisuallyHidden } from '../../components/VisuallyHidden.js';
import { PeopleRegular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import type { ListName } from '../../../contract/delegation.js';
import { Later } from '../../components/Later.js';
import { ProblemNotice } from '../../components/ProblemNotice.js';
import { useSoon } from '../../components/useSoon.js';
import { useWide } from '../../components/useWide.js';
import { useLanguage } from '../../i18n/useText.js';
import { everything, findDelegations } from '../find/findDelegations.js';
import { DelegationCards } from './DelegationCards.js';
import { DelegationTable, type DelegationsProps } from './DelegationTable.js';
import { ConfirmBar, FindBar, Notice, TakeAlong } from './later.js';
import type { List } from './useDelegations.js';

const nobody: ReadonlySet<string> = new Set();

/** Teams' own maximum. Where somebody has more, the others follow once these stand. */
const atOnce = 25;

/** Up to so many people are found with the eye alone. */
const fewEnough = 6;

const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  empty: {
    display: 'grid',
    justifyItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL}`,
  },
  emptyIcon: { fontSize: '48px', color: tokens.colorNeutralForeground3 },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '46ch' },
  // As high as what will stand there, so that nothing jumps.
  confirmBar: { minHeight: '40px', marginBottom: tokens.spacingVerticalM },
  findBar: { minHeight: '36px', marginBottom: tokens.spacingVerticalM },
  takeAlong: { minHeight: '48px', borderTop: '1px solid transparent' },
  nobody: { display: 'block', padding: tokens.spacingHorizontalL },
});

type DelegationListProps = Pick<DelegationsProps, 'extras' | 'open'> & {
  readonly name: ListName;
  readonly list: List;
};

/** One list: loading, failed, empty or filled. */
export function DelegationList({ name, list, extras, open }: DelegationListProps) {
  const styles = useStyles();
  const { text, locale } = useLanguage();
  const isWide = useWide();
  const [wish, setWish] = useState(everything);
  const deferredWish = useDeferredValue(wish);
  const [changed, setChanged] = useState<ReadonlySet<string>>(nobody);
  const areAllShown = useSoon();

  if (list.state === 'loading') return null;
  if (list.state === 'failed') return <ProblemNotice problem={list.problem} retry={list.refresh} />;
  const delegations = list.list.value;
  const confirmBar = (
    <Later fallback={<div className={styles.confirmBar} />}>
      <ConfirmBar name={name} list={list.list} refresh={list.refresh} mark={setChanged} />
    </Later>
  );
  if (delegations.length === 0) {
    return (
      <>
        {confirmBar}
        <div className={`${styles.frame} ${styles.empty}`}>
          <PeopleRegular className={styles.emptyIcon} />
          <Subtitle2 as="h2" className={styles.title}>
            {text.empty[name].title}
          </Subtitle2>
          <Text className={styles.quiet}>{text.empty[name].text}</Text>
        </div>
      </>
    );
  }
  const isLong = delegations.length > fewEnough;
  const found = isLong ? findDelegations(delegations, deferredWish, locale) : delegations;
  const rows = areAllShown ? found : found.slice(0, atOnce);
  const Delegations = isWide ? DelegationTable : DelegationCards;
  return (
    <>
      {confirmBar}
      {delegations.some(({ personStatus }) => personStatus === 'unavailable') && (
        <Later>
          <Notice intent="info">{text.namesUnavailable}</Notice>
        </Later>
      )}
      {isLong && (
        <Later fallback={<div className={styles.findBar} />}>
          <FindBar wish={wish} change={setWish} />
          <VisuallyHidden role="status">
            {wish === everything ? '' : text.tools.found(found.length)}
          </VisuallyHidden>
        </Later>
      )}
      <div className={styles.frame}>
        {found.length === 0 ? (
          <Text className={styles.nobody}>{text.tools.nobodyFound}</Text>
        ) : (
          <Delegations list={name} delegations={rows} extras={extras} changed={changed} open={open} />
        )}
        <Later fallback={<div className={styles.takeAlong} />}>
          <TakeAlong list={name} delegations={found} />
        </Later>
      </div>
    </>
  );
}
