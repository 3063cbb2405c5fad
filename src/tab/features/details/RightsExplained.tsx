import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import {
  rights,
  type Delegation,
  type ListName,
  type Presence,
  type Right,
} from '../../../contract/delegation.js';
import { phones } from '../../components/useTeamsClient.js';
import { isInCall } from '../../delegation/presenceNow.js';
import type { ShowBefore } from '../../delegation/RightMark.js';
import { isInForce } from '../../delegation/standing.js';
import { sayHeld, sentenceOf } from '../../delegation/wording.js';
import type { LaterMessages } from '../../i18n/messages.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';

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

/**
 * Rights over active calls, with the Teams clients in which they do not work. The clients are values of teams-js's
 * `HostClientType`. A host that reports `desktop` may be a Mac.
 * @see https://learn.microsoft.com/microsoftteams/user-call-settings
 */
const worksNotIn: Readonly<Partial<Record<Right, readonly string[]>>> = {
  // Includes holding, resuming, and seeing the delegator's calls.
  pickUpHeldCalls: phones,
  joinActiveCalls: ['macos', ...phones],
};

/**
 * Returns a hint about using a held right now. An obstacle comes first. Undefined when nothing is known.
 * @param presence of the delegator
 */
export function toHint(
  right: Right,
  delegation: Delegation,
  presence: Presence | null | undefined,
  clientType: string,
): keyof LaterMessages['details']['uses'] | undefined {
  if (!isInForce(delegation)) return 'notNow';
  const excluded = worksNotIn[right];
  if (excluded === undefined) return undefined;
  if (excluded.includes(clientType)) return 'notHere';
  const isCalling = isInCall(presence);
  if (isCalling === null) return undefined;
  return isCalling ? 'inCall' : 'notInCall';
}
