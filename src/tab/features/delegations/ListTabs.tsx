import { CounterBadge, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { listNames, type ListName } from '../../../contract/delegation.js';
import { useWide } from '../../components/useWide.js';
import { useText } from '../../i18n/useText.js';

const useStyles = makeStyles({
  tabs: { margin: `${tokens.spacingVerticalL} -10px ${tokens.spacingVerticalM}`, flexWrap: 'wrap' },
  tab: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '32px' },
});

export type ListTabsProps = {
  readonly shown: ListName;
  /** Undefined when a list could not be had. */
  readonly counts: Readonly<Record<ListName, number | undefined>>;
  readonly show: (list: ListName) => void;
};

/** The two views, each with how many people are in it. */
export function ListTabs({ shown, counts, show }: ListTabsProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <TabList
      className={styles.tabs}
      size={useWide() ? 'medium' : 'small'}
      selectedValue={shown}
      onTabSelect={(_, { value }) => {
        show(value as ListName);
      }}
    >
      {listNames.map((name) => (
        <Tab key={name} value={name} id={`tab-${name}`} aria-controls="list">
          <span className={styles.tab}>
            {text.lists[name]}
            {counts[name] !== undefined && (
              <CounterBadge
                count={counts[name]}
                showZero
                size="small"
                color={name === shown ? 'brand' : 'informative'}
              />
            )}
          </span>
        </Tab>
      ))}
    </TabList>
  );
}
