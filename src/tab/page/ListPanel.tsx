import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import type { Delegation, ListName } from '../../contract/delegation.js';
import { useIsPainted } from '../components/afterPaint.js';
import { useWide } from '../components/useWide.js';
import type { RowMarks } from '../delegation/OtherSideMark.js';
import type { Changed } from '../delegation/RightMark.js';
import type { ListState } from '../delegation/useDelegations.js';
import type { Search } from '../features/find/findDelegations.js';
import { DelegationList, EmptyList, type DelegationListProps } from '../features/list/DelegationList.js';
import { useLanguage } from '../i18n/useMessages.js';
import {
  ConfirmBar,
  CounterpartMarks,
  ExportBar,
  FindBar,
  NamesUnavailable,
  NoMatches,
  NotificationOffer,
} from './lazyFeatures.js';

/** Teams' own maximum. Further entries render after these. */
const atOnce = 25;

/** Maximum list length without a search. */
const fewEnough = 6;

const noMarks: RowMarks = new Map();

const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  // Reserves the final height, to prevent a layout shift.
  confirmLine: {
    minHeight: '64px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  // A list with people also has the choice whether to share.
  shareLine: { minHeight: '92px' },
  below: { marginTop: tokens.spacingVerticalM },
});

type ListPanelProps = Pick<DelegationListProps, 'extras' | 'changed' | 'open'> & {
  readonly name: ListName;
  readonly list: Extract<ListState, { readonly state: 'ready' }>;
  readonly mark: (changed: Changed) => void;
  readonly ask: (id: string) => void;
  /** Element for the search button of narrow pages. null until it is mounted. */
  readonly searchSlot: HTMLElement | null;
};

/** One list with all its actions, empty or filled. */
export function ListPanel(props: ListPanelProps) {
  const { name, list, extras, changed, mark, open, ask, searchSlot } = props;
  const styles = useStyles();
  const { locale } = useLanguage();
  const isWide = useWide();
  const [search, setSearch] = useState<Search>();
  const deferredSearch = useDeferredValue(search);
  const areAllShown = useIsPainted();
  const searchTarget = useRef<HTMLElement | null>(null);
  const setSearchTarget = useCallback((element: HTMLElement | null) => {
    searchTarget.current = element;
  }, []);
  const [marks, setMarks] = useState(noMarks);
  const [foot, setFoot] = useState<HTMLElement | null>(null);

  const { delegations, fingerprint, asOf, refresh } = list;
  const isLong = delegations.length > fewEnough;
  const found =
    isLong && deferredSearch !== undefined
      ? deferredSearch.find(delegations, deferredSearch.criteria, locale)
      : delegations;
  const showAll = () => setSearch(undefined);
  const rows = areAllShown ? found : found.slice(0, atOnce);
  const has = (status: Delegation['personStatus']) =>
    delegations.some(({ personStatus }) => personStatus === status);
  // A single unavailable person does not mean that names cannot be read.
  const whyUnnamed = has('unavailable') && !has('found') && <NamesUnavailable />;
  return (
    <>
      <ConfirmBar
        name={name}
        delegations={delegations}
        fingerprint={fingerprint}
        refresh={refresh}
        mark={mark}
        ask={ask}
        hidden={delegations.length - found.length}
        showAll={showAll}
        foot={foot}
        whenConfirmed={<NotificationOffer />}
      />
      <CounterpartMarks list={name} delegations={delegations} asOf={asOf} mark={setMarks} />
      {isWide && whyUnnamed}
      {isLong && (
        <FindBar
          search={search}
          change={setSearch}
          found={found.length}
          total={delegations.length}
          slot={searchSlot}
          focusRef={setSearchTarget}
        />
      )}
      <div className={styles.frame}>
        {delegations.length === 0 && <EmptyList list={name} />}
        {found.length > 0 && (
          <DelegationList
            list={name}
            delegations={rows}
            extras={extras}
            changed={changed}
            marks={marks}
            open={open}
          />
        )}
        {delegations.length > 0 && found.length === 0 && (
          <NoMatches
            clear={() => {
              // Moves focus before the button disappears together with the criteria.
              searchTarget.current?.focus();
              showAll();
            }}
          />
        )}
        <div
          ref={setFoot}
          className={mergeClasses(styles.confirmLine, delegations.length > 0 && styles.shareLine)}
        />
        {delegations.length > 0 && (
          <ExportBar list={name} delegations={found} all={delegations} asOf={asOf} />
        )}
      </div>
      {!isWide && <div className={styles.below}>{whyUnnamed}</div>}
    </>
  );
}
