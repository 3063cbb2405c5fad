import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import type { Retry } from '../../api/TabProblem.js';
import { Deferred } from '../../components/Deferred.js';
import { useToday } from '../../components/useToday.js';
import { useWide } from '../../components/useWide.js';
import { VisuallyHidden } from '../../components/VisuallyHidden.js';
import type { Changed } from '../../delegation/RightMark.js';
import { useNames } from '../../delegation/useNames.js';
import { withoutIsolates } from '../../i18n/format.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { ProblemLine } from '../../problem/ProblemLine.js';
import { toSentence, type Change } from './changes.js';
import { ConfirmLine } from './ConfirmLine.js';
import { formatSince } from './formatWhen.js';
import { HistoryButton } from './HistoryButton.js';
import { ReviewPanel } from './ReviewPanel.js';
import { ShareChoice, useSharing } from './ShareChoice.js';
import { useConfirm, useLastConfirmation } from './useConfirmations.js';
import { useMarkedRows } from './useMarkedRows.js';
import { useReview } from './useReview.js';

const useStyles = makeStyles({
  waiting: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  foot: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
});

export type ConfirmBarProps = {
  readonly name: ListName;
  readonly delegations: readonly Delegation[];
  /** Fingerprint of `delegations`. */
  readonly fingerprint: string;
  readonly refresh: Retry;
  /** Called with the entries that changed since the last confirmation. */
  readonly mark: (changed: Changed) => void;
  /** Number of entries hidden by a search or filter. */
  readonly hidden: number;
  readonly showAll: () => void;
  /** Element below the list. null until it is mounted. */
  readonly foot: HTMLElement | null;
  /** Opens the drawer with the request for a change. */
  readonly ask: (id: string) => void;
  /** Shown after a confirmation in this visit. */
  readonly whenConfirmed: ReactNode;
};

/**
 * Shows the changes since the last confirmation, asks for a verdict on each, and confirms the list. On narrow pages
 * the list comes first.
 */
export function ConfirmBar({
  name,
  delegations,
  fingerprint,
  refresh,
  mark,
  foot,
  ...props
}: ConfirmBarProps) {
  const styles = useStyles();
  const isWide = useWide();
  const { confirm: messages } = useLaterMessages();
  const { locale } = useLanguage();
  const last = useLastConfirmation(name);
  const confirmation = last.state === 'ready' ? last.confirmation : undefined;
  const { confirm, isPending, failure } = useConfirm(name, refresh);
  const sharing = useSharing();
  const [hasConfirmed, setConfirmed] = useState(false);
  const now = new Date(useToday()).toISOString();
  const statusText = useRef<HTMLSpanElement>(null);
  const review = useReview(confirmation, delegations);
  const { required, unchanged, verdictOf, judge } = review;
  const hasChanged = review.changes.length > 0;
  const title = hasChanged
    ? messages.changesSince({
        count: required.filter((item) => item.changes.length > 0).length,
        date: formatSince(confirmation?.confirmedAt ?? now, now, locale),
      })
    : messages.confirmAgain;
  useMarkedRows(review, mark);

  const finish = () => {
    review.close();
    setConfirmed(true);
    // Moves focus off the button, so that a second Enter does not confirm again.
    statusText.current?.focus();
  };
  const panel = { list: name, delegations, verdictOf, judge, ask: props.ask };
  const requiredPanel = review.isRequiredShown && (
    <ReviewPanel {...panel} title={title} review={required} takesFocus={review.isOpenedByUser} />
  );
  // With changes, wide pages show the review above the list. Otherwise it is below.
  const leads = hasChanged && isWide;
  const below = (
    <>
      {((!leads && review.isRequiredShown) || unchanged.length > 0) && (
        <div className={styles.foot}>
          {!leads && requiredPanel}
          {unchanged.length > 0 && (
            <ReviewPanel {...panel} title={messages.whatIsNotRight} review={unchanged} takesFocus />
          )}
        </div>
      )}
      {last.state === 'ready' ? (
        <ConfirmLine
          wordsRef={statusText}
          confirmation={confirmation}
          delegations={delegations}
          progress={review.progress}
          hidden={props.hidden}
          showAll={() => {
            props.showAll();
            statusText.current?.focus();
          }}
          refresh={refresh}
          now={now}
          isPending={isPending}
          failure={
            failure && {
              ...failure,
              retry: async () => {
                const hasWorked = await failure.retry();
                if (hasWorked) finish();
                return hasWorked;
              },
            }
          }
          hasChanged={hasChanged}
          openAll={review.openAll}
          cancelReview={review.cancel}
          history={
            <HistoryButton
              name={name}
              delegations={delegations}
              hasHistory={confirmation !== undefined}
              whenDeleted={() => statusText.current?.focus()}
            />
          }
          confirm={async () => {
            if (required.length > 0 && !review.isRequiredShown) review.openRequired();
            else if (await confirm({ fingerprint, wrong: review.wrong, shared: sharing.isOn })) finish();
          }}
        >
          {delegations.length > 0 && <ShareChoice sharing={sharing} />}
        </ConfirmLine>
      ) : (
        <div className={styles.waiting}>
          {last.state === 'failed' && <ProblemLine role="status" problem={last.problem} retry={last.retry} />}
        </div>
      )}
      {hasConfirmed && confirmation !== undefined && <Deferred>{props.whenConfirmed}</Deferred>}
    </>
  );
  return (
    <>
      <ChangesStatus title={title} list={name} changes={review.changes} delegations={delegations} />
      {leads && requiredPanel}
      {foot !== null && createPortal(below, foot)}
    </>
  );
}

type ChangesStatusProps = {
  readonly title: string;
  readonly list: ListName;
  readonly changes: readonly Change[];
  readonly delegations: readonly Delegation[];
};

/** Announces the changes since the last confirmation. */
function ChangesStatus({ title, list, changes, delegations }: ChangesStatusProps) {
  const later = useLaterMessages();
  const toName = useNames(
    changes.map(({ id }) => id),
    delegations,
  );
  const sentences = changes.map((change) => toSentence(change, list, toName(change.id), later));
  return (
    <VisuallyHidden role="status">
      {changes.length > 0 && withoutIsolates([title, ...sentences].join(' '))}
    </VisuallyHidden>
  );
}
