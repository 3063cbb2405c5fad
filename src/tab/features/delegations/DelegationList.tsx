import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { PeopleRegular } from '@fluentui/react-icons';
import type { ListName } from '../../../contract/delegation.js';
import { ProblemNotice } from '../../components/ProblemNotice.js';
import { useWide } from '../../components/useWide.js';
import { useText } from '../../i18n/useText.js';
import { DelegationCards } from './DelegationCards.js';
import { DelegationTable } from './DelegationTable.js';
import { usePeople, type List } from './useDelegations.js';

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
  notice: { marginBottom: tokens.spacingVerticalM },
});

/** One list: loading, failed, empty or filled. */
export function DelegationList({ name, list }: { readonly name: ListName; readonly list: List }) {
  const styles = useStyles();
  const text = useText();
  const isWide = useWide();
  const delegations = list.state === 'ready' ? list.list.value : [];
  const extras = usePeople(delegations);

  if (list.state === 'loading') return <Spinner label={text.loading} />;
  if (list.state === 'failed') return <ProblemNotice problem={list.problem} retry={list.refresh} />;
  if (delegations.length === 0) {
    return (
      <div className={`${styles.frame} ${styles.empty}`}>
        <PeopleRegular className={styles.emptyIcon} />
        <Subtitle2 as="h2" className={styles.title}>
          {text.empty[name].title}
        </Subtitle2>
        <Text className={styles.quiet}>{text.empty[name].text}</Text>
      </div>
    );
  }
  const Delegations = isWide ? DelegationTable : DelegationCards;
  return (
    <>
      {delegations.some(({ personStatus }) => personStatus === 'unavailable') && (
        <MessageBar className={styles.notice} layout="multiline">
          <MessageBarBody>{text.namesUnavailable}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.frame}>
        <Delegations list={name} delegations={delegations} extras={extras} />
      </div>
    </>
  );
}
