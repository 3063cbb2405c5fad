import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, QuestionCircleRegular, SubtractCircleRegular } from '@fluentui/react-icons';
import { rights, type Delegation, type ListName } from '../../../contract/delegation.js';
import { sentenceOf } from '../../delegation/sentences.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  right: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: tokens.spacingHorizontalS },
  icon: { fontSize: '20px', color: tokens.colorNeutralForeground3 },
  held: { fontSize: '20px', color: tokens.colorBrandForeground1 },
  words: { display: 'grid' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Each right as a sentence in the reader's direction, and what people do not know about those that are held. */
export function RightsExplained({
  list,
  delegation,
}: {
  readonly list: ListName;
  readonly delegation: Delegation;
}) {
  const styles = useStyles();
  const messages = useMessages();
  const { details } = useLaterMessages();
  return (
    <ul className={styles.list}>
      {rights.map((right) => {
        const held = delegation.allowedActions[right];
        return (
          <li key={right} className={styles.right}>
            {held === true && <CheckmarkCircleFilled className={styles.held} />}
            {held === false && <SubtractCircleRegular className={styles.icon} />}
            {held === null && <QuestionCircleRegular className={styles.icon} />}
            <div className={styles.words}>
              <Text>{sentenceOf(right, list, delegation, messages)}</Text>
              {held === true && (
                <Text size={200} className={styles.quiet}>
                  {details.goodToKnow[list][right]}
                </Text>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
