import { makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import type { ListName } from '../../contract/delegation.js';
import { Deferred } from '../components/Deferred.js';
import { useSoon } from '../components/useSoon.js';
import { useWide } from '../components/useWide.js';
import type { ListState } from '../delegation/useDelegations.js';
import { findDelegations, noCriteria } from '../features/find/findDelegations.js';
import { DelegationCards } from '../features/list/DelegationCards.js';
import { DelegationTable, type DelegationsProps } from '../features/list/DelegationTable.js';
import { EmptyList } from '../features/list/EmptyList.js';
import { useLanguage } from '../i18n/useMessages.js';
import { ProblemNotice } from '../problem/ProblemNotice.js';
import { ConfirmBar, ExportBar, FindBar, NamesUnavailable, NobodyFound } from './lazyFeatures.js';

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
  // As high as what will stand there, so that nothing jumps.
  confirmBar: { minHeight: '40px', marginBottom: tokens.spacingVerticalM },
  findBar: { minHeight: '36px', marginBottom: tokens.spacingVerticalM },
  exportBar: { minHeight: '48px', borderTop: '1px solid transparent' },
});

type ListPanelProps = Pick<DelegationsProps, 'extras' | 'open'> & {
  readonly name: ListName;
  readonly list: ListState;
  /** Opens what helps to ask somebody for a change. */
  readonly ask: (id: string) => void;
};

/** One list with all that can be done with it: loading, failed, empty or filled. */
export function ListPanel({ name, list, extras, open, ask }: ListPanelProps) {
  const styles = useStyles();
  const { locale } = useLanguage();
  const isWide = useWide();
  const [criteria, setCriteria] = useState(noCriteria);
  const deferredCriteria = useDeferredValue(criteria);
  const [changed, setChanged] = useState<ReadonlySet<string>>(nobody);
  const areAllShown = useSoon();

  if (list.state === 'loading') return null;
  if (list.state === 'failed') return <ProblemNotice problem={list.problem} retry={list.refresh} />;
  const { delegations, fingerprint, asOf, refresh } = list;
  const isLong = delegations.length > fewEnough;
  const found = isLong ? findDelegations(delegations, deferredCriteria, locale) : delegations;
  const confirmBar = (
    <Deferred fallback={<div className={styles.confirmBar} />}>
      <ConfirmBar
        name={name}
        delegations={delegations}
        fingerprint={fingerprint}
        refresh={refresh}
        mark={setChanged}
        ask={ask}
        hidden={delegations.length - found.length}
        showEverybody={() => {
          setCriteria(noCriteria);
        }}
      />
    </Deferred>
  );
  if (delegations.length === 0) {
    return (
      <>
        {confirmBar}
        <div className={styles.frame}>
          <EmptyList list={name} />
        </div>
      </>
    );
  }
  const rows = areAllShown ? found : found.slice(0, atOnce);
  const Delegations = isWide ? DelegationTable : DelegationCards;
  return (
    <>
      {confirmBar}
      {delegations.some(({ personStatus }) => personStatus === 'unavailable') && (
        <Deferred>
          <NamesUnavailable />
        </Deferred>
      )}
      {isLong && (
        <Deferred fallback={<div className={styles.findBar} />}>
          <FindBar criteria={criteria} change={setCriteria} found={found.length} />
        </Deferred>
      )}
      <div className={styles.frame}>
        {found.length === 0 ? (
          <Deferred>
            <NobodyFound />
          </Deferred>
        ) : (
          <Delegations list={name} delegations={rows} extras={extras} changed={changed} open={open} />
        )}
        <Deferred fallback={<div className={styles.exportBar} />}>
          <ExportBar list={name} delegations={found} asOf={asOf} />
        </Deferred>
      </div>
    </>
  );
}
