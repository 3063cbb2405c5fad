import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import type { Retry } from '../../api/TabProblem.js';
import { deferred } from '../../components/deferred.js';
import { useToday } from '../../components/useToday.js';
import { VisuallyHidden } from '../../components/VisuallyHidden.js';
import { formatDay, startOfDay } from '../../i18n/formatDate.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage, useMessages } from '../../i18n/useMessages.js';
import { ActionButton } from '../../problem/ActionButton.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import { ShareChoice, useSharing } from './ShareChoice.js';
import { useConfirm } from './useConfirmations.js';
import type { Review } from './useReview.js';

const HistoryDrawer = deferred(async () => (await import('./HistoryDrawer.js')).HistoryDrawer);

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
  readonly fingerprint: string;
  readonly refresh: Retry;
  /** Number of entries hidden by a search or filter. */
  readonly hidden: number;
  readonly showAll: () => void;
  /** Shown after a confirmation in this visit. */
  readonly whenConfirmed: ReactNode;
  readonly confirmation: Confirmation | undefined;
  readonly review: Review;
};

/** Status of the confirmation, what is still missing, and the confirm button. */
export function ConfirmLine(props: ConfirmLineProps) {
  const { name, delegations, fingerprint, hidden, refresh, confirmation, review } = props;
  const { required, isRequiredShown, cancel, openAll } = review;
  const styles = useStyles();
  const wordsId = useId();
  const { tryAgain } = useMessages();
  const { confirm: messages } = useLaterMessages();
  const { locale } = useLanguage();
  const today = useToday();
  const sharing = useSharing();
  const [hasConfirmed, setConfirmed] = useState(false);
  /** Takes focus when the focused element disappears. */
  const words = useRef<HTMLSpanElement>(null);
  const focusWords = () => words.current?.focus();
  const confirming = useConfirm(name, refresh, () => {
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
      return startOfDay(Date.parse(confirmedAt)) === today
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
            disabledFocusable={confirming.pending !== undefined || isRefused || !isChecked}
            aria-describedby={wordsId}
            title={messages.statement({ count: delegations.length, date: formatDay(today, locale) })}
            onClick={({ detail }) => {
              // Ignores the second click of a double click, which was aimed at the previous button.
              if (detail >= 2) return;
              if (required.length > 0 && !isRequiredShown) review.openRequired();
              else void confirming.run({ fingerprint, wrong: review.wrong, shared: sharing.isOn });
            }}
          >
            {confirming.pending !== undefined
              ? messages.confirming
              : isDone
                ? messages.confirmAgain
                : review.changes.length > 0
                  ? messages.confirmNew
                  : messages.confirm}
          </Button>
        )}
        {isComplete && delegations.length > 0 && <ShareChoice sharing={sharing} />}
        {confirming.failure !== undefined && <ProblemLine {...confirming.failure} />}
      </div>
      {hasConfirmed && confirmation !== undefined && props.whenConfirmed}
    </>
  );
}

type HistoryButtonProps = Pick<ConfirmLineProps, 'name' | 'delegations'> & {
  /** False hides the button. The drawer stays mounted, see SideDrawer. */
  readonly hasHistory: boolean;
  /** Called after the history of both lists is deleted, when the button is gone. */
  readonly whenDeleted: () => void;
};

/** Opens the past confirmations of a list. */
function HistoryButton({ name, delegations, hasHistory, whenDeleted }: HistoryButtonProps) {
  const { history: messages } = useLaterMessages();
  /** Undefined until first opened. */
  const [isOpen, setOpen] = useState<boolean>();
  const [isDeleted, setDeleted] = useState(false);
  return (
    <>
      <VisuallyHidden role="status">{isDeleted && !hasHistory && messages.deleted}</VisuallyHidden>
      {hasHistory && (
        <Button appearance="subtle" icon={<HistoryRegular />} onClick={() => setOpen(true)}>
          {messages.open}
        </Button>
      )}
      {isOpen !== undefined && (
        <HistoryDrawer
          isOpen={isOpen}
          name={name}
          delegations={delegations}
          close={() => setOpen(false)}
          whenDeleted={() => {
            setOpen(false);
            setDeleted(true);
            // The drawer returns focus to a button that no longer exists.
            setTimeout(whenDeleted);
          }}
        />
      )}
    </>
  );
}

/** Formats "14:05" in the user's time zone, with Latin digits in every language. */
const formatTime = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { numberingSystem: 'latn', timeStyle: 'short' }).format(new Date(iso));
