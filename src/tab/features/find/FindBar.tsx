import { Label, makeStyles, SearchBox, Select, Switch, tokens, useId } from '@fluentui/react-components';
import { rights, type Right } from '../../../contract/delegation.js';
import { useText } from '../../i18n/useText.js';
import type { Wish } from './findDelegations.js';

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
  choice: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** Search, filter and order; only shown when a list is long enough to need it. */
export function FindBar({ wish, change }: { readonly wish: Wish; readonly change: (wish: Wish) => void }) {
  const styles = useStyles();
  const { tools, ...text } = useText();
  const id = useId();
  return (
    <div className={styles.row} role="search">
      <SearchBox
        className={styles.search}
        aria-label={tools.search}
        placeholder={tools.search}
        value={wish.words}
        onChange={(_, { value }) => {
          change({ ...wish, words: value });
        }}
      />
      <div className={styles.choice}>
        <Label htmlFor={`${id}right`}>{tools.right}</Label>
        <Select
          id={`${id}right`}
          value={wish.right ?? ''}
          onChange={(_, { value }) => {
            change({ ...wish, right: value === '' ? undefined : (value as Right) });
          }}
        >
          <option value="">{tools.anyRight}</option>
          {rights.map((right) => (
            <option key={right} value={right}>
              {text.rights[right]}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.choice}>
        <Label htmlFor={`${id}order`}>{tools.sort}</Label>
        <Select
          id={`${id}order`}
          value={wish.order}
          onChange={(_, { value }) => {
            change({ ...wish, order: value as Wish['order'] });
          }}
        >
          <option value="asReported">{tools.asReported}</option>
          <option value="name">{tools.byName}</option>
          <option value="date">{tools.byDate}</option>
        </Select>
      </div>
      <Switch
        label={tools.activeOnly}
        checked={wish.isActiveOnly}
        onChange={(_, { checked }) => {
          change({ ...wish, isActiveOnly: checked });
        }}
      />
    </div>
  );
}
