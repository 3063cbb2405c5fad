import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { rights, type Delegation, type ListName, type Presence } from '../../../contract/delegation.js';
import type { ShowBefore } from '../../delegation/RightMark.js';
import { sayHeld, sentenceOf } from '../../delegation/wording.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import { toHint } from './toHint.js';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  right: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: tokens.spacingHorizontalS },
  icon: { fontSize: '20px', color: tokens.colorNeutralForeground3 },
  held: { fontSize: '20px', color: tokens.colorBrandForeground1 },
  words: { display: 'grid' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Explains each right from the user's point of view, with little-known facts about the held ones. */
export function RightsExplained({
  list,
  delegation,
  presence,
  showBefore,
}: {
  readonly list: ListName;
  readonly delegation: Delegation;
  /** Presence of the other person. Undefined when not known. */
  readonly presence: Presence | null | undefined;
  readonly showBefore: ShowBefore | undefined;
}) {
  const styles = useStyles();
  const messages = useMessages();
  const { details } = useLaterMessages();
  const { clientType } = useSession().context;
  return (
    <ul className={styles.list}>
      {rights.map((right) => {
        const held = delegation.allowedActions[right];
        const before = showBefore?.(right);
        // Only a delegate uses the right.
        const hint =
          list === 'delegators' && held === true
            ? toHint(right, delegation, presence, clientType)
            : undefined;
        return (
          <li key={right} className={styles.right}>
            {held === true && <CheckmarkCircleFilled className={styles.held} />}
            {held === false && <SubtractCircleRegular className={styles.icon} />}
            {held === null && <QuestionCircleRegular className={styles.icon} />}
            <div className={styles.words}>
              <Text>{sentenceOf(right, list, delegation, messages)}</Text>
              {before != null && (
                <Text size={200}>
                  {before}
                  {sayHeld(held, messages)}
                </Text>
              )}
              {held === true && (
                <Text size={200} className={styles.quiet}>
                  {details.goodToKnow[list][right]}
                </Text>
              )}
              {hint !== undefined && <Text size={200}>{details.uses[hint]}</Text>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
