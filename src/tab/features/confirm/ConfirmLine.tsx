import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { useId, type ReactNode, type Ref } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { Delegation } from '../../../contract/delegation.js';
import type { Retry } from '../../api/TabProblem.js';
import { formatDay } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage, useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import { formatTime, isSameDay } from './formatWhen.js';
import type { Confirming } from './useConfirmations.js';

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

type ConfirmLineProps = Pick<Confirming, 'isPending' | 'failure'> & {
  /** Status text. Takes focus when the focused element disappears. */
  readonly wordsRef: Ref<HTMLSpanElement>;
  readonly confirmation: Confirmation | undefined;
  readonly delegations: readonly Delegation[];
  /** Undefined when there is nothing to judge. */
  readonly progress: { readonly checked: number; readonly total: number } | undefined;
  readonly hidden: number;
  readonly showAll: () => void;
  readonly refresh: Retry;
  readonly now: string;
  readonly hasChanged: boolean;
  /** Opens the review of all entries. Undefined when all need a verdict anyway. */
  readonly openAll: (() => void) | undefined;
  /** Undefined while only the required review is open. */
  readonly cancelReview: (() => void) | undefined;
  readonly history: ReactNode;
  readonly confirm: () => Promise<void>;
  /** Choice for the next confirmation. Shown whenever the list can be confirmed. */
  readonly children: ReactNode;
};

/** Status of the confirmation, what is still missing, and the confirm button. */
export function ConfirmLine({
  wordsRef,
  confirmation,
  delegations,
  progress,
  now,
  ...props
}: ConfirmLineProps) {
  const styles = useStyles();
  const wordsId = useId();
  const { tryAgain } = useMessages();
  const { confirm: messages } = useLaterMessages();
  const { locale } = useLanguage();
  const { hidden, isPending, failure } = props;
  const isUnnamed = delegations.some(({ personStatus }) => personStatus === 'unavailable');
  /** Every entry can be seen and has a name. */
  const isComplete = hidden === 0 && !isUnnamed;
  const isDone = confirmation !== undefined && progress === undefined;
  const isRefused = !isDone && !isComplete;
  const toggleReview = props.cancelReview ?? props.openAll;
  const isChecked = progress === undefined || progress.checked === progress.total;

  const toWords = (): string => {
    if (isDone) {
      const { confirmedAt } = confirmation;
      return isSameDay(confirmedAt, now)
        ? messages.confirmedAt({ time: formatTime(confirmedAt, locale) })
        : messages.unchangedSince({ date: formatDay(confirmedAt, locale) });
    }
    if (isUnnamed) return messages.someUnnamed;
    if (hidden > 0) return messages.someHidden;
    if (progress === undefined) return messages.invitation({ count: delegations.length });
    return isChecked
      ? messages.allChecked
      : messages.checked({ count: progress.checked, total: progress.total });
  };
  return (
    <div className={styles.bar}>
      {isDone ? (
        <CheckmarkCircleFilled className={styles.done} />
      ) : (
        <ShieldCheckmarkRegular className={styles.icon} />
      )}
      <span ref={wordsRef} tabIndex={-1} id={wordsId} className={styles.words} role="status">
        {toWords()}
      </span>
      {isRefused && isUnnamed && (
        <ActionButton appearance="secondary" act={props.refresh}>
          {tryAgain}
        </ActionButton>
      )}
      {isRefused && !isUnnamed && (
        <Button icon={<EyeRegular />} onClick={props.showAll}>
          {messages.showEverybody}
        </Button>
      )}
      {isComplete && toggleReview !== undefined && (
        <Button appearance="subtle" onClick={toggleReview}>
          {props.cancelReview === undefined ? messages.notRight : messages.cancel}
        </Button>
      )}
      {props.history}
      {(!isDone || isComplete) && (
        <Button
          appearance={isDone ? 'transparent' : delegations.length === 0 ? 'secondary' : 'primary'}
          {...(!isDone && { icon: <ShieldCheckmarkRegular /> })}
          disabledFocusable={isPending || isRefused || !isChecked}
          aria-describedby={wordsId}
          title={messages.statement({ count: delegations.length, date: formatDay(now, locale) })}
          onClick={({ detail }) => {
            // Ignores the second click of a double click, which was aimed at the previous button.
            if (detail < 2) void props.confirm();
          }}
        >
          {isPending
            ? messages.confirming
            : isDone
              ? messages.confirmAgain
              : props.hasChanged
                ? messages.confirmNew
                : messages.confirm}
        </Button>
      )}
      {isComplete && props.children}
      {failure !== undefined && <ProblemLine {...failure} />}
    </div>
  );
}
