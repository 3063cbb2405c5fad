import {
  Button,
  Label,
  makeStyles,
  mergeClasses,
  SearchBox,
  Select,
  Switch,
  Text,
  tokens,
  useId,
} from '@fluentui/react-components';
import { FilterDismissRegular } from '@fluentui/react-icons/svg/filter-dismiss';
import { SearchFilled, SearchRegular } from '@fluentui/react-icons/svg/search';
import { useState, type RefCallback } from 'react';
import { createPortal } from 'react-dom';
import { rights, type Right } from '../../../contract/delegation.js';
import { useWide } from '../../components/useWide.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { findDelegations, noCriteria, type Criteria, type Search } from './findDelegations.js';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexGrow: 1,
    flexBasis: '320px',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    columnGap: tokens.spacingHorizontalM,
    '@media print': { display: 'none' },
  },
  filled: { marginBottom: tokens.spacingVerticalM },
  search: { flexGrow: 1, maxWidth: '320px', minWidth: '160px' },
  choice: { display: 'grid', gap: tokens.spacingVerticalXXS, maxWidth: '100%' },
  select: { minWidth: 0, maxWidth: '100%', '& select': { minWidth: 0 } },
  // Reserves the space, so that the fields do not move when it appears.
  found: {
    minWidth: '88px',
    lineHeight: '32px',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 759px)': { minWidth: 0 },
  },
  noMatches: {
    display: 'grid',
    justifyItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
});

type FindBarProps = {
  readonly search: Search | undefined;
  readonly change: (search: Search) => void;
  readonly found: number;
  readonly total: number;
  /** Element for the button that opens the bar on narrow pages. null until it is mounted. */
  readonly slot: HTMLElement | null;
  /** Called with the search field, or with the button while the bar is closed. */
  readonly focusRef: RefCallback<HTMLElement>;
};

/**
 * Search, filter and order, for lists that are long enough to need them. On narrow pages a button next to the tabs
 * opens it.
 */
export function FindBar({ search, change: setSearch, found, total, slot, focusRef }: FindBarProps) {
  const styles = useStyles();
  const isWide = useWide();
  const { find } = useLaterMessages();
  const messages = useMessages();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const criteria = search?.criteria ?? noCriteria;
  const change = (wanted: Criteria) => setSearch({ criteria: wanted, find: findDelegations });
  const fields = (
    <div className={styles.row} role="search">
      <div className={mergeClasses(styles.choice, styles.search)}>
        <Label htmlFor={`${id}search`}>{find.search}</Label>
        <SearchBox
          ref={focusRef}
          // Opening the bar mounts the field.
          autoFocus={isOpen}
          id={`${id}search`}
          dismiss={{ 'aria-label': find.clear }}
          value={criteria.search}
          onChange={(_, { value }) => change({ ...criteria, search: value })}
        />
      </div>
      <div className={styles.choice}>
        <Label htmlFor={`${id}right`}>{find.right}</Label>
        <Select
          className={styles.select}
          id={`${id}right`}
          value={criteria.right ?? ''}
          onChange={(_, { value }) => {
            change({ ...criteria, right: value === '' ? undefined : (value as Right) });
          }}
        >
          <option value="">{find.anyRight}</option>
          {rights.map((right) => (
            <option key={right} value={right}>
              {messages.rights[right]}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.choice}>
        <Label htmlFor={`${id}order`}>{find.sort}</Label>
        <Select
          className={styles.select}
          id={`${id}order`}
          value={criteria.order}
          onChange={(_, { value }) => change({ ...criteria, order: value as Criteria['order'] })}
        >
          <option value="asReported">{find.asReported}</option>
          <option value="name">{find.byName}</option>
          <option value="date">{find.byDate}</option>
        </Select>
      </div>
      <Switch
        label={find.activeOnly}
        checked={criteria.isActiveOnly}
        onChange={(_, { checked }) => change({ ...criteria, isActiveOnly: checked })}
      />
    </div>
  );
  const isNarrowed = isAnyCriterion(criteria);
  const areFieldsShown = isWide || isOpen;
  const Icon = isNarrowed ? SearchFilled : SearchRegular;
  return (
    <div className={mergeClasses(styles.bar, (areFieldsShown || isNarrowed) && styles.filled)}>
      {!isWide &&
        slot !== null &&
        createPortal(
          <Button
            ref={isOpen ? null : focusRef}
            appearance="subtle"
            icon={<Icon />}
            aria-label={find.search}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />,
          slot,
        )}
      {areFieldsShown && fields}
      <Text size={200} role="status" className={styles.found}>
        {isNarrowed && find.found({ count: found, total })}
      </Text>
    </div>
  );
}

/** An order hides no one, so it is not a criterion. */
const isAnyCriterion = ({ search, right, isActiveOnly }: Criteria): boolean =>
  search.trim() !== '' || right !== undefined || isActiveOnly;

/** Replaces the list when no one matches. */
export function NoMatches({ clear }: { readonly clear: () => void }) {
  const { find } = useLaterMessages();
  return (
    <div className={useStyles().noMatches}>
      <Text>{find.noOneFound}</Text>
      <Button icon={<FilterDismissRegular />} onClick={clear}>
        {find.clearFilters}
      </Button>
    </div>
  );
}
