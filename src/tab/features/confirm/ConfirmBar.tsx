import { lazy, useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { makeStyles, tokens } from '@fluentui/react-components';
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
import { toRightsBefore, toSentence } from './changes.js';
import { ConfirmLine } from './ConfirmLine.js';
import { formatSince } from './formatWhen.js';
import { countChecked, toRest, toReview, toWrong } from './review.js';
import { ReviewPanel } from './ReviewPanel.js';
import { RightBefore } from './RightBefore.js';
import { ShareChoice, useSharing } from './ShareChoice.js';
import { useConfirm, useLastConfirmation } from './useConfirmations.js';
import { useVerdicts } from './useVerdicts.js';

const HistoryDrawer = lazy(async () => ({ default: (await import('./HistoryDrawer.js')).HistoryDrawer }));

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
  /** Number of entries hidden by a search or filter. @default 0 */
  readonly hidden?: number;
  readonly showEverybody?: () => void;
  /** Element below the list. null until it is mounted. */
  readonly foot: HTMLElement | null;
  /** Opens the drawer with the request for a change. */
  readonly ask?: (id: string) => void;
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
  const later = useLaterMessages();
  const { locale } = useLanguage();
  const last = useLastConfirmation(name);
  const { confirm, isPending, failure } = useConfirm(name, refresh);
  const sharing = useSharing();
  /** Undefined until first opened. */
  const [isHistoryOpen, setHistoryOpen] = useState<boolean>();
  const [reviewing, setReviewing] = useState<'changes' | 'whatStands' | 'everybody'>('changes');
  const [isDeleted, setDeleted] = useState(false);
  const [hasConfirmed, setConfirmed] = useState(false);
  const now = new Date(useToday()).toISOString();
  const words = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLElement>(null);
  const restPanel = useRef<HTMLElement>(null);
  const confirmation = last.state === 'ready' ? last.confirmation : undefined;
  const before = confirmation?.entries ?? [];
  const isFirst = confirmation === undefined;
  const asked = isFirst ? [] : toReview(before, delegations);
  const others = toRest(asked, delegations);
  const rest = reviewing === 'everybody' ? others : [];
  const review = [...asked, ...rest];
  const { verdictOf, judge, takeBack } = useVerdicts(confirmation, delegations, review);
  const toName = useNames(
    review.map(({ id }) => id),
    delegations,
  );
  const changes = review.flatMap((item) => item.changes);
  // A string, so that equal values do not render the rows again.
  const rightsBefore = JSON.stringify(toRightsBefore(before, changes));

  useEffect(() => {
    const people = JSON.parse(rightsBefore) as ReturnType<typeof toRightsBefore>;
    mark(
      new Map(
        people.map(([id, was]) => [
          id,
          (right) => (right in was ? <RightBefore was={was[right] ?? null} /> : null),
        ]),
      ),
    );
    return () => {
      mark(new Map());
    };
  }, [rightsBefore, mark]);

  const hasChanged = changes.length > 0;
  const isPanelShown = hasChanged || (reviewing !== 'changes' && asked.length > 0);
  const confirmedAt = confirmation?.confirmedAt ?? now;
  const title = hasChanged
    ? later.confirm.changesSince({
        count: asked.filter((item) => item.changes.length > 0).length,
        date: formatSince(confirmedAt, now, locale),
      })
    : later.confirm.confirmAgain;
  const said = hasChanged
    ? [title, ...changes.map((change) => toSentence(change, name, toName(change.id), later))].join(' ')
    : isDeleted && confirmation === undefined
      ? later.history.deleted
      : '';
  const finish = () => {
    setReviewing('changes');
    setDeleted(false);
    setConfirmed(true);
    // Moves focus off the button, so that a second Enter does not confirm again.
    words.current?.focus();
  };
  const reviewEverybody = () => {
    setReviewing('everybody');
    setTimeout(() => restPanel.current?.focus());
  };
  const panelProps = { list: name, before, delegations, verdictOf, judge, ask: props.ask };
  const panelOfAll = isPanelShown && (
    <ReviewPanel panelRef={panel} title={title} review={asked} {...panelProps} />
  );
  // With changes, wide pages show the review above the list. Otherwise it is below.
  const leads = hasChanged && isWide;
  const line = (
    <>
      {((!leads && isPanelShown) || rest.length > 0) && (
        <div className={styles.foot}>
          {!leads && panelOfAll}
          {rest.length > 0 && (
            <ReviewPanel
              panelRef={restPanel}
              title={later.confirm.whatIsNotRight}
              review={rest}
              {...panelProps}
            />
          )}
        </div>
      )}
      {last.state === 'ready' ? (
        <ConfirmLine
          wordsRef={words}
          confirmation={confirmation}
          delegations={delegations}
          progress={
            !isFirst && (isPanelShown || rest.length > 0)
              ? { checked: countChecked(asked, verdictOf), total: asked.length }
              : undefined
          }
          hidden={props.hidden ?? 0}
          showEverybody={() => {
            props.showEverybody?.();
            words.current?.focus();
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
          reviewEverybody={others.length === 0 ? undefined : reviewEverybody}
          cancelReview={
            reviewing === 'changes'
              ? undefined
              : () => {
                  setReviewing('changes');
                  takeBack((hasChanged ? rest : review).map(({ id }) => id));
                }
          }
          openHistory={() => {
            setHistoryOpen(true);
          }}
          confirm={async () => {
            if (asked.length > 0 && !isPanelShown) {
              setReviewing('whatStands');
              setTimeout(() => panel.current?.focus());
              return;
            }
            const wrong = toWrong(review, verdictOf, delegations);
            if (await confirm({ fingerprint, wrong, shared: sharing.isOn })) finish();
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
      <VisuallyHidden role="status">{withoutIsolates(said)}</VisuallyHidden>
      {leads && panelOfAll}
      {foot !== null && createPortal(line, foot)}
      {isHistoryOpen !== undefined && (
        <Deferred>
          <HistoryDrawer
            isOpen={isHistoryOpen}
            name={name}
            delegations={delegations}
            close={() => {
              setHistoryOpen(false);
            }}
            whenDeleted={() => {
              setHistoryOpen(false);
              setDeleted(true);
              // The drawer returns focus to a button that no longer exists.
              setTimeout(() => words.current?.focus());
            }}
          />
        </Deferred>
      )}
    </>
  );
}
