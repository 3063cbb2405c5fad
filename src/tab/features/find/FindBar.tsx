import { Label, makeStyles, SearchBox, Select, Switch, tokens, useId } from '@fluentui/react-components';
import { rights, type Right } from '../../../contract/delegation.js';
import { VisuallyHidden } from '../../components/VisuallyHidden.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { noCriteria, type Criteria } from './findDelegations.js';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    marginBottom: tokens.spacingVerticalM,
    '@media print': { display: 'none' },
  },
  search: { flexGrow: 1, maxWidth: '320px', minWidth: '160px' },
  // A label above its field where a language has no room for both in one line.
  choice: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
  },
  select: { minWidth: 0, maxWidth: '100%', '& select': { minWidth: 0 } },
});

type FindBarProps = {
  readonly criteria: Criteria;
  readonly change: (criteria: Criteria) => void;
  /** How many people meet them. */
  readonly found: number;
};

/** Search, filter and order; only shown when a list is long enough to need it. */
export function FindBar({ criteria, change, found }: FindBarProps) {
  const styles = useStyles();
  const { find } = useLaterMessages();
  const messages = useMessages();
  const id = useId();
  return (
    <>
      <div className={styles.row} role="search">
        <SearchBox
          className={styles.search}
          aria-label={find.search}
          placeholder={find.search}
          dismiss={{ 'aria-label': find.clear }}
          value={criteria.search}
          onChange={(_, { value }) => {
            change({ ...criteria, search: value });
          }}
        />
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
            onChange={(_, { value }) => {
              change({ ...criteria, order: value as Criteria['order'] });
            }}
          >
            <option value="asReported">{find.asReported}</option>
            <option value="name">{find.byName}</option>
            <option value="date">{find.byDate}</option>
          </Select>
        </div>
        <Switch
          label={find.activeOnly}
          checked={criteria.isActiveOnly}
          onChange={(_, { checked }) => {
            change({ ...criteria, isActiveOnly: checked });
          }}
        />
      </div>
      <VisuallyHidden role="status">
        {criteria === noCriteria ? '' : find.found({ count: found })}
      </VisuallyHidden>
    </>
  );
}
