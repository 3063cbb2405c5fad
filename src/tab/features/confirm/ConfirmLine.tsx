import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import type { Retry } from '../../api/TabProblem.js';
import { Deferred } from '../../components/Deferred.js';
import { formatDay } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage, useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import { formatTime, isSameDay } from './formatWhen.js';
import { HistoryButton } from './HistoryButton.js';
import { ShareChoice, useSharing } from './ShareChoice.js';
import { useConfirm } from './useConfirmations.js';
import type { Review } from './useReview.js';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    minHeight: '40px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground3 },
  done: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusSuccessForeground1 },
  words: {
    flexGrow: 1,
    flexBasis: '200px',
    color: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

export type ConfirmLineProps = {
  readonly name: ListName;
  readonly delegations: readonly Delegation[];
  /** Fingerprint of `delegations`. */
  readonly fingerprint: string;
  readonly refresh: Retry;
  /** Number of entries hidden by a search or filter. */
  readonly hidden: number;
  readonly showAll: () => void;
  /** Shown after a confirmation in this visit. */
  readonly whenConfirmed: ReactNode;
  readonly confirmation: Confirmation | undefined;
  readonly review: Review;
  /** Start of today. */
  readonly now: string;
};

/** Status of the confirmation, what is still missing, and the confirm button. */
export function ConfirmLine(props: ConfirmLineProps) {
  const { name, delegations, hidden, refresh, confirmation, review, now } = props;
  const { required, isRequiredShown, cancel, openAll } = review;
  const styles = useStyles();
  const wordsId = useId();
  const { tryAgain } = useMessages();
  const { confirm: messages } = useLaterMessages();
  const { locale } = useLanguage();
  const sharing = useSharing();
  const [hasConfirmed, setConfirmed] = useState(false);
  /** Takes focus when the focused element disappears. */
  const words = useRef<HTMLSpanElement>(null);
  const focusWords = () => words.current?.focus();
  const { confirm, isPending, failure } = useConfirm(name, refresh, () => {
    review.close();
    setConfirmed(true);
    // Moves focus off the button, so that a second Enter does not confirm again.
    focusWords();
  });

  const isUnnamed = delegations.some(({ personStatus }) => personStatus === 'unavailable');
  /** Every entry can be seen and has a name. */
  const isComplete = hidden === 0 && !isUnnamed;
  const isDone = confirmation !== undefined && !review.isOpen;
  const isRefused = !isDone && !isComplete;
  const checked = required.filter(({ id }) => review.verdictOf(id) !== undefined).length;
  const isChecked = checked === required.length;
  const toggleReview = cancel ?? openAll;

  const toWords = (): string => {
    if (isDone) {
      const { confirmedAt } = confirmation;
      return isSameDay(confirmedAt, now)
        ? messages.confirmedAt({ time: formatTime(confirmedAt, locale) })
        : messages.unchangedSince({ date: formatDay(confirmedAt, locale) });
    }
    if (isUnnamed) return messages.someUnnamed;
    if (hidden > 0) return messages.someHidden;
    if (confirmation === undefined) return messages.invitation({ count: delegations.length });
    return isChecked ? messages.allChecked : messages.checked({ count: checked, total: required.length });
  };
  return (
    <>
      <div className={styles.bar}>
        {isDone ? (
          <CheckmarkCircleFilled className={styles.done} />
        ) : (
          <ShieldCheckmarkRegular className={styles.icon} />
        )}
        <span ref={words} tabIndex={-1} id={wordsId} className={styles.words} role="status">
          {toWords()}
        </span>
        {isRefused && isUnnamed && (
          <ActionButton appearance="secondary" act={refresh}>
            {tryAgain}
          </ActionButton>
        )}
        {isRefused && !isUnnamed && (
          <Button
            icon={<EyeRegular />}
            onClick={() => {
              props.showAll();
              focusWords();
            }}
          >
            {messages.showEverybody}
          </Button>
        )}
        {isComplete && toggleReview !== undefined && (
          <Button appearance="subtle" onClick={toggleReview}>
            {cancel === undefined ? messages.notRight : messages.cancel}
          </Button>
        )}
        <HistoryButton
          name={name}
          delegations={delegations}
          hasHistory={confirmation !== undefined}
          whenDeleted={focusWords}
        />
        {(!isDone || isComplete) && (
          <Button
            appearance={isDone ? 'transparent' : delegations.length === 0 ? 'secondary' : 'primary'}
            {...(!isDone && { icon: <ShieldCheckmarkRegular /> })}
            disabledFocusable={isPending || isRefused || !isChecked}
            aria-describedby={wordsId}
            title={messages.statement({ count: delegations.length, date: formatDay(now, locale) })}
            onClick={({ detail }) => {
              // Ignores the second click of a double click, which was aimed at the previous button.
              if (detail >= 2) return;
              if (required.length > 0 && !isRequiredShown) review.openRequired();
              else
                void confirm({ fingerprint: props.fingerprint, wrong: review.wrong, shared: sharing.isOn });
            }}
          >
            {isPending
              ? messages.confirming
              : isDone
                ? messages.confirmAgain
                : review.changes.length > 0
                  ? messages.confirmNew
                  : messages.confirm}
          </Button>
        )}
        {isComplete && delegations.length > 0 && <ShareChoice sharing={sharing} />}
        {failure !== undefined && <ProblemLine {...failure} />}
      </div>
      {hasConfirmed && confirmation !== undefined && <Deferred>{props.whenConfirmed}</Deferred>}
    </>
  );
}
