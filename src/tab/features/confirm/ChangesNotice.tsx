import { makeStyles } from '@fluentui/react-components';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { Notice } from '../../components/Notice.js';
import { useNames } from '../../delegation/useNames.js';
import { formatDay } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { toSentence, type Change } from './changes.js';

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: '20px' } });

type ChangesNoticeProps = {
  readonly name: ListName;
  readonly delegations: readonly Delegation[];
  readonly confirmation: Confirmation;
  readonly changes: readonly Change[];
};

/** What is not as it was when the list was confirmed, in a sentence each. */
export function ChangesNotice({ name, delegations, confirmation, changes }: ChangesNoticeProps) {
  const styles = useStyles();
  const { locale } = useLanguage();
  const later = useLaterMessages();
  const toName = useNames(
    changes.map(({ id }) => id),
    delegations,
  );
  return (
    <Notice
      intent="warning"
      title={later.confirm.changesSince({
        count: changes.length,
        date: formatDay(confirmation.confirmedAt, locale),
      })}
    >
      <ul className={styles.list}>
        {changes.map((change) => {
          const sentence = toSentence(change, name, toName(change.id), later);
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
    </Notice>
  );
}
